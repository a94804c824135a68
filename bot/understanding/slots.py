"""The notation of patterns, and matching one against the places that a lexicon found.

A line of a pattern is a row of slots. `{name}` is any entry of a word list, `{a|b}` of either list, a bare
word (or one in braces that names no list) is itself, `{name}?` may be missing. Between two slots a space
means "next to each other", `.` up to one word between, `..` up to 4, `...` up to 9; filler words never count,
and a negation between two slots breaks the match. ` & ` joins rows that may stand in any order within 30
words.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from bot.understanding.lexicon import Place, Places

GAPS = {".": 1, "..": 4, "...": 9}
WINDOW = 30
MAX_STEPS = 600
"""Steps spent on one row of one message; a message made to need more is cut off here."""

_SLOT = re.compile(r"\{([^{}]+)\}(\?)?")
_NOTATION = re.compile(r"\{[^}]*\}\??|\.{1,3}(?=\s|$)|[^\s{}]+")


@dataclass(frozen=True, slots=True)
class Slot:
    """The lists whose entries fit, and how many words may stand before it."""

    lists: tuple[str, ...]
    gap: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a pattern: rows of slots in any order."""

    rows: tuple[tuple[Slot, ...], ...]

    def needs(self) -> Iterator[tuple[str, ...]]:
        """For each slot the lists of which one must have a place."""
        return (slot.lists for row in self.rows for slot in row)


Naming = Callable[[str], str]
"""Gives the name of a word list: the word where it names one, else that of a new list of just this word."""


def parse(line: str, naming: Naming) -> tuple[Line, ...]:
    """The lines that a notation stands for: one for each way of leaving out optional slots.

    Raises:
        ValueError: a slot is not written as `{name}`, or no slot has to be there.
    """
    choices = product(*(_row_choices(part, naming) for part in line.split(" & ")))
    lines = tuple(Line(tuple(row for row in rows if row)) for rows in choices)
    if not all(one.rows for one in lines):
        raise ValueError(f"no slot has to be there: {line}")
    return lines


def _row_choices(part: str, naming: Naming) -> list[tuple[Slot, ...]]:
    choices: list[tuple[Slot, ...]] = [()]
    gap = 0
    for piece in _NOTATION.findall(part):
        if piece in GAPS:
            gap = GAPS[piece]
            continue
        slot, optional = _slot(piece, gap, naming)
        choices = [(*c, slot) for c in choices] + (choices if optional else [])
        gap = 0
    return choices


def _slot(piece: str, gap: int, naming: Naming) -> tuple[Slot, bool]:
    if not piece.startswith("{"):
        return Slot((naming(piece),), gap), False
    match = _SLOT.fullmatch(piece)
    if match is None:
        raise ValueError(f"not a slot: {piece}")
    return Slot(tuple(naming(name) for name in match.group(1).split("|")), gap), bool(match.group(2))


class Matcher:
    """Matches lines against one text, whose places, fillers and negations are known."""

    def __init__(self, places: Places, fillers: frozenset[int], negations: frozenset[int]) -> None:
        self._places = places
        self._fillers = fillers
        self._negations = negations
        self._steps = 0

    def matches(self, line: Line) -> Iterator[tuple[Place, ...]]:
        """Ways in which the line fits, each the places of its slots."""
        if not all(any(name in self._places for name in lists) for lists in line.needs()):
            return
        self._steps = 0
        if len(line.rows) == 1:
            yield from self._row(line.rows[0])
        else:
            yield from self._any_order(line.rows)

    def _any_order(self, rows: Sequence[tuple[Slot, ...]]) -> Iterator[tuple[Place, ...]]:
        found = [list(self._first(row)) for row in rows]
        for combination in product(*found):
            self._steps += 1
            places = tuple(p for row in combination for p in row)
            if self._steps > MAX_STEPS:
                return
            if max(p.last for p in places) - min(p.first for p in places) <= WINDOW and _apart(combination):
                yield places

    def _first(self, row: tuple[Slot, ...]) -> Iterator[tuple[Place, ...]]:
        for count, places in enumerate(self._row(row)):
            if count >= 8:
                return
            yield places

    def _row(self, row: tuple[Slot, ...]) -> Iterator[tuple[Place, ...]]:
        for place in self._all(row[0]):
            yield from self._rest(row[1:], (place,))

    def _rest(self, slots: tuple[Slot, ...], done: tuple[Place, ...]) -> Iterator[tuple[Place, ...]]:
        self._steps += 1
        if self._steps > MAX_STEPS:
            return
        if not slots:
            yield done
            return
        for place in self._after(slots[0], done[-1].last):
            yield from self._rest(slots[1:], (*done, place))

    def _all(self, slot: Slot) -> list[Place]:
        lists = [self._places[name] for name in slot.lists if name in self._places]
        return lists[0] if len(lists) == 1 else sorted({p for places in lists for p in places})

    def _after(self, slot: Slot, last: int) -> Iterator[Place]:
        places = self._all(slot)
        for place in places[bisect_left(places, Place(last + 1, 0)) :]:
            if not self._near(last, place.first, slot.gap):
                return
            yield place

    def _near(self, last: int, first: int, gap: int) -> bool:
        between = range(last + 1, first)
        if len(between) > gap + 12 or any(i in self._negations for i in between):
            return False
        return sum(i not in self._fillers for i in between) <= gap


def _apart(rows: Sequence[tuple[Place, ...]]) -> bool:
    taken = [{i for p in row for i in range(p.first, p.last + 1)} for row in rows]
    return all(a.isdisjoint(b) for i, a in enumerate(taken) for b in taken[i + 1 :])
