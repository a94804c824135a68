"""Matching a line of a pattern against the places that a lexicon found.

Filler words between two slots never count, and a negation there breaks the match. Rows that may stand in any
order stand within 30 words. `content/notation.py` says how a line is written.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import product

from bot.understanding.lexicon import Place, Places
from content.notation import Line, Slot

WINDOW = 30
MAX_STEPS = 600
"""Steps spent on one row of one message; a message made to need more is cut off here."""


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
