// Where the site is, and what the build tells about the course.

/** The site's root, two folders above these modules. */
export const BASE = new URL("../../", import.meta.url);

/**
 * @typedef {{id: string, version: string, kind: string, url: string}} ListedQuestion  url is relative to the site
 * @typedef {{slug: string, title: string, questions: ListedQuestion[]}} Chapter
 * @returns {Promise<Chapter[] | null>} null when the list cannot be had: everything must work without it
 */
export async function fetchChapters() {
  try {
    const response = await fetch(new URL("assets/course.json", BASE), {
      cache: "no-cache", // the list must be of the same age as the pages
      signal: AbortSignal.timeout(8000),
    });
    const { version, chapters } = await response.json();
    return response.ok && version === 1 && Array.isArray(chapters) ? chapters : null;
  } catch {
    return null;
  }
}
