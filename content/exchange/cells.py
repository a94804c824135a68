"""What a person typed, as plain text, or why it cannot be taken."""

import re
from datetime import date, datetime, time
from typing import Any

from openpyxl.cell import MergedCell

from content.exchange.faults import CellError
from content.exchange.fitting import cleaned

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def typed(cell: Any) -> str:
    """The text of a cell, empty where nothing stands.

    Raises:
        CellError: something else than text stands there.
    """
    value = None if isinstance(cell, MergedCell) else cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        raise CellError("a formula; only text may stand here")
    if cell.data_type == "e":
        raise CellError("an error of the spreadsheet; only text may stand here")
    if isinstance(value, str):
        return cleaned(value)
    raise CellError(f"{_sort_of(value)}, not text: set the cell to text and type it again")


def typed_day(cell: Any) -> str:
    """A date as text, also where the spreadsheet made a date of what was typed.

    Raises:
        CellError: no text and no date stands there.
    """
    value = None if isinstance(cell, MergedCell) else cell.value
    if isinstance(value, datetime) and value.time() == time() and cell.data_type == "d":
        return value.date().isoformat()
    return typed(cell)


def day(text: str, today: date) -> date:
    """A day up to `today`.

    Raises:
        CellError: it is no day, or has not come yet.
    """
    try:
        found = date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        found = None
    if found is None:
        raise CellError(f"{text!r} is not a date; write it as 2026-11-25")
    if found > today:
        raise CellError(f"{text} has not come yet; write the year of the common era (2026, not 2569)")
    return found


def _sort_of(value: object) -> str:
    if isinstance(value, bool):
        return "true or false"
    return "a number" if isinstance(value, int | float) else "a date or time"
