"""/questions: anonymous numbers of the last days, the small ones covered."""

from collections.abc import Mapping

import pytest

from bot.domain.support.asked import questions_asked
from tests.domain.build import STAFF, STRANGERS
from tests.domain.test_roster import commanded
from tests.domain.tiny_content import world

COUNTS = {
    "faq:safety": 40,
    "faq:rights": 7,
    "faq_ask": 12,
    "faq_ask:safety": 12,
    "faq_none": 31,
    "faq_none_near:rights": 6,
    "faq_none_near:friends": 9,
    "faq_helped:safety": 20,
    "faq_not_helped:safety": 5,
    "faq_not_helped:rights": 4,
    "faq_not_helped:friends": 3,
    "faq_handed_over": 4,
    "small_talk": 1000,
    "severity:emergency": 777,
}


def listed(counts: Mapping[str, int]) -> str:
    return commanded("questions", who=STAFF, counts=counts).posted[0]


def test_it_tells_the_totals() -> None:
    assert "Answered 47 · asked back 12 · no answer 31" in listed(COUNTS)
    assert "Helped 20 · 👎 did not help 12 · passed on to people <5" in listed(COUNTS)


def test_it_lists_what_is_nearest_to_questions_without_an_answer() -> None:
    lines = listed(COUNTS).split("Nearest", 1)[1].splitlines()[1:]
    assert lines == ["• friends question en — 9", "• rights question en — 6"]


def test_small_numbers_are_covered_and_their_order_tells_nothing() -> None:
    part = listed(COUNTS).split("did not help:", 1)[1].split("\n\n")[0]
    shown = ["• safety question en — 5", "• friends question en — <5", "• rights question en — <5"]
    assert part.strip().splitlines() == shown


@pytest.mark.parametrize("number", range(5))
def test_no_number_under_five_is_told(number: int) -> None:
    few = dict.fromkeys(COUNTS, number) | {"small_talk": number}
    text = listed({name: number for name in few if name.startswith("faq_")})
    assert f"— {number}" not in text
    assert f"no answer {number}" not in text


def test_nothing_else_is_told() -> None:
    assert "777" not in listed(COUNTS)
    assert "1000" not in listed(COUNTS)


def test_without_questions_it_says_so_in_covered_numbers() -> None:
    assert "Answered <5" in listed({})
    assert len(questions_asked({}, world())) == 1


def test_a_long_list_fits_into_one_message() -> None:
    many = {f"faq_not_helped:topic_{n}": n for n in range(200)}
    assert len(listed(many)) < 1500


def test_a_topic_that_is_gone_is_named_by_its_id() -> None:
    assert "• gone — 9" in listed({"faq_none_near:gone": 9})


@pytest.mark.parametrize("staff", STRANGERS)
def test_a_stranger_sees_no_number(staff: str | None) -> None:
    done = commanded("questions", who=None, staff=staff, counts=COUNTS)
    assert done.staff_keys == ["refused-not-on-roster"]
    assert done.audited == ["command_refused"]
