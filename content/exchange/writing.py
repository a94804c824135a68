"""Rows into a workbook: text cells only, and locked what must not be changed."""

from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from content.exchange.columns import DATE, LIMIT, MARK, PLACE, REVIEWER, ROLE, STATE, Columns, limit, mark
from content.exchange.fitting import unfit
from content.exchange.rows import Kind, Row, What
from content.problems import ContentError, Problem
from content.schema import ReviewState

_FONT = "Tahoma"
"""Has Thai letters and comes with the usual office programs; others put one of theirs in its place."""
_GREY, _DARK = PatternFill("solid", fgColor="E4E4E4"), PatternFill("solid", fgColor="3D4F5C")
_BODY, _HEAD = Font(name=_FONT, size=10), Font(name=_FONT, size=10, bold=True, color="FFFFFF")
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_OPEN, _LOCKED = Protection(locked=False), Protection(locked=True)
_TEXT = "@"
_WIDTHS = {PLACE: 42, ROLE: 13, LIMIT: 22, STATE: 12, REVIEWER: 20, DATE: 13}
_WIDTH_OF_TEXT = 56


def workbook(sheets: Iterable[tuple[Kind, Sequence[Row]]], languages: tuple[str, ...]) -> Workbook:
    """One sheet per kind.

    Raises:
        ContentError: texts that a cell cannot hold, all at once.
    """
    book = Workbook()
    for empty in book.worksheets:
        book.remove(empty)
    problems: list[Problem] = []
    for kind, some in sheets:
        problems += _unfit(some)
        if not problems:
            _fill(book.create_sheet(str(kind)), some, Columns(languages))
    if problems:
        raise ContentError(problems)
    return book


def _unfit(some: Iterable[Row]) -> Iterable[Problem]:
    for row in some:
        for spot in row.spots.values():
            if why := unfit(spot.shown):
                yield Problem(spot.file, 1, f"{row.name}: {why}")


def _fill(sheet: Worksheet, some: Sequence[Row], columns: Columns) -> None:
    sheet.append([_heading(sheet, heading) for heading in columns.all])
    for row in some:
        values = _values(row, columns)
        sheet.append(
            [_cell(sheet, values.get(heading, ""), is_open=_is_open(row, heading)) for heading in columns.all]
        )
    _lay_out(sheet, columns)
    _choose_states(sheet, columns, len(some) + 1)
    _protect(sheet)


def _lay_out(sheet: Worksheet, columns: Columns) -> None:
    for number, heading in enumerate(columns.all, start=1):
        dimension = sheet.column_dimensions[get_column_letter(number)]
        dimension.width = _WIDTHS.get(heading.split(" ")[-1], _WIDTH_OF_TEXT)
        dimension.hidden = heading == MARK
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = sheet.dimensions


def _values(row: Row, columns: Columns) -> dict[str, str]:
    role = str(row.role or row.what)
    values = {PLACE: row.name, ROLE: role, LIMIT: limit(row), MARK: mark(row)}
    for language, spot in row.spots.items():
        if row.what is What.REVIEW:
            values |= dict(zip(columns.of_review(language), spot.texts, strict=True))
        else:
            values[language] = spot.shown
    return values


def _is_open(row: Row, heading: str) -> bool:
    """Whether a person may change the cell."""
    language, _, of_review = heading.partition(" ")
    return language in row.spots and bool(of_review) == (row.what is What.REVIEW)


def _heading(sheet: Worksheet, heading: str) -> Cell:
    cell = _cell(sheet, heading, is_open=False)
    cell.font, cell.fill = _HEAD, _DARK
    return cell


def _cell(sheet: Worksheet, text: str, *, is_open: bool) -> Cell:
    """Always text: what begins like a formula is marked as text and never worked out."""
    cell = Cell(sheet, row=1, column=1, value=text or None)
    cell.number_format = _TEXT
    if text:
        cell.data_type = "s"
        cell.quotePrefix = True
    cell.font = _BODY
    cell.alignment = _WRAPPED
    cell.protection = _OPEN if is_open else _LOCKED
    if not is_open:
        cell.fill = _GREY
    return cell


def _choose_states(sheet: Worksheet, columns: Columns, last: int) -> None:
    states = DataValidation(type="list", formula1=f'"{",".join(ReviewState)}"', allow_blank=True)
    sheet.add_data_validation(states)
    for number, heading in enumerate(columns.all, start=1):
        if heading.endswith(f" {STATE}"):
            letter = get_column_letter(number)
            states.add(f"{letter}2:{letter}{max(last, 2)}")


def _protect(sheet: Worksheet) -> None:
    """Without a password: against slips. Widths, heights and filters stay free."""
    protection = sheet.protection
    protection.sheet = True
    protection.formatColumns = protection.formatRows = protection.autoFilter = False
