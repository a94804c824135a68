// One person's phone on the page: heading, the screen they look at, and what floats above it.

import { avatar, el, iconButton, languageOf } from "./dom.js";
import { Actions } from "./actions.js";
import { ChatList } from "./chatlist.js";
import { ChatScreen } from "./chat.js";
import { Overlay } from "./menus.js";
import { TopicList } from "./topics.js";
import { t } from "./words.js";

export class Pane {
  constructor(phone, app) {
    this.phone = phone;
    this.app = app;
    this.overlay = new Overlay();
    this.actions = new Actions(phone, this.overlay, app);
    this.screens = {
      chat: new ChatScreen(phone, this.overlay, this.actions),
      topics: new TopicList(phone, this.overlay, this.actions),
      list: new ChatList(phone),
    };
    this.body = el("div", { class: "pane-body" });
    this.hint = el("p", { class: "hint", hidden: true, role: "note" });
    this.element = this.frame();
    this.heard = ({ detail }) => this.changed(detail);
    phone.addEventListener("change", this.heard);
    for (const used of ["pointerdown", "input"]) this.body.addEventListener(used, (event) => event.isTrusted && this.look(null));
    this.update();
  }

  frame() {
    const { id, name, kind } = this.phone.person;
    const close = iconButton("close", t("pane_close", { name }), () => this.app.toggle(id), { "data-testid": "pane-close" });
    const head = el("header", { class: "pane-head" }, avatar(name, kind), el("h2", { lang: languageOf(name) }, name), el("span", { class: `role kind-${kind}` }, t(`kind_${kind}`)), close);
    return el(
      "section",
      { class: `pane kind-${kind}`, "aria-label": t("pane_of", { name, role: t(`kind_${kind}`) }), "data-testid": `pane-${id}`, "data-kind": kind, on: { keydown: (event) => this.key(event) } },
      head,
      this.hint,
      this.body,
      this.overlay.element,
    );
  }

  changed({ what, event }) {
    if (what === "toast") this.toast(event);
    if (this.pending) return;
    this.pending = true;
    queueMicrotask(() => {
      this.pending = false;
      this.update();
    });
  }

  update() {
    if (!this.phone.state) return;
    this.phone.read();
    this.follow();
    const shown = this.screens[this.phone.view.screen];
    if (shown !== this.shown) {
      this.body.replaceChildren(shown.element);
      this.shown = shown;
    }
    shown.update();
  }

  // A group that became a supergroup goes on under its new number.
  follow() {
    const last = this.phone.here?.messages.at(-1)?.service;
    const next = last?.kind === "migrated_to" && this.phone.chat(last.chat);
    if (next) this.phone.open(next);
  }

  toast({ text, alert, url }) {
    if (url) this.actions.link(url);
    if (!text) return;
    if (alert) this.overlay.alert(text);
    else this.overlay.toast(text);
  }

  key(event) {
    if (event.key !== "Escape") return;
    if (this.overlay.close()) return event.stopPropagation();
    if (this.phone.view.screen === "list" || event.target.tagName === "TEXTAREA") return undefined;
    return this.body.querySelector('[data-testid="back"]')?.click();
  }

  // A line above the screen that says what to look at, and a ring around the pane.
  look(text) {
    this.element.classList.toggle("look", Boolean(text));
    this.hint.hidden = !text;
    this.hint.textContent = text ?? "";
    if (text) this.element.scrollIntoView({ inline: "nearest", block: "nearest" });
  }

  close() {
    this.phone.removeEventListener("change", this.heard);
    this.element.remove();
  }
}
