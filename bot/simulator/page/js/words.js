// The words of the page, from content/simulator_page.yaml, and dates in the page's language.

import { get } from "./api.js";

const KEPT = "phuean.language";
export const LANGUAGES = ["th", "en"];

let table = {};
let language = "th";

function preferred() {
  const asked = new URLSearchParams(location.search).get("lang") ?? remembered(KEPT);
  if (LANGUAGES.includes(asked)) return asked;
  return navigator.languages.some((one) => one.startsWith("th")) ? "th" : "en";
}

export function remembered(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function remember(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A browser that keeps nothing (private mode) only forgets the choice.
  }
}

export async function loadWords() {
  table = await get("/sim/words");
  language = preferred();
  document.documentElement.lang = language;
}

export function currentLanguage() {
  return language;
}

export function chooseLanguage(chosen) {
  language = chosen;
  remember(KEPT, chosen);
  document.documentElement.lang = chosen;
}

export function t(key, values = {}) {
  return phrase(language, key, values);
}

// The phrase in a given language: scenes type in the child's own.
export function phrase(wanted, key, values = {}) {
  const text = table[wanted]?.[key] ?? table.th?.[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

export function has(key) {
  return key in (table[language] ?? {});
}

function format(seconds, options) {
  return new Intl.DateTimeFormat(language === "th" ? "th-TH" : "en-GB", options).format(seconds * 1000);
}

export function clockTime(seconds) {
  return format(seconds, { hour: "2-digit", minute: "2-digit", hour12: false });
}

export function day(seconds) {
  return format(seconds, { weekday: "long", day: "numeric", month: "long" });
}

export function moment(seconds) {
  return format(seconds, { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hour12: false });
}
