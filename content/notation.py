"""The notation of patterns.

A line of a pattern is a row of slots. `{name}` is any entry of a word list, `{a|b}` of either list, a bare
word (or one in braces that names no list) is itself, `{name}?` may be missing. Between two slots a space
means "next to each other", `.` up to one word between, `..` up to 4, `...` up to 9. ` & ` joins rows that may
stand in any order.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product

GAPS = {".": 1, "..": 4, "...": 9}

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
        ValueError: a slot is not written as `{name}`, a brace stands alone, or no slot has to be there.
    """
    choices = product(*(_row_choices(part, naming) for part in line.split(" & ")))
    lines = tuple(Line(tuple(row for row in rows if row)) for rows in choices)
    if not all(one.rows for one in lines):
        raise ValueError(f"no slot has to be there: {line}")
    return lines


def _row_choices(part: str, naming: Naming) -> list[tuple[Slot, ...]]:
    choices: list[tuple[Slot, ...]] = [()]
    gap = 0
    if _NOTATION.sub("", part).strip():
        raise ValueError(f"a brace stands alone: {part}")
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
