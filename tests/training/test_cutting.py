"""Pieces of everyday talk are learned beside it, and of nothing else."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.training.cutting import LONGEST, SHORTEST, piece, with_pieces
from bot.training.examples import Taught

LONG = "วันนี้ไปตลาดกับยาย ซื้อมะม่วงมาสามกิโล กลับมากินกันทั้งบ้าน แล้วก็นอนดูหนังต่อจนเย็น"


def everyday(text: str, *, ordinary: bool = True) -> Taught:
    return Taught("a_voice", text, 0, (), None, ordinary)


def test_a_piece_of_everyday_talk_is_harmless_and_of_the_same_voice() -> None:
    whole, part = with_pieces([everyday(LONG)])
    assert (part.voice, part.severity, part.categories, part.topic) == ("a_voice", 0, (), None)
    assert part.text in whole.text
    assert SHORTEST <= len(part.text) <= LONGEST


@pytest.mark.parametrize("one", [everyday("ไปตลาดกับ ยาย"), everyday(LONG, ordinary=False)])
def test_short_talk_and_everything_else_stays_whole(one: Taught) -> None:
    assert with_pieces([one]) == [one]


def test_talk_without_spaces_has_no_piece_that_is_too_long() -> None:
    assert len(with_pieces([everyday("ไปตลาด" * 12)])) == 1


def test_the_pieces_are_always_the_same() -> None:
    taught = [everyday(f"{number} {LONG}") for number in range(20)]
    assert with_pieces(taught) == with_pieces(taught)


@given(st.lists(st.text("กขabc", min_size=1), min_size=1), st.integers())
def test_a_piece_is_made_of_whole_parts_that_stand_together(parts: list[str], seed: int) -> None:
    assert f" {piece(' '.join(parts), Random(seed))} " in f" {' '.join(parts)} "
