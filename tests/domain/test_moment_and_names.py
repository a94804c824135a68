"""Fresh references, two-word names, office hours."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.support.names import case_name
from bot.domain.world import Moment
from tests.domain.build import NOW, moment
from tests.domain.tiny_content import texts, world

seeds = st.binary(min_size=16, max_size=16)


@given(seeds, st.lists(st.text(max_size=20), unique=True, max_size=8))
def test_every_purpose_of_a_turn_has_its_own_reference(seed: bytes, purposes: list[str]) -> None:
    refs = {Moment(NOW, seed).ref(purpose) for purpose in purposes}
    assert len(refs) == len(purposes)


@given(seeds)
def test_a_reference_fits_into_a_button(seed: bytes) -> None:
    ref = Moment(NOW, seed).ref("case")
    assert len(ref) == 32
    assert int(ref, 16) >= 0


def test_two_turns_have_different_references() -> None:
    assert moment(seed=1).ref("case") != moment(seed=2).ref("case")


def test_the_same_turn_gives_the_same_reference() -> None:
    assert moment().ref("case") == moment().ref("case")


@given(st.integers(0, 10_000))
def test_a_name_has_two_words(seed: int) -> None:
    assert len(case_name(world(), moment(seed=seed), frozenset()).split()) == 2


def test_no_two_cases_have_one_name() -> None:
    taken: set[str] = set()
    for seed in range(300):
        name = case_name(world(), moment(seed=seed), frozenset(taken))
        assert name not in taken
        taken.add(name)


def test_there_is_a_name_when_all_are_taken() -> None:
    first, second = (texts().say("en", key).split() for key in ("case-name-first", "case-name-second"))
    taken = {f"{one} {other}" for one in first for other in second}
    for _ in range(5):
        name = case_name(world(), moment(), frozenset(taken))
        assert name not in taken
        taken.add(name)


@pytest.mark.parametrize(("hour", "minute"), [(2, 0), (9, 59)])
def test_the_office_is_open_by_the_clock_of_the_organisation(hour: int, minute: int) -> None:
    assert world().policy.office_open(datetime(2026, 3, 2, hour, minute, tzinfo=UTC))


@pytest.mark.parametrize(("hour", "minute"), [(1, 59), (10, 0)])
def test_the_office_is_closed_before_and_after(hour: int, minute: int) -> None:
    assert not world().policy.office_open(datetime(2026, 3, 2, hour, minute, tzinfo=UTC))


def test_the_office_is_closed_at_the_weekend() -> None:
    assert not world().policy.office_open(datetime(2026, 3, 7, 4, 0, tzinfo=UTC))


def test_the_weekday_is_the_one_in_bangkok() -> None:
    sunday_evening_in_utc = datetime(2026, 3, 1, 20, 0, tzinfo=UTC)
    assert not world().policy.office_open(sunday_evening_in_utc)
