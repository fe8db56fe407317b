// One place in localStorage for everything the reader did. Never throws: what cannot be saved is kept in memory,
// and `saving` says so.
import { emptyState, later, merge, parse, stringify } from "./records.js";

/** @typedef {import("./records.js").QuestionRecord} QuestionRecord */
/** @typedef {ReturnType<typeof createStore>} Store */

export const KEY = "customer-service-course";

/**
 * @param {() => Storage} [storage] a function, because merely touching window.localStorage may throw
 * @param {() => number} [now]
 */
export function createStore(storage = () => window.localStorage, now = Date.now) {
  let saved = emptyState(); // as last read from or written to storage
  let unsaved = emptyState(); // changes that storage has not taken yet
  let saving = load();
  const listeners = [];

  /** Reads what is stored now, other tabs' writing included. False: storage must not be written. */
  function load() {
    try {
      const text = storage().getItem(KEY);
      const state = text === null ? emptyState() : parse(text);
      if (state === "newer") return false; // a later course wrote it; we would lose what we do not know
      if (state === "damaged") {
        // Kept aside for a person to look at. `saved` stays: it may hold what the damage destroyed.
        storage().setItem(`${KEY}-damaged-${now()}`, text);
        storage().removeItem(KEY);
      } else {
        saved = state;
      }
      return true;
    } catch {
      return false; // switched off, or too full to keep the damaged text
    }
  }

  /** Writes on top of what is stored now. A full storage keeps its old text; the next change tries again. */
  function change(edit) {
    saving = load();
    edit();
    if (saving) {
      try {
        const merged = merge(saved, unsaved);
        storage().setItem(KEY, stringify(merged));
        saved = merged;
        unsaved = emptyState();
      } catch {
        saving = false;
      }
    }
    notify();
  }

  function notify() {
    for (const listener of listeners) {
      try {
        listener();
      } catch (error) {
        console.warn(error); // one broken question must not stop the others
      }
    }
  }

  const get = (/** @type {string} */ id) => later(saved.questions.get(id), unsaved.questions.get(id));
  const lastPage = () => later(saved.lastPage, unsaved.lastPage);
  // Later than what it replaces, even when the clock was set back.
  const timeAfter = (old) => Math.max(now(), (old?.time ?? 0) + 1);

  return {
    get,
    lastPage,
    isSaving: () => saving,
    /**
     * @param {string[]} ids
     * @param {(old: QuestionRecord | undefined) => QuestionRecord} edit
     */
    update(ids, edit) {
      change(() => {
        for (const id of ids) unsaved.questions.set(id, { ...edit(get(id)), time: timeAfter(get(id)) });
      });
    },
    /** @param {{title: string, url: string}} page */
    visit(page) {
      change(() => {
        unsaved.lastPage = { ...page, time: timeAfter(lastPage()) };
      });
    },
    reload() {
      saving = load() && unsaved.questions.size === 0;
      notify();
    },
    /** @param {() => void} listener */
    subscribe: (listener) => void listeners.push(listener),
  };
}

/** The page's own store, in step with other tabs. Outside a browser there is none. */
export const store = typeof window === "undefined" ? undefined : createStore();

if (store) {
  addEventListener("storage", ({ key }) => {
    if (key === KEY || key === null) store.reload(); // null: everything was cleared
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) store.reload(); // back from the history, where no storage events arrive
  });
}
