"""Words of people on one line, cut without tearing a sign."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.shortening import brief, torn

SIGNS = [
    "a",
    "ก",
    "กำ",
    "นี้",
    "ที่",
    "e\u0301",
    "❤️",
    "1\ufe0f\u20e3",
    "👍🏽",
    "👨\u200d👩\u200d👧",
    "🇹🇭",
    "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "ကျွ",
    "က္က",
    "한",
    "\u1112\u1161\u11ab",
]
"""What a reader takes for one sign each, whatever it is made of."""


@given(st.lists(st.sampled_from(SIGNS), max_size=40), st.integers(1, 60))
def test_it_cuts_between_signs_and_nowhere_else(signs: list[str], most: int) -> None:
    short = brief("".join(signs), most)
    whole = ["".join(signs[:number]) for number in range(len(signs) + 1)]
    assert len(short) <= most
    assert short.removesuffix("…") in whole


@pytest.mark.parametrize("sign", SIGNS)
def test_it_lets_a_cut_fall_behind_every_sign(sign: str) -> None:
    assert not torn(f"{sign}{sign}", len(sign))


@given(st.text(), st.integers(1, 200))
def test_what_was_cut_once_stays_as_it_is(text: str, most: int) -> None:
    short = brief(text, most)
    assert len(short) <= most
    assert len(short.splitlines()) <= 1
    assert brief(short, most) == short


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("told  a\nlong\u2028story\t", "told a long story"),
        ("e" + "\u0301" * 500, "…"),
        ("\u202etold\u2066", "told"),
        ("told\u206a", "told\u206a"),
        ("", ""),
    ],
)
def test_nothing_in_it_breaks_the_line(text: str, short: str) -> None:
    assert brief(text, 20) == short
