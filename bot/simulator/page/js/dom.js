// Building elements. Text only ever goes in as text nodes, so nothing that anyone wrote can become markup.

import { phrase } from "./words.js";

const SVG = "http://www.w3.org/2000/svg";

const SHAPES = {
  back: "M15 5l-7 7 7 7",
  send: "M4 12l16-8-5 16-3.5-6.5zM11.5 13.5L20 4",
  attach: "M20 11.5l-8 8a5 5 0 0 1-7-7l8.5-8.5a3.4 3.4 0 0 1 4.8 4.8L10 17a1.7 1.7 0 0 1-2.4-2.4l7.4-7.4",
  more: "M12 5.5v.01M12 12v.01M12 18.5v.01",
  close: "M6 6l12 12M18 6L6 18",
  keys: "M3 7h18v10H3zM7 10.5h.01M11 10.5h.01M15 10.5h.01M8 14h8",
  reply: "M10 7L4 12l6 5v-3.5c5 0 8 1 10 4-.5-6-4-9-10-9z",
  edit: "M4 20l1-4L16 5l3 3L8 19z",
  trash: "M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13",
  copy: "M8 8h11v12H8zM5 16V4h11",
  forward: "M14 7l6 5-6 5v-3.5c-5 0-8 1-10 4 .5-6 4-9 10-9z",
  pin: "M9 4h6l-1 6 3 3H7l3-3zM12 13v7",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  check: "M5 12.5l4.5 4.5L19 7",
  mic: "M12 4a2.5 2.5 0 0 1 2.5 2.5v5a2.5 2.5 0 0 1-5 0v-5A2.5 2.5 0 0 1 12 4zM6.5 11.5a5.5 5.5 0 0 0 11 0M12 17v3.5",
  photo: "M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9h.01",
  sticker: "M5 5h14v9l-5 5H5zM14 19v-5h5M9 10h.01M14 10h.01",
  contact: "M12 12a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM5 20c0-4 3-6 7-6s7 2 7 6",
  location: "M12 21s7-6.5 7-11.5a7 7 0 0 0-14 0C5 14.5 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
  file: "M7 3h7l4 4v14H7zM14 3v4h4",
  help: "M9 9.5a3 3 0 1 1 4 2.8c-.8.3-1 .9-1 1.7M12 17.5v.01M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z",
  sliders: "M4 7h9M17 7h3M4 17h3M11 17h9M15 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM9 19.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
  menu: "M4 7h16M4 12h16M4 17h16",
  plus: "M12 5v14M5 12h14",
  link: "M8 16L18 6M10 6h8v8",
  down: "M6 9l6 6 6-6",
  play: "M8 5l11 7-11 7z",
  group: "M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3 19c0-3.5 2.5-5 6-5s6 1.5 6 5M16 5.5a3 3 0 0 1 0 5.5M17.5 14.5c2.2.6 3.5 2 3.5 4.5",
  bot: "M4 6h16v10h-8l-4 4v-4H4zM9 11v.01M15 11v.01",
  block: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM6 6l12 12",
};

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", SHAPES[name]);
  svg.append(path);
  return svg;
}

// props: attributes, with `on: {event: listener}` for listeners; null, undefined and false leave an attribute out.
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name === "on") for (const [event, listener] of Object.entries(value)) node.addEventListener(event, listener);
    else if (value !== null && value !== undefined && value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

export function button(label, click, props = {}, ...children) {
  const named = children.length ? { "aria-label": label, title: label } : {};
  return el("button", { type: "button", ...named, ...props, on: { click } }, ...(children.length ? children : [label]));
}

export function iconButton(name, label, click, props = {}) {
  return button(label, click, { ...props, class: `icon-button ${props.class ?? ""}` }, icon(name));
}

export function languageOf(text) {
  return /[\u0e00-\u0e7f]/.test(text ?? "") ? "th" : "en";
}

// The first letter of a name, past the Thai word that goes before an older person's.
function initial(name) {
  const own = name.replace(phrase("th", "honorific"), "").trim() || name;
  const letters = [...new Intl.Segmenter("th", { granularity: "grapheme" }).segment(own)];
  return letters[0]?.segment ?? "";
}

export function avatar(name, kind) {
  return el("span", { class: `avatar kind-${kind}`, "aria-hidden": "true" }, kind === "bot" ? icon("bot") : initial(name));
}

// Keep the children of `parent` equal to `items` ({key, mark, make}): a child is made anew only when its mark changed.
export function reconcile(parent, items) {
  const old = parent.known ?? new Map();
  const known = new Map();
  for (const item of items) {
    const had = old.get(item.key);
    known.set(item.key, had && had.mark === item.mark ? had : { mark: item.mark, node: remake(had?.node, item) });
    old.delete(item.key);
  }
  for (const { node } of old.values()) node.remove();
  let place = parent.firstChild;
  for (const { node } of known.values()) {
    if (node === place) place = place.nextSibling;
    else parent.insertBefore(node, place);
  }
  parent.known = known;
}

function remake(old, item) {
  const node = item.make();
  if (!old) return node;
  const focused = old.contains(document.activeElement) ? document.activeElement.dataset.focus : null;
  old.replaceWith(node);
  if (focused) (node.querySelector(`[data-focus="${focused}"]`) ?? node).focus({ preventScroll: true });
  return node;
}
