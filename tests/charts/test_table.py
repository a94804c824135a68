"""The table: every figure, no number under five, and nothing that a spreadsheet would run."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.charts.table import plain, table
from bot.domain.figures import saying
from bot.domain.learning.insights import Counts, Period, insights
from tests.domain.learning.counted import COUNTS, PLENTY
from tests.domain.tiny_content import content, texts

OVER = Period(date(2026, 1, 1), date(2026, 3, 31))


def rows(counts: Counts, language: str = "en") -> list[dict[str, str]]:
    written = table(insights(counts, content(), language, OVER), saying(texts(), language))
    return list(csv.DictReader(io.StringIO(written, newline="")))


def test_it_has_a_row_for_everything() -> None:
    kinds = [row["kind"] for row in rows(COUNTS)]
    assert kinds == [*["lesson", *["question"] * 5] * 2, "story", "practice", "practice"]


def test_a_lesson_tells_its_gain() -> None:
    first = rows(COUNTS)[0]
    assert (first["begun or shown"], first["finished"], first["share in %"]) == ("40", "30", "75")
    assert (first["answered before and after"], first["gain in %"]) == ("20", "75")
    assert (first["mean before (of 3)"], first["mean after (of 3)"]) == ("0.6", "2.4")


def test_a_question_tells_what_is_believed_most() -> None:
    question = rows(PLENTY)[1]
    assert question["believed most by those who missed"] == "thinks_bad"


@pytest.mark.parametrize("language", ["th", "en"])
def test_its_heading_is_in_the_language_of_staff(language: str) -> None:
    assert texts().say(language, "column-gain") in rows(COUNTS, language)[0]


@given(st.fixed_dictionaries(dict.fromkeys(COUNTS, st.integers(0, 12))))
def test_no_number_under_five_is_in_it(counts: Counts) -> None:
    numbers = ("begun or shown", "finished", "right at first try", "missed", "skipped", "hints taken")
    more = ("answered before and after", "ended safe", "ended with help", "ended to think about")
    told = [row[name] for row in rows(counts) for name in (*numbers, *more)]
    assert not [cell for cell in told if cell.isdigit() and int(cell) < 5]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx", "\r=1", "\n=1", " =1", "＝1"])
def test_no_cell_can_be_a_formula(cell: str) -> None:
    assert plain(cell).startswith("'")


def test_a_cell_stands_on_one_line() -> None:
    assert plain("two\nlines,\r\nthree") == "two lines, three"


@pytest.mark.parametrize("cell", ["<5", ">25", "≥38", "–", "−12", ""])
def test_a_covered_number_stays_as_it_is(cell: str) -> None:
    assert plain(cell) == cell
