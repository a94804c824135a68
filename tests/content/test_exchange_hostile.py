"""Workbooks that no export made: each is taken or refused with its faults, and never breaks anything."""

import zipfile
from contextlib import suppress
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from typer.testing import CliRunner

from content.__main__ import app
from content.exchange import opening
from content.exchange.faults import RefusedError, SpreadsheetError
from content.exchange.importing import write
from content.exchange.opening import opened
from tests.content.exchanged import (
    CARD,
    REVIEW,
    SCENE,
    TITLE,
    TODAY,
    TOPIC,
    cell,
    exported,
    files,
    imported,
    planned,
    refused,
    reopened,
    type_in,
)

TYPES = [
    ("=1+1", "a formula; only text may stand here"),
    ('=HYPERLINK("https://example.com","a")', "a formula; only text may stand here"),
    ("#REF!", "an error of the spreadsheet; only text may stand here"),
    (1300, "a number, not text"),
    (1.5, "a number, not text"),
    (True, "true or false, not text"),
    (datetime.fromisoformat("2026-11-02T03:04"), "a date or time, not text"),
    (time(3, 4), "a date or time, not text"),
    (timedelta(hours=3), "a date or time, not text"),
]


@pytest.mark.parametrize(("value", "says"), TYPES)
@pytest.mark.parametrize(
    ("place", "column"),
    [(CARD, "th"), (REVIEW, "th date"), (REVIEW, "th reviewer"), (TITLE, "place"), (TITLE, "mark")],
)
def test_it_refuses_all_but_text(root: Path, place: str, column: str, value: object, says: str) -> None:
    book = exported(root)
    found = cell(book, place, column)
    found.value = value
    told = refused(book, root)
    assert any(one.startswith(f"lessons:{found.row}: {column}: {says}") for one in told)


@pytest.mark.parametrize(
    "text", ["=1+1", "+66 is a plus", "-5 degrees", "@ home", "'quoted", "#REF!", "TRUE", "1 2"]
)
def test_it_takes_as_text_what_was_typed_as_text(root: Path, text: str) -> None:
    book = exported(root)
    type_in(book, TITLE, "en", text)
    imported(book, root)
    again = cell(exported(root), TITLE, "en")
    assert (again.value, again.data_type) == (text, "s")


def test_it_takes_line_ends_of_every_kind(root: Path) -> None:
    book = exported(root)
    type_in(book, SCENE, "en", "  One\r\nTwo_x000D_\nThree\n\n")
    imported(book, root)
    assert cell(exported(root), SCENE, "en").value == "One\nTwo\nThree"


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (CARD, "a" * 32_767),
        (REVIEW, "a" * 32_767),
        (f"{TOPIC}.phrasings", "a" * 32_767),
        (f"{TOPIC}.phrasings", "\n".join(map(str, range(401)))),
    ],
)
def test_it_refuses_a_huge_cell(root: Path, place: str, text: str) -> None:
    book = exported(root)
    found = cell(book, place, "en reviewer" if place == REVIEW else "en")
    found.value, found.data_type = text, "s"
    assert f":{found.row}: en" in "".join(refused(book, root))


def test_it_refuses_merged_cells(root: Path) -> None:
    book = exported(root)
    row = cell(book, CARD, "th").row
    book["lessons"].merge_cells(f"D{row}:E{row}")
    assert f"lessons:{row}: merged cells: D{row}:E{row}" in refused(book, root)


def test_it_refuses_a_workbook_without_its_sheets(root: Path) -> None:
    told = "\n".join(refused(Workbook(), root))
    assert "unknown sheet: the sheets are lessons, stories, faq" in told
    assert "there is none of the sheets" in told


def test_it_refuses_a_sheet_that_it_does_not_know(root: Path) -> None:
    book = exported(root)
    book.create_sheet("notes")
    assert refused(book, root) == ("notes:1: unknown sheet: the sheets are lessons, stories, faq",)


def test_it_refuses_an_empty_sheet(root: Path) -> None:
    book = exported(root)
    book.remove(book["faq"])
    book.create_sheet("faq")
    assert "faq:1: place: this column is missing" in refused(book, root)


@pytest.mark.parametrize("heading", ["place", "th", "en", "th state", "en date", "mark"])
def test_it_refuses_a_sheet_without_one_of_its_columns(root: Path, heading: str) -> None:
    book = exported(root)
    headings = [one.value for one in book["stories"][1]]
    book["stories"].delete_cols(headings.index(heading) + 1)
    assert refused(book, root) == (f"stories:1: {heading}: this column is missing",)


def test_it_refuses_columns_that_it_does_not_know_or_knows_already(root: Path) -> None:
    book = exported(root)
    for column, heading in ((13, "th"), (14, "my"), (15, None), (16, 7)):
        book["faq"].cell(1, column).value = heading
        book["faq"].cell(2, column).value = "words"
    told = refused(book, root)
    assert told == (
        "faq:1: column 16: a number, not text: set the cell to text and type it again",
        "faq:1: unknown column 15: notes belong in comments",
        "faq:1: my: unknown column 14: notes belong in comments",
        "faq:1: th: this column stands twice",
    )


def test_it_refuses_rows_that_no_export_made(root: Path) -> None:
    book = exported(root)
    book["stories"].append(["stranger.scenes.new.text", "text", None, "ใหม่", "New"])
    book["stories"].append([None, None, None, "ใหม่"])
    last = book["stories"].max_row
    told = refused(book, root)
    assert told[0].startswith(f"stories:{last - 1}: place: unknown place stranger.scenes.new.text; like it: ")
    assert told[1:] == (f"stories:{last}: place: missing: this row has no place",)


def test_it_passes_over_empty_rows(root: Path) -> None:
    book = exported(root)
    book["stories"].insert_rows(3, 4)
    book["stories"].cell(900, 2).value = "  "
    assert imported(book, root).changes == ()


def test_it_refuses_what_stands_far_away(root: Path) -> None:
    book = exported(root)
    book["lessons"].cell(1_048_576, 1).value = "x"
    book["faq"].cell(2, 16_384).value = "x"
    assert refused(book, root) == (
        "lessons:1048576: something stands below row 20000",
        "faq:1: something stands to the right of column 100",
    )


def test_it_refuses_a_file_that_is_no_workbook(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"place,role\n")
    with pytest.raises(SpreadsheetError, match="cannot be read"):
        opened(path)


def test_it_refuses_a_file_that_unpacks_to_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.xlsx"
    Workbook().save(path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/bomb.xml", b" " * 3_000_000)
    monkeypatch.setattr(opening, "LARGEST_UNPACKED", 2_000_000)
    with pytest.raises(SpreadsheetError, match="unpacks to more than 2 MB"):
        opened(path)
    monkeypatch.setattr(opening, "LARGEST_FILE", 1_000)
    with pytest.raises(SpreadsheetError, match="larger than"):
        opened(path)


def test_it_refuses_entities_that_grow(root: Path, tmp_path: Path) -> None:
    path, bad = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    exported(root).save(path)
    declared = b'<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(bad, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, declared + data if name == "xl/workbook.xml" else data)
    with pytest.raises(SpreadsheetError, match="EntitiesForbidden"):
        opened(bad)


@given(cut=st.floats(0, 1), lost=st.integers(0, 200), put=st.binary(max_size=20))
@settings(max_examples=40, deadline=None)
def test_it_opens_or_refuses_a_damaged_file(
    cut: float, lost: int, put: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("damaged") / "a.xlsx"
    Workbook().save(path)
    data = path.read_bytes()
    at = int(cut * len(data))
    path.write_bytes(data[:at] + put + data[at + lost :])
    with suppress(SpreadsheetError):
        assert opened(path).worksheets is not None


def test_the_command_refuses_with_every_fault_and_writes_nothing(root: Path, tmp_path: Path) -> None:
    before, book, path = files(root), exported(root), tmp_path / "back.xlsx"
    type_in(book, TITLE, "en", "Talk safely")
    cell(book, CARD, "en").value = 7
    type_in(book, f"{TOPIC}.answer", "th", None)
    book.save(path)
    result = CliRunner().invoke(app, ["import", str(path), "--root", str(root)])
    assert (result.exit_code, files(root) == before) == (1, True)
    assert "2 problems, nothing was written" in result.output


def test_it_writes_nothing_when_a_file_was_changed_in_the_meantime(root: Path) -> None:
    book = exported(root)
    for language in ("th", "en"):
        type_in(book, TITLE, language, "Talk safely")
    plan = planned(reopened(book), root, TODAY)
    (root / "th/lessons/safe_talk.yaml").write_text("other")
    before = files(root)
    with pytest.raises(RefusedError, match="changed in the meantime"):
        write(root, plan.files)
    assert files(root) == before


def test_it_puts_the_old_files_back_when_one_cannot_be_written(root: Path) -> None:
    book = exported(root)
    for language in ("th", "en"):
        type_in(book, TITLE, language, "Talk safely")
    plan = planned(reopened(book), root, TODAY)
    before = files(root)
    (root / "th/lessons/.safe_talk.yaml.new").mkdir()
    with pytest.raises(OSError, match="directory"):
        write(root, plan.files)
    (root / "th/lessons/.safe_talk.yaml.new").rmdir()
    assert files(root) == before
