// The text field with everything around it: answering, editing, commands, attachments, the reply keyboard.

import { button, el, iconButton, languageOf } from "./dom.js";
import { replyKeyboard } from "./keyboard.js";
import { Suggestions } from "./suggestions.js";
import { has, t } from "./words.js";

const ATTACHED = ["photo", "voice", "sticker", "contact", "location", "document"];
const SIGNS = { photo: "photo", voice: "mic", sticker: "sticker", contact: "contact", location: "location", document: "file" };
const MOST_HEIGHT = 132;

export class Composer {
  constructor(phone, overlay, actions) {
    this.phone = phone;
    this.overlay = overlay;
    this.actions = actions;
    this.about = null;
    this.drafts = new Map();
    this.keysHidden = false;
    this.build();
  }

  build() {
    this.field = el("textarea", { rows: "1", "aria-label": t("write"), "data-testid": "composer", enterkeyhint: "send", autocomplete: "off" });
    this.field.addEventListener("input", () => this.typed());
    this.field.addEventListener("keydown", (event) => this.keydown(event));
    this.suggestions = new Suggestions(this.phone, this.actions, this);
    this.context = el("div", { class: "context", hidden: true });
    this.commands = button(t("commands"), () => this.suggestions.toggleCommands(), { class: "icon-button slash", "data-testid": "commands" }, "/");
    this.attach = iconButton("attach", t("attach"), (event) => this.attachments(event.currentTarget), { "data-testid": "attach", "aria-haspopup": "menu" });
    this.keys = iconButton("keys", t("keyboard_toggle"), () => this.toggleKeys(), { "data-testid": "toggle-keyboard" });
    this.sender = iconButton("send", t("send"), () => this.send(), { class: "send", "data-testid": "send" });
    this.keyboard = el("div", { class: "keyboard-place" });
    this.line = el("div", { class: "composer-line" }, this.attach, this.commands, this.field, this.keys, this.sender);
    this.instead = el("div", { class: "instead", hidden: true });
    this.element = el("div", { class: "composer" }, this.suggestions.element, this.context, this.instead, this.line, this.keyboard);
  }

  update(chat, topic) {
    const place = `${chat.id}:${topic}`;
    if (place !== this.place) this.enter(place);
    this.commands.hidden = !chat.commands.length;
    this.field.placeholder = chat.keyboard?.placeholder || t("write");
    this.showKeyboard(chat);
    this.showInstead(chat, topic);
    this.force(chat);
    this.suggestions.refresh();
  }

  enter(place) {
    if (this.place) this.drafts.set(this.place, this.field.value);
    this.place = place;
    this.drop();
    this.field.value = this.drafts.get(place) ?? "";
    this.resize();
  }

  force(chat) {
    const asked = chat.messages.find((message) => message.id === chat.force_reply);
    if (asked && asked.id !== this.forced) this.answer(asked);
    this.forced = asked?.id;
  }

  showKeyboard(chat) {
    const shape = JSON.stringify(chat.keyboard);
    this.keys.hidden = !chat.keyboard;
    if (shape !== this.shape) {
      this.shape = shape;
      this.keysHidden = false;
      this.keyboard.replaceChildren(...(chat.keyboard ? [replyKeyboard(chat.keyboard, this.actions)] : []));
    }
    this.keyboard.hidden = !chat.keyboard || this.keysHidden;
    this.keys.setAttribute("aria-pressed", String(!this.keyboard.hidden));
  }

  toggleKeys() {
    this.keysHidden = !this.keysHidden;
    this.phone.changed("view");
  }

  // What stands in place of the text field when this person cannot write here.
  showInstead(chat, topic) {
    const [kind, content] = this.barrier(chat, topic);
    if (kind !== this.kind) this.instead.replaceChildren(...content);
    this.kind = kind;
    this.instead.hidden = !kind;
    this.line.hidden = Boolean(kind);
    if (kind) this.keyboard.hidden = true;
  }

  barrier(chat, topic) {
    if (chat.type === "private" && chat.blocked) return ["blocked", [el("p", {}, t("blocked_note")), this.big("unblock", () => this.actions.ask("/sim/unblock", {}))]];
    if (chat.type === "private" && !chat.started) return ["start", [this.big("start", () => this.actions.start())]];
    if (!chat.can_post) return ["shut", [el("p", {}, t("cannot_post"))]];
    const closed = chat.topics.find((one) => one.id === topic)?.closed;
    if (closed && !chat.can_manage_topics) return ["closed", [el("p", {}, t("topic_closed_note"))]];
    return ["", []];
  }

  big(key, act) {
    return button(t(key), act, { class: "primary big", "data-testid": key });
  }

  attachments(anchor) {
    const items = ATTACHED.map((kind) => ({
      label: t(`media_${kind}`),
      icon: SIGNS[kind],
      act: () => this.actions.media(kind),
      testid: `attach-${kind}`,
      note: has(`media_${kind}_note`) ? t(`media_${kind}_note`) : null,
    }));
    this.overlay.menu(anchor, items, t("attach"));
  }

  typed() {
    this.resize();
    this.suggestions.typed(this.field.value);
  }

  resize() {
    this.field.lang = languageOf(this.field.value);
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, MOST_HEIGHT)}px`;
  }

  keydown(event) {
    if (event.isComposing) return;
    if (this.suggestions.keydown(event)) return;
    if (event.key === "Enter" && !event.shiftKey) this.send(event);
    else if (event.key === "Escape" && this.about) this.drop(event);
    else if (event.key === "ArrowUp" && !this.field.value) this.changeLast(event);
  }

  changeLast(event) {
    const last = this.phone.here.messages.findLast((message) => message.mine && message.can_edit);
    if (!last) return;
    event.preventDefault();
    this.change(last);
  }

  write(text) {
    this.field.value = text;
    this.typed();
    this.field.focus();
  }

  answer(message) {
    if (!message) return;
    this.about = { kind: "reply", message };
    this.showContext(t("replying_to", { name: message.from.name }), message);
  }

  change(message) {
    this.about = { kind: "edit", message };
    this.showContext(t("editing"), message);
    this.write(message.text);
  }

  showContext(title, message) {
    const text = message.text || t("media_message");
    this.context.replaceChildren(
      el("div", { class: "context-words" }, el("strong", {}, title), el("span", { lang: languageOf(text) }, text)),
      iconButton("close", t("cancel"), () => this.drop()),
    );
    this.context.hidden = false;
    this.field.focus();
  }

  drop(event) {
    event?.stopPropagation();
    if (this.about?.kind === "edit") this.clear();
    this.about = null;
    this.context.hidden = true;
  }

  clear() {
    this.field.value = "";
    this.typed();
  }

  async send(event) {
    event?.preventDefault();
    const text = this.field.value.trim();
    if (!text) return;
    const about = this.about;
    this.about = null;
    this.context.hidden = true;
    this.clear();
    if (!(await this.deliver(text, about)) && !this.field.value) this.write(text);
  }

  deliver(text, about) {
    if (about?.kind === "edit") return this.actions.ask("/sim/edit", { chat: about.message.chat, message: about.message.id, text });
    return this.actions.send(text, about ? { reply_to: about.message.id } : {});
  }
}
