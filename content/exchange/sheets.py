"""A sheet read back: its rows as far as they can be understood, and every fault of their form."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from content.exchange.cells import typed, typed_day
from content.exchange.columns import DATE, LIMIT, MARK, PLACE, ROLE, Columns
from content.exchange.faults import CellError, Fault

MOST_ROWS = 20_000
MOST_COLUMNS = 100


@dataclass(frozen=True, slots=True)
class Filled:
    """A row as it was sent back. `unread`: columns in which something else than text stands."""

    sheet: str
    number: int
    texts: Mapping[str, str]
    unread: frozenset[str]

    @property
    def name(self) -> str:
        """The place, as written."""
        return self.texts[PLACE]

    def fault(self, column: str, message: str) -> Fault:
        """A fault of a cell of this row."""
        return Fault(self.sheet, self.number, column, message)


def read_sheet(sheet: Worksheet, languages: tuple[str, ...]) -> tuple[list[Filled], list[Fault]]:
    """The rows with a place, and what is wrong with the others."""
    faults = list(_form(sheet))
    if faults and sheet.max_row > MOST_ROWS:
        return [], faults
    for merged in sheet.merged_cells.ranges:
        faults.append(Fault(sheet.title, merged.min_row, "", f"merged cells: {merged.coord}"))
    where, wrong = _headings(sheet, Columns(languages))
    faults += wrong
    if wrong:
        return [], faults
    rows: list[Filled] = []
    for number in range(2, sheet.max_row + 1):
        row, wrong = _row(sheet, number, where)
        faults += wrong
        if any(row.texts.values()) or row.unread:
            rows.append(row)
    return _known_by_place(rows, faults), faults


def _form(sheet: Worksheet) -> Iterator[Fault]:
    if sheet.max_row > MOST_ROWS:
        yield Fault(sheet.title, sheet.max_row, "", f"something stands below row {MOST_ROWS}")
    if sheet.max_column > MOST_COLUMNS:
        yield Fault(sheet.title, 1, "", f"something stands to the right of column {MOST_COLUMNS}")


def _headings(sheet: Worksheet, columns: Columns) -> tuple[dict[str, int], list[Fault]]:
    """Where each column is, by its heading; columns may stand in another order."""
    where: dict[str, int] = {}
    faults: list[Fault] = []
    for number in range(1, min(sheet.max_column, MOST_COLUMNS) + 1):
        try:
            heading = typed(sheet.cell(1, number))
        except CellError as error:
            faults.append(Fault(sheet.title, 1, "", f"column {number}: {error}"))
            continue
        if heading in where:
            faults.append(Fault(sheet.title, 1, heading, "this column stands twice"))
        elif heading in columns.all:
            where[heading] = number
        elif heading or _holds_something(sheet, number):
            faults.append(
                Fault(sheet.title, 1, heading, f"unknown column {number}: notes belong in comments")
            )
    for heading in columns.all:
        if heading not in where and heading not in (ROLE, LIMIT):
            faults.append(Fault(sheet.title, 1, heading, "this column is missing"))
    return where, faults


def _holds_something(sheet: Worksheet, column: int) -> bool:
    return any(sheet.cell(number, column).value is not None for number in range(2, sheet.max_row + 1))


def _row(sheet: Worksheet, number: int, where: Mapping[str, int]) -> tuple[Filled, list[Fault]]:
    texts, unread, faults = {}, set(), []
    for heading, column in where.items():
        cell: Any = sheet.cell(number, column)
        try:
            texts[heading] = typed_day(cell) if heading.endswith(f" {DATE}") else typed(cell)
        except CellError as error:
            texts[heading] = ""
            unread.add(heading)
            faults.append(Fault(sheet.title, number, heading, str(error)))
    return Filled(sheet.title, number, texts, frozenset(unread)), faults


def _known_by_place(rows: list[Filled], faults: list[Fault]) -> list[Filled]:
    """Rows with a place of their own; the others are faults."""
    first: dict[str, Filled] = {}
    for row in rows:
        if PLACE in row.unread:
            continue
        if not row.name:
            faults.append(row.fault(PLACE, "missing: this row has no place"))
        elif row.name in first:
            faults.append(row.fault(PLACE, f"{row.name} stands already in row {first[row.name].number}"))
        else:
            first[row.name] = row
    return list(first.values())


def mark_of(row: Filled) -> str:
    """The hidden mark of a row, empty where it was lost."""
    return "" if MARK in row.unread else row.texts[MARK]
