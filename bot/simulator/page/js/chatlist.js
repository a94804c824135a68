// The list of chats on one phone.

import { avatar, el, languageOf, reconcile } from "./dom.js";
import { serviceText } from "./bubble.js";
import { clockTime, currentLanguage, t } from "./words.js";

export class ChatList {
  constructor(phone) {
    this.phone = phone;
    this.list = el("ul", { class: "rows", "data-testid": "chats" });
    this.element = el("div", { class: "screen" }, this.list);
  }

  update() {
    const chats = this.phone.state.chats.filter((chat) => !moved(chat)).sort((a, b) => latest(b) - latest(a));
    reconcile(this.list, chats.map((chat) => this.row(chat)));
  }

  row(chat) {
    const last = chat.messages.at(-1);
    const unread = this.phone.unreadIn(chat);
    const mark = JSON.stringify([chat.title, last, unread, chat.blocked, chat.started, currentLanguage()]);
    return { key: chat.id, mark, make: () => row(chat, last, unread, () => this.phone.open(chat)) };
  }
}

function row(chat, last, unread, open) {
  const kind = chat.type === "private" ? "bot" : "group";
  const key = `chat-${chat.id}`;
  return el(
    "li",
    {},
    el(
      "button",
      { type: "button", class: "row", "data-testid": key, "data-focus": key, on: { click: open } },
      avatar(chat.title, kind),
      el("span", { class: "row-title", lang: languageOf(chat.title) }, chat.title, chat.forum ? el("small", {}, t("staff_forum")) : null),
      el("time", { class: "row-time" }, last ? clockTime(last.date) : ""),
      el("span", { class: "row-text", lang: languageOf(last?.text) }, chat.blocked ? t("blocked") : preview(last, chat)),
      badge(unread),
    ),
  );
}

export function badge(count) {
  if (!count) return el("span", { class: "badge none" });
  return el("span", { class: "badge", "data-testid": "unread" }, String(count), el("span", { class: "hidden" }, t("unread")));
}

// One line about the last message.
export function preview(message, chat) {
  if (!message) return chat.type === "private" ? t("not_started") : t("nothing_yet");
  if (message.service) return serviceText(message);
  const body = message.text ?? (message.poll ? message.poll.question : t("media_message"));
  if (chat.type === "private" && !message.mine) return body;
  return `${message.mine ? t("you") : message.from.name}: ${body}`;
}

function moved(chat) {
  return chat.messages.at(-1)?.service?.kind === "migrated_to";
}

function latest(chat) {
  return chat.messages.at(-1)?.date ?? 0;
}

