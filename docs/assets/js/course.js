// Where the site is, and what the build tells about the course.

/** The site's root, two folders above these modules. */
export const BASE = new URL("../../", import.meta.url);

/**
 * @typedef {{id: string, version: string, kind: string, point: string, url: string}} ListedQuestion  url is relative
 *   to the site
 * @typedef {{slug: string, title: string, questions: ListedQuestion[]}} Chapter
 */

/** @returns {Promise<any>} null when the file cannot be had: everything must work without it */
async function fetchJson(path) {
  try {
    const response = await fetch(new URL(path, BASE), {
      cache: "no-cache", // the list must be of the same age as the pages
      signal: AbortSignal.timeout(8000),
    });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

/** @returns {Promise<Chapter[] | null>} all chapters, for pages about the whole course */
export async function fetchChapters() {
  const course = await fetchJson("assets/course.json");
  return course?.version === 1 && Array.isArray(course.chapters) ? course.chapters : null;
}

/**
 * @param {string} slug
 * @returns {Promise<Chapter | null>}
 */
export async function fetchChapter(slug) {
  const chapter = slug && (await fetchJson(`assets/chapters/${encodeURIComponent(slug)}.json`));
  return Array.isArray(chapter?.questions) ? chapter : null;
}
