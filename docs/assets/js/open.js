// One open question: the reader's own answer, kept as a draft, and marking it oneself point by point.
import { button, element } from "./dom.js";
import { withOwn } from "./records.js";

const PAUSE = 600; // ms without a key before the draft is saved

/**
 * @param {HTMLElement} section
 * @param {import("./store.js").Store} store
 */
export function createOpenQuestion(section, store) {
  const { question: id, version, kind } = section.dataset;
  const marking = section.querySelector("details.question__marking");
  const items = [...marking.querySelectorAll("li[data-marks]")];
  const total = Number(section.dataset.marks);
  if (!items.length || !(total > 0)) throw new Error("no marking points");

  const draft = element("textarea", { class: "question__draft", id: `${section.id}-draft`, rows: 4 });
  const sum = element("output", { class: "question__sum" });
  const boxes = items.map(asCheckbox);
  let timer = 0;

  marking.before(
    element("label", { class: "question__draft-label", htmlFor: draft.id }, "你的答案（只存在这台设备上）"),
    draft,
    element(
      "div",
      { class: "question__actions" },
      button("compare", "对照评分要点", {
        onclick() {
          marking.open = true;
          marking.querySelector("summary").focus();
        },
      }),
    ),
  );
  items.at(-1).parentElement.after(sum);
  draft.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(saveDraft, PAUSE);
  });
  draft.addEventListener("change", saveDraft);
  addEventListener("pagehide", saveDraft);
  refresh();

  function asCheckbox(item, i) {
    const box = element("input", { type: "checkbox", id: `${section.id}-point-${i}`, onchange: savePoints });
    const label = element("label", { htmlFor: box.id });
    label.append(...item.childNodes);
    item.append(box, label);
    item.classList.add("question__point");
    return box;
  }

  function saveDraft() {
    clearTimeout(timer);
    timer = 0;
    if (draft.value === (store.get(id)?.draft ?? "")) return;
    store.update([id], (old) => withOwn(old, version, { draft: draft.value }));
  }

  function savePoints() {
    const points = boxes.flatMap((box, i) => (box.checked ? [i] : []));
    store.update([id], (old) => withOwn(old, version, { points }));
    showSum();
  }

  function showSum() {
    const earned = items.reduce((marks, item, i) => marks + (boxes[i].checked ? Number(item.dataset.marks) : 0), 0);
    sum.value = `自评 ${earned} / ${total} 分`;
  }

  function refresh() {
    const record = store.get(id);
    const points = (record?.version === version && record.points) || [];
    boxes.forEach((box, i) => (box.checked = points.includes(i)));
    showSum();
    // Not while the reader writes here: what comes from another tab would replace it under the cursor.
    if (!timer && document.activeElement !== draft) draft.value = record?.draft ?? "";
  }

  return { id, version, kind, section, refresh };
}
