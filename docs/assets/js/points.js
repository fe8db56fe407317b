// Entry of the syllabus page: how far the reader is with each point.
import { fetchChapters } from "./course.js";
import { tally } from "./records.js";
import { store } from "./store.js";

const questions = ((await fetchChapters()) ?? []).flatMap((chapter) => chapter.questions);

function show() {
  for (const place of document.querySelectorAll("[data-progress-point]")) {
    const asked = questions.filter(({ point }) => point === place.dataset.progressPoint);
    const { total, answered, right } = tally(asked, store.get);
    // Before the first answer the page's own words, the number of questions, stand.
    if (answered) place.textContent = `答对 ${right} / ${total}`;
  }
}

show();
store.subscribe(show);
