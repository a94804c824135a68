// Links: those to the bot itself work inside the simulator; all others are shown first and opened only when wanted.

import { t } from "./words.js";

const TELEGRAM = ["t.me", "telegram.me"];

export class Links {
  constructor(phone, overlay, app, actions) {
    this.phone = phone;
    this.overlay = overlay;
    this.app = app;
    this.actions = actions;
  }

  follow(address) {
    const url = parsed(address);
    if (!url) return this.overlay.toast(t("not_simulated"));
    if (!TELEGRAM.includes(url.hostname)) return this.outside(url);
    if (url.pathname === "/share/url") return this.share(url);
    if (url.pathname.slice(1).toLowerCase() !== this.phone.state.bot.username.toLowerCase()) return this.outside(url);
    if (url.searchParams.has("startgroup")) return this.addToGroup(url.searchParams.get("startgroup"));
    return this.startAs(this.phone, url.searchParams.get("start") ?? "");
  }

  outside(url) {
    const web = ["https:", "http:"].includes(url.protocol);
    const open = { label: t("link_open"), act: () => window.open(url.href, "_blank", "noopener,noreferrer") };
    const choices = [
      { label: t("copy"), act: () => this.actions.copy(url.href) },
      ...(web ? [open] : []),
      { label: t("close"), primary: true },
    ];
    this.overlay.dialog({ title: t("link_outside"), text: url.href, choices, testid: "link-dialog" });
  }

  async startAs(phone, payload) {
    await this.actions.try(() => phone.ask("/sim/start", payload ? { payload } : {}));
    this.app.show(phone.id);
    phone.go("chat", phone.id);
  }

  // A shared link: whoever gets it can follow it, so the page asks who does.
  share(url) {
    const inner = parsed(url.searchParams.get("url") ?? "");
    const payload = inner?.searchParams.get("start");
    if (!payload) return this.outside(url);
    const others = this.app.phones.filter((phone) => phone !== this.phone);
    const items = others.map((phone) => ({ label: phone.person.name, icon: "forward", act: () => this.startAs(phone, payload) }));
    return this.overlay.menu(this.actions.composer.element, items, t("share_with"));
  }

  addToGroup(payload) {
    const groups = this.phone.state.chats.filter((chat) => chat.type !== "private" && !chat.forum);
    const items = groups.map((chat) => ({ label: chat.title, icon: "group", act: () => this.add(chat, payload) }));
    this.overlay.menu(this.actions.composer.element, items, t("add_to_group"));
  }

  async add(chat, payload) {
    const inside = chat.members.some((one) => one.kind === "bot" && !["left", "kicked"].includes(one.status));
    if (!inside) await this.phone.ask("/sim/member", { chat: chat.id, member: "bot", action: "add", by: this.phone.id });
    this.phone.open(chat);
    await this.actions.command(`/start@${this.phone.state.bot.username} ${payload}`.trim());
  }

  // "Choose a chat": the query is written there, behind the bot's name.
  chooseChat(query) {
    const write = (chat) => {
      this.phone.open(chat);
      this.actions.composer.write(`@${this.phone.state.bot.username} ${query}`);
    };
    const items = this.phone.state.chats.map((chat) => ({ label: chat.title, icon: "forward", act: () => write(chat) }));
    this.overlay.menu(this.actions.composer.element, items, t("forward_to"));
  }
}

function parsed(address) {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
