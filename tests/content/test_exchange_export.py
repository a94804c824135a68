"""What stands in an exported workbook."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from typer.testing import CliRunner

from content.__main__ import app
from content.problems import ContentError
from tests.content.exchanged import CARD, REVIEW, TICK, TITLE, TOPIC, cell, exported
from tests.content.tiny_tree import LEAST, WORDS, plant


def headings(book: Workbook) -> list[str]:
    return [str(one.value) for one in book["lessons"][1]]


def test_it_has_a_sheet_for_each_kind(root: Path) -> None:
    assert exported(root).sheetnames == ["lessons", "stories", "faq"]


def test_it_has_a_column_for_each_language_and_for_its_review(root: Path) -> None:
    assert headings(exported(root)) == [
        *("place", "role", "limit", "th", "en"),
        *("th state", "th reviewer", "th date", "en state", "en reviewer", "en date", "mark"),
    ]


def test_it_names_a_text_by_ids(root: Path) -> None:
    book = exported(root)
    assert cell(book, CARD, "en").value == f"{WORDS['en']['line']}\n{WORDS['en']['line']}"
    assert cell(book, "safe_talk.pairs.pair_2.before.options.keep_2.text", "th").value == WORDS["th"]["wrong"]
    assert cell(book, "stranger.scenes.hello.choices.chat.text", "en").value == WORDS["en"]["right"]
    assert cell(book, "stranger.flags.gift", "en").value == WORDS["en"]["line"]


@pytest.mark.parametrize(
    ("place", "role", "limit"),
    [
        (CARD, "text", "5 lines, 400 characters"),
        (TICK, "tick", "1 line, 34 columns"),
        (TITLE, "title", "1 line, 32 columns"),
        (f"{TOPIC}.phrasings", "said_by_child", "each 1 line, 200 characters"),
        (REVIEW, "review", None),
    ],
)
def test_it_tells_what_a_text_is_and_how_long_it_may_be(
    root: Path, place: str, role: str, limit: str | None
) -> None:
    book = exported(root)
    assert (cell(book, place, "role").value, cell(book, place, "limit").value) == (role, limit)


def test_it_holds_every_phrasing_on_a_line_of_one_cell(root: Path) -> None:
    phrasings = cell(exported(root), f"{TOPIC}.phrasings", "th").value
    assert phrasings.split("\n") == [f"who_to_tell phrasing {number}" for number in range(1, LEAST["th"] + 1)]


def test_it_shows_the_review_of_each_language(root: Path) -> None:
    review = "review:\n  state: reviewed\n  reviewer: Dao\n  reviewed_on: 2026-11-02"
    plant(root, "en/lessons/safe_talk.yaml", "review: {state: draft}", review)
    book = exported(root)
    shown = [cell(book, REVIEW, column).value for column in headings(book)[5:11]]
    assert shown == ["draft", None, None, "reviewed", "Dao", "2026-11-02"]


def test_it_opens_only_the_cells_that_a_person_may_change(root: Path) -> None:
    book = exported(root)
    open_cells = {
        (row[0].value, one.column)
        for row in book["lessons"].iter_rows(min_row=2)
        for one in row
        if not one.protection.locked
    }
    assert {column for place, column in open_cells if place == CARD} == {4, 5}
    assert {column for place, column in open_cells if place == REVIEW} == {6, 7, 8, 9, 10, 11}
    assert book["lessons"].protection.sheet


def test_it_freezes_the_headings_and_wraps_the_texts(root: Path) -> None:
    book = exported(root)
    assert book["lessons"].freeze_panes == "B2"
    assert cell(book, CARD, "th").alignment.wrap_text
    assert book["lessons"].column_dimensions["L"].hidden


@pytest.mark.parametrize("begin", ["=1+1", "+1", "-1", "@SUM", "=HYPERLINK()"])
def test_it_writes_what_looks_like_a_formula_as_text(root: Path, begin: str) -> None:
    plant(root, "th/lessons/safe_talk.yaml", "goal: เล่า", f'goal: "{begin}" # เล่า')
    found = cell(exported(root), "safe_talk.goal", "th")
    assert (found.value, found.data_type, found.number_format, found.quotePrefix) == (begin, "s", "@", True)


def test_it_writes_only_text_cells(root: Path) -> None:
    kinds = {
        one.data_type for sheet in exported(root) for row in sheet for one in row if one.value is not None
    }
    assert kinds == {"s"}


def test_it_greys_a_text_that_a_language_lacks(root: Path) -> None:
    plant(root, "en/lessons/safe_talk.yaml", "  keeps_it: You", "  keeps: x\n  keeps_it: You")
    book = exported(root)
    place = "safe_talk.misconceptions.keeps"
    assert (cell(book, place, "th").value, cell(book, place, "en").value) == (None, "x")
    assert (cell(book, place, "th").protection.locked, cell(book, place, "en").protection.locked) == (
        True,
        False,
    )


@pytest.mark.parametrize("text", ['"a\\x07b"', '"_x0041_"', f'"{"a" * 32768}"'])
def test_it_refuses_a_text_that_a_cell_cannot_hold(root: Path, text: str) -> None:
    plant(root, "th/faq/help.yaml", "who_to_tell phrasing 1", text)
    with pytest.raises(ContentError, match=r"who_to_tell\.phrasings"):
        exported(root)


def test_the_command_exports_what_is_named_or_all(root: Path, tmp_path: Path) -> None:
    runner, at = CliRunner(), ["--root", str(root)]
    whole = runner.invoke(app, ["export", str(tmp_path / "all.xlsx"), *at])
    part = runner.invoke(app, ["export", str(tmp_path / "part.xlsx"), "--faq", "--stories", *at])
    assert (whole.exit_code, part.exit_code) == (0, 0)
    assert whole.output.splitlines()[0].startswith("lessons: ")
    assert [line.split(":")[0] for line in part.output.splitlines()] == ["stories", "faq"]


def test_the_command_never_writes_over_a_file(root: Path, tmp_path: Path) -> None:
    there = tmp_path / "work.xlsx"
    there.write_text("hours of work")
    assert CliRunner().invoke(app, ["export", str(there), "--root", str(root)]).exit_code == 2
    assert there.read_text() == "hours of work"


def test_the_command_refuses_content_that_cannot_be_read(root: Path, tmp_path: Path) -> None:
    plant(root, "th/faq/help.yaml", "group: help", "group: [")
    result = CliRunner().invoke(app, ["export", str(tmp_path / "a.xlsx"), "--root", str(root)])
    assert (result.exit_code, (tmp_path / "a.xlsx").exists()) == (1, False)
    assert "th/faq/help.yaml:" in result.output
