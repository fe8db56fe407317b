// The options of a single, multiple or true-false question.
import { copyOf, element, icon } from "./dom.js";
import { gradeChoice } from "./grade.js";

/**
 * What question.js needs of any kind of input.
 * @typedef {object} Controls
 * @property {() => string[]} read  the answer as it stands
 * @property {() => string} missing  what is still to be done before it can be graded, or ""
 * @property {(given: string[]) => {right: boolean, solution: string, detail: string}} grade  and in which words
 * @property {(given: string[]) => HTMLElement[]} show  marks the answer; returns reasons that wait to be asked for
 * @property {() => void} clear
 * @property {HTMLElement} first  where the keyboard begins
 */

/**
 * @param {HTMLElement} section
 * @param {HTMLElement} answer
 * @returns {Controls}
 */
export function choiceControls(section, answer) {
  const options = [...section.querySelectorAll(".option")].map((node) => ({
    node,
    letter: node.dataset.letter,
    input: node.querySelector("input"),
    label: node.querySelector("label"),
    text: node.querySelector(".option__text").textContent.trim(),
    reason: answer.querySelector(`[data-letter="${node.dataset.letter}"] .answer__reason`),
  }));
  const key = answer.dataset.key.split(/\s+/).filter(Boolean);
  if (!key.length || !key.every((letter) => options.some((option) => option.letter === letter))) {
    throw new Error(`key “${answer.dataset.key}” does not fit the options`);
  }
  const several = section.dataset.kind === "multiple";

  // An answered option is locked by aria-disabled and by undoing clicks (arrow keys click too). `disabled` would
  // take it out of the tab order, and with it the marks and reasons from readers who move by the keyboard.
  section.addEventListener("click", (event) => {
    if (event.target.getAttribute("aria-disabled") === "true") event.preventDefault();
  });
  // The verdict speaks of letters, so letters are read out too.
  for (const { label } of options) label.firstElementChild.removeAttribute("aria-hidden");

  function mark(option, chosen) {
    const right = key.includes(option.letter);
    if (!chosen && !right) return;
    const words = [right && "正确答案", chosen && "你的选择", several && !chosen && "漏选"];
    const shape = right ? "right" : "wrong";
    option.node.dataset.mark = shape;
    option.label.append(element("span", { class: "option__mark" }, icon(shape), words.filter(Boolean).join(" · ")));
  }

  function explain(option, chosen) {
    if (!option.reason) return null;
    const id = `${option.input.id}-reason`;
    const reason = element("div", { class: "option__reason", id, hidden: !chosen }, copyOf(option.reason));
    option.node.append(reason);
    option.input.setAttribute("aria-describedby", id);
    return chosen ? null : reason;
  }

  function clear() {
    for (const { node, input } of options) {
      input.checked = false;
      input.removeAttribute("aria-disabled");
      input.removeAttribute("aria-describedby");
      delete node.dataset.mark;
      for (const added of node.querySelectorAll(".option__mark, .option__reason")) added.remove();
    }
  }

  const textOfOption = (letter) => options.find((option) => option.letter === letter).text;

  return {
    first: options[0].input,
    read: () => options.filter(({ input }) => input.checked).map(({ letter }) => letter),
    missing: () =>
      options.some(({ input }) => input.checked) ? "" : "还没有选。选好再提交；拿不准，就点“不确定”。",
    grade(given) {
      const { right, missed, extra } = gradeChoice(key, given);
      const detail = [missed.length && `漏选 ${missed.join("、")}`, extra.length && `错选 ${extra.join("、")}`];
      return {
        right,
        solution: several ? ` ${key.join("、")}` : ` ${key} ${textOfOption(key[0])}`,
        detail: several ? `。${detail.filter(Boolean).join("，")}` : "",
      };
    },
    show(given) {
      clear();
      return options
        .map((option) => {
          const chosen = given.includes(option.letter);
          option.input.checked = chosen;
          option.input.setAttribute("aria-disabled", "true");
          mark(option, chosen);
          return explain(option, chosen);
        })
        .filter(Boolean);
    },
    clear,
  };
}
