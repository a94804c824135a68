"""Every stretch of words in the content, so that a check of words need not know where words can stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from content.leaves import NAMED, TRANSLATED, leaves
from content.problems import Problem
from content.schema import DistressPack, FaqGroup, HelpLine, Lesson, Order, Several, Story
from content.schema.base import ContentModel
from content.tree import Sheet, Tree
from content.yaml_lines import Place

ANY_LANGUAGE = ""

PER_LANGUAGE = ("name", "who_answers", "hours", "cost", "languages")
"""Fields of a help line that hold one text per language."""


class Role(StrEnum):
    """What a passage is, which decides how long it may be."""

    TEXT = "text"
    EXPLANATION = "explanation"
    BUTTON = "button"
    TICK = "tick"
    TITLE = "title"
    LABEL = "label"
    INTERFACE = "interface"
    SAID_BY_CHILD = "said_by_child"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words and where they stand.

    `language` is ANY_LANGUAGE where a file holds several. `text_line` is the line of the first character
    where the file keeps the line breaks of the text, else None.
    """

    file: str
    line: int
    language: str
    role: Role
    text: str
    text_line: int | None = None

    def problem(self, message: str, offset: int | None = None) -> Problem:
        """A problem with the passage, or with what stands at `offset` in it."""
        if offset is None or self.text_line is None:
            return Problem(self.file, self.line, message)
        return Problem(self.file, self.text_line + self.text.count("\n", 0, offset), message)


def passages(tree: Tree) -> Iterator[Passage]:
    """All passages of all languages."""
    for language in tree.languages:
        yield from _interface(tree, language)
        for lesson in tree.lessons[language]:
            yield from _Words(lesson, language).told(lesson.value)
        for story in tree.stories[language]:
            yield from _Words(story, language).told(story.value)
        for group in tree.faq[language]:
            yield from _Words(group, language).faq(group.value)
    for pack in tree.distress:
        yield from _Words(pack, ANY_LANGUAGE).distress(pack.value)
    for sheet, place, line in tree.lines():
        yield from _Words(sheet, ANY_LANGUAGE).helpline(place, line)


def read_by_people(tree: Tree) -> Iterator[Passage]:
    """The passages that the bot says; not those by which it recognises what a child says."""
    return (passage for passage in passages(tree) if passage.role is not Role.SAID_BY_CHILD)


def _interface(tree: Tree, language: str) -> Iterator[Passage]:
    for file in tree.interface[language]:
        for entry in file.entries:
            for text in entry.renderings():
                yield Passage(file.file, entry.line, language, Role.INTERFACE, text, entry.text_line)


BUTTONS = frozenset(("options", "ways", "items", "choices"))
"""Lists whose texts stand on buttons."""
LONG = frozenset(("text", "closing"))
"""Texts that may fill a message; all others explain in few lines."""


def _ticked(told: Lesson | Story) -> frozenset[Place]:
    """Questions whose buttons carry a mark or a number before their words."""
    steps = told.steps if isinstance(told, Lesson) else ()
    return frozenset(("steps", n) for n, one in enumerate(steps) if isinstance(one, Several | Order))


def _role(place: Place, ticked: frozenset[Place]) -> Role | None:
    """What the text at a place of a lesson or a story is; None where no text stands."""
    name = place[-1]
    if len(place) == 2 and place[0] in NAMED:
        return Role.LABEL
    if name not in TRANSLATED or place[0] in ("sources", "review"):
        return None
    if name == "title":
        return Role.TITLE
    if name == "text" and len(place) > 2 and place[-3] in BUTTONS:
        return Role.TICK if place[:2] in ticked else Role.BUTTON
    return Role.TEXT if name in LONG else Role.EXPLANATION


@dataclass(frozen=True, slots=True)
class _Words:
    """The passages of one sheet."""

    sheet: Sheet[ContentModel]
    language: str

    def at(self, place: Place, role: Role, text: str, language: str | None = None) -> Passage:
        lines = self.sheet.lines
        spoken = self.language if language is None else language
        first = lines.at(place) + 1 if place in lines.blocks else None
        return Passage(self.sheet.file, lines.at(place), spoken, role, text, first)

    def told(self, told: Lesson | Story) -> Iterator[Passage]:
        """The words of a lesson or a story."""
        ticked = _ticked(told)
        for place, text in leaves(told):
            role = _role(place, ticked)
            if role is not None:
                yield self.at(place, role, str(text))

    def faq(self, group: FaqGroup) -> Iterator[Passage]:
        yield self.at(("title",), Role.TITLE, group.title)
        for number, entry in enumerate(group.entries):
            place = ("entries", number)
            yield self.at((*place, "question"), Role.BUTTON, entry.question)
            yield self.at((*place, "answer"), Role.TEXT, entry.answer)
            for nth, phrasing in enumerate(entry.phrasings):
                yield self.at((*place, "phrasings", nth), Role.SAID_BY_CHILD, phrasing)

    def distress(self, pack: DistressPack) -> Iterator[Passage]:
        for number, phrase in enumerate(pack.phrases):
            yield self.at(("phrases", number, "text"), Role.SAID_BY_CHILD, phrase.text)

    def helpline(self, place: Place, line: HelpLine) -> Iterator[Passage]:
        yield self.at((*place, "contact"), Role.LABEL, line.contact)
        for field in PER_LANGUAGE:
            for language, text in getattr(line, field).items():
                yield self.at((*place, field, language), Role.LABEL, text, language)
