// The short guide: shown on the first visit, folded away afterwards.

import { button, el, icon, iconButton } from "./dom.js";
import { remember, remembered, t } from "./words.js";

const KEPT = "phuean.guide";
const STEPS = ["guide_people", "guide_write", "guide_buttons", "guide_staff", "guide_controls"];

export class Guide {
  constructor(scenes) {
    this.scenes = scenes;
    this.element = el("aside", { class: "guide", "aria-label": t("guide"), "data-testid": "guide", hidden: remembered(KEPT) === "seen" });
    this.element.append(
      el("header", { class: "panel-head" }, el("h2", {}, t("guide_title")), iconButton("close", t("guide_close"), () => this.close(), { "data-testid": "guide-close" })),
      el("p", {}, t("guide_what")),
      el("ol", {}, STEPS.map((key) => el("li", {}, el("strong", {}, t(key)), el("span", {}, t(`${key}_how`))))),
      el("h3", {}, t("scenes")),
      el("p", {}, t("guide_scenes")),
      el("div", { class: "guide-scenes" }, scenes.names.map((name) => this.scene(name))),
      el("p", { class: "quiet" }, t("guide_invented")),
      button(t("guide_done"), () => this.close(), { class: "primary", "data-testid": "guide-done" }),
    );
    this.element.addEventListener("keydown", (event) => event.key === "Escape" && this.close());
    this.opener = button(t("guide"), () => this.toggle(), { class: "tool", "aria-expanded": String(!this.element.hidden), "data-testid": "guide-open" }, icon("help"), t("guide"));
  }

  scene(name) {
    const run = () => {
      this.close();
      this.scenes.run(name);
    };
    return button(t(`scene_${name}`), run, { class: "guide-scene", "data-testid": `guide-scene-${name}` }, icon("play"), el("span", {}, el("strong", {}, t(`scene_${name}`)), el("small", {}, t(`scene_${name}_about`))));
  }

  toggle() {
    if (this.element.hidden) this.open();
    else this.close();
  }

  open() {
    this.element.hidden = false;
    this.opener.setAttribute("aria-expanded", "true");
    this.element.querySelector("button").focus();
  }

  close() {
    const inside = this.element.contains(document.activeElement);
    this.element.hidden = true;
    this.opener.setAttribute("aria-expanded", "false");
    remember(KEPT, "seen");
    if (inside) this.opener.focus();
  }
}
