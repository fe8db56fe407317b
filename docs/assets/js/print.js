// Printing a page with questions: as the handout that Ctrl+P gives too, or with all answers on sheets of their own at
// the end, so that a teacher can hand out the first and keep the rest.
import { button, copyOf, element } from "./dom.js";

function answerTo(section) {
  const answer = document.getElementById(`a-${section.dataset.question}`);
  if (answer) return element("section", { class: "answer" }, copyOf(answer));
  const [number] = section.querySelector(".question__label").childNodes;
  const points = copyOf(section.querySelector(".question__marking"));
  const title = points.querySelector("summary");
  for (const own of points.querySelectorAll("summary, input, output")) own.remove(); // the reader's marks
  const head = element("p", { class: "answer__key" }, number.data, title.textContent);
  return element("section", { class: "answer" }, head, points);
}

/**
 * @param {HTMLElement[]} sections the questions of the page
 * @returns {HTMLElement} a bar with the two buttons
 */
export function printBar(sections) {
  function printWithAnswers() {
    const title = element("h2", {}, "答案与解析");
    const sheet = element("section", { class: "answer-sheet", hidden: true }, title, ...sections.map(answerTo));
    document.querySelector(".answer-sheet")?.remove(); // of a browser that does not tell when it has printed
    document.querySelector("article").append(sheet);
    addEventListener("afterprint", () => sheet.remove(), { once: true });
    window.print();
  }

  return element(
    "div",
    { class: "practice-bar__actions" },
    button("print", "打印讲义", { onclick: () => window.print() }),
    button("print-answers", "带答案打印", { onclick: printWithAnswers }),
  );
}
