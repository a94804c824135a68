// The drawer of controls: time, faults, people, the staff group, a fresh start.

import { button, el, icon, iconButton, languageOf } from "./dom.js";
import { get, post, Refused } from "./api.js";
import { now } from "./store.js";
import { moment, t } from "./words.js";

const MOVES = { clock_minute: 60, clock_ten: 600, clock_hour: 3600, clock_two_days: 172_800 };
const DELAYS = [0, 1000, 5000, 30_000];
const SWITCHES = ["token_revoked", "conflict"];
const PLANS = {
  fault_429: { fail_next: { method: "sendMessage", code: 429, retry_after: 5 } },
  fault_500: { fail_next: { method: "sendMessage", code: 500, count: 3 } },
  fault_swallow: { swallow_next: 1 },
};
const GONE = ["left", "kicked"];

export class Drawer {
  constructor(app) {
    this.app = app;
    this.faults = {};
    this.note = el("p", { class: "drawer-note", role: "status", "aria-live": "polite" });
    this.body = el("div", { class: "drawer-body" });
    const head = el("header", { class: "panel-head" }, el("h2", {}, t("controls")), iconButton("close", t("close"), () => this.close(), { "data-testid": "controls-close" }));
    this.element = el("aside", { class: "drawer", "aria-label": t("controls"), "data-testid": "drawer", hidden: true }, head, this.note, this.body);
    this.element.addEventListener("keydown", (event) => event.key === "Escape" && this.close());
    this.opener = button(t("controls"), () => this.toggle(), { class: "tool", "aria-expanded": "false", "data-testid": "controls-open" }, icon("sliders"), t("controls"));
    for (const phone of app.phones) phone.addEventListener("change", () => !this.element.hidden && this.drawSoon());
  }

  toggle() {
    if (this.element.hidden) this.open();
    else this.close();
  }

  async open() {
    this.element.hidden = false;
    this.opener.setAttribute("aria-expanded", "true");
    this.element.querySelector("button").focus();
    await this.refresh();
  }

  close() {
    this.element.hidden = true;
    this.opener.setAttribute("aria-expanded", "false");
    this.opener.focus();
  }

  async refresh() {
    this.faults = await get("/sim/faults");
    this.draw();
  }

  drawSoon() {
    if (this.pending) return;
    this.pending = true;
    setTimeout(() => {
      this.pending = false;
      this.draw();
    }, 150);
  }

  draw() {
    const focused = document.activeElement?.dataset?.focus;
    this.body.replaceChildren(this.clock(), this.troubles(), this.people(), this.staff(), this.fresh());
    if (focused) this.body.querySelector(`[data-focus="${focused}"]`)?.focus();
    this.opener.classList.toggle("alarm", this.troubled);
  }

  get troubled() {
    const { delay_ms: delay, swallow_next: swallow, planned } = this.faults;
    return Boolean(delay || swallow || planned || SWITCHES.some((name) => this.faults[name]));
  }

  async do(path, body, said) {
    try {
      await post(path, body);
      this.note.textContent = said ? t(said) : "";
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.note.textContent = t("refused", { why: error.message });
    }
    await this.refresh();
  }

  act(key, act, props = {}) {
    return button(t(key), act, { class: "tool", "data-testid": key, "data-focus": key, ...props });
  }

  clock() {
    const moves = Object.entries(MOVES).map(([key, advance]) => this.act(key, () => this.do("/sim/clock", { advance }, "clock_moved")));
    return section("clock", el("p", { class: "quiet", "data-testid": "clock-now" }, t("clock_now", { when: moment(now()) })), el("div", { class: "buttons" }, moves));
  }

  troubles() {
    const plans = Object.entries(PLANS).map(([key, body]) => this.act(key, () => this.do("/sim/faults", body, "fault_set")));
    const switches = SWITCHES.map((name) => this.act(`fault_${name}`, () => this.do("/sim/faults", { [name]: !this.faults[name] }), { "aria-pressed": String(Boolean(this.faults[name])) }));
    const state = el("p", { class: "quiet", "data-testid": "fault-state" }, t(this.troubled ? "faults_on" : "faults_off"));
    const clear = this.act("fault_clear", () => this.do("/sim/faults", { clear: true }, "fault_cleared"));
    return section("faults", state, this.delay(), el("div", { class: "buttons" }, plans, switches, clear));
  }

  delay() {
    const set = (event) => this.do("/sim/faults", { delay_ms: Number(event.target.value) });
    const options = DELAYS.map((ms) => el("option", { value: ms, selected: ms === this.faults.delay_ms }, t("seconds", { count: ms / 1000 })));
    return el("label", { class: "field" }, t("fault_delay"), el("select", { "data-testid": "fault-delay", "data-focus": "delay", on: { change: set } }, options));
  }

  people() {
    const rows = this.app.phones.filter(({ state, person }) => state && person.kind !== "staff").map((phone) => this.person(phone));
    return section("block_title", el("div", { class: "buttons" }, rows));
  }

  person(phone) {
    const { id, name } = phone.person;
    const blocked = Boolean(phone.privateChat?.blocked);
    const toggle = () => this.do(blocked ? "/sim/unblock" : "/sim/block", { person: id });
    return button(name, toggle, { class: "tool", lang: languageOf(name), "aria-pressed": String(blocked), "data-testid": `block-${id}`, "data-focus": `block-${id}` }, icon("block"), name);
  }

  staff() {
    const phone = this.app.phones.find((one) => one.forum?.can_manage_topics);
    if (!phone) return "";
    const chat = phone.forum;
    const inside = chat.members.some((one) => one.kind === "bot" && !GONE.includes(one.status));
    const member = { chat: chat.id, member: "bot", action: inside ? "remove" : "add", by: phone.id };
    const topics = chat.topics.filter((topic) => !topic.general).map((topic) => this.topic(phone, chat, topic));
    const move = this.act(inside ? "bot_remove" : "bot_add", () => this.do("/sim/member", member));
    return section("staff_group", el("div", { class: "buttons" }, move, this.grow()), topics.length ? el("p", { class: "quiet" }, t("topic_delete_title")) : "", el("div", { class: "buttons" }, topics));
  }

  topic(phone, chat, topic) {
    const gone = () => this.do("/sim/topic_delete", { person: phone.id, chat: chat.id, topic: topic.id });
    return button(t("topic_delete_named", { name: topic.name }), gone, { class: "tool danger", "data-testid": `delete-topic-${topic.id}` }, icon("trash"), topic.name);
  }

  grow() {
    const chats = this.app.phones.flatMap(({ state }) => state?.chats ?? []);
    const group = chats.find((chat) => chat.type === "group" && chat.can_post);
    return group ? this.act("migrate", () => this.do("/sim/migrate", { chat: group.id }), { title: t("migrate_note") }) : "";
  }

  // Twice, so that nobody starts over by accident.
  fresh() {
    const press = () => (this.sure ? this.startOver() : this.askAgain());
    return section("reset_title", el("p", { class: "quiet" }, t("reset_note")), this.act(this.sure ? "reset_sure" : "reset", press, { class: "tool danger", "data-testid": "reset", "data-focus": "reset" }));
  }

  askAgain() {
    this.sure = true;
    this.draw();
  }

  startOver() {
    this.sure = false;
    return this.do("/sim/reset", {}, "reset_done");
  }
}

function section(key, ...children) {
  return el("section", { class: "drawer-section" }, el("h3", {}, t(key)), ...children);
}
