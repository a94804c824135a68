// Which people are on the page: the bar of people and the panes side by side (one at a time on a small screen).

import { avatar, button, el, languageOf } from "./dom.js";
import { badge } from "./chatlist.js";
import { Pane } from "./pane.js";
import { currentLanguage, remember, remembered, t } from "./words.js";

const KEPT = "phuean.panes";
const SMALL = matchMedia("(max-width: 719px)");

export class Panes {
  constructor(phones) {
    this.phones = phones;
    this.panes = new Map();
    this.row = el("main", { class: "panes", id: "panes", tabindex: "-1", "data-testid": "panes" });
    this.bar = el("nav", { class: "people", "aria-label": t("people"), "data-testid": "people" });
    for (const phone of phones) phone.addEventListener("change", () => this.refresh());
    SMALL.addEventListener("change", () => this.refresh());
  }

  begin() {
    const kept = (remembered(KEPT) ?? "").split(",").map(Number).filter((id) => this.phone(id));
    for (const id of kept.length ? kept : this.usual()) this.open(id);
    this.front = [...this.panes.keys()][0];
    this.refresh();
  }

  usual() {
    return [this.first("child", currentLanguage()), this.first("staff")].filter(Boolean).map((phone) => phone.id);
  }

  first(kind, language) {
    const fitting = this.phones.filter(({ person }) => person.kind === kind);
    return fitting.find(({ person }) => person.language === language) ?? fitting[0];
  }

  phone(id) {
    return this.phones.find((phone) => phone.id === id);
  }

  open(id) {
    if (this.panes.has(id)) return;
    const phone = this.phone(id);
    this.panes.set(id, new Pane(phone, this));
    const order = this.phones.filter((one) => this.panes.has(one.id));
    const after = order[order.indexOf(phone) + 1];
    this.row.insertBefore(this.panes.get(id).element, after ? this.panes.get(after.id).element : null);
    if (phone.view.screen === "list") phone.until((one) => one.state, 5000).then(() => home(phone));
  }

  shut(id) {
    this.panes.get(id)?.close();
    this.panes.delete(id);
    this.phone(id).visible = false;
    if (this.front === id) this.front = [...this.panes.keys()][0];
  }

  // A press on a person: on a wide screen in or out of the row, on a small one to the front.
  toggle(id) {
    if (SMALL.matches) return this.show(id);
    if (!this.panes.has(id)) this.open(id);
    else if (this.panes.size > 1) this.shut(id);
    this.front = this.panes.has(id) ? id : this.front;
    return this.settle();
  }

  show(id) {
    this.open(id);
    this.front = id;
    this.settle();
  }

  // Exactly these people, as a scene wants them.
  only(ids) {
    for (const id of ids) this.open(id);
    for (const id of [...this.panes.keys()]) if (!ids.includes(id)) this.shut(id);
    this.front = ids[0];
    this.settle();
  }

  settle() {
    remember(KEPT, [...this.panes.keys()].join(","));
    this.refresh();
    this.panes.get(this.front)?.element.scrollIntoView({ inline: "nearest", block: "nearest" });
  }

  refresh() {
    if (this.pending) return;
    this.pending = true;
    queueMicrotask(() => {
      this.pending = false;
      this.draw();
    });
  }

  draw() {
    for (const [id, pane] of this.panes) {
      pane.element.classList.toggle("front", id === this.front);
      this.phone(id).visible = !SMALL.matches || id === this.front;
      this.phone(id).read();
    }
    const focused = document.activeElement?.dataset?.focus;
    this.bar.replaceChildren(...this.phones.map((phone) => this.chip(phone)));
    if (focused?.startsWith("chip-")) this.bar.querySelector(`[data-focus="${focused}"]`)?.focus();
  }

  chip(phone) {
    const { id, name, kind } = phone.person;
    const pressed = SMALL.matches ? id === this.front : this.panes.has(id);
    const unread = pressed ? 0 : phone.unreadAll;
    return button(
      `${name}, ${t(`kind_${kind}`)}${unread ? `, ${t("unread_count", { count: unread })}` : ""}`,
      () => this.toggle(id),
      { class: `chip kind-${kind}`, "aria-pressed": String(pressed), "data-testid": `chip-${id}`, "data-kind": kind, "data-focus": `chip-${id}` },
      avatar(name, kind),
      el("span", { class: "chip-words" }, el("span", { class: "chip-name", lang: languageOf(name) }, name), el("small", {}, t(`kind_${kind}`))),
      badge(unread),
    );
  }

  close() {
    for (const id of [...this.panes.keys()]) this.shut(id);
  }
}

// Where a phone opens: children in their chat with the bot, staff in their forum.
function home(phone) {
  if (phone.view.screen !== "list") return;
  if (phone.person.kind === "staff" && phone.forum) phone.open(phone.forum);
  else if (phone.privateChat) phone.open(phone.privateChat);
}
