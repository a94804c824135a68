// The topics of a forum: the list, and what can be done with one.

import { button, el, icon, languageOf, reconcile } from "./dom.js";
import { badge, preview } from "./chatlist.js";
import { topicName } from "./chat.js";
import { inTopic } from "./store.js";
import { clockTime, currentLanguage, t } from "./words.js";

export class TopicList {
  constructor(phone, overlay, actions) {
    this.phone = phone;
    this.overlay = overlay;
    this.actions = actions;
    this.head = el("header", { class: "chat-head" });
    this.list = el("ul", { class: "rows", "data-testid": "topics" });
    this.create = button(t("topic_new"), () => this.ask(), { class: "new-topic", "data-testid": "new-topic" }, icon("plus"), t("topic_new"));
    this.element = el("div", { class: "screen" }, this.head, this.list, this.create);
  }

  update() {
    const chat = this.phone.here;
    this.heading(chat);
    this.create.hidden = !chat.can_manage_topics;
    const order = [...chat.topics].sort((a, b) => b.general - a.general || latest(chat, b) - latest(chat, a));
    reconcile(this.list, order.map((topic) => this.row(chat, topic)));
  }

  heading(chat) {
    if (this.title === chat.title) return;
    this.title = chat.title;
    const back = button(t("back"), () => this.phone.go("list"), { class: "icon-button", "data-testid": "back" }, icon("back"));
    this.head.replaceChildren(back, el("div", { class: "chat-title" }, el("h3", { lang: languageOf(chat.title) }, chat.title), el("p", { class: "quiet" }, t("topics"))));
  }

  row(chat, topic) {
    const last = inTopic(chat, topic.id).at(-1);
    const unread = this.phone.unreadIn(chat, topic.id);
    const mark = JSON.stringify([topic, last, unread, currentLanguage()]);
    const open = () => this.phone.open(chat, topic.id);
    return { key: topic.id, mark, make: () => this.make(chat, topic, last, unread, open) };
  }

  make(chat, topic, last, unread, open) {
    const name = topicName(topic);
    const row = el(
      "button",
      { type: "button", class: `row ${topic.closed ? "closed" : ""}`, "data-testid": `topic-${topic.id}`, "data-focus": `topic-${topic.id}`, on: { click: open } },
      el("span", { class: `topic-sign color-${topic.icon_color}`, "aria-hidden": "true" }, topic.general ? "#" : icon(topic.closed ? "lock" : "contact")),
      el("span", { class: "row-title", lang: languageOf(name) }, name, topic.closed ? el("small", {}, t("topic_closed")) : null),
      el("time", { class: "row-time" }, last ? clockTime(last.date) : ""),
      el("span", { class: "row-text", lang: languageOf(last?.text) }, preview(last, chat)),
      badge(unread),
    );
    row.addEventListener("contextmenu", (event) => this.menu(event, chat, topic, row));
    return el("li", {}, row);
  }

  menu(event, chat, topic, anchor) {
    event.preventDefault();
    if (chat.can_manage_topics && !topic.general) this.overlay.menu(anchor, topicChoices(this, chat, topic), topic.name);
  }

  ask() {
    const make = (name) => name && this.actions.ask("/sim/topic_create", { chat: this.phone.here.id, name });
    this.overlay.dialog(naming(t("topic_new"), "", make));
  }
}

export function topicChoices({ overlay, actions }, chat, topic) {
  if (topic.general) return [];
  const place = { chat: chat.id, topic: topic.id };
  const rename = (name) => name && actions.ask("/sim/topic_edit", { ...place, name });
  const toggle = () => actions.ask("/sim/topic_edit", { ...place, closed: !topic.closed });
  return [
    { label: t(topic.closed ? "topic_reopen" : "topic_close"), icon: "lock", act: toggle, testid: "menu-topic-close" },
    { label: t("topic_rename"), icon: "edit", act: () => overlay.dialog(naming(t("topic_rename"), topic.name, rename)) },
    { label: t("topic_delete"), icon: "trash", danger: true, act: () => actions.ask("/sim/topic_delete", place), testid: "menu-topic-delete" },
  ];
}

function naming(title, value, act) {
  const choices = [{ label: t("cancel") }, { label: t("ok"), primary: true, act }];
  return { title, field: { label: t("topic_name"), value }, choices };
}

function latest(chat, topic) {
  return inTopic(chat, topic.id).at(-1)?.id ?? 0;
}
