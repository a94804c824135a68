"""What works, from counts."""

from dataclasses import replace
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


@pytest.mark.parametrize(
    ("missed", "bad", "worse", "named"),
    [
        (13, 8, 0, ("thinks_bad",)),
        (12, 7, 0, ()),
        (20, 18, 0, ("thinks_bad",)),
        (20, 9, 6, ("thinks_bad", "thinks_worse")),
        (20, 9, 7, ("thinks_bad",)),
        (20, 6, 9, ("thinks_worse", "thinks_bad")),
    ],
)
def test_it_names_beliefs_where_no_number_under_five_follows(
    missed: int, bad: int, worse: int, named: tuple[str, ...]
) -> None:
    """Two beliefs: four for each and five more must have missed it, and five be left when both are named."""
    counts = {
        "question_missed:first:q1": missed,
        "misconception:first:thinks_bad": bad,
        "misconception:first:thinks_worse": worse,
    }
    assert seen(counts).lessons[0].questions[0].misconceptions == named


def test_a_belief_is_told_in_the_words_of_its_lesson() -> None:
    figures = seen().lessons[0]
    worded = figures.lesson.model_copy(update={"misconceptions": {"thinks_bad": "It is my own fault."}})
    assert replace(figures, lesson=worded).belief("thinks_bad") == "It is my own fault."
    assert figures.belief("thinks_bad") == "thinks_bad"


@pytest.mark.parametrize(
    ("right", "missed", "shown"),
    [
        *((20, 2, ">80\u00a0%"), (3, 20, "<20\u00a0%"), (3, 6, "<45\u00a0%"), (3, 7, "<42\u00a0%")),
        *((15, 5, "75\u00a0%"), (4, 4, "None")),
    ],
)
def test_the_share_of_right_answers_is_told_as_far_as_both_numbers_are(
    right: int, missed: int, shown: str
) -> None:
    """Beside 20 who were right, under five who missed it: more than 20 of 25."""
    counts = {"question_right:first:q1": right, "question_missed:first:q1": missed}
    assert str(seen(counts).lessons[0].questions[0].right_share) == shown


@pytest.mark.parametrize(("right", "missed", "shown"), [(4, 0, "<5"), (3, 2, "–"), (5, 0, "≥5")])
def test_what_was_never_counted_is_none(right: int, missed: int, shown: str) -> None:
    counts = {"question_right:first:q1": right} | ({"question_missed:first:q1": missed} if missed else {})
    assert str(seen(counts).lessons[0].questions[0].shown) == shown


def test_hints_are_told_beside_the_answers_that_are_told() -> None:
    """Ten were right, so that six hints leave only four of those who are told of."""
    counts = {
        "question_right:first:q1": 10,
        "question_missed:first:q1": 2,
        "question_skipped:first:q1": 1,
        "question_hint:first:q1": 6,
    }
    assert str(seen(counts).lessons[0].questions[0].hints) == ">5"


def test_one_child_who_answers_as_no_other_counts_for_what_was_learned() -> None:
    """Six of whom five went from 1 to 2 and one from 1 to 3: 7 of the 12 right answers still to learn."""
    counts = {"lesson_begun:first": 30, "lesson_finished:first": 20}
    counts |= {"lesson_gain:first:1:2": 5, "lesson_gain:first:1:3": 1}
    found = seen(counts).lessons[0].gain
    assert found is not None
    assert (found.pairs, found.value) == (6, pytest.approx(7 / 12))


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
