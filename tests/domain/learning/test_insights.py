"""What works, from counts."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.learning.insights import Counts, Insights, Period, insights, period
from content.schema import EndKind
from tests.domain.learning.counted import COUNTS
from tests.domain.tiny_content import content

OVER = Period(date(2026, 1, 1), date(2026, 3, 31))


def seen(counts: Counts | None = None) -> Insights:
    return insights(COUNTS if counts is None else counts, content(), "en", OVER)


def cells(*values: Any) -> list[str]:
    return [str(value) for value in values]


def test_it_tells_how_many_began_and_finished_a_lesson() -> None:
    first = seen().lessons[0]
    assert cells(first.begun, first.finished, first.finished_share) == ["40", "30", "75\u00a0%"]


def test_it_tells_what_was_learned() -> None:
    first = seen().lessons[0]
    assert first.gain is not None
    assert (first.gain.pairs, round(first.gain.value, 3)) == (20, 0.75)


def test_a_lesson_of_a_few_tells_nothing() -> None:
    second = seen().lessons[1]
    assert cells(second.begun, second.finished, second.pairs) == ["<5", "–", "–"]
    assert (second.gain, second.finished_share) == (None, None)


def test_it_tells_how_a_question_went() -> None:
    one = seen().lessons[0].questions[0]
    shown = cells(one.shown, one.right, one.missed, one.skipped, one.hints)
    assert shown == ["≥34", "20", "14", "<5", "6"]
    assert str(one.right_share) == "59\u00a0%"


def test_it_names_what_is_believed_most() -> None:
    counts = {**COUNTS, "question_missed:first:q1": 24, "misconception:first:thinks_bad": 14}
    assert seen(counts).lessons[0].questions[0].misconceptions == ("thinks_bad", "thinks_worse")


def test_it_names_no_belief_where_the_others_would_follow() -> None:
    counts = {**COUNTS, "question_missed:first:q1": 19, "misconception:first:thinks_bad": 14}
    assert seen(counts).lessons[0].questions[0].misconceptions == ("thinks_bad",)


def test_it_finds_the_hardest_question_first() -> None:
    names = [(lesson.lesson.id, one.question.id) for lesson, one in seen().hardest(9)]
    assert names == [("first", "q1"), ("first", "q3")]
    assert len(seen().hardest(1)) == 1


def test_it_tells_how_stories_end() -> None:
    (story,) = seen().stories
    assert cells(story.begun, *story.ends.values()) == ["30", "12", "<5", "6"]
    assert tuple(story.ends) == tuple(EndKind)


def test_it_tells_of_practice() -> None:
    assert [cells(one.begun, one.finished) for one in seen().practice] == [["22", ">17"], ["<5", "–"]]


def test_totals_tell_of_no_covered_lesson() -> None:
    found = seen()
    assert cells(found.begun, found.finished) == ["≥40", "≥30"]
    assert found.gain is not None
    assert found.gain.pairs == 20


def test_without_any_count_nothing_is_told() -> None:
    found = seen({})
    assert cells(found.begun, found.finished, found.stories_begun, found.practised) == ["–"] * 4
    assert (found.gain, found.hardest(5)) == (None, ())


@given(st.fixed_dictionaries(dict.fromkeys(COUNTS, st.integers(0, 12))))
def test_no_cell_tells_a_number_under_five(counts: Counts) -> None:
    found = seen(counts)
    lessons = [cell for one in found.lessons for cell in (one.begun, one.finished, one.pairs)]
    questions = [
        cell
        for lesson in found.lessons
        for one in lesson.questions
        for cell in (one.shown, one.right, one.missed, one.skipped, one.hints)
    ]
    rest = [cell for one in found.stories for cell in (one.begun, *one.ends.values())]
    rest += [cell for one in found.practice for cell in (one.begun, one.finished)]
    assert [cell for cell in lessons + questions + rest if cell.exact is not None and cell.exact < 5] == []
    assert all(one.gain is None or one.gain.pairs >= 5 for one in found.lessons)


@pytest.mark.parametrize("hour", [0, 23])
def test_it_looks_at_whole_days_up_to_yesterday(hour: int) -> None:
    found = period(datetime(2026, 3, 31, hour, 59, tzinfo=UTC))
    assert found == Period(date(2025, 12, 31), date(2026, 3, 30))
