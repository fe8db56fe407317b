// Entry of every chapter page: remembers it as the place where the reader stopped.
import { BASE } from "./course.js";
import { textOf } from "./dom.js";
import { store } from "./store.js";

const { origin, pathname } = location;
const address = origin + pathname;
if (document.querySelector('meta[name="course-page"][content="chapter"]') && address.startsWith(BASE.href)) {
  const heading = document.querySelector("h1");
  store.visit({ title: heading ? textOf(heading) : document.title, url: address.slice(BASE.href.length) });
}
