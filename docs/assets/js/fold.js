// What a filled-in answer may differ in without being a different answer.

const SPACES = /[\s\u200b-\u200d\u2060\ufeff]+/gu;
const DASHES = /[-\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58]+/gu;
const DOTS = /[\u2022\u2027\u30fb\u2219\u22c5]/gu; // 菲利普·科特勒, typed with other dots
const QUOTES = /["'`“”‘’„«»「」『』〝〞《》〈〉]/gu;
const FINAL_STOP = /[。.]+$/u;

/**
 * Makes a folding function for one page.
 *
 * @param {string} [pairs] Traditional and Simplified characters in turn: "轉转換换"
 * @returns {(text: string) => string}
 */
export function folder(pairs = "") {
  const characters = Array.from(pairs.replace(SPACES, ""));
  const simplified = new Map();
  for (let i = 0; i + 1 < characters.length; i += 2) simplified.set(characters[i], characters[i + 1]);

  return (text) => {
    const plain = text
      .normalize("NFKC") // full width ＮＰＳ, half-width forms, compatibility characters
      .toLowerCase()
      .replace(SPACES, "")
      .replace(QUOTES, "")
      .replace(DASHES, "-")
      .replace(DOTS, "·")
      .replace(FINAL_STOP, "");
    return Array.from(plain, (character) => simplified.get(character) ?? character).join("");
  };
}
