import assert from "node:assert/strict";
import { test } from "node:test";
import { folder } from "../../docs/assets/js/fold.js";

const fold = folder("戶户與与業业");

for (const [typed, accepted] of [
  ["ＮＰＳ", "nps"],
  [" 客 户\u3000保留度\u200b", "客户保留度"],
  ["客戶與企業", "客户与企业"],
  ["《客户服务》", "客户服务"],
  ["“3A”法则", "3A法则"],
  ["B２C", "b2c"],
  ["售前——售后", "售前-售后"],
  ["菲利普•科特勒", "菲利普·科特勒"],
  ["保留度。", "保留度"],
]) {
  test(`${typed} is ${accepted}`, () => assert.equal(fold(typed), fold(accepted)));
}

test("different words stay different", () => {
  assert.notEqual(fold("保留度"), fold("保留率"));
  assert.notEqual(fold("3.5"), fold("35"));
});

test("without pairs, Traditional characters stay", () => assert.equal(folder()("客戶"), "客戶"));
