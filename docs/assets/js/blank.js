// The blanks of a fill-in question.
import { element, icon } from "./dom.js";
import { gradeBlanks } from "./grade.js";

/**
 * @param {HTMLElement} section
 * @param {HTMLElement} answer
 * @param {(text: string) => string} fold
 * @returns {import("./choice.js").Controls}
 */
export function blankControls(section, answer, fold) {
  const inputs = [...section.querySelectorAll("input.question__blank")];
  /** @type {string[][]} */
  const accepted = JSON.parse(answer.dataset.key);
  if (!inputs.length || accepted.length !== inputs.length || !accepted.every((texts) => texts.length)) {
    throw new Error("the key does not fit the blanks");
  }
  const several = inputs.length > 1;
  const name = (i) => (several ? `第 ${i + 1} 空` : "空格");

  function clear() {
    for (const input of inputs) {
      input.value = "";
      input.readOnly = false;
      input.removeAttribute("aria-describedby");
      delete input.dataset.mark;
    }
    for (const mark of section.querySelectorAll(".question__blank-mark")) mark.remove();
  }

  return {
    first: inputs[0],
    read: () => inputs.map((input) => input.value.trim()),
    missing() {
      const empty = inputs.findIndex((input) => input.value.trim() === "");
      return empty < 0 ? "" : `${name(empty)}还没有填。填好再提交；想不起来，就点“不确定”。`;
    },
    grade(given) {
      const { right } = gradeBlanks(accepted, given, fold);
      const solution = accepted.map(([text], i) => `${several ? name(i) : ""}“${text}”`).join("，");
      return { right, solution, detail: "" };
    },
    show(given) {
      clear();
      const { each } = gradeBlanks(accepted, given, fold);
      inputs.forEach((input, i) => {
        const shape = each[i] ? "right" : "wrong";
        const id = `${section.id}-blank-${i}`;
        const words = each[i] ? "对" : `应填“${accepted[i][0]}”`;
        input.value = given[i] ?? "";
        input.readOnly = true; // unlike `disabled`: can still be reached, read and copied
        input.dataset.mark = shape;
        input.setAttribute("aria-describedby", id);
        input.after(element("span", { class: "question__blank-mark", id, "data-mark": shape }, icon(shape), words));
      });
      return [];
    },
    clear,
  };
}
