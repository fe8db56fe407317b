// Entry of every page: the search speaks Simplified, so what is typed in Traditional characters is turned into it.
import { BASE } from "./course.js";

const box = document.querySelector("input[name='query']");
let simplified; // asked for when the search is first used

async function load() {
  const pairs = await fetch(new URL("assets/traditional.json", BASE))
    .then((response) => response.json())
    .catch(() => ({})); // without it the search works as before
  return new Map(Object.entries(pairs));
}

async function fold() {
  simplified ??= load();
  const map = await simplified;
  const plain = Array.from(box.value, (character) => map.get(character) ?? character).join("");
  if (plain === box.value) return;
  const { selectionStart, selectionEnd } = box;
  box.value = plain;
  box.setSelectionRange(selectionStart, selectionEnd);
  box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true })); // what the theme listens for
}

box?.addEventListener("focus", () => (simplified ??= load()), { once: true });
// Never inside a composition: an input method would lose what it is spelling.
box?.addEventListener("input", ({ isComposing }) => isComposing || fold());
box?.addEventListener("compositionend", fold);
