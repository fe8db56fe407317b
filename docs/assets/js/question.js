// One question that is graded at once: buttons, verdict, explanation, doing it again.
// After an answer the focus goes to the verdict, which stands where the pressed button was: it is read once (no live
// region repeats it), and Tab leads on to the explanation. Only hints are spoken from a live region.
import { blankControls } from "./blank.js";
import { choiceControls } from "./choice.js";
import { button, copyOf, element, icon } from "./dom.js";
import { answered, withAttempt } from "./records.js";

/**
 * @param {HTMLElement} section the question
 * @param {HTMLElement | null} answer its part of the page's answers
 * @param {(text: string) => string} fold
 * @param {import("./store.js").Store} store
 */
export function createQuestion(section, answer, fold, store) {
  const { question: id, version, kind } = section.dataset;
  const form = section.querySelector("form");
  const controls = (kind === "blank" ? blankControls : choiceControls)(section, answer, fold);
  const explanation = answer.querySelector(".answer__explanation");

  const hint = element("p", { class: "question__hint", role: "status" });
  const actions = element(
    "div",
    { class: "question__actions" },
    button("submit", "提交", { type: "submit", class: "practice-button practice-button--main" }),
    button("unsure", "不确定", { onclick: () => take(true) }),
  );
  const result = element("div", { class: "question__result" });
  /** Time of the attempt on show (null: the question is open), and of the one put away to try again. */
  let shown = null;
  let putAway = null;

  open();
  form.append(actions, hint); // only now: a live region that arrives with its text is not spoken
  section.append(result);
  // The browser's own submitting: Enter in a blank works, and Enter that ends an input method's composition does not.
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (shown === null) take(false);
  });
  form.addEventListener("input", () => (hint.textContent = ""));
  refresh();

  function take(unsure) {
    const missing = unsure ? "" : controls.missing();
    hint.textContent = missing;
    if (missing) return;
    const given = controls.read();
    const { right } = controls.grade(given);
    store.update([id], (old) => withAttempt(old, { version, answer: given, right, unsure }));
    show(store.get(id));
    result.firstChild.focus();
  }

  function show(record) {
    const { right, solution, detail } = controls.grade(record.answer);
    const verdict = record.unsure ? "unsure" : right ? "right" : "wrong";
    const words = { right: "答对了", wrong: "答错了", unsure: "已记为不确定" }[verdict];
    const rest = verdict === "right" ? "" : `，正确答案是${solution}${verdict === "wrong" ? detail : ""}`;
    const reasons = controls.show(record.answer);
    const next = element("div", { class: "question__actions" });
    if (reasons.length) next.append(reasonsButton(reasons));
    next.append(button("again", "再做一次", { onclick: tryAgain }));
    result.replaceChildren(
      element(
        "p",
        { class: "question__verdict", tabIndex: -1 },
        icon(verdict),
        element("span", {}, element("strong", {}, words), rest),
      ),
      element("div", { class: "question__explanation" }, explanation ? copyOf(explanation) : ""),
      next,
    );
    shown = record.time;
    present("answered", verdict);
  }

  function reasonsButton(reasons) {
    return button("reasons", "看其他选项为什么不对", {
      "aria-expanded": "false",
      "aria-controls": reasons.map((reason) => reason.id).join(" "),
      onclick({ currentTarget }) {
        const expand = currentTarget.getAttribute("aria-expanded") === "false";
        currentTarget.setAttribute("aria-expanded", expand);
        for (const reason of reasons) reason.hidden = !expand;
      },
    });
  }

  function present(state, verdict) {
    section.dataset.state = state;
    section.dataset.verdict = verdict;
    actions.hidden = state === "answered";
    result.hidden = !actions.hidden;
    hint.textContent = "";
  }

  function open() {
    const record = store.get(id);
    shown = null;
    controls.clear();
    result.replaceChildren();
    present("open", "");
    if (record?.attempts && record.version !== version) hint.textContent = "题目改过了，请再答一次。";
  }

  /** Asks again. The old answer stays on record until a new one is given. */
  function reopen() {
    putAway = store.get(id)?.time;
    open();
  }

  function tryAgain() {
    reopen();
    controls.first.focus();
  }

  function start() {
    section.scrollIntoView({ block: "start" });
    controls.first.focus({ preventScroll: true });
  }

  /** Shows what the store holds, unless the reader is at work on this very question. */
  function refresh() {
    const record = answered(store.get(id), version);
    const atWork = section.contains(document.activeElement) || controls.read().some(Boolean);
    if (!record) {
      if (shown !== null) open();
    } else if (shown === null ? record.time !== putAway && !atWork : record.time !== shown) {
      show(record);
    }
  }

  return { id, version, kind, section, refresh, reopen, start };
}
