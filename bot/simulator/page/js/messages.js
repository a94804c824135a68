// The list of messages: kept in step with the phone, with days between, and scrolled where a reader expects it.

import { el, iconButton, reconcile } from "./dom.js";
import { bubble } from "./bubble.js";
import { swipes } from "./gestures.js";
import { inTopic } from "./store.js";
import { currentLanguage, day, t } from "./words.js";

const SHOWN = 150;
const NEAR = 80;
const RUN_SECONDS = 300;

export class MessageList {
  constructor(phone, actions) {
    this.phone = phone;
    this.actions = { ...actions, jump: (id) => this.jump(id) };
    this.limit = SHOWN;
    this.list = el("ol", { class: "messages" });
    this.down = iconButton("down", t("to_newest"), () => this.toEnd(), { class: "to-end", hidden: true });
    const spoken = { role: "log", "aria-live": "polite", "aria-label": t("messages_of", { name: phone.person.name }) };
    this.scroller = el("div", { class: "scroller", ...spoken, on: { scroll: () => this.scrolled() } }, this.list);
    this.element = el("div", { class: "scroll-frame" }, this.scroller, this.down);
    this.stuck = true;
    const sizes = new ResizeObserver(() => this.stuck && this.toEnd());
    sizes.observe(this.scroller);
    sizes.observe(this.list);
    this.list.addEventListener("keydown", (event) => this.key(event));
    this.list.addEventListener("focusin", ({ target }) => this.rove(target.closest(".message")));
    swipes(this.list, (id) => this.actions.reply(this.find(id)));
  }

  find(id) {
    return this.phone.here?.messages.find((message) => message.id === Number(id));
  }

  update(chat, topic) {
    const all = inTopic(chat, topic).filter((message) => !hiddenService(message, topic));
    const messages = all.slice(-this.limit);
    const newest = messages.at(-1)?.id;
    if (newest !== this.newest && messages.at(-1)?.mine) this.stuck = true;
    reconcile(this.list, this.items(chat, messages, all.length > messages.length));
    const last = [...this.list.querySelectorAll(".message")].at(-1);
    if (!this.list.querySelector('.message[tabindex="0"]')) last?.setAttribute("tabindex", "0");
    this.newest = newest ?? 0;
    if (this.stuck) this.toEnd();
  }

  items(chat, messages, more) {
    const items = more ? [this.earlier()] : [];
    let before = null;
    for (const message of messages) {
      if (!before || day(before.date) !== day(message.date)) items.push(separator(message));
      items.push(this.item(chat, message, before));
      before = message;
    }
    return items.concat(typing(chat, this.phone.view.topic));
  }

  item(chat, message, before) {
    const look = { group: chat.type !== "private", first: startsRun(message, before) };
    const waits = [...this.phone.waiting.keys()].filter((key) => key.startsWith(`${message.chat}:${message.id}:`));
    return {
      key: `m${message.id}`,
      mark: JSON.stringify([message, look, waits, currentLanguage()]),
      make: () => bubble(this.phone, message, look, this.actions),
    };
  }

  earlier() {
    const show = () => {
      this.limit += SHOWN;
      this.phone.changed("view");
    };
    const make = () => el("li", { class: "service" }, el("button", { type: "button", class: "text-link", on: { click: show } }, t("earlier")));
    return { key: "earlier", mark: "earlier", make };
  }

  atEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    return scrollHeight - scrollTop - clientHeight < NEAR;
  }

  toEnd() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  scrolled() {
    this.stuck = this.atEnd();
    this.down.hidden = this.stuck;
  }

  jump(id) {
    const target = this.list.querySelector(`[data-message="${id}"]`);
    if (!target) return;
    target.scrollIntoView({ block: "center" });
    target.classList.add("flash");
    target.addEventListener("animationend", () => target.classList.remove("flash"), { once: true });
    target.focus({ preventScroll: true });
  }

  rove(message) {
    if (!message) return;
    for (const other of this.list.querySelectorAll('.message[tabindex="0"]')) other.setAttribute("tabindex", "-1");
    message.setAttribute("tabindex", "0");
  }

  key(event) {
    const here = event.target;
    if (!here.classList.contains("message")) return;
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step) this.step(here, step);
    else if (event.key === "Enter" || event.key === "ContextMenu") this.actions.menu(this.find(here.dataset.message), here);
    else if (event.key === "r") this.actions.reply(this.find(here.dataset.message));
    else return;
    event.preventDefault();
  }

  step(here, step) {
    const all = [...this.list.querySelectorAll(".message")];
    all[all.indexOf(here) + step]?.focus();
  }
}

// The line that made a topic is its title already.
function hiddenService(message, topic) {
  return message.service?.kind === "topic_created" && topic !== null && message.id === topic;
}

function startsRun(message, before) {
  if (!before || before.service || before.from.id !== message.from.id) return true;
  return message.date - before.date > RUN_SECONDS || day(message.date) !== day(before.date);
}

function separator(message) {
  const name = day(message.date);
  return { key: `d${name}`, mark: name, make: () => el("li", { class: "service day" }, el("span", {}, name)) };
}

function typing(chat, topic) {
  const shown = chat.typing.some((one) => topic === null || (one.topic ?? topic) === topic);
  if (!shown) return [];
  const dots = () => el("span", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i"));
  const make = () => el("li", { class: "typing", "data-testid": "typing" }, el("div", { class: "bubble" }, dots(), el("span", { class: "hidden" }, t("typing"))));
  return [{ key: "typing", mark: currentLanguage(), make }];
}
