"""The form that another one nearly is, is found whatever stands in both."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from content.slips import RATIO, Slips

LONG = "where do i begin the lesson, and what comes after it? บทเรียนแรกเริ่มตรงไหนหรอ" * 2
FORMS = st.text("abก่", max_size=30) | st.tuples(st.integers(0, 40), st.integers(60, 150)).map(
    lambda ends: LONG[ends[0] : ends[1]]
)


@given(st.lists(FORMS, max_size=12), FORMS)
def test_it_finds_what_a_comparison_with_each_finds(forms: list[str], asked: str) -> None:
    best = max((fuzz.ratio(asked, form) for form in forms), default=0)
    found = Slips(forms).nearest(asked)
    assert (found is not None) == (best >= RATIO and bool(forms))
    assert found is None or fuzz.ratio(asked, forms[found]) == best


@given(FORMS, st.data())
def test_a_form_with_as_many_slips_as_allowed_is_found(form: str, data: st.DataObject) -> None:
    slips = data.draw(st.integers(0, len(form)))
    places = sorted(data.draw(st.permutations(range(len(form))))[:slips], reverse=True)
    other = form
    for place in places:
        other = other[:place] + other[place + 1 :]
    assume(len(other) > 1)  # Else a short form beside it could be as near.
    found = Slips(["", "x", form, "y"]).nearest(other)
    assert (found == 2) == (fuzz.ratio(form, other) >= RATIO)


def test_a_letter_that_stands_very_often_leaves_out_nothing() -> None:
    assert Slips(["a" * 900]).nearest("a" * 850) == 0


@pytest.mark.parametrize("forms", [[], ["abc"]])
def test_nothing_is_near_among_others(forms: list[str]) -> None:
    assert Slips(forms).nearest("where do i begin") is None
