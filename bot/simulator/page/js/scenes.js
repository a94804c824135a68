// Three scenes that play by themselves: somebody's phone is used as a person would, with pauses, and the page points.

import { button, el, icon, iconButton } from "./dom.js";
import { currentLanguage, t } from "./words.js";
import { Hand, Stopped } from "./hand.js";

const LESSON_TAPS = 9;
const ALERT_MS = 30_000;

export class Scenes {
  constructor(app) {
    this.app = app;
    this.names = Object.keys(SCENES);
    this.words = el("p", { role: "status", "aria-live": "polite", "data-testid": "scene-words" });
    this.stopper = iconButton("close", t("scene_stop"), () => this.stop(), { "data-testid": "scene-stop" });
    this.bar = el("div", { class: "scene-bar", hidden: true, "data-testid": "scene-bar" }, this.words, this.stopper);
    this.element = el(
      "div",
      { class: "scenes", role: "group", "aria-label": t("scenes") },
      this.names.map((name) => button(t(`scene_${name}`), () => this.run(name), { class: "tool scene", "data-testid": `scene-${name}` }, icon("play"), t(`scene_${name}`))),
    );
  }

  async run(name) {
    this.stop();
    const control = (this.control = new AbortController());
    this.onstart?.();
    this.bar.hidden = false;
    this.bar.dataset.state = "playing";
    try {
      await SCENES[name](this, control.signal);
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      if (error.words) this.tell(error.words);
    }
    if (this.control === control) this.bar.dataset.state = "over";
  }

  stop() {
    this.control?.abort();
    this.bar.hidden = true;
    for (const pane of this.app.panes.values()) pane.look(null);
  }

  tell(key, values = {}) {
    this.words.textContent = t(key, values);
  }

  // Put these people on the page and give back hands for them.
  cast(people, signal) {
    this.app.only(people.map((phone) => phone.id));
    return people.map((phone) => new Hand(phone, this.app, signal));
  }

  get child() {
    return this.app.first("child", currentLanguage());
  }

  look(phone, key) {
    for (const [id, pane] of this.app.panes) pane.look(id === phone.id ? t(key, { name: phone.person.name }) : null);
    this.app.show(phone.id);
  }
}

// The child opens the bot and gets past its first questions.
async function arrive(scenes, hand) {
  const { name } = hand.phone.person;
  await hand.home();
  if (hand.phone.privateChat.blocked || !hand.phone.privateChat.started) {
    scenes.tell("scene_start_step", { name });
    await hand.start();
  }
  await hand.tapIf("scene_taps_language", [currentLanguage()]);
  await hand.tapIf("scene_taps_age");
}

async function lesson(scenes, signal) {
  const [child] = scenes.cast([scenes.child], signal);
  const { name } = child.phone.person;
  await arrive(scenes, child);
  scenes.tell("scene_lesson_step", { name });
  if (!(await child.commandLike(/learn|lesson|quiz/))) throw new Stopped("scene_no_answer");
  scenes.tell("scene_lesson_taps", { name });
  for (let tap = 0; tap < LESSON_TAPS; tap += 1) if (!(await child.tapForward("scene_taps_lesson", "scene_taps_avoid"))) break;
  scenes.tell("scene_lesson_over");
  scenes.look(child.phone, "scene_your_turn");
}

async function question(scenes, signal) {
  const [child] = scenes.cast([scenes.child], signal);
  const { name } = child.phone.person;
  await arrive(scenes, child);
  scenes.tell("scene_question_step", { name });
  await child.say("scene_question_says");
  scenes.tell("scene_question_over");
  scenes.look(child.phone, "scene_your_turn");
}

async function help(scenes, signal) {
  const staff = scenes.app.first("staff"); // the lead, who is on the roster from the start
  const [child, desk] = scenes.cast([scenes.child, staff], signal);
  const { name } = child.phone.person;
  const seen = desk.newest();
  await arrive(scenes, child);
  scenes.tell("scene_help_step", { name });
  await child.say("scene_help_says");
  scenes.tell("scene_help_answered", { name });
  await child.pause(2500);
  const alert = await desk.alertAfter(seen, ALERT_MS);
  if (!alert) throw new Stopped("scene_no_alert");
  scenes.look(staff, "scene_look_staff");
  staff.open(staff.forum, alert.topic);
  scenes.tell("scene_help_over", { name: staff.person.name });
}

const SCENES = { lesson, question, help };
