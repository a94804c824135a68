"""Known readings: a machine may round otherwise, it may not read otherwise."""

from dataclasses import replace

import numpy as np
import pytest

from bot.understanding.trained.known import PART_TOLERANCE, TOLERANCE, Parts, alike, written
from content.schema import Category
from tests.understanding.trained.opinions import opinion

TOPICS = ("body_rights", "should_i_pay", "none")
READ = opinion([0.1, 0.2, 0.3, 0.4], {Category.VIOLENCE: 0.7}, [0.2, 0.7, 0.1])
KNOWN = written(READ, TOPICS)
PARTS = ("severities", "categories", "topics")


def moved(part: str, by: float, known: Parts = KNOWN) -> Parts:
    """The first chance of a part moved."""
    name, chance = next(iter(known[part].items()))
    return {**known, part: {**known[part], name: chance + by}}


def test_every_severity_and_category_is_kept_by_name_and_the_likeliest_topic() -> None:
    assert KNOWN["severities"] == {"none": 0.1, "concern": 0.2, "urgent": 0.3, "emergency": 0.4}
    assert KNOWN["categories"] == {str(one): 0.7 if one is Category.VIOLENCE else 0.01 for one in Category}
    assert KNOWN["topics"] == {"should_i_pay": 0.7}


def test_a_reading_is_like_itself() -> None:
    assert alike(READ, TOPICS, KNOWN)


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("sign", [1, -1])
def test_every_chance_may_differ_a_little_and_not_more(part: str, sign: int) -> None:
    assert alike(READ, TOPICS, moved(part, sign * PART_TOLERANCE * 0.99))
    assert not alike(READ, TOPICS, moved(part, sign * PART_TOLERANCE * 1.01))


@pytest.mark.parametrize(("by", "same"), [(TOLERANCE * 0.99, True), (TOLERANCE * 1.01, False)])
def test_the_chance_of_being_grave_may_differ_less(by: float, *, same: bool) -> None:
    shifted = replace(READ, severities=READ.severities + np.array([-by, 0, by / 2, by / 2]))
    assert alike(shifted, TOPICS, KNOWN) is same


def test_chances_in_another_order_are_another_reading() -> None:
    assert not alike(replace(READ, categories=READ.categories[::-1]), TOPICS, KNOWN)
    assert not alike(READ, ("should_i_pay", "body_rights", "none"), KNOWN)


@pytest.mark.parametrize("part", PARTS)
def test_what_is_no_number_is_never_alike(part: str) -> None:
    nothing = np.full_like(getattr(READ, part), np.nan)
    assert not alike(replace(READ, **{part: nothing}), TOPICS, KNOWN)


@pytest.mark.parametrize("part", PARTS)
def test_more_or_fewer_chances_than_names_are_refused(part: str) -> None:
    with pytest.raises(ValueError, match="zip"):
        alike(replace(READ, **{part: getattr(READ, part)[:-1]}), TOPICS, KNOWN)
