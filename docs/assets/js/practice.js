// Entry of every page with questions. The page is a complete book without it; this adds answering.
// A question that cannot be set up stays as the book shows it, and the others work.
import { setUpBar } from "./chapter.js";
import { element } from "./dom.js";
import { folder } from "./fold.js";
import { createOpenQuestion } from "./open.js";
import { printBar } from "./print.js";
import { createQuestion } from "./question.js";
import { store } from "./store.js";

const fold = folder(document.querySelector("details.answers")?.dataset.traditional);
const questions = [];

for (const section of document.querySelectorAll("section.question[data-question]")) {
  const { question: id, kind } = section.dataset;
  try {
    const answer = document.querySelector(`[data-answer-for="${CSS.escape(id)}"]`);
    const question =
      kind === "open" ? createOpenQuestion(section, store) : createQuestion(section, answer, fold, store);
    questions.push(question);
    store.subscribe(question.refresh);
  } catch (error) {
    console.warn(`题目 ${id} 不能作答：`, error);
  }
}

// Stands before the first question, so that it is seen before work is lost; when saving fails later on,
// it moves below the question at hand.
const notice = element("p", { class: "practice-notice", role: "status", hidden: true });
questions[0]?.section.before(notice);

function showNotice() {
  if (notice.hidden === store.isSaving()) return;
  notice.hidden = store.isSaving();
  notice.textContent = notice.hidden ? "" : "记录暂时无法保存：照常可以作答，但关闭页面后这次的记录不会保留。";
  if (!notice.hidden) document.activeElement?.closest(".question")?.after(notice);
}

showNotice();
store.subscribe(showNotice);

const bar = document.querySelector(".practice-bar");
if (bar) {
  setUpBar(bar, questions, store).catch((error) => console.warn("练习进度不能显示：", error));
  bar.after(printBar(questions.map(({ section }) => section)));
}
