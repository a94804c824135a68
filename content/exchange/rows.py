"""The content as rows of a spreadsheet: one per text, with the languages side by side."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from content.exchange.places import is_text, named
from content.leaves import leaves
from content.passages import Passage, Role, passages
from content.schema import FaqGroup, Lesson, Review, Story
from content.tree import Sheet, Tree
from content.yaml_lines import Place


class Kind(StrEnum):
    """What a sheet of the workbook holds; its name is the sheet's."""

    LESSONS = "lessons"
    STORIES = "stories"
    FAQ = "faq"


class What(StrEnum):
    """What a row holds: one text, a list of phrasings, or the review of a file or an FAQ entry."""

    TEXT = "text"
    PHRASINGS = "phrasings"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a row stands in one language.

    `texts`: the one text, every phrasing, or the state, reviewer and date of a review (empty: none).
    """

    file: str
    place: Place
    texts: tuple[str, ...]

    @property
    def shown(self) -> str:
        """All of it as one text, a line for each."""
        return "\n".join(self.texts)


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `review`: the name of the row that holds its review, empty where there is none."""

    kind: Kind
    name: str
    what: What
    role: Role | None
    review: str
    spots: dict[str, Spot] = field(default_factory=dict)


def rows(tree: Tree, kind: Kind) -> tuple[Row, ...]:
    """All rows of a kind in the order of the first language, with what only another one has at its place."""
    spoken = _by_file(tree)
    found: dict[str, Row] = {}
    order: list[str] = []
    for language in tree.languages:
        place = 0
        for row, spot in _of_language(tree, kind, language, spoken):
            if row.name in found:
                place = order.index(row.name) + 1
            else:
                order.insert(place, row.name)
                place += 1
            found.setdefault(row.name, row).spots[language] = spot
    return tuple(found[name] for name in order)


def _by_file(tree: Tree) -> Mapping[str, Sequence[Passage]]:
    by_file: dict[str, list[Passage]] = {}
    for passage in passages(tree):
        by_file.setdefault(passage.file, []).append(passage)
    return by_file


Spoken = Mapping[str, Sequence[Passage]]
Found = Iterator[tuple[Row, Spot]]


def _of_language(tree: Tree, kind: Kind, language: str, spoken: Spoken) -> Found:
    if kind is Kind.FAQ:
        for group in tree.faq[language]:
            yield from _OfFile(kind, group, spoken[group.file]).faq(group.value)
        return
    told: tuple[Sheet[Lesson] | Sheet[Story], ...]
    told = tree.lessons[language] if kind is Kind.LESSONS else tree.stories[language]
    for sheet in told:
        yield from _OfFile(kind, sheet, spoken[sheet.file]).told(sheet.value)


@dataclass(frozen=True, slots=True)
class _OfFile:
    """The rows of one file."""

    kind: Kind
    sheet: Sheet[Any]
    spoken: Sequence[Passage]

    def name(self, place: Place) -> str:
        return named(Path(self.sheet.file).stem, self.sheet.value, place)

    def row(self, what: What, place: Place, texts: tuple[str, ...], role: Role | None, review: str) -> Any:
        row = Row(self.kind, self.name(place), what, role, review)
        return row, Spot(self.sheet.file, place, texts)

    def review(self, place: Place, review: Review) -> Any:
        day = review.reviewed_on.isoformat() if review.reviewed_on else ""
        texts = (str(review.state), review.reviewer.strip(), day)
        return self.row(What.REVIEW, place, texts, None, self.name(place))

    def told(self, told: Lesson | Story) -> Found:
        """A lesson or a story: its review, then its texts."""
        yield self.review(("review",), told.review)
        places = [place for place, _ in leaves(told) if is_text(place)]
        for place, passage in zip(places, self.spoken, strict=True):
            yield self.row(What.TEXT, place, (passage.text,), passage.role, self.name(("review",)))

    def faq(self, group: FaqGroup) -> Found:
        """A group of the FAQ: its title, then review, question, answer and phrasings of each entry."""
        yield self.row(What.TEXT, ("title",), (group.title,), Role.TITLE, "")
        for number, entry in enumerate(group.entries):
            place: Place = ("entries", number)
            review = self.name((*place, "review"))
            yield self.review((*place, "review"), entry.review)
            yield self.row(What.TEXT, (*place, "question"), (entry.question,), Role.BUTTON, review)
            yield self.row(What.TEXT, (*place, "answer"), (entry.answer,), Role.TEXT, review)
            yield self.row(What.PHRASINGS, (*place, "phrasings"), entry.phrasings, Role.SAID_BY_CHILD, review)
