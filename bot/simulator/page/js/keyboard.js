// The two keyboards of Telegram: buttons under a message, and keys in place of letters.

import { button, el, icon, languageOf } from "./dom.js";
import { t } from "./words.js";

const SIGNS = { url: "link", copy: "copy", inline: "forward", inline_here: "forward" };

export function inlineKeyboard(phone, message, actions) {
  const rows = message.buttons.map((row, y) =>
    el("div", { class: "inline-row" }, row.map((one, x) => inlineButton(phone, message, one, `${y}-${x}`, actions))),
  );
  return el("div", { class: "inline-keyboard", role: "group", "aria-label": t("buttons") }, rows);
}

function inlineButton(phone, message, one, spot, actions) {
  const waits = phone.waiting.has(`${message.chat}:${message.id}:${spot}`);
  return el(
    "button",
    {
      type: "button",
      class: `inline-button ${one.style ?? ""} ${waits ? "waits" : ""}`,
      lang: languageOf(one.text),
      "aria-busy": waits ? "true" : null,
      "data-testid": "inline-button",
      "data-kind": one.kind,
      "data-focus": `button-${spot}`,
      on: { click: () => actions.press(message, one, spot) },
    },
    el("span", {}, one.text),
    SIGNS[one.kind] ? icon(SIGNS[one.kind]) : null,
  );
}

export function replyKeyboard(keyboard, actions) {
  const rows = keyboard.rows.map((row) => el("div", { class: "key-row" }, row.map((key) => replyKey(key, actions))));
  return el("div", { class: "reply-keyboard", role: "group", "aria-label": t("keyboard"), "data-testid": "reply-keyboard" }, rows);
}

function replyKey(key, actions) {
  return button(key.text, () => actions.key(key), {
    class: `reply-key ${key.style ?? ""}`,
    lang: languageOf(key.text),
    "data-testid": "reply-key",
  });
}
