"""The seeded faults of lessons and stories."""

from tests.content.fault import CARD, EN, ENGLISH, TH, THAI, Fault
from tests.content.tiny_lesson import card, choice, truth

TH_STORY, EN_STORY = "th/stories/stranger.yaml", "en/stories/stranger.yaml"
BECAUSE = f"        because: {THAI['line']}\n"
NAMED = "        misconception: keeps_it\n"
WRONG = f"      - id: keep_1\n        text: {THAI['wrong']}\n{BECAUSE}{NAMED}"
SWAPPED = choice(1, ENGLISH).replace("        right: true\n", "") + "        right: true\n"
THREE = choice(1, ENGLISH) + "      - {id: more, text: more, because: more, misconception: keeps_it}\n"
BLOCK = f"      - {{id: block, text: {THAI['wrong']}, to: safe}}\n"
SAFE = f"{{id: safe, text: {THAI['line']}, end: safe}}"
ROUND = "{id: safe, text: ก, choices: [{id: a, text: ก, to: safe}, {id: b, text: ข, to: safe}]}"
OUT = f"  - {{id: out, text: {THAI['line']}, end: think}}\n"

QUESTIONS = [
    Fault("no right option", TH, f"        right: true\n{BECAUSE}", BECAUSE + NAMED, "options:", "0 right"),
    Fault("two right options", TH, BECAUSE + NAMED, f"        right: true\n{BECAUSE}", "options:", "2 right"),
    Fault("no explanation", TH, BECAUSE, "", "id: tell_1", "because: Field required"),
    Fault("one option only", TH, WRONG, "", "options:", "at least 2 items"),
    Fault("an option id twice", TH, "id: keep_1", 'id: "tell_1"', '"tell_1"', "stands twice"),
    Fault("options that read the same", TH, "เก็บไว้คนเดียว\n", '"บอกผู้ใหญ่"\n', '"บอกผู้ใหญ่"', "reads the same"),
    Fault("a wrong option without misconception", TH, NAMED, "", "id: keep_1", "name a misconception"),
    Fault(
        "a right one with misconception", TH, BECAUSE, BECAUSE + NAMED, "id: tell_1", "name a misconception"
    ),
    Fault("an unknown misconception", TH, NAMED, NAMED.replace("keeps_it", "x"), ": x", "has no 'x'"),
    Fault(
        "a misconception of nobody", TH, "  keeps_it:", "  idle: ก\n  keeps_it:", "idle", "no wrong answer"
    ),
    Fault("a card that is not there", TH, "card: card_2", "card: card_x", "card_x", "no card 'card_x'"),
    Fault(
        "several with all right",
        TH,
        "because: เล่าให้คนที่ไว้ใจฟังได้เสมอ, misconception: keeps_it}",
        "right: true, because: ก}",
        "# several",
        "right and wrong",
    ),
    Fault(
        "a situation without a good way", TH, "fit: good", "fit: partly", "ways:", "a good and a risky way"
    ),
    Fault("a way without misconception", TH, "fit: risky", "fit: partly", "ways:", "a good and a risky way"),
    Fault("an order of two", TH, "      - {id: two, text: เก็บไว้คนเดียว}\n", "", "items:", "at least 3 items"),
    Fault("an unknown kind of question", TH, "kind: truth", "kind: guess", "kind: guess", "does not match"),
]

LESSONS = [
    *QUESTIONS,
    Fault("another option id", EN, "id: keep_2", "id: hold_2", "hold_2", "is hold_2, but keep_2"),
    Fault("another right answer", EN, choice(1, ENGLISH), SWAPPED, "id: tell_1", "name a misconception"),
    Fault("another number of options", EN, choice(1, ENGLISH), THREE, "id: more", "stands where"),
    Fault("another step id", EN, "id: card_6", "id: card_x", "card_x", "is card_x, but card_6"),
    Fault("another kind of step", EN, card(6, ENGLISH["line"]), "", "kind: choice", "is choice, but card"),
    Fault("another order", EN, "order: 1", "order: 2", "order: 2", "order is 2, but 1"),
    Fault("another truth", EN, "right: false", "right: yes", "right: yes", "is True, but False"),
    Fault("a step id twice", TH, "id: card_2", 'id: "card_1"', '"card_1"', "stands twice"),
    Fault("too few questions", TH, choice(4, THAI) + choice(5, THAI), "", "steps:", "questions at the age"),
    Fault(
        "too many cards for some",
        TH,
        "steps:\n",
        "steps:\n" + "".join(card(n, "ก") for n in (7, 8, 9)),
        "steps:",
        "9 cards at the age 10_12",
    ),
    Fault("no statement", TH, truth(THAI), "", "steps:", "no question of kind 'truth'"),
    Fault("endings that do not begin at 0", TH, "from_share: 0,", "from_share: 0.1,", "endings:", "rise"),
    Fault("a story that is not there", TH, "story: stranger", "story: nobody", "nobody", "no story 'nobody'"),
    Fault(
        "an ending that leads to no story",
        TH,
        "onward: cards",
        "onward: story",
        "onward: story",
        "names a story",
    ),
    Fault(
        "no right answer before",
        TH,
        "{id: tell_1, text: บอกผู้ใหญ่, right: true}",
        "{id: tell_1, text: ก}",
        "# before 1",
        "0 right options before",
    ),
    Fault("two pairs", EN, "  - id: pair_3", '  - id: "pair_2"', '"pair_2"', "is pair_2, but pair_3"),
    Fault("a wide title", TH, "title: ", f"title: {'ก' * 30}", "title: ", "columns, at most 32"),
    Fault("a wide option", TH, "text: บอกผู้ใหญ่\n", f"text: {'ก' * 39}\n", "ก" * 39, "39 columns, at most 38"),
    Fault("a wide tick", TH, "{id: third, text: ", f"{{id: third, text: {'ก' * 34}", "third", "at most 34"),
    Fault("a long explanation", TH, "because: ", f"because: {'ก' * 220}", "ก" * 220, "at most 220"),
    Fault("a long card", TH, CARD, "ก" * 401, "text: |", "401 characters, at most 400"),
    Fault("a card of six lines", TH, CARD, "\n      ".join("กขคงจฉ"), "text: |", "6 lines, at most 5"),
]

STORIES = [
    Fault(
        "a choice that leads nowhere",
        TH_STORY,
        "to: safe",
        "to: nowhere",
        "to: nowhere",
        "no scene 'nowhere'",
    ),
    Fault("a dead end", TH_STORY, OUT, OUT.replace(", end: think", ""), "id: out", "choices or an end"),
    Fault(
        "an end with choices",
        TH_STORY,
        "  - id: more\n",
        "  - id: more\n    end: think\n",
        "id: more",
        "choices or an end",
    ),
    Fault("one choice", TH_STORY, BLOCK, "", "choices:", "one choice in 'hello' is none"),
    Fault(
        "a scene that nobody reaches", TH_STORY, "to: safe", "to: out", "id: safe", "no way leads to 'safe'"
    ),
    Fault("a loop without exit", TH_STORY, SAFE, ROUND, "id: safe", "no way leads to an end"),
    Fault("no start", TH_STORY, "start: hello", "start: begin", "start:", "no scene 'begin'"),
    Fault("no way out", TH_STORY, "way_out: out", "way_out: door", "way_out:", "no scene 'door'"),
    Fault("an unknown warning sign", TH_STORY, "flags: [gift]", "flags: [gift, x]", "flags: [", "has no 'x'"),
    Fault(
        "a warning sign that shows nowhere",
        TH_STORY,
        "  gift:",
        "  idle: ก\n  gift:",
        "idle",
        "shows in no scene",
    ),
    Fault("no helped end", TH_STORY, "end: helped", "end: think", "scenes:", "no end of the kind helped"),
    Fault(
        "a lesson that is not there",
        TH_STORY,
        "lesson: safe_talk",
        "lesson: gone",
        "gone",
        "no lesson 'gone'",
    ),
    Fault("a scene id twice", TH_STORY, "id: helped", 'id: "safe"', '"safe"', "stands twice"),
    Fault(
        "another way in a story", EN_STORY, "to: helped", 'to: "safe"', 'to: "safe"', "is safe, but helped"
    ),
]
