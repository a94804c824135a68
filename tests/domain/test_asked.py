"""/questions: anonymous numbers of the last days, the small ones covered."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from bot.domain.speech import Message, speak
from bot.domain.support.asked import questions_asked
from bot.domain.world import World
from tests.domain.build import STAFF, STRANGERS
from tests.domain.test_roster import commanded
from tests.domain.test_screens import real
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


def most_asked(counts: Mapping[str, int]) -> list[str]:
    """The lines of the topics with most traffic."""
    paragraphs = listed(counts).split("\n\n")
    return [row for one in paragraphs if "Asked most" in one for row in one.splitlines()[1:]]


def test_it_tells_of_each_topic_whether_it_was_answered_and_helped() -> None:
    assert most_asked(COUNTS) == [
        "• safety question en",
        "✅ 40 · ↩️ 12 · 👍 20 · 👎 5",
        "• rights question en",
        "✅ 7 · ↩️ <5 · 👍 <5 · 👎 <5",
    ]


def test_a_topic_that_is_only_asked_back_is_told_too() -> None:
    assert most_asked({"faq_ask": 9, "faq_ask:rights": 9})[1] == "✅ <5 · ↩️ 9 · 👍 <5 · 👎 <5"


def test_the_most_traffic_comes_first_and_few_topics_are_shown() -> None:
    counts = {f"faq:topic_{n:02}": n for n in range(100)} | {"faq_ask:topic_50": 100}
    assert most_asked(counts)[::2] == [f"• topic_{n}" for n in (50, 99, 98, 97, 96, 95, 94, 93)]


def test_a_topic_with_small_numbers_alone_is_not_among_those_asked_most() -> None:
    assert most_asked({"faq:rights": 4, "faq_ask:rights": 4, "faq_not_helped:rights": 4}) == []


def test_the_smallest_number_that_is_told_suffices_to_be_among_them() -> None:
    assert most_asked({"faq:rights": 5}) == ["• rights question en", "✅ 5 · ↩️ <5 · 👍 <5 · 👎 <5"]


def test_the_order_of_the_most_asked_tells_no_small_number() -> None:
    few, more = ({"faq:rights": 9, "faq:safety": 9, "faq_ask:safety": n} for n in (0, 4))
    assert most_asked(few) == most_asked(more)


@pytest.mark.parametrize(
    ("small", "total"), [((), "40"), ((1,), "≥40"), ((4,), "≥40"), ((2, 2), "≥40"), ((4, 1), "45")]
)
@pytest.mark.parametrize(
    ("kind", "of_all", "shown"),
    [
        ("faq:", None, "Answered {}"),
        ("faq_ask:", "faq_ask", "asked back {}"),
        ("faq_none_near:", "faq_none", "no answer {}"),
        ("faq_helped:", None, "👍 Helped {}"),
        ("faq_not_helped:", None, "did not help {}"),
    ],
)
def test_no_total_tells_the_small_number_beside_the_told_ones(
    small: tuple[int, ...], total: str, kind: str, of_all: str | None, shown: str
) -> None:
    topics = {f"{kind}topic_{n}": number for n, number in enumerate((40, *small))}
    counts = topics | ({of_all: sum(topics.values())} if of_all else {})
    assert shown.format(total) + " " in listed(counts).replace("\n", " ")


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_busiest_month_fits_into_one_message(language: str) -> None:
    kinds = ("faq", "faq_ask", "faq_helped", "faq_not_helped", "faq_none_near")
    counts = {f"{kind}:{topic}": 1_000_000 for kind in kinds for topic in real().content.faq[language]}
    there = World(real().content, replace(real().policy, staff_language=language))
    said = speak(Message(questions_asked(counts, there)), (language,), real().content.texts).text
    assert said.count("1000000") > 4 * 8
    assert len(said.encode("utf-16-le")) // 2 < 4096 / 2


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
