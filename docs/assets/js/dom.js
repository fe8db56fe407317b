// Making elements without HTML strings: text stays text.

/**
 * @param {string} name
 * @param {Record<string, unknown>} [properties] properties or attributes
 * @param {...(Node | string)} children
 * @returns {any}
 */
export function element(name, properties = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in node) node[key] = value;
    else node.setAttribute(key, String(value));
  }
  node.append(...children);
  return node;
}

/**
 * @param {string} action name of what it does, for styles and tests
 * @param {string} text
 * @param {Record<string, unknown>} [properties]
 */
export const button = (action, text, properties = {}) =>
  element("button", { type: "button", class: "practice-button", "data-action": action, ...properties }, text);

const SHAPES = {
  right: "M3.5 8.5l3 3 6-7",
  wrong: "M4 4l8 8M12 4l-8 8",
  unsure: "M5.5 6a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.8-1.1 1.6M8 12.3v.2",
};

/**
 * A small drawing in the text's colour; the words beside it say the same.
 * @param {keyof typeof SHAPES} shape
 */
export function icon(shape) {
  const make = (name, attributes) => {
    const node = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    return node;
  };
  const svg = make("svg", { class: "practice-icon", viewBox: "0 0 16 16", "aria-hidden": "true" });
  svg.append(make("path", { d: SHAPES[shape] }));
  return svg;
}

/** Copies what is inside a node; ids stay with the original, as they must be unique. */
export function copyOf(node) {
  const copy = document.createDocumentFragment();
  copy.append(...Array.from(node.childNodes, (child) => child.cloneNode(true)));
  for (const marked of copy.querySelectorAll("[id]")) marked.removeAttribute("id");
  return copy;
}

/** The text of a heading without the theme's permanent link. */
export const textOf = (node) =>
  [...node.childNodes]
    .filter((child) => !child.classList?.contains("headerlink"))
    .map((child) => child.textContent)
    .join("")
    .trim();
