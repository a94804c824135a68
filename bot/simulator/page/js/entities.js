// A message's text with its entities: bold, links, spoilers and so on, possibly nested.

import { button, el, languageOf } from "./dom.js";

const TAGS = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  expandable_blockquote: "blockquote",
};

// They stand on lines of their own, so the line break after them would show twice.
const BLOCKS = ["pre", "blockquote", "expandable_blockquote"];

// actions: {link(url), command(text)}
export function formatted(text, entities, actions) {
  const known = [...(entities ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return el("span", { class: "text", lang: languageOf(text) }, pieces(text, 0, text.length, known, actions));
}

function pieces(text, start, end, entities, actions) {
  const nodes = [];
  let at = start;
  while (entities.length && entities[0].offset < end) {
    const entity = entities.shift();
    const stop = Math.min(entity.offset + entity.length, end);
    if (entity.offset < at || stop <= entity.offset) continue;
    if (entity.offset > at) nodes.push(text.slice(at, entity.offset));
    nodes.push(wrap(entity, text.slice(entity.offset, stop), pieces(text, entity.offset, stop, entities, actions), actions));
    at = BLOCKS.includes(entity.type) && text[stop] === "\n" ? stop + 1 : stop;
  }
  if (at < end) nodes.push(text.slice(at, end));
  return nodes;
}

function wrap(entity, words, children, actions) {
  const { type } = entity;
  if (TAGS[type]) return el(TAGS[type], {}, children);
  if (type === "text_link") return link(entity.url, children, actions);
  if (type === "url") return link(words.includes("://") ? words : `https://${words}`, children, actions);
  if (type === "bot_command") return inlineButton(children, () => actions.command(words));
  if (type === "spoiler") return spoiler(children);
  if (type === "mention" || type === "text_mention" || type === "hashtag") return el("span", { class: "mention" }, children);
  return el("span", {}, children);
}

function link(url, children, actions) {
  return inlineButton(children, () => actions.link(url), { title: url });
}

function inlineButton(children, click, props = {}) {
  const node = el("button", { type: "button", class: "text-link", ...props, on: { click } }, children);
  return node;
}

function spoiler(children) {
  const node = button("", () => node.classList.toggle("shown"), { class: "spoiler" });
  node.append(...children);
  return node;
}
