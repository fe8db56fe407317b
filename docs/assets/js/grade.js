// Right or wrong, and in what. Pure: knows nothing of the page.

/**
 * @param {string[]} key right letters
 * @param {string[]} given chosen letters
 */
export function gradeChoice(key, given) {
  const missed = key.filter((letter) => !given.includes(letter));
  const extra = given.filter((letter) => !key.includes(letter));
  return { right: missed.length === 0 && extra.length === 0, missed, extra };
}

/**
 * @param {string[][]} accepted accepted texts of each blank
 * @param {string[]} given text of each blank
 * @param {(text: string) => string} fold
 */
export function gradeBlanks(accepted, given, fold) {
  const each = accepted.map((variants, i) => {
    const text = fold(given[i] ?? "");
    return text !== "" && variants.some((variant) => fold(variant) === text);
  });
  return { right: each.every(Boolean), each };
}
