// The bar at the end of a page: where the reader stands in this chapter, doing missed ones again, clearing.
import { BASE, fetchChapter } from "./course.js";
import { button, element, textOf } from "./dom.js";
import { cleared, tally } from "./records.js";

const pageOf = ({ url }) => url.split("#")[0];

/**
 * @param {HTMLElement} bar
 * @param {{id: string, version: string, kind: string, reopen?: () => void, start?: () => void}[]} onPage
 * @param {import("./store.js").Store} store
 */
export async function setUpBar(bar, onPage, store) {
  const chapter = await fetchChapter(bar.dataset.chapter);
  const listed = chapter?.questions ?? [];
  const all = listed.length ? listed : onPage;
  const where = listed.length ? "本章" : "本页";
  const ids = [...new Set([...all, ...onPage].map(({ id }) => id))];

  const count = element("p", { class: "practice-bar__tally", tabIndex: -1 });
  const redo = button("redo", "重做错题", { onclick: redoMissed, class: "practice-button practice-button--main" });
  const clear = button("clear", `清空${where}记录`, { onclick: ask });
  const elsewhere = element("p", { class: "practice-bar__elsewhere" });
  const drafts = element("input", { type: "checkbox" });
  const draftsLine = element("label", { class: "practice-bar__drafts" }, drafts, "一并清空简答草稿");
  const question = element(
    "p",
    { id: "practice-bar-question", tabIndex: -1 },
    `清空${where}的作答记录和自评？清空后不能恢复。`,
  );
  const confirm = element(
    "div",
    { class: "practice-bar__confirm", role: "group", "aria-labelledby": question.id, hidden: true },
    question,
    draftsLine,
    element(
      "div",
      { class: "practice-bar__actions" },
      button("confirm-clear", "确定清空", { onclick: clearRecords }),
      button("cancel-clear", "取消", { onclick: () => close(clear) }),
    ),
  );
  confirm.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") close(clear);
  });
  bar.append(count, element("div", { class: "practice-bar__actions" }, redo, clear), confirm, elsewhere);

  function redoMissed() {
    const missed = tally(onPage, store.get).review;
    for (const { reopen } of missed) reopen();
    missed[0]?.start();
  }

  function ask() {
    drafts.checked = false;
    draftsLine.hidden = !ids.some((id) => store.get(id)?.draft);
    clear.hidden = true;
    confirm.hidden = false;
    question.focus();
  }

  function close(next) {
    confirm.hidden = true;
    refresh();
    next.focus();
  }

  function clearRecords() {
    const dropDrafts = drafts.checked;
    store.update(ids.filter(store.get), (old) => cleared(old, dropDrafts));
    close(count); // which now says 已答 0
  }

  /** One link for each other page of this chapter that holds missed questions. */
  function linksElsewhere(review) {
    const away = review.filter(({ id }) => !onPage.some((question) => question.id === id));
    return [...new Set(away.map(pageOf))].map((page) => {
      const missed = away.filter((question) => pageOf(question) === page);
      const { href } = new URL(page, BASE);
      const link = [...document.querySelectorAll("nav a[href]")].find((candidate) => candidate.href === href);
      const title = (link && textOf(link)) || chapter.title;
      return element("a", { href: new URL(missed[0].url, BASE).href }, `${title}（${missed.length} 题）`);
    });
  }

  function refresh() {
    const { total, answered, right, review } = tally(all, store.get);
    const parts = [`${where} ${total} 题 ·`, `已答 ${answered} ·`, `答对 ${right} ·`, `待复习 ${review.length}`];
    count.replaceChildren(...parts.flatMap((part) => [element("span", {}, part), " "]));
    redo.hidden = !tally(onPage, store.get).review.length;
    const isUsed = (record) => record && (record.attempts || record.draft || record.points);
    clear.hidden = !confirm.hidden || !ids.some((id) => isUsed(store.get(id)));
    const links = linksElsewhere(review);
    elsewhere.hidden = !links.length;
    elsewhere.replaceChildren("本章其他页待复习：", ...links.flatMap((link, i) => (i ? ["、", link] : link)));
  }

  store.subscribe(refresh);
  refresh();
}
