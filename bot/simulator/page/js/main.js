// The page comes up: words, people, their phones, then everything that is seen.

import { get } from "./api.js";
import { button, el, icon, iconButton } from "./dom.js";
import { Drawer } from "./drawer.js";
import { Guide } from "./guide.js";
import { Panes } from "./panes.js";
import { Scenes } from "./scenes.js";
import { Phone } from "./store.js";
import { chooseLanguage, currentLanguage, LANGUAGES, loadWords, t } from "./words.js";

let shown = null;

function build(phones) {
  shown?.scenes.stop();
  shown?.panes.close();
  const panes = new Panes(phones);
  const scenes = new Scenes(panes);
  const guide = new Guide(scenes);
  const drawer = new Drawer(panes);
  const header = top(phones, panes, scenes, guide, drawer);
  scenes.onstart = () => header.classList.remove("open");
  document.title = t("title");
  document.body.replaceChildren(skip(), header, scenes.bar, el("div", { class: "stage" }, guide.element, panes.row, drawer.element));
  panes.begin();
  shown = { panes, scenes };
}

function top(phones, panes, scenes, guide, drawer) {
  const header = el("header", { class: "top" });
  const burger = iconButton("menu", t("menu"), () => unfold(header, burger), { class: "burger", "aria-expanded": "false", "data-testid": "burger" });
  const tools = el("div", { class: "tools" }, scenes.element, guide.opener, drawer.opener, languages(phones));
  const brand = el("p", { class: "brand" }, icon("bot"), el("span", {}, el("strong", {}, t("brand")), el("small", {}, t("brand_what"))));
  header.append(brand, panes.bar, tools, burger, el("p", { class: "notice", role: "note", "data-testid": "notice" }, t("notice")));
  for (const opener of [guide.opener, drawer.opener]) opener.addEventListener("click", () => header.classList.remove("open"));
  return header;
}

function unfold(header, burger) {
  burger.setAttribute("aria-expanded", String(header.classList.toggle("open")));
}

function languages(phones) {
  const choose = (language) => {
    chooseLanguage(language);
    build(phones);
    document.querySelector(`[data-testid="lang-${language}"]`)?.focus();
  };
  const choice = (language) =>
    button(t(`language_${language}`), () => choose(language), { class: "tool", lang: language, "aria-pressed": String(language === currentLanguage()), "data-testid": `lang-${language}` });
  return el("div", { class: "languages", role: "group", "aria-label": t("language") }, LANGUAGES.map(choice));
}

function skip() {
  return el("a", { class: "skip", href: "#panes" }, t("skip"));
}

await loadWords();
build((await get("/sim/people")).map((person) => new Phone(person)));
