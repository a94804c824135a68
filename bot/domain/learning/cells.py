"""Numbers as they may be told: none under five, and none from which one under five follows.

One or two children could be recognised in a small number. So what is told here leaves every number under five
open from 0 to 4, also for somebody who adds and subtracts what else is told. What is built from cells alone
(a sum, a share) tells nothing more.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

FEWEST = 5
"""The smallest number that is told."""

PERCENT = "\u00a0%"
"""The sign, which stays on the line of its number."""


class Sign(Enum):
    """How a cell's number is meant; HIDDEN has none."""

    EXACT = ""
    UNDER = "<"
    OVER = ">"
    AT_LEAST = "≥"
    HIDDEN = "–"


@dataclass(frozen=True, slots=True)
class Cell:
    """A number as it may be told."""

    sign: Sign
    number: int = 0

    def __str__(self) -> str:
        return self.sign.value if self.sign is Sign.HIDDEN else f"{self.sign.value}{self.number}"

    @property
    def exact(self) -> int | None:
        """The number itself, where it is told."""
        return self.number if self.sign is Sign.EXACT else None

    @property
    def least(self) -> int:
        """The smallest number that it can stand for."""
        return {Sign.EXACT: self.number, Sign.OVER: self.number + 1, Sign.AT_LEAST: self.number}.get(
            self.sign, 0
        )


UNDER = Cell(Sign.UNDER, FEWEST)
HIDDEN = Cell(Sign.HIDDEN)


def told(number: int) -> Cell:
    """A number that stands alone."""
    return Cell(Sign.EXACT, number) if number >= FEWEST else UNDER


def nested(*numbers: int) -> tuple[Cell, ...]:
    """Numbers of which each counts a part of the one before it: what is left out is covered as well."""
    cells = [told(numbers[0])]
    around = cells[0].exact
    for number in numbers[1:]:
        cells.append(HIDDEN if around is None or around < 2 * FEWEST else _inside(around, number))
        around = cells[-1].exact or around
    return tuple(cells)


def _inside(around: int, number: int) -> Cell:
    return told(number) if around - number >= FEWEST else Cell(Sign.OVER, around - FEWEST)


def parted(parts: Iterable[int]) -> tuple[Cell, tuple[Cell, ...]]:
    """The sum of some numbers, and each of them. A sum from which a covered one would follow is a bound."""
    numbers = tuple(parts)
    cells = tuple(map(told, numbers))
    if all(cell.exact is not None for cell in cells):
        return told(sum(numbers)), cells
    return _bound(sum(numbers), cells), cells


def among(whole: int, parts: Iterable[int]) -> tuple[Cell, tuple[Cell, ...]]:
    """A number, and some parts of it; the rest, which is none of them, may be small too."""
    cells = tuple(map(told, parts))
    covered = sum(cell.exact is None for cell in cells)
    rest = whole - sum(cell.exact or 0 for cell in cells)
    open_enough = rest >= covered * (FEWEST - 1) + FEWEST
    return (told(whole) if open_enough else _bound(whole, cells)), cells


def _bound(whole: int, cells: tuple[Cell, ...]) -> Cell:
    known = sum(cell.exact or 0 for cell in cells)
    if known:
        return Cell(Sign.AT_LEAST, known)
    return UNDER if whole < FEWEST else HIDDEN


def total(cells: Iterable[Cell]) -> Cell:
    """The sum, as far as it follows from what is told: many small numbers may be a large one."""
    summands = tuple(cells)
    known = sum(cell.least for cell in summands)
    if all(cell.exact is not None for cell in summands) and summands:
        return told(known)
    return Cell(Sign.AT_LEAST, known) if known >= FEWEST else HIDDEN


@dataclass(frozen=True, slots=True)
class Share:
    """A share in whole percent, or a bound of it."""

    sign: Sign
    percent: int

    def __str__(self) -> str:
        return f"{self.sign.value}{self.percent}{PERCENT}"


def share(part: Cell, whole: Cell) -> Share | None:
    """The share of one cell in another, from what is told of both; None where that is too little."""
    if whole.exact is None or part.sign in (Sign.HIDDEN, Sign.AT_LEAST):
        return None
    return Share(part.sign, min(100, round(100 * part.number / whole.exact)))
