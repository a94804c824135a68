// Polls and quizzes: voting, the result, the explanation.

import { button, el, icon, languageOf } from "./dom.js";
import { formatted } from "./entities.js";
import { t } from "./words.js";

export function pollCard(phone, message, actions) {
  const { poll } = message;
  const open = !poll.closed && !poll.answered;
  const kind = poll.type === "quiz" ? "poll_quiz" : "poll_regular";
  return el(
    "div",
    { class: "poll", "data-testid": "poll" },
    el("p", { class: "poll-question", lang: languageOf(poll.question) }, poll.question),
    el("p", { class: "quiet" }, t(poll.closed ? "poll_closed" : poll.anonymous ? `${kind}_anonymous` : kind)),
    open ? choices(message, actions) : results(poll),
    poll.explanation && explanation(poll, actions),
    el("p", { class: "quiet" }, poll.total ? t("poll_votes", { count: poll.total }) : t("poll_no_votes")),
    poll.answered && poll.revoting && !poll.closed && retract(message, actions),
  );
}

function choices(message, actions) {
  return message.poll.multiple ? several(message, actions) : single(message, actions);
}

function single({ poll, ...message }, actions) {
  const rows = poll.options.map((option, index) =>
    button(option.text, () => actions.vote(message, [index]), {
      class: "poll-choice",
      lang: languageOf(option.text),
      "data-testid": "poll-option",
      "data-focus": `option-${index}`,
    }),
  );
  return el("div", { class: "poll-choices" }, rows);
}

function several({ poll, ...message }, actions) {
  const boxes = poll.options.map(() => el("input", { type: "checkbox" }));
  const chosen = () => boxes.flatMap((box, index) => (box.checked ? [index] : []));
  const rows = poll.options.map((option, index) =>
    el("label", { class: "poll-choice", lang: languageOf(option.text), "data-testid": "poll-option" }, boxes[index], option.text),
  );
  const vote = () => chosen().length && actions.vote(message, chosen());
  return el("div", { class: "poll-choices" }, rows, button(t("poll_vote"), vote, { class: "primary", "data-testid": "poll-vote" }));
}

function results(poll) {
  return el("ul", { class: "poll-results" }, poll.options.map((option) => result(poll, option)));
}

function result(poll, option) {
  const bar = el("span", { class: "poll-bar" });
  bar.style.width = `${option.percent}%`;
  const state = option.correct ? "right" : option.chosen && poll.type === "quiz" ? "wrong" : "";
  return el(
    "li",
    { class: `poll-result ${state}`, "data-testid": "poll-result" },
    el("span", { class: "poll-percent" }, `${option.percent}%`),
    el("span", { lang: languageOf(option.text) }, option.text, mark(poll, option)),
    el("span", { class: "poll-track" }, bar),
  );
}

function mark(poll, option) {
  const labels = [];
  if (option.correct) labels.push(el("span", { class: "poll-mark right" }, icon("check"), t("poll_right")));
  if (option.chosen) labels.push(el("span", { class: "poll-mark" }, t("poll_yours")));
  return labels.length ? el("span", { class: "poll-marks" }, labels) : "";
}

function explanation(poll, actions) {
  return el("div", { class: "poll-explanation", "data-testid": "poll-explanation" }, formatted(poll.explanation, poll.explanation_entities, actions));
}

function retract(message, actions) {
  return button(t("poll_retract"), () => actions.vote(message, []), { class: "text-link" });
}
