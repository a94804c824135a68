"""The seeded faults of form and structure, and the list of all."""

from tests.content.fault import (
    EN_FAQ,
    EN_TEXT,
    GROOMING,
    LINES,
    TH,
    TH_FAQ,
    TH_TEXT,
    VIOLENCE,
    Fault,
)
from tests.content.faults_of_lessons import LESSONS, STORIES
from tests.content.faults_of_pictures import PICTURES
from tests.content.faults_of_the_screen import SCREEN
from tests.content.faults_of_words import NUMBERS_AND_LINKS, REVIEW, WORDS
from tests.content.tiny_tree import entry, phrase

ASKED = "      - who_to_tell phrasing "
WHO_TO_TELL = entry("en", "who_to_tell", "phone_lines")
NEXT = "{kind: lesson, lesson: safe_talk}"
AS_CONCERN = (
    "{text: violence thai 1, lang: th, severity: urgent",
    "{text: Grooming thai 1, lang: th, severity: concern",
)
FORM = [
    Fault("broken yaml", TH, "order: 1", "order: 1: 2", "order:", "not readable as YAML"),
    Fault("a key twice", TH, "order: 1\n", "order: 1\norder:  1\n", "order:  1", "'order' stands twice"),
    Fault("an anchor", TH, "order: 1", "order: &one 1", "order:", "anchors"),
    Fault("an alias", TH, "order: 1", "order: *one", "order:", "anchors and aliases"),
    Fault("a tag", TH, "order: 1", "order: !!int 1", "order:", "tags"),
    Fault("a second document", LINES, "confidence: C2\n", "confidence: C2\n---\n", "---", "second document"),
    Fault("an unknown field", TH, "order: 1", "order: 1\nsponsor: x", "sponsor", "Extra inputs"),
    Fault("a missing field", TH_FAQ, "    question: คุยอย่างปลอดภัย\n", "", "id: who_to_tell", "Field required"),
    Fault(
        "a missing answer",
        TH_FAQ,
        "sources: [invented for this test]",
        "sources: []",
        "sources: []",
        "at least 1",
    ),
    Fault("an unknown severity", GROOMING, "severity: urgent", "severity: bad", "severity: bad", "severity"),
    Fault(
        "an unreadable message", TH_TEXT, "button-next = ไปต่อ", "button-next", "button-next", "not readable"
    ),
    Fault("a file named otherwise", TH, "id: safe_talk", "id: other", "id: other", "in a file named"),
]

INTERFACE = [
    Fault("a key missing", EN_TEXT, "toast-saved = Saved\n", "", "toast-saved", "missing in 'en'", TH_TEXT),
    Fault("a key too many", EN_TEXT, "toast-saved", "more = x\ntoast-saved", "more =", "missing in 'th'"),
    Fault(
        "an interface key twice",
        TH_TEXT,
        "points =",
        "greeting = อีกที\npoints =",
        "greeting = อีกที",
        "stands already",
    ),
    Fault("another variable", EN_TEXT, "{ $name }", "{ $nick }", "$nick", "needs $nick here but $name"),
    Fault(
        "an unknown reference",
        TH_TEXT,
        "ไปต่อ",
        "ไปต่อ { -brand }",
        "button-next",
        "-brand, which does not exist",
    ),
    Fault("a circle", TH_TEXT, "ไปต่อ", "{ toast-saved } { button-next }", "button-next", "includes itself"),
    Fault("an unknown function", TH_TEXT, "{ $name }", "{ SHOUT($name) }", "SHOUT", "unknown function SHOUT"),
    Fault("an unread attribute", TH_TEXT, "ไปต่อ", "ไปต่อ\n    .title = ไป", "button-next", "attribute"),
    Fault("a wide button", TH_TEXT, "ไปต่อ", "ก" * 39, "button-next", "39 columns, at most 38"),
    Fault("a wide button of emoji", TH_TEXT, "ไปต่อ", "🌱" * 20, "button-next", "40 columns"),
    Fault("a long toast", TH_TEXT, "เก็บไว้แล้วนะ", "ก" * 201, "toast-saved", "201 characters, at most 200"),
    Fault("a long command", TH_TEXT, "ขอความช่วยเหลือ", "ก" * 257, "command-help", "at most 256"),
    Fault(
        "a long staff command",
        TH_TEXT,
        "command-help = ",
        f"staff-command-x = {'ก' * 257}",
        "staff-",
        "at most 256",
    ),
    Fault("a long name", TH_TEXT, "command-help = ", f"bot-name = {'ก' * 65}", "bot-name", "at most 64"),
    Fault(
        "a long description",
        TH_TEXT,
        "command-help = ",
        f"bot-description = {'ก' * 513}",
        "bot-d",
        "at most 512",
    ),
    Fault(
        "a toast of two lines",
        TH_TEXT,
        "toast-saved = ",
        "toast-saved =\n    ก\n    ",
        "toast-saved",
        "one line",
    ),
    Fault("a long message", TH_TEXT, "สวัสดี", "ก" * 4097, "greeting", "at most 4096"),
]

FAQ = [
    Fault(
        "too few phrasings in Thai", TH_FAQ, f"{ASKED}15\n", "", "phrasings:", "14 phrasings of 'who_to_tell'"
    ),
    Fault("too few in English", EN_FAQ, f"{ASKED}8\n", "", "phrasings:", "7 phrasings of 'who_to_tell'"),
    Fault("a topic missing", EN_FAQ, WHO_TO_TELL, "", "id: who_to_tell", "missing in 'en'", TH_FAQ),
    Fault("a topic twice", TH_FAQ, "id: phone_lines", 'id: "who_to_tell"', '"who_to_tell"', "stands already"),
    Fault("an unknown related topic", TH_FAQ, "[phone_lines]", "[nothing]", "[nothing]", "'nothing'"),
    Fault(
        "a topic related to itself",
        TH_FAQ,
        "[phone_lines]",
        "[ who_to_tell]",
        "[ who_to_tell]",
        "no other topic",
    ),
    Fault(
        "an unknown lesson", TH_FAQ, "lesson: safe_talk", "lesson: nowhere", "nowhere", "no lesson 'nowhere'"
    ),
    Fault("a lesson step without lesson", TH_FAQ, NEXT, "{kind: lesson}", "{kind: lesson}", "names a lesson"),
    Fault(
        "help lines with a lesson",
        TH_FAQ,
        NEXT,
        NEXT.replace("kind: lesson", "kind: person"),
        "kind: person",
        "names",
    ),
    Fault("another way on", EN_FAQ, NEXT, "{kind: person}", "{kind: person}", "leads elsewhere"),
    Fault(
        "another gentle question",
        EN_FAQ,
        "    related",
        "    checks_in: true\n    related",
        "checks_in",
        "differs",
    ),
    Fault(
        "one phrasing in two topics",
        TH_FAQ,
        "phone_lines phrasing 3",
        "Who_to_tell, phrasing 1!",
        "Who_",
        "already in",
    ),
    Fault("a long button", EN_FAQ, "question: Safe talk", f"question: {'x' * 39}", "x" * 39, "at most 38"),
]

DISTRESS = [
    Fault(
        "too few phrases", GROOMING, phrase("grooming english 1", "en"), "", "phrases:", "9 phrases in 'en'"
    ),
    Fault("a phrase twice", GROOMING, "grooming thai 2,", "Grooming THAI 1 !,", "THAI", "stands already"),
    Fault(
        "two severities",
        VIOLENCE,
        AS_CONCERN[0],
        AS_CONCERN[1],
        "concern",
        "is concern here but urgent in distress/g",
    ),
    Fault(
        "a phrase without urgency",
        GROOMING,
        "severity: urgent",
        "severity: none",
        "severity: none",
        "cannot be",
    ),
]

HELPLINES = [
    Fault(
        "a language missing",
        LINES,
        "hours: {th: ทุกวัน, en: Every day}",
        "hours: {th: ทุกวัน}",
        "hours: {th",
        "'en'",
    ),
    Fault("an unknown language", LINES, "en: Free}", "en: Free, xx: no}", "xx:", "unknown language 'xx'"),
    Fault("no source", LINES, "source: invented for this test", "source:", "source:", "source"),
    Fault("an unproven line", LINES, "confidence: C2", "confidence: NV", "NV", "confidence"),
    Fault(
        "a contact that is no number",
        LINES,
        '"191"',
        "ask the police",
        "ask the police",
        "not a phone number",
    ),
    Fault("two links in one", LINES, "https://takeitdown.ncmec.org", "a.org/b.com", "a.org", "not a host"),
    Fault("no line in an emergency", LINES, "[emergency]", "[concern]", "lines:", "the severity emergency"),
    Fault(
        "no emergency line for a language",
        LINES,
        "order: 1",
        "order: 1\n    readers: [en]",
        "lines:",
        "readers of 'th'",
    ),
    Fault(
        "an unknown reader",
        LINES,
        "order: 3",
        "order: 3\n    readers: [xx]",
        "readers:",
        "unknown language 'xx'",
    ),
    Fault("an id twice", LINES, "id: samaritans", 'id: "police"', '"police"', "stands twice"),
    Fault("a line of the red list", LINES, "02-113-6789", "02-713-6793", "02-713-6793", "red list"),
]

FAULTS = [
    *FORM,
    *INTERFACE,
    *LESSONS,
    *STORIES,
    *PICTURES,
    *FAQ,
    *DISTRESS,
    *SCREEN,
    *HELPLINES,
    *NUMBERS_AND_LINKS,
    *WORDS,
    *REVIEW,
]

IN_DIFFERENT_PLACES = [
    *(
        group[-1]
        for group in (
            INTERFACE,
            LESSONS,
            STORIES,
            PICTURES,
            FAQ,
            DISTRESS,
            HELPLINES,
            NUMBERS_AND_LINKS,
            WORDS,
        )
    ),
    REVIEW[0],
]
