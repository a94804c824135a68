// The screen of one chat or topic: heading, messages, text field.

import { avatar, el, iconButton, languageOf } from "./dom.js";
import { Composer } from "./composer.js";
import { MessageList } from "./messages.js";
import { topicChoices } from "./topics.js";
import { t } from "./words.js";

const GONE = ["left", "kicked"];

export class ChatScreen {
  constructor(phone, overlay, actions) {
    this.phone = phone;
    this.overlay = overlay;
    this.actions = actions;
    this.composer = actions.composer = new Composer(phone, overlay, actions);
    this.head = el("header", { class: "chat-head" });
    this.pin = el("div", { class: "pin", hidden: true });
    this.welcome = el("div", { class: "welcome", hidden: true });
    this.body = el("div", { class: "chat-body" });
    this.element = el("div", { class: "screen chat" }, this.head, this.pin, this.body, this.composer.element);
  }

  update() {
    const { chat: id, topic } = this.phone.view;
    const chat = this.phone.here;
    if (`${id}:${topic}` !== this.place) this.enter(`${id}:${topic}`);
    this.heading(chat, topic);
    this.pinned(chat, topic);
    this.greet(chat);
    this.messages.update(chat, topic);
    this.composer.update(chat, topic);
  }

  enter(place) {
    this.place = place;
    this.messages = new MessageList(this.phone, this.handlers());
    this.body.replaceChildren(this.welcome, this.messages.element);
  }

  handlers() {
    const names = ["press", "vote", "link", "command", "menu", "reply"];
    return Object.fromEntries(names.map((name) => [name, (...given) => this.actions[name](...given)]));
  }

  heading(chat, topic) {
    const named = chat.topics.find((one) => one.id === topic);
    const title = named ? topicName(named) : chat.title;
    const mark = JSON.stringify([title, chat.type, chat.members, chat.typing, named, this.phone.online, chat.blocked, chat.started]);
    if (mark === this.headMark) return;
    this.headMark = mark;
    this.head.replaceChildren(
      iconButton("back", t("back"), () => this.back(chat), { "data-testid": "back" }),
      chat.type === "private" ? avatar(title, "bot") : avatar(title, "group"),
      el("div", { class: "chat-title" }, el("h3", { lang: languageOf(title) }, title), el("p", { class: "quiet" }, subtitle(this.phone, chat, named))),
      iconButton("more", t("chat_menu"), (event) => this.menu(chat, named, event.currentTarget), { "data-testid": "place-menu", "aria-haspopup": "menu" }),
    );
  }

  back(chat) {
    if (chat.forum) this.phone.go("topics", chat.id);
    else this.phone.go("list");
  }

  menu(chat, topic, anchor) {
    this.overlay.menu(anchor, chat.type === "private" ? this.privateChoices(chat) : this.groupChoices(chat, topic), t("chat_menu"));
  }

  privateChoices(chat) {
    const block = chat.blocked ? "unblock" : "block";
    return [
      { label: t(block), icon: "block", danger: !chat.blocked, act: () => this.actions.ask(`/sim/${block}`, {}), testid: `menu-${block}` },
      { label: t("clear_chat"), note: t("clear_chat_note"), icon: "trash", danger: true, act: () => this.actions.ask("/sim/clear", {}), testid: "menu-clear" },
    ];
  }

  groupChoices(chat, topic) {
    const inside = chat.members.filter((one) => !GONE.includes(one.status));
    const names = inside.map((one) => one.name).join(", ");
    const items = [{ label: t("members", { count: inside.length }), note: names, icon: "group", act: () => this.overlay.toast(names) }];
    return topic && chat.can_manage_topics ? items.concat(topicChoices(this, chat, topic)) : items;
  }

  pinned(chat, topic) {
    const last = chat.pinned.map((id) => chat.messages.find((message) => message.id === id)).findLast((one) => one && (topic === null || one.topic === topic));
    this.pin.hidden = !last;
    if (!last || last.id === this.pinnedId) return;
    this.pinnedId = last.id;
    const text = last.text ?? t("media_message");
    this.pin.replaceChildren(el("button", { type: "button", class: "pin-button", on: { click: () => this.messages.jump(last.id) } }, el("strong", {}, t("pinned")), el("span", { lang: languageOf(text) }, text)));
  }

  // Before Start, Telegram shows what the bot says about itself.
  greet(chat) {
    const fresh = chat.type === "private" && !chat.started && !chat.messages.length;
    this.welcome.hidden = !fresh;
    const text = this.phone.state.bot.description || t("no_description");
    if (!fresh || text === this.greeting) return;
    this.greeting = text;
    this.welcome.replaceChildren(avatar(chat.title, "bot"), el("h3", {}, t("what_can_it_do")), el("p", { lang: languageOf(text) }, text));
  }
}

export function topicName(topic) {
  return topic.general ? t("topic_general") : topic.name;
}

function subtitle(phone, chat, topic) {
  if (!phone.online) return t("offline");
  if (chat.typing.length) return t("typing");
  if (topic?.closed) return t("topic_closed");
  if (chat.type === "private") return chat.blocked ? t("blocked") : t("a_bot");
  const count = chat.members.filter((one) => !GONE.includes(one.status)).length;
  return topic ? chat.title : t("members", { count });
}
