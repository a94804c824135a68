// A hand that uses one phone for a scene: types, presses, waits for the bot.

import { GENERAL } from "./store.js";
import { currentLanguage, LANGUAGES, phrase } from "./words.js";

const ANSWER_MS = 20_000;
const QUIET_MS = 1200;
const LETTER_MS = 45;
const LOOKED_AT = 3;
const still = matchMedia("(prefers-reduced-motion: reduce)");

// Ends a scene; `words` is the key of what to tell, if it was not the visitor who ended it.
export class Stopped extends Error {
  constructor(words = null) {
    super("stopped");
    this.words = words;
  }
}

export class Hand {
  constructor(phone, app, signal) {
    this.phone = phone;
    this.app = app;
    this.signal = signal;
  }

  get pane() {
    return this.app.panes.get(this.phone.id)?.element;
  }

  async pause(milliseconds) {
    await new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
      this.signal.addEventListener("abort", resolve, { once: true });
    });
    if (this.signal.aborted || !this.pane) throw new Stopped();
  }

  async home() {
    await this.phone.until((phone) => phone.privateChat, ANSWER_MS, this.signal);
    this.app.show(this.phone.id);
    this.phone.open(this.phone.privateChat);
    await this.pause(600);
  }

  // What the bot has put into the private chat so far; anything new from it changes the print.
  print() {
    const messages = this.phone.privateChat.messages.filter((message) => message.from_bot);
    return JSON.stringify(messages.map(({ id, text, edited, buttons, poll }) => [id, text, edited, buttons, poll]));
  }

  async answered(before) {
    const found = await this.phone.until(() => this.print() !== before, ANSWER_MS, this.signal);
    if (!found) throw new Stopped(this.signal.aborted ? null : "scene_no_answer");
    for (let last = ""; last !== this.print(); ) {
      last = this.print();
      await this.pause(QUIET_MS);
    }
  }

  async start() {
    const before = this.print();
    const pressed = this.pane.querySelector('[data-testid="start"], [data-testid="unblock"]');
    await this.press(pressed);
    await this.answered(before);
  }

  async press(element) {
    element.classList.add("pressed");
    element.scrollIntoView({ block: "nearest" });
    await this.pause(700);
    element.classList.remove("pressed");
    element.click();
  }

  async say(key) {
    const before = this.print();
    const field = this.pane.querySelector('[data-testid="composer"]');
    await this.type(field, phrase(this.phone.person.language, key));
    await this.press(this.pane.querySelector('[data-testid="send"]'));
    await this.answered(before);
  }

  async type(field, text) {
    const letters = still.matches ? [text] : [...text];
    field.value = "";
    for (const letter of letters) {
      field.value += letter;
      field.dispatchEvent(new Event("input"));
      await this.pause(LETTER_MS);
    }
    await this.pause(500);
  }

  // Buttons under the newest messages, then the keys of the reply keyboard.
  buttons() {
    const messages = [...this.pane.querySelectorAll(".message")].slice(-LOOKED_AT).reverse();
    const inline = messages.flatMap((message) => [...message.querySelectorAll('[data-kind="callback"], [data-testid="poll-option"]')]);
    return [...inline, ...this.pane.querySelectorAll('[data-testid="reply-key"]')];
  }

  // A child may have chosen another language than the page has, so labels of all are known.
  matching(key, languages = LANGUAGES) {
    const words = new RegExp(languages.map((language) => phrase(language, key)).join("|"), "i");
    return this.buttons().filter((button) => words.test(button.textContent));
  }

  async tapIf(key, languages) {
    const [found] = this.matching(key, languages);
    if (!found) return false;
    return this.tapOn(found);
  }

  async tapOn(element) {
    const before = this.print();
    await this.press(element);
    await this.answered(before);
    return true;
  }

  // The button that leads on: one that says so, otherwise the first that does not lead away.
  async tapForward(key, avoid) {
    const away = this.matching(avoid);
    const open = this.buttons().filter((button) => button.dataset.testid !== "reply-key" && !away.includes(button));
    const found = this.matching(key).find((button) => open.includes(button)) ?? open[0];
    return found ? this.tapOn(found) : false;
  }

  // Send the bot's command whose name fits, if it has one.
  async commandLike(pattern) {
    const found = this.phone.privateChat.commands.find(({ command }) => pattern.test(command));
    if (!found) return false;
    const before = this.print();
    await this.type(this.pane.querySelector('[data-testid="composer"]'), `/${found.command}`);
    await this.press(this.pane.querySelector('[data-testid="send"]'));
    await this.answered(before);
    return true;
  }

  newest() {
    return this.phone.forum?.messages.at(-1)?.id ?? 0;
  }

  // What the bot wrote in the staff forum after `seen`: in a topic of its own if there is one, else in General.
  async alertAfter(seen, milliseconds) {
    const fresh = () => (this.phone.forum?.messages ?? []).filter((message) => message.from_bot && !message.service && message.id > seen);
    await this.phone.until(() => fresh().length, milliseconds, this.signal);
    await this.pause(QUIET_MS);
    return fresh().findLast((message) => message.topic !== GENERAL) ?? fresh().at(-1);
  }
}
