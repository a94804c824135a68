// What floats over a pane: menus, boxes with a question or a notice, and short-lived toasts.

import { button, el, icon, languageOf } from "./dom.js";
import { t } from "./words.js";

const TOAST_MS = 3500;

export class Overlay {
  constructor() {
    this.toasts = el("div", { class: "toasts", role: "status", "aria-live": "polite" });
    this.element = el("div", { class: "overlay" }, this.toasts);
    this.closers = [];
  }

  // items: [{label, icon, act, danger?, testid?, note?}]
  menu(anchor, items, label) {
    this.close();
    const box = el("div", { class: "menu", role: "menu", "aria-label": label }, items.map((item) => this.item(item)));
    const back = document.activeElement;
    const shade = el("div", { class: "shade", on: { click: () => this.close() } });
    this.show([shade, box], () => back?.isConnected && back.focus({ preventScroll: true }));
    box.addEventListener("keydown", (event) => arrows(event, box, '[role="menuitem"]'));
    this.put(box, anchor);
    box.querySelector('[role="menuitem"]')?.focus();
  }

  item({ label, icon: sign, act, danger, testid, note }) {
    const chosen = () => {
      this.close();
      act();
    };
    const words = el("span", {}, label, note ? el("small", {}, note) : null);
    const props = { role: "menuitem", class: `menu-item ${danger ? "danger" : ""}`, "data-testid": testid, "aria-label": note ? `${label}: ${note}` : label };
    return button(label, chosen, props, sign ? icon(sign) : "", words);
  }

  put(box, anchor) {
    const frame = this.element.getBoundingClientRect();
    const at = anchor.getBoundingClientRect();
    const top = Math.min(at.bottom - frame.top + 4, frame.height - box.offsetHeight - 8);
    const left = Math.min(at.left - frame.left, frame.width - box.offsetWidth - 8);
    box.style.top = `${Math.max(8, top)}px`;
    box.style.left = `${Math.max(8, left)}px`;
  }

  // choices: [{label, act?, primary?, danger?}]; field: {label, value} asks for a line of text, which `act` gets.
  dialog({ title, text, choices, field, testid }) {
    this.close();
    const back = document.activeElement;
    const input = field && el("input", { type: "text", value: field.value ?? "", "aria-label": field.label, maxlength: "128" });
    const buttons = choices.map((choice) => this.choice(choice, input));
    const box = el(
      "div",
      { class: "dialog", role: "alertdialog", "aria-modal": "true", "aria-label": title ?? text, tabindex: "-1", "data-testid": testid ?? "dialog" },
      title && el("h3", {}, title),
      text && el("p", { lang: languageOf(text) }, text),
      input,
      el("div", { class: "dialog-buttons" }, buttons),
    );
    box.addEventListener("keydown", (event) => trap(event, box));
    input?.addEventListener("keydown", (event) => event.key === "Enter" && buttons.find((one) => one.classList.contains("primary"))?.click());
    this.show([el("div", { class: "shade dark" }), box], () => back?.isConnected && back.focus({ preventScroll: true }));
    (input ?? buttons.at(-1) ?? box).focus();
  }

  choice({ label, act, primary, danger, testid }, input) {
    const chosen = () => {
      this.close();
      act?.(input?.value.trim());
    };
    return button(label, chosen, { class: `${primary ? "primary" : ""} ${danger ? "danger" : ""}`, "data-testid": testid });
  }

  alert(text) {
    this.dialog({ text, choices: [{ label: t("ok"), primary: true, testid: "alert-ok" }], testid: "alert" });
  }

  toast(text) {
    const note = el("p", { class: "toast", lang: languageOf(text), "data-testid": "toast" }, text);
    this.toasts.append(note);
    setTimeout(() => note.remove(), TOAST_MS);
  }

  show(nodes, after) {
    this.element.append(...nodes);
    this.closers.push(() => {
      for (const node of nodes) node.remove();
      after();
    });
  }

  // True when there was something to close.
  close() {
    const open = this.closers.length > 0;
    for (const closer of this.closers.splice(0)) closer();
    return open;
  }
}

export function arrows(event, box, selector) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const all = [...box.querySelectorAll(selector)];
  all[(all.indexOf(document.activeElement) + step + all.length) % all.length]?.focus();
}

function trap(event, box) {
  if (event.key !== "Tab") return;
  const all = [...box.querySelectorAll("button, input")];
  const edge = event.shiftKey ? all[0] : all.at(-1);
  if (document.activeElement !== edge) return;
  event.preventDefault();
  (event.shiftKey ? all.at(-1) : all[0]).focus();
}
