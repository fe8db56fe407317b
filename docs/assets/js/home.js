// Entry of the home page: where the reader stopped, and how far each chapter is.
import { BASE, fetchChapters } from "./course.js";
import { element } from "./dom.js";
import { tally } from "./records.js";
import { store } from "./store.js";

const chapters = fetchChapters();

function showResume() {
  const resume = document.querySelector("#resume");
  const page = store.lastPage();
  if (!resume || !page) return;
  const url = new URL(page.url, BASE);
  if (!url.href.startsWith(BASE.href)) return; // the store is data: it must not lead off the course
  resume.replaceChildren("继续上次：", element("a", { href: url.href }, page.title));
}

async function showProgress() {
  for (const place of document.querySelectorAll("[data-progress-chapter]")) {
    const chapter = (await chapters)?.find(({ slug }) => slug === place.dataset.progressChapter);
    const { total, answered, right } = tally(chapter?.questions ?? [], store.get);
    if (!total) continue;
    place.replaceChildren(
      element("span", { class: "course-progress__text" }, `已答 ${answered} / ${total} · 答对 ${right}`),
      // The words say it all; the bar is for the eye.
      element("progress", { class: "course-progress__bar", max: total, value: answered, "aria-hidden": "true" }),
    );
  }
}

function show() {
  showResume();
  showProgress();
}

show();
store.subscribe(show);
