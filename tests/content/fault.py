"""What a seeded fault is: a change of one place of the tiny tree, and the line that must be told."""

from dataclasses import dataclass

from tests.content.tiny_lesson import WORDS

THAI, ENGLISH = WORDS["th"], WORDS["en"]

TH, EN = "th/lessons/safe_talk.yaml", "en/lessons/safe_talk.yaml"
TH_FAQ, EN_FAQ = "th/faq/help.yaml", "en/faq/help.yaml"
TH_TEXT, EN_TEXT = "th/interface/main.ftl", "en/interface/main.ftl"
GROOMING, VIOLENCE = "distress/grooming.yaml", "distress/violence.yaml"
LINES = "helplines.yaml"
CARD = f"{THAI['line']}\n      {THAI['line']}"


@dataclass(frozen=True)
class Fault:
    """`old` in `file` becomes `new`; the problem stands where `at` stands, in `told_in` or else in `file`."""

    name: str
    file: str
    old: str
    new: str
    at: str
    says: str
    told_in: str = ""


def in_card(name: str, second_line: str, says: str) -> Fault:
    """A fault in the second line of a Thai card."""
    return Fault(name, TH, CARD, f"เล่าได้\n      {second_line}", second_line, says)


def in_english(name: str, second_line: str, says: str) -> Fault:
    """A fault in the second line of an English answer."""
    old = f"{ENGLISH['line']}\n      {ENGLISH['line']}"
    return Fault(name, EN_FAQ, old, f"You can tell\n      {second_line}", second_line, says)
