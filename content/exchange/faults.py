"""What is wrong with a spreadsheet: every fault with its sheet, row and column."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing to mend in the spreadsheet. `row` starts at 1; `column` is a heading, or empty."""

    sheet: str
    row: int
    column: str
    message: str

    def __str__(self) -> str:
        column = f"{self.column}: " if self.column else ""
        return f"{self.sheet}:{self.row}: {column}{self.message}"


class CellError(Exception):
    """What stands in a cell may not stand there; the message says why."""


class SpreadsheetError(Exception):
    """The spreadsheet may not be used at all; the message says why."""


class RefusedError(Exception):
    """Nothing was written. Carries everything that must be mended, one line each."""

    def __init__(self, told: Iterable[str]) -> None:
        self.told = tuple(dict.fromkeys(told))
        super().__init__("\n".join(self.told))
