"""A workbook on its way: exported, changed as a person would, and imported."""

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from content.exchange.faults import RefusedError
from content.exchange.importing import Imported, planned, write
from content.exchange.rows import Kind, rows
from content.exchange.writing import workbook
from content.reading import read_tree

TODAY = date(2026, 11, 25)
TITLE = "safe_talk.title"
CARD = "safe_talk.steps.card_1.text"
GOAL = "safe_talk.steps.card_1.goal"
OPTION = "safe_talk.steps.choice_1.options.keep_1.because"
TICK = "safe_talk.steps.several_1.options.second.text"
REVIEW = "safe_talk.review"
SCENE = "stranger.scenes.hello.text"
TOPIC = "help.entries.who_to_tell"


_SAVED: dict[tuple[tuple[str, bytes], ...], bytes] = {}
"""What was exported from the same files before: most tests begin with the same ones."""


def exported(root: Path) -> Workbook:
    """All texts, saved and opened again."""
    everything = tuple(
        (str(f.relative_to(root)), f.read_bytes()) for f in sorted(root.rglob("*")) if f.is_file()
    )
    if everything not in _SAVED:
        tree, _ = read_tree(root)
        _SAVED[everything] = saved(workbook([(kind, rows(tree, kind)) for kind in Kind], tree.languages))
    return load_workbook(BytesIO(_SAVED[everything]))


def saved(book: Workbook) -> bytes:
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def reopened(book: Workbook) -> Workbook:
    return load_workbook(BytesIO(saved(book)))


def cell(book: Workbook, place: str, column: str) -> Any:
    """The cell of a place under a heading."""
    for sheet in book.worksheets:
        headings = [one.value for one in sheet[1]]
        for row in sheet.iter_rows(min_row=2):
            if row[0].value == place:
                return row[headings.index(column)]
    raise LookupError(place)


def type_in(book: Workbook, place: str, column: str, text: str | None) -> None:
    """Type a text into a cell, as text."""
    found = cell(book, place, column)
    found.value = text
    if text is not None:
        found.data_type = "s"


def sign(book: Workbook, place: str, language: str, *texts: str) -> None:
    """Type state, reviewer and date."""
    for column, text in zip(("state", "reviewer", "date"), texts, strict=True):
        type_in(book, place, f"{language} {column}", text)


def imported(book: Workbook, root: Path) -> Imported:
    """Import the workbook and write what it changes."""
    plan = planned(reopened(book), root, TODAY)
    write(root, plan.files)
    return plan


def refused(book: Workbook, root: Path) -> tuple[str, ...]:
    """What must be mended; nothing was written."""
    before = files(root)
    try:
        imported(book, root)
    except RefusedError as error:
        assert files(root) == before
        return error.told
    return ()


def files(root: Path) -> dict[str, bytes]:
    """Every YAML file, byte for byte."""
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*.yaml"))}


def changed(root: Path, before: dict[str, bytes]) -> dict[str, list[tuple[str, str]]]:
    """The lines that differ in each changed file, before and after; files must keep their number of lines."""
    found = {}
    for file, data in files(root).items():
        if data != before[file]:
            old, new = before[file].decode().split("\n"), data.decode().split("\n")
            found[file] = [pair for pair in zip(old, new, strict=True) if pair[0] != pair[1]]
    return found
