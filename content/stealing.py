"""Which questions the wordings of a topic would take from other topics, by how alike their letters are.

The bot answers by more than letters. But a wording that is nearer to another topic's question than its own
wordings are teaches the trained judge against itself, and draws the lexical matcher to the wrong answer.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz, process

from content.normalise import same_form
from content.taught import by_topic
from content.teaching import questions
from content.tree import Tree

ALIKE = 60.0
"""rapidfuzz `ratio` (0 to 100) from which two questions are alike; below it, it is chance.

Of the shipped ones whose nearest other one is 50 to 60 alike, 36 % share its topic; of those with 60 to 70,
56 %; with 70 to 80, 79 %.
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """A way of asking. `topic`: None when it is out of scope. `where`: its file and line."""

    topic: str | None
    text: str
    where: str


@dataclass(frozen=True, slots=True)
class Near:
    """Another way of asking, and how like it is (0 to 100)."""

    asked: Asked
    similarity: float


@dataclass(frozen=True, slots=True)
class Drawn:
    """A question that is drawn to another topic. `before`: what was nearest otherwise, where anything was."""

    asked: Asked
    by: Near
    before: Near | None


def collected(tree: Tree, folder: Path) -> tuple[Asked, ...]:
    """The questions and phrasings of the FAQ in all languages, and the taught questions of the folder.

    Raises:
        ContentError: rows of taught questions that cannot be read.
    """
    curated = (Asked(topic, one.text, f"{one.file}:{one.line}") for topic, one in by_topic(tree))
    taught = (Asked(one.topic, one.text, f"{one.file}:{one.line}") for one in questions(folder))
    return (*curated, *taught)


def taken(asked: Sequence[Asked], topic: str, new: Sequence[Asked] = ()) -> list[Drawn]:
    """Questions of other topics whose nearest wording is a new one; without new ones, any of the topic's.

    Only those for which that wording makes the difference: without it the nearest is of another topic.
    """
    wordings = new or [one for one in asked if one.topic == topic]
    rest = _Wordings(one for one in asked if new or one.topic != topic)
    drawing = _Wordings(wordings)
    found = (_drawn(one, drawing, rest) for one in asked if one.topic != topic)
    return _strongest(one for one in found if one and not (one.before and one.before.asked.topic == topic))


def strayed(asked: Sequence[Asked], topic: str, new: Sequence[Asked] = ()) -> list[Drawn]:
    """New wordings, without new ones all of the topic's, whose nearest other wording is of another topic."""
    own = [one for one in asked if one.topic == topic]
    others = _Wordings(one for one in asked if one.topic != topic)
    mine = _Wordings([*new, *own])
    return _strongest(drawn for one in new or own if (drawn := _drawn(one, others, mine)))


def _drawn(one: Asked, drawing: "_Wordings", rest: "_Wordings") -> Drawn | None:
    by = drawing.nearest(one)
    if by is None:
        return None
    before = rest.nearest(one)
    return Drawn(one, by, before) if before is None or by.similarity > before.similarity else None


def _strongest(drawn: Iterable[Drawn]) -> list[Drawn]:
    return sorted(drawn, key=lambda one: -one.by.similarity)


class _Wordings:
    """Wordings in their plain form, to look the nearest one up."""

    def __init__(self, wordings: Iterable[Asked]) -> None:
        self._wordings = tuple(wordings)
        self._forms = [same_form(one.text) for one in self._wordings]

    def nearest(self, asked: Asked) -> Near | None:
        """The wording that is most alike, itself left out; None when nothing is alike."""
        others = [
            None if one is asked else form for one, form in zip(self._wordings, self._forms, strict=True)
        ]
        form = same_form(asked.text)
        hit = process.extractOne(form, others, scorer=fuzz.ratio, score_cutoff=ALIKE)
        return Near(self._wordings[hit[2]], hit[1]) if hit else None
