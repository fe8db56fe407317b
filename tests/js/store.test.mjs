import assert from "node:assert/strict";
import { test } from "node:test";
import { answered, cleared, tally, withAttempt, withOwn } from "../../docs/assets/js/records.js";
import { createStore, KEY } from "../../docs/assets/js/store.js";

/** A storage in memory; `full` makes writing fail. */
function memory(items = {}) {
  const storage = {
    items,
    full: false,
    getItem: (key) => storage.items[key] ?? null,
    setItem(key, text) {
      if (storage.full) throw new DOMException("full", "QuotaExceededError");
      storage.items[key] = text;
    },
    removeItem: (key) => delete storage.items[key],
  };
  return storage;
}

const right = (old) => withAttempt(old, { version: "v1", answer: ["A"], right: true, unsure: false });
const wrong = (old) => withAttempt(old, { version: "v1", answer: ["B"], right: false, unsure: false });

test("an answer survives, with its history", () => {
  const storage = memory();
  createStore(() => storage).update(["a"], wrong);
  createStore(() => storage).update(["a"], right);
  const record = createStore(() => storage).get("a");
  assert.deepEqual([record.attempts, record.rights, record.review], [2, 1, false]);
  assert.equal(answered(record, "v1"), record);
  assert.equal(answered(record, "v2"), undefined); // the question was edited since
});

test("unsure is never right and comes back for review", () => {
  const record = withAttempt(undefined, { version: "v1", answer: ["A"], right: true, unsure: true });
  assert.deepEqual([record.right, record.review, record.rights], [false, true, 0]);
});

test("two tabs write over each other without loss", () => {
  const storage = memory();
  const [one, other] = [createStore(() => storage), createStore(() => storage)];
  one.update(["a"], right);
  other.update(["b"], right);
  one.update(["a"], wrong);
  other.reload();
  assert.equal(other.get("a").attempts, 2);
  assert.ok(other.get("b"));
});

test("what a full storage refuses is kept and written later", () => {
  const storage = memory();
  const store = createStore(() => storage);
  storage.full = true;
  store.update(["a"], right);
  assert.equal(store.isSaving(), false);
  assert.ok(store.get("a"));
  storage.full = false;
  store.update(["b"], right);
  assert.equal(store.isSaving(), true);
  assert.deepEqual(Object.keys(JSON.parse(storage.items[KEY]).questions), ["a", "b"]);
});

test("an unsaved old answer does not undo clearing in another tab", () => {
  const storage = memory();
  let time = 0;
  const clock = () => (time += 10);
  const one = createStore(() => storage, clock);
  one.update(["a"], right);
  storage.full = true;
  one.update(["a"], wrong);
  storage.full = false;
  createStore(() => storage, clock).update(["a"], (old) => cleared(old, false));
  one.update(["b"], right);
  assert.equal(one.get("a").answer, null);
});

for (const text of ["{oops", "[]", "null", '{"schema":1}', '{"questions":{}}']) {
  test(`damaged text ${text} is kept aside`, () => {
    const storage = memory({ [KEY]: text });
    createStore(() => storage).update(["a"], right);
    const [aside] = Object.keys(storage.items).filter((key) => key.startsWith(`${KEY}-damaged-`));
    assert.equal(storage.items[aside], text);
    assert.ok(createStore(() => storage).get("a"));
  });
}

test("a newer schema is never overwritten", () => {
  const text = '{"schema":2,"anything":[]}';
  const storage = memory({ [KEY]: text });
  const store = createStore(() => storage);
  store.update(["a"], right);
  assert.equal(storage.items[KEY], text);
  assert.equal(store.isSaving(), false);
  assert.ok(store.get("a"));
});

test("one bad record does not take the others along", () => {
  const storage = memory();
  createStore(() => storage).update(["a"], right);
  const data = JSON.parse(storage.items[KEY]);
  Object.assign(data.questions, { b: { answer: 5 }, c: null });
  storage.items[KEY] = JSON.stringify(data);
  const store = createStore(() => storage);
  assert.ok(store.get("a"));
  assert.equal(store.get("b"), undefined);
});

test("storage that throws when touched", () => {
  const store = createStore(() => {
    throw new DOMException("no", "SecurityError");
  });
  store.visit({ title: "客户忠诚", url: "relationships/loyalty/" });
  assert.equal(store.lastPage().title, "客户忠诚");
  assert.equal(store.isSaving(), false);
});

test("a clock set back does not lose the newer answer", () => {
  const storage = memory();
  createStore(() => storage, () => 1000).update(["a"], wrong);
  const store = createStore(() => storage, () => 5);
  store.update(["a"], right);
  assert.equal(store.get("a").right, true);
});

test("points belong to a version, drafts do not; clearing keeps drafts unless told", () => {
  const record = { ...withOwn(undefined, "v1", { draft: "我的", points: [0] }), time: 1 };
  const edited = withOwn(record, "v2", { draft: "我的答案" });
  assert.deepEqual([edited.draft, edited.points], ["我的答案", undefined]);
  assert.equal(cleared(record, false).draft, "我的");
  assert.equal(cleared(record, true).draft, undefined);
});

test("tally counts graded questions in their present version", () => {
  const records = { a: right(), b: wrong(), c: right() };
  const questions = ["a", "b", "c", "d"].map((id) => ({ id, version: id === "c" ? "v2" : "v1", kind: "single" }));
  const counts = tally([...questions, { id: "o", version: "v1", kind: "open" }], (id) => records[id]);
  assert.deepEqual(counts, { total: 4, answered: 2, right: 1, review: [questions[1]] });
});
