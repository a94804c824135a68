// The list above the text field: commands after "/", and what the bot offers after its own name.

import { button, el, languageOf } from "./dom.js";
import { arrows } from "./menus.js";
import { t } from "./words.js";

const INLINE_PAUSE_MS = 300;

export class Suggestions {
  constructor(phone, actions, composer) {
    this.phone = phone;
    this.actions = actions;
    this.composer = composer;
    this.whole = false;
    this.element = el("div", { class: "suggestions", role: "listbox", "aria-label": t("commands"), hidden: true });
    this.element.addEventListener("keydown", (event) => this.inside(event));
    phone.addEventListener("change", ({ detail }) => detail.what === "inline_results" && this.offered(detail.event));
  }

  toggleCommands() {
    this.whole = !this.whole;
    this.refresh();
    if (this.whole) this.element.querySelector("button")?.focus();
  }

  typed(text) {
    this.whole = false;
    this.ask(text);
    this.refresh();
  }

  refresh() {
    if (this.results) return;
    const found = this.matching();
    this.element.hidden = !found.length;
    if (JSON.stringify(found) === this.shown) return;
    this.shown = JSON.stringify(found);
    this.element.replaceChildren(...found.map((command) => this.command(command)));
  }

  matching() {
    const commands = this.phone.here?.commands ?? [];
    if (this.whole) return commands;
    const text = this.composer.field.value;
    return /^\/\w*$/.test(text) ? commands.filter(({ command }) => command.startsWith(text.slice(1))) : [];
  }

  command({ command, description }) {
    const act = () => {
      this.close();
      this.composer.clear();
      this.actions.command(`/${command}`);
    };
    return button(`/${command}`, act, { role: "option", class: "suggestion", "data-testid": `command-${command}` }, el("strong", {}, `/${command}`), el("span", { lang: languageOf(description) }, description));
  }

  ask(text) {
    clearTimeout(this.timer);
    this.results = null;
    const asked = new RegExp(`^@${this.phone.state.bot.username}\\s(.*)$`, "is").exec(text);
    if (!asked) return;
    const chat = this.phone.view.chat;
    this.timer = setTimeout(() => this.actions.ask("/sim/inline", { chat, query: asked[1] }), INLINE_PAUSE_MS);
  }

  offered({ query_id: id, results }) {
    this.results = results;
    this.shown = null;
    this.element.hidden = !results.length;
    this.element.replaceChildren(...results.map((result) => this.result(id, result)));
  }

  result(id, result) {
    const act = () => {
      this.close();
      this.composer.clear();
      this.actions.ask("/sim/inline_choose", { ...this.actions.place, query_id: id, result_id: result.id });
    };
    const words = [el("strong", {}, result.title), el("span", {}, result.description ?? "")];
    return button(result.title, act, { role: "option", class: "suggestion", "data-testid": "inline-result" }, ...words);
  }

  close() {
    this.whole = false;
    this.results = null;
    this.refresh();
  }

  // Keys pressed in the text field; true when they were for the list.
  keydown(event) {
    if (this.element.hidden) return false;
    if (event.key === "Escape") this.composer.clear();
    else if (event.key === "ArrowUp") [...this.element.querySelectorAll("button")].at(-1)?.focus();
    else if (event.key === "ArrowDown") this.element.querySelector("button")?.focus();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  inside(event) {
    if (event.key !== "Escape") return arrows(event, this.element, "button");
    event.stopPropagation();
    this.close();
    return this.composer.field.focus();
  }
}
