// One message as it stands in the list.

import { avatar, el, icon, iconButton, languageOf } from "./dom.js";
import { formatted } from "./entities.js";
import { filePath } from "./api.js";
import { inlineKeyboard } from "./keyboard.js";
import { pollCard } from "./poll.js";
import { clockTime, has, t } from "./words.js";

const PLACEHOLDERS = { voice: "mic", audio: "mic", photo: "photo", sticker: "sticker", contact: "contact", location: "location" };

// look: {group: bool, first: bool} - whether names are shown, and whether this one starts a run of one sender.
export function bubble(phone, message, look, actions) {
  if (message.service) return serviceLine(message);
  const whose = message.mine ? "mine" : message.from_bot ? "bot" : "other";
  const item = el("li", {
    class: `message ${message.mine ? "mine" : ""} ${look.first ? "first" : ""}`,
    tabindex: "-1",
    "data-testid": "message",
    "data-message": message.id,
    "data-from": whose,
    on: { contextmenu: (event) => (event.preventDefault(), actions.menu(message, item)) },
  });
  item.append(
    look.group && !message.mine ? look.first ? avatar(message.from.name, message.from.kind) : el("span", { class: "avatar none" }) : "",
    el("div", { class: "stack" }, card(phone, message, look, actions), keys(phone, message, actions)),
    iconButton("more", t("message_menu"), (event) => actions.menu(message, event.currentTarget), {
      class: "message-more",
      tabindex: "-1",
      "data-testid": "message-menu",
      "aria-haspopup": "menu",
    }),
  );
  return item;
}

function keys(phone, message, actions) {
  return message.buttons.length ? inlineKeyboard(phone, message, actions) : null;
}

function card(phone, message, look, actions) {
  return el(
    "div",
    { class: `bubble ${message.protected ? "protected" : ""} ${message.media?.kind === "sticker" ? "bare" : ""}` },
    senderLine(message, look),
    message.forward && el("p", { class: "quiet" }, t("forwarded_from", { name: message.forward.name })),
    message.reply_to && quote(message.reply_to, actions),
    message.photo && (message.from_bot || message.forward ? photo(phone, message) : placeholder("photo")),
    message.media && (message.from_bot && message.media.kind === "document" ? file(phone, message.media) : placeholder(message.media.kind)),
    message.poll && pollCard(phone, message, actions),
    message.text && words(message, actions),
    meta(message),
  );
}

function senderLine(message, look) {
  const hidden = el("span", { class: "hidden" }, message.mine ? t("you_wrote") : message.from.name);
  if (message.mine || !look.group || !look.first) return hidden;
  return el("p", { class: `sender kind-${message.from.kind}` }, message.from.name, roleOf(message));
}

function roleOf(message) {
  const key = `kind_${message.from.kind}`;
  return has(key) ? el("span", { class: "role" }, t(key)) : null;
}

function quote(answered, actions) {
  return el(
    "button",
    { type: "button", class: "quote", "aria-label": t("quote_of", { name: answered.from_name }), on: { click: () => actions.jump(answered.id) } },
    el("strong", {}, answered.from_name),
    el("span", { lang: languageOf(answered.text) }, answered.text || t("media_message")),
  );
}

function words(message, actions) {
  const text = formatted(message.text, message.entities, actions);
  if (message.photo) text.id = captionId(message);
  return text;
}

// What a picture shows is told by its caption: a screen reader says it with the picture.
const captionId = (message) => `caption-${message.chat}-${message.id}`;

function photo(phone, message) {
  const { file_id: file, width, height } = message.photo;
  const image = el("img", { class: "photo", src: filePath(phone.id, file), width, height, alt: t("media_photo"), "aria-describedby": message.text ? captionId(message) : null, loading: "lazy" });
  image.addEventListener("error", () => image.replaceWith(placeholder("photo")), { once: true });
  return image;
}

function file(phone, { file_id: id, file_name: name }) {
  return el("a", { class: "placeholder document", href: filePath(phone.id, id), download: name, "data-testid": "document" }, icon("file"), name);
}

function placeholder(kind) {
  const key = `media_${kind}`;
  return el("p", { class: `placeholder ${kind}`, "data-testid": `media-${kind}` }, icon(PLACEHOLDERS[kind] ?? "file"), has(key) ? t(key) : t("media_other"));
}

function meta(message) {
  return el(
    "span",
    { class: "meta" },
    message.protected && el("span", { class: "lock", title: t("protected") }, icon("lock"), el("span", { class: "hidden" }, t("protected"))),
    message.edited && el("span", { "data-testid": "edited" }, t("edited")),
    el("time", { datetime: new Date(message.date * 1000).toISOString() }, clockTime(message.date)),
  );
}

export function serviceText({ service, from }) {
  const key = `service_${service.kind}`;
  const values = { who: from.name, name: service.name ?? "", names: (service.names ?? []).join(", "), title: service.title ?? "" };
  return has(key) ? t(key, values) : t("service_other");
}

function serviceLine(message) {
  return el("li", { class: "service", "data-testid": "service" }, el("span", {}, serviceText(message)));
}
