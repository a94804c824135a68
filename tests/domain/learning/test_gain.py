"""The normalised gain: its arithmetic, and an interval that holds what it is about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.learning.gain import FEWEST_PAIRS, MOST, gain

SCORES = st.integers(0, MOST)
CLASSES = st.dictionaries(st.tuples(SCORES, SCORES), st.integers(1, 40), max_size=16)


def known(counts: dict[tuple[int, int], int]) -> bool:
    return sum(counts.values()) >= FEWEST_PAIRS and any(before < MOST for before, _ in counts)


@given(st.dictionaries(SCORES, st.integers(1, 40), min_size=1))
def test_where_nobody_changes_nothing_is_gained(same: dict[int, int]) -> None:
    counts = {(score, score): n for score, n in same.items()}
    found = gain(counts)
    assert found is None if not known(counts) else found is not None and found.value == 0


@given(st.dictionaries(SCORES, st.integers(1, 40), min_size=1))
def test_where_all_is_right_after_all_is_gained(before: dict[int, int]) -> None:
    counts = {(score, MOST): n for score, n in before.items()}
    found = gain(counts)
    assert found is None if not known(counts) else found is not None and found.value == pytest.approx(1)


@given(CLASSES)
def test_it_is_told_of_at_least_five_who_had_something_to_learn(counts: dict[tuple[int, int], int]) -> None:
    assert (gain(counts) is not None) == known(counts)


@given(CLASSES)
def test_the_interval_holds_the_value(counts: dict[tuple[int, int], int]) -> None:
    found = gain(counts)
    if found is not None:
        assert found.low < found.value <= found.high <= 1


@given(CLASSES)
def test_the_interval_is_as_wide_to_both_sides_but_where_it_would_go_beyond_all(
    counts: dict[tuple[int, int], int],
) -> None:
    found = gain(counts)
    if found is not None:
        above = min(1.0, found.value + (found.value - found.low))
        assert found.high == pytest.approx(above)


@given(CLASSES)
def test_the_order_of_children_does_not_matter(counts: dict[tuple[int, int], int]) -> None:
    found, turned = gain(counts), gain(dict(reversed(counts.items())))
    if found is not None and turned is not None:
        assert [turned.value, turned.low] == pytest.approx([found.value, found.low])


@given(CLASSES, st.integers(2, 9))
def test_more_children_who_answer_alike_make_it_surer(counts: dict[tuple[int, int], int], times: int) -> None:
    found, more = gain(counts), gain({pair: n * times for pair, n in counts.items()})
    if found is not None and more is not None:
        assert more.value == pytest.approx(found.value)
        assert more.value - more.low < found.value - found.low


def test_it_is_the_share_of_what_was_still_to_learn() -> None:
    found = gain({(1, 2): 10})
    assert found is not None
    assert (found.before, found.after, found.value) == (1, 2, 0.5)


def test_a_class_that_forgets_gains_less_than_nothing() -> None:
    found = gain({(2, 1): 6})
    assert found is not None
    assert found.value == -1


def test_where_everybody_knew_all_before_nothing_is_told() -> None:
    assert gain({(3, 3): 50, (3, 1): 2}) is None


def test_five_who_answer_alike_leave_doubt() -> None:
    found = gain({(0, 3): 5})
    assert found is not None
    assert found.low < 0.8


def test_it_matches_a_value_worked_out_by_hand() -> None:
    """Ten rows with the two added, mean 1.8, squares 7.6, room 2; the t of 9 degrees is 2.262."""
    found = gain({(1, 1): 4, (1, 2): 2, (1, 3): 2})
    assert found is not None
    assert found.value == pytest.approx(0.375)
    assert found.high - found.value == pytest.approx(2.262 * (7.6 / 4 / 9 / 8) ** 0.5, rel=0.001)


def test_who_knew_more_before_and_learned_less_is_weighed_child_by_child() -> None:
    """Six who had 1 of 3 before and 2 after on average: a gain of a half, also with the two who are added.

    Each of the eight is off by (after - 2 - (before - 1) / 2) / 2, of which the squares are 1/16, 1/16, 0,
    1/4, 1/16, 1/16, 1/4 and 1/4: together 1. The t of 7 degrees is 2.365.
    """
    found = gain({(0, 1): 1, (0, 2): 1, (1, 2): 1, (1, 3): 1, (2, 2): 2})
    assert found is not None
    assert (found.pairs, found.before, found.after, found.value) == (6, 1, 2, 0.5)
    assert found.value - found.low == pytest.approx(2.365 * (1 / 7 / 6) ** 0.5, rel=0.001)


def quantile(pairs: int) -> float:
    """The t behind the interval of so many who had 0 right before and all after, but for the two added."""
    found = gain({(0, MOST): pairs})
    assert found is not None
    share, count = (pairs + 1) / (pairs + 2), pairs + 2
    squares = (pairs + 1) * (1 - share) ** 2 + share**2
    return float((found.value - found.low) / (squares / (count - 1) / pairs) ** 0.5)


@pytest.mark.parametrize(
    ("pairs", "table"), [(5, 2.4469), (6, 2.3646), (8, 2.2622), (10, 2.2010), (29, 2.0423), (119, 1.9799)]
)
def test_the_t_is_that_of_printed_tables(pairs: int, table: float) -> None:
    """Of one degree more than there are pairs."""
    assert quantile(pairs) == pytest.approx(table, abs=0.002)


@pytest.mark.parametrize("pairs", [5, 19])
def test_the_t_is_the_series_that_the_source_prints(pairs: int) -> None:
    """Its terms for 97.5 %, from 1.959964 and its powers 7.529121, 28.922809 and 111.105782, by `bc`."""
    over = 1 / (pairs + 1)
    worked_out = 1.959964 + 2.372271 * over + 2.822499 * over**2 + 2.555850 * over**3
    assert quantile(pairs) == pytest.approx(worked_out, abs=1e-6)


def test_four_children_are_too_few() -> None:
    assert gain({(0, 1): 4}) is None


def test_nobody_learns_more_than_all() -> None:
    found = gain({(0, 3): 9})
    assert found is not None
    assert (found.value, found.high) == (1, 1)
