import assert from "node:assert/strict";
import { test } from "node:test";
import { gradeBlanks, gradeChoice } from "../../docs/assets/js/grade.js";

const same = (text) => text;

test("a choice is right only when the sets are equal", () => {
  assert.deepEqual(gradeChoice(["A", "C"], ["C", "A"]), { right: true, missed: [], extra: [] });
  assert.deepEqual(gradeChoice(["A", "C"], ["A", "D"]), { right: false, missed: ["C"], extra: ["D"] });
  assert.equal(gradeChoice(["A"], []).right, false);
});

test("each blank has its own verdict", () => {
  const accepted = [["甲", "乙"], ["丙"]];
  assert.deepEqual(gradeBlanks(accepted, ["乙", "丙"], same), { right: true, each: [true, true] });
  assert.deepEqual(gradeBlanks(accepted, ["乙"], same), { right: false, each: [true, false] });
});

test("nothing is never right, whatever is accepted", () => {
  assert.equal(gradeBlanks([[""]], [""], same).right, false);
});
