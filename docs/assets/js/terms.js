// Entry of chapter pages: a term shows its definition on hover and on focus.
// The definition can be pointed at, stays until it is left, and goes at Escape (WCAG 2.2, 1.4.13).
import { BASE } from "./course.js";
import { element } from "./dom.js";

const LEAVE = 200; // ms to move the pointer from the term to its definition
const tip = element("span", { class: "term-tip", id: "term-tip", role: "tooltip", hidden: true });
document.body.append(tip);

let definitions; // asked for once, by the first term that is looked at
let owner = null;
let timer = 0;

function load() {
  definitions ??= fetch(new URL("assets/glossary.json", BASE))
    .then((response) => response.json())
    .catch(() => ({})); // without it the link still leads to the glossary
  return definitions;
}

async function show(term) {
  clearTimeout(timer);
  owner = term;
  const text = (await load())[term.dataset.term];
  if (!text || owner !== term) return;
  tip.textContent = text;
  tip.hidden = false;
  term.setAttribute("aria-describedby", tip.id);
  const box = term.getBoundingClientRect();
  const width = Math.min(320, innerWidth - 32);
  tip.style.width = `${width}px`;
  tip.style.left = `${scrollX + Math.max(16, Math.min(box.left, innerWidth - width - 16))}px`;
  const above = box.bottom + tip.offsetHeight + 8 > innerHeight && box.top > tip.offsetHeight + 8;
  tip.style.top = `${scrollY + (above ? box.top - tip.offsetHeight - 4 : box.bottom + 4)}px`;
}

function hide() {
  clearTimeout(timer);
  owner?.removeAttribute("aria-describedby");
  owner = null;
  tip.hidden = true;
}

const leave = () => {
  clearTimeout(timer);
  timer = setTimeout(hide, LEAVE);
};

for (const term of document.querySelectorAll("a.term")) {
  term.addEventListener("pointerenter", () => show(term));
  term.addEventListener("focus", () => show(term));
  term.addEventListener("pointerleave", leave);
  term.addEventListener("blur", hide);
}
tip.addEventListener("pointerenter", () => clearTimeout(timer));
tip.addEventListener("pointerleave", leave);
addEventListener("keydown", ({ key }) => key === "Escape" && hide());
