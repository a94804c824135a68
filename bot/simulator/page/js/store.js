// What each person's phone knows: the state from the server, kept fresh by the websocket, and where they are looking.

import { get, post, Refused, socket } from "./api.js";

export const GENERAL = 1;
const SPINNER_MS = 20_000;
const clock = { skew: 0 };

export function now() {
  return Date.now() / 1000 + clock.skew;
}

function setClock(seconds) {
  clock.skew = seconds - Date.now() / 1000;
}

export class Phone extends EventTarget {
  constructor(person) {
    super();
    this.id = person.id;
    this.person = person;
    this.state = null;
    this.unread = new Map();
    this.waiting = new Map();
    this.view = { screen: "list", chat: null, topic: null };
    this.visible = false;
    this.online = false;
    this.pause = 500;
    this.connect();
  }

  connect() {
    const held = [];
    const line = (this.line = socket(this.id));
    line.addEventListener("open", () => this.load(held));
    line.addEventListener("message", ({ data }) => this.heard(JSON.parse(data), held));
    line.addEventListener("close", () => this.lost(line));
  }

  async load(held) {
    try {
      this.adopt(await get(`/sim/state?person=${this.id}`));
    } catch (error) {
      if (error instanceof Refused) return this.leave();
      return this.line.close(); // which tries again, as after any lost connection
    }
    this.online = true;
    this.pause = 500;
    for (const event of held.splice(0)) this.apply(event);
    return this.changed("state");
  }

  // There is no such person any more: the world has started over.
  leave() {
    this.online = false;
    const line = this.line;
    this.line = null;
    line.close();
    this.changed("offline");
  }

  adopt(state) {
    this.state = state;
    this.person = state.me;
    this.waiting.clear();
    setClock(state.now);
    if (!this.chat(this.view.chat)) this.view = { screen: "list", chat: null, topic: null };
  }

  heard(event, held) {
    if (!this.online && event.event !== "reset") held.push(event);
    else this.apply(event);
  }

  lost(line) {
    if (this.line !== line) return;
    this.online = false;
    this.changed("offline");
    setTimeout(() => this.connect(), this.pause);
    this.pause = Math.min(this.pause * 2, 5000);
  }

  apply(event) {
    HEARD[event.event]?.(this, event);
    this.changed(event.event, event);
  }

  changed(what, event = {}) {
    this.dispatchEvent(new CustomEvent("change", { detail: { what, event } }));
  }

  chat(id) {
    return this.state?.chats.find((chat) => chat.id === id) ?? null;
  }

  get privateChat() {
    return this.chat(this.id);
  }

  get forum() {
    return this.state?.chats.find((chat) => chat.forum) ?? null;
  }

  get here() {
    return this.chat(this.view.chat);
  }

  go(screen, chat = null, topic = null) {
    this.view = { screen, chat, topic };
    this.read();
    this.changed("view");
  }

  open(chat, topic = null) {
    if (chat.forum && topic === null) this.go("topics", chat.id);
    else this.go("chat", chat.id, topic);
  }

  sees(chat, topic) {
    const view = this.view;
    return this.visible && !document.hidden && view.screen === "chat" && view.chat === chat && (view.topic ?? topic) === topic;
  }

  read() {
    if (this.visible && this.view.screen === "chat") this.unread.delete(place(this.view.chat, this.view.topic));
  }

  unreadIn(chat, topic = null) {
    if (topic !== null || !chat.forum) return this.unread.get(place(chat.id, topic)) ?? 0;
    return chat.topics.reduce((sum, one) => sum + this.unreadIn(chat, one.id), 0);
  }

  get unreadAll() {
    return (this.state?.chats ?? []).reduce((sum, chat) => sum + this.unreadIn(chat), 0);
  }

  ask(path, body) {
    return post(path, { person: this.id, ...body });
  }

  // A tap on a callback button: `data-spot` spins until the toast comes or Telegram itself would give up.
  async tap(message, data, spot) {
    const key = `${message.chat}:${message.id}:${spot}`;
    this.waiting.set(key, null);
    this.changed("waiting");
    setTimeout(() => this.settle(([found]) => found === key), SPINNER_MS);
    try {
      const { query } = await this.ask("/sim/tap", { chat: message.chat, message: message.id, data });
      if (this.waiting.has(key)) this.waiting.set(key, query);
    } catch (error) {
      this.settle(([found]) => found === key);
      throw error;
    }
  }

  settle(matches) {
    for (const entry of [...this.waiting]) if (matches(entry)) this.waiting.delete(entry[0]);
    this.changed("waiting");
  }

  // Resolves with the first truthy value of `check`, or null when the time is over or `signal` ends it.
  until(check, milliseconds, signal) {
    return new Promise((resolve) => {
      const finish = (value) => {
        clearTimeout(timer);
        this.removeEventListener("change", look);
        resolve(value);
      };
      const look = () => {
        const found = this.state && check(this);
        if (found) finish(found);
      };
      const timer = setTimeout(() => finish(null), milliseconds);
      this.addEventListener("change", look);
      signal?.addEventListener("abort", () => finish(null), { once: true });
      look();
    });
  }
}

export function place(chat, topic) {
  return `${chat}:${topic ?? ""}`;
}

export function inTopic(chat, topic) {
  return topic === null ? chat.messages : chat.messages.filter((message) => message.topic === topic);
}

function put(phone, { chat, message }) {
  const found = phone.chat(chat);
  if (!found) return;
  const index = found.messages.findIndex((one) => one.id === message.id);
  if (index >= 0) found.messages[index] = message;
  else found.messages.push(message);
}

function arrived(phone, event) {
  const { chat, message } = event;
  const known = phone.chat(chat)?.messages.some((one) => one.id === message.id);
  put(phone, event);
  const found = phone.chat(chat);
  if (message.from_bot && found) found.typing = [];
  const topic = found?.forum ? message.topic : null;
  if (known || message.mine || phone.sees(chat, topic)) return;
  const key = place(chat, topic);
  phone.unread.set(key, (phone.unread.get(key) ?? 0) + 1);
}

function replaceChat(phone, { chat }) {
  const index = phone.state.chats.findIndex((one) => one.id === chat.id);
  if (index >= 0) phone.state.chats[index] = chat;
  else phone.state.chats.push(chat);
}

function forgetTopic(phone, { chat, topic }) {
  const found = phone.chat(chat);
  if (!found) return;
  found.topics = found.topics.filter((one) => one.id !== topic);
  found.messages = found.messages.filter((message) => message.topic !== topic);
  phone.unread.delete(place(chat, topic));
  if (phone.view.chat === chat && phone.view.topic === topic) phone.view = { screen: "topics", chat, topic: null };
}

function putTopic(phone, { chat, topic }) {
  const found = phone.chat(chat);
  if (!found) return;
  const index = found.topics.findIndex((one) => one.id === topic.id);
  if (index >= 0) found.topics[index] = topic;
  else found.topics.push(topic);
}

function leave(phone, { chat }) {
  phone.state.chats = phone.state.chats.filter((one) => one.id !== chat);
  if (phone.view.chat === chat) phone.view = { screen: "list", chat: null, topic: null };
}

function typed(phone, { chat, ...what }) {
  const found = phone.chat(chat);
  if (!found) return;
  found.typing = [what];
  setTimeout(() => {
    found.typing = found.typing.filter((one) => one !== what);
    phone.changed("typing");
  }, (what.until - now()) * 1000);
}

const HEARD = {
  message: arrived,
  edited: put,
  deleted(phone, { chat, ids }) {
    const found = phone.chat(chat);
    if (found) found.messages = found.messages.filter((message) => !ids.includes(message.id));
  },
  toast(phone, { query, chat, message }) {
    phone.settle(([key, known]) => known === query || (known === null && key.startsWith(`${chat}:${message}:`)));
  },
  typing: typed,
  topic: putTopic,
  topic_deleted: forgetTopic,
  chat: replaceChat,
  chat_gone: leave,
  bot(phone, { bot }) {
    phone.state.bot = bot;
  },
  clock(phone, event) {
    setClock(event.now);
  },
  reset(phone) {
    phone.unread.clear();
    phone.load([]);
  },
};
