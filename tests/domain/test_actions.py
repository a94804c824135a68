"""Callback data: what buttons carry, and what hostile data becomes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import actions
from bot.domain.actions import action

words = st.lists(st.from_regex(r"[a-z0-9_]{1,12}", fullmatch=True), min_size=1, max_size=5)


@given(words.filter(lambda one: len(":".join(one)) <= 64))
def test_what_is_written_is_read_back(said: list[str]) -> None:
    assert actions.read(action(*said)) == tuple(said)


@given(st.text(max_size=100))
def test_whatever_comes_in_is_ours_or_nothing(data: str) -> None:
    read = actions.read(data)
    assert read is None or action(*read) == data


@given(st.text(max_size=100))
def test_what_is_ours_fits_into_a_button(data: str) -> None:
    assert actions.read(data) is None or 1 <= len(data.encode()) <= 64


@pytest.mark.parametrize(
    "data", ["", ":", "a:", ":a", "a::b", "A", "a b", "a\n", "a-b", "ก", "a:b:c:d:e:f", "٣"]
)
def test_what_is_not_ours_is_nothing(data: str) -> None:
    assert actions.read(data) is None


@pytest.mark.parametrize("said", [("a b",), ("",), ("a" * 65,), ("a", "b", "c", "d", "e", "f"), ("ก",)])
def test_a_button_that_could_not_be_read_back_is_never_made(said: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="not an action"):
        action(*said)


def test_numbers_become_words() -> None:
    assert action("s", 12, "next") == "s:12:next"
