"""What of a typed line is drawn as a nickname."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.nickname import LONGEST, nickname
from content.columns import columns


@pytest.mark.parametrize("name", ["น้องปิ่น", "มิ้นท์", "Ploy", "José", "น้ำ 12", "J.J.", "ก๊อต-น้อย", "O'Neill"])
def test_it_keeps_names_as_they_are_typed(name: str) -> None:
    assert nickname(name) == unicodedata.normalize("NFC", name)


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [("🌟 ปิ่น 🌟", "ปิ่น"), ("<b>Mint</b>&amp;", "bMintbamp"), ("  a   b  ", "a b"), ("ปิ่น\u202e\u200d", "ปิ่น")],
)
def test_it_leaves_out_what_the_typeface_does_not_have(typed: str, drawn: str) -> None:
    assert nickname(typed) == drawn


def test_it_leaves_out_marks_that_would_tower_over_a_letter() -> None:
    assert nickname("ก" + "\u0e49" * 30) == "ก" + "\u0e49" * 2


@pytest.mark.parametrize("nothing", ["", " ", "🌟", "...", "( )", "\u0e49", "မောင်", "a\nb"])
def test_it_knows_what_is_no_name(nothing: str) -> None:
    assert nickname(nothing) is None


def test_it_takes_24_columns_and_no_more() -> None:
    assert nickname("ก" * LONGEST) is not None
    assert nickname("ก" * (LONGEST + 1)) is None


@given(st.text(max_size=60))
def test_it_draws_one_short_line_of_any_text(text: str) -> None:
    drawn = nickname(text)
    assert drawn is None or (drawn.isprintable() and 1 <= columns(drawn) <= LONGEST)
    assert drawn is None or not set(drawn) & set('<>&"\n')
