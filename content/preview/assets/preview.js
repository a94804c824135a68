"use strict";
// Which languages are shown, printing, and on the index page filters and search. DATA stands before this.

const MOST_HITS = 100;
const AROUND = 60;
const byId = (name) => document.getElementById(name);

// --- every page ---

function showLanguages() {
  const boxes = [...document.querySelectorAll(".tongues input")];
  const hidden = new Set(boxes.filter((box) => !box.checked).map((box) => box.value));
  for (const column of document.querySelectorAll(".column")) column.hidden = hidden.has(column.dataset.language);
}

for (const box of document.querySelectorAll(".tongues input")) box.addEventListener("change", showLanguages);
for (const tool of document.querySelectorAll(".tongues, #print")) tool.hidden = false;
byId("print")?.addEventListener("click", () => window.print());
if (document.querySelector(".tongues")) showLanguages();

// On paper nothing can be opened.
let closed = [];
window.addEventListener("beforeprint", () => {
  closed = [...document.querySelectorAll("details:not([open])")];
  for (const one of closed) one.open = true;
});
window.addEventListener("afterprint", () => {
  for (const one of closed) one.open = false;
});

// On a narrow screen a graph is wider than its frame: begin where the story begins.
for (const start of document.querySelectorAll(".graph .box.start")) {
  const frame = start.closest(".scroll");
  const [box, around] = [start.getBoundingClientRect(), frame.getBoundingClientRect()];
  frame.scrollLeft += box.left - around.left - (around.width - box.width) / 2;
}

// --- search: small letters, no spaces, and Thai vowels in one form ---

function folded(text) {
  return text.normalize("NFKD").toLowerCase().replace(/\s+/gu, "");
}

function foldedWithPlaces(text) {
  let all = "";
  const places = [];
  let at = 0;
  for (const char of text) {
    const plain = folded(char);
    for (let n = 0; n < plain.length; n += 1) places.push(at);
    all += plain;
    at += char.length;
  }
  return { all, places: [...places, text.length] };
}

function textNode(tag, text) {
  const node = document.createElement(tag);
  node.textContent = text;
  return node;
}

// The next place that does not part a letter from its marks, nor an emoji.
function whole(text, at) {
  let place = at;
  while (/^[\p{M}\uDC00-\uDFFF]/u.test(text.slice(place, place + 1))) place += 1;
  return place;
}

function excerpt(text, wanted) {
  const line = document.createElement("p");
  const { all, places } = foldedWithPlaces(text);
  const found = all.indexOf(wanted);
  if (found < 0) return textNode("p", text.slice(0, 2 * AROUND));
  const [start, end] = [places[found], places[found + wanted.length]];
  const [from, to] = [whole(text, Math.max(0, start - AROUND)), whole(text, end + AROUND)];
  line.append(from ? "…" : "", text.slice(from, start), textNode("mark", text.slice(start, end)));
  line.append(text.slice(end, to), to < text.length ? "…" : "");
  return line;
}

function hit([item, anchor, language, text], wanted) {
  const { page, titles } = DATA.items[item];
  const link = textNode("a", titles[language] ?? Object.values(titles)[0]);
  link.href = `${page}${document.documentElement.dataset.suffix}.html#${anchor}`;
  const line = document.createElement("li");
  const found = excerpt(text, wanted);
  link.lang = language;
  found.lang = language;
  line.append(link, " ", textNode("code", anchor), found);
  return line;
}

// --- the index page ---

function say(name, values) {
  const words = byId("found").dataset[name];
  byId("found").textContent = words.replace(/\{(\w+)\}/gu, (_, key) => values[key]);
}

function filterItems() {
  const [state, kind] = [byId("state").value, byId("kind").value];
  const rows = [...document.querySelectorAll(".items li")];
  for (const row of rows) {
    row.hidden = (kind && row.dataset.kind !== kind) || (state && !row.dataset.states.split(" ").includes(state));
  }
  for (const part of document.querySelectorAll(".kind")) part.hidden = !part.querySelector("li:not([hidden])");
  return rows;
}

function find() {
  const rows = filterItems();
  const wanted = folded(byId("query").value);
  byId("results").hidden = !wanted;
  byId("everything").hidden = Boolean(wanted);
  byId("hits").replaceChildren();
  if (!wanted) {
    say("items", { count: rows.filter((row) => !row.hidden).length, all: rows.length });
    return;
  }
  const found = FOLDED.filter((one) => !rows[one.entry[0]].hidden && one.text.includes(wanted));
  const first = found.slice(0, MOST_HITS);
  byId("hits").append(...first.map((one) => hit(one.entry, wanted)));
  const name = found.length === 0 ? "none" : found.length > first.length ? "more" : "texts";
  say(name, { count: found.length, shown: first.length });
}

const finder = byId("finder");
const FOLDED = finder ? DATA.texts.map((entry) => ({ entry, text: folded(entry[3]) })) : [];
if (finder) {
  finder.hidden = false;
  finder.addEventListener("input", find);
  finder.addEventListener("submit", (event) => event.preventDefault());
  find();
}
