// What a person can do with what they see: press, vote, follow, answer, change, delete.

import { Refused } from "./api.js";
import { Links } from "./links.js";
import { t } from "./words.js";

export class Actions {
  constructor(phone, overlay, app) {
    this.phone = phone;
    this.overlay = overlay;
    this.app = app;
    this.links = new Links(phone, overlay, app, this);
    this.composer = null;
  }

  async try(work) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Refused) && !(error instanceof TypeError)) throw error;
      this.overlay.toast(t("refused", { why: error.message }));
      return null;
    }
  }

  ask(path, body) {
    return this.try(() => this.phone.ask(path, body));
  }

  get place() {
    const { chat, topic } = this.phone.view;
    return topic === null ? { chat } : { chat, topic };
  }

  send(text, more = {}) {
    return this.ask("/sim/send", { ...this.place, text, ...more });
  }

  start(payload) {
    return this.ask("/sim/start", payload ? { payload } : {});
  }

  command(text) {
    const named = this.phone.here.type === "private" || text.includes("@") ? text : `${text}@${this.phone.state.bot.username}`;
    return this.send(named);
  }

  link(url) {
    this.links.follow(url);
  }

  press(message, one, spot) {
    if (one.kind === "callback") return this.try(() => this.phone.tap(message, one.data, spot));
    if (one.kind === "url") return this.link(one.url);
    if (one.kind === "copy") return this.copy(one.copy);
    if (one.kind === "inline_here") return this.composer.write(`@${this.phone.state.bot.username} ${one.query}`);
    if (one.kind === "inline") return this.links.chooseChat(one.query);
    return this.overlay.toast(t("not_simulated"));
  }

  vote(message, options) {
    return this.ask("/sim/poll_vote", { chat: message.chat, message: message.id, options });
  }

  key(key) {
    if (key.asks === "contact" || key.asks === "location") return this.media(key.asks);
    return this.send(key.text);
  }

  media(kind) {
    return this.ask("/sim/media", { ...this.place, kind });
  }

  reply(message) {
    if (message && !message.service) this.composer.answer(message);
  }

  async copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      this.overlay.toast(t("copied"));
    } catch {
      this.overlay.dialog({ title: t("copy_by_hand"), text, choices: [{ label: t("close"), primary: true }] });
    }
  }

  menu(message, anchor) {
    if (!message || message.service) return;
    this.overlay.menu(anchor, this.choices(message), t("message_menu"));
  }

  choices(message) {
    const free = !message.protected;
    const items = [
      { label: t("reply"), icon: "reply", act: () => this.reply(message), testid: "menu-reply" },
      message.can_edit && { label: t("edit"), icon: "edit", act: () => this.composer.change(message), testid: "menu-edit" },
      free && message.text && { label: t("copy"), icon: "copy", act: () => this.copy(message.text), testid: "menu-copy" },
      free && { label: t("forward"), icon: "forward", act: () => this.forward(message), testid: "menu-forward" },
      message.protected && { label: t("protected"), icon: "lock", act: () => this.overlay.toast(t("protected_why")) },
      message.can_delete && { label: t("delete"), icon: "trash", danger: true, act: () => this.delete(message), testid: "menu-delete" },
    ];
    return items.filter(Boolean);
  }

  delete(message) {
    return this.ask("/sim/delete", { chat: message.chat, message: message.id });
  }

  forward(message) {
    const give = (chat) => this.ask("/sim/forward", { from_chat: message.chat, message: message.id, chat: chat.id });
    const items = this.phone.state.chats.map((chat) => ({ label: chat.title, icon: "forward", act: () => give(chat) }));
    this.overlay.menu(this.composer.element, items, t("forward_to"));
  }
}
