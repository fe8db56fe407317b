// What is remembered, and every change it can go through. Pure: knows nothing of storage or page.

/** Version of the stored shape. A reader of version 2 converts version 1 in `parse`. */
export const SCHEMA = 1;

/**
 * One question: the latest attempt, and how many there were. The later of two records wins.
 * @typedef {object} QuestionRecord
 * @property {string} version  version of the question that was answered
 * @property {string[] | null} answer  letters chosen or texts filled in; null: never answered, or cleared
 * @property {boolean} right
 * @property {boolean} unsure
 * @property {boolean} review  to be asked again
 * @property {number} time  of the last change, in ms
 * @property {number} attempts
 * @property {number} rights  attempts that were right
 * @property {string} [draft]  open questions: the reader's own text
 * @property {number[]} [points]  open questions: marking points the reader gave themselves
 *
 * @typedef {{title: string, url: string, time: number}} LastPage  url is relative to the site
 *
 * @typedef {object} State
 * @property {Map<string, QuestionRecord>} questions
 * @property {LastPage | null} lastPage
 * @property {object} other  fields this version does not know: kept as they are
 */

const isText = (value) => typeof value === "string";
const isFlag = (value) => typeof value === "boolean";
const isCount = (value) => Number.isInteger(value) && value >= 0;
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const has = (fields) => (value) =>
  isObject(value) && Object.entries(fields).every(([name, test]) => test(value[name]));

const isPage = has({ title: isText, url: isText, time: Number.isFinite });
const isRecord = has({
  version: isText,
  answer: (value) => value === null || (Array.isArray(value) && value.every(isText)),
  right: isFlag,
  unsure: isFlag,
  review: isFlag,
  time: Number.isFinite,
  attempts: isCount,
  rights: isCount,
  draft: (value) => value === undefined || isText(value),
  points: (value) => value === undefined || (Array.isArray(value) && value.every(isCount)),
});

/** @returns {State} */
export const emptyState = () => ({ questions: new Map(), lastPage: null, other: {} });

/**
 * Reads stored text. A single record of the wrong shape counts as never written; the others stay.
 * @param {string} text
 * @returns {State | "damaged" | "newer"}
 */
export function parse(text) {
  let data;
  try {
    data = JSON.parse(text);
  } catch {
    return "damaged";
  }
  if (!isObject(data) || !isCount(data.schema)) return "damaged";
  if (data.schema > SCHEMA) return "newer";
  if (!isObject(data.questions)) return "damaged";
  const { schema, questions, lastPage, ...other } = data;
  return {
    questions: new Map(Object.entries(questions).filter(([, record]) => isRecord(record))),
    lastPage: isPage(lastPage) ? lastPage : null,
    other,
  };
}

/** @param {State} state */
export function stringify({ questions, lastPage, other }) {
  return JSON.stringify({ ...other, schema: SCHEMA, lastPage, questions: Object.fromEntries(questions) });
}

/** The later of two things with a time; either may be missing. */
export const later = (a, b) => (a && b ? (b.time >= a.time ? b : a) : (a ?? b));

/**
 * @param {State} saved
 * @param {State} unsaved
 * @returns {State}
 */
export function merge(saved, unsaved) {
  const questions = new Map(saved.questions);
  for (const [id, record] of unsaved.questions) questions.set(id, later(questions.get(id), record));
  return { questions, lastPage: later(saved.lastPage, unsaved.lastPage), other: saved.other };
}

const untouched = {
  version: "",
  answer: null,
  right: false,
  unsure: false,
  review: false,
  time: 0,
  attempts: 0,
  rights: 0,
};

/** The record, when it holds an answer to this very version of the question. */
export const answered = (record, version) =>
  record && record.answer !== null && record.version === version ? record : undefined;

/**
 * @param {QuestionRecord | undefined} old
 * @param {{version: string, answer: string[], right: boolean, unsure: boolean}} attempt
 * @returns {QuestionRecord}
 */
export function withAttempt(old = untouched, attempt) {
  const right = attempt.right && !attempt.unsure;
  const rights = old.rights + (right ? 1 : 0);
  return { ...old, ...attempt, right, review: !right, attempts: old.attempts + 1, rights };
}

/**
 * An open question's text or self-marking. Points given to an older version are not carried over.
 * @param {QuestionRecord | undefined} old
 * @param {string} version
 * @param {{draft?: string, points?: number[]}} own
 * @returns {QuestionRecord}
 */
export function withOwn(old = untouched, version, own) {
  return { ...old, points: old.version === version ? old.points : undefined, version, ...own };
}

/**
 * A cleared record stays as an empty one: an older copy in another tab cannot bring the answer back.
 * @param {QuestionRecord} old
 * @param {boolean} dropDraft
 * @returns {QuestionRecord}
 */
export const cleared = ({ version, draft }, dropDraft) => ({
  ...untouched,
  version,
  draft: dropDraft ? undefined : draft,
});

/**
 * Counts what was answered. Open questions are not counted: nobody graded them.
 * @template {{id: string, version: string, kind: string}} Q
 * @param {Q[]} questions
 * @param {(id: string) => QuestionRecord | undefined} get
 */
export function tally(questions, get) {
  const graded = questions.filter(({ kind }) => kind !== "open");
  const done = graded.filter(({ id, version }) => answered(get(id), version));
  return {
    total: graded.length,
    answered: done.length,
    right: done.filter(({ id }) => get(id).right).length,
    review: done.filter(({ id }) => get(id).review),
  };
}
