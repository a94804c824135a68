"""Practice by tapping: what is due, what was missed, the mixed check; when questions come back."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.effects import Count
from bot.domain.learning.practising import check
from bot.domain.learning.progress import Memory, Practice, PracticeKind, Progress
from bot.domain.learning.remembering import due, next_due, remembered
from bot.domain.state import Learner
from tests.domain.build import NOW, Decided, child_tapped, learner, moment, verbatim_of
from tests.domain.learning.taps import TO_END, TO_FIRST_QUESTION, last, move, started, through
from tests.domain.tiny_content import card, choice, content, lesson

DAY = 24 * 60.0
MISSED = (*TO_FIRST_QUESTION, "answer:bad", "solution", "next")


def later(who: Learner, days: float, what: str = "review") -> Decided:
    return child_tapped(what, learner=who, at=moment(days * DAY))


def test_what_was_answered_in_a_lesson_is_remembered() -> None:
    who = through(started(), *TO_END)
    assert set(who.memory) == {"first/q1", "first/q3", "first/q4", "first/q5"}
    assert all(memory.due > NOW for memory in who.memory.values())


def test_what_was_missed_comes_back_before_what_was_right() -> None:
    missed, right = (remembered(None, NOW, right=one) for one in (False, True))
    assert NOW + timedelta(days=1) == missed.due < right.due


@given(st.lists(st.booleans(), min_size=1, max_size=12))
def test_a_right_answer_never_comes_back_sooner_than_a_miss_would(answers: list[bool]) -> None:
    memory, now = None, NOW
    for right in answers:
        other = remembered(memory, now, right=not right)
        memory = remembered(memory, now, right=right)
        wait, otherwise = (memory.due, other.due) if right else (other.due, memory.due)
        assert now + timedelta(days=1) <= otherwise <= wait <= now + timedelta(days=180)
        now = memory.due


def test_what_is_known_for_years_comes_back_every_half_a_year() -> None:
    memory, now = remembered(None, NOW, right=True), NOW
    for _ in range(20):
        now = memory.due
        memory = remembered(memory, now, right=True)
    assert memory.due - now == timedelta(days=180)


def test_who_answers_alike_is_asked_again_on_the_same_day() -> None:
    known = Memory(40, 5, NOW, NOW - timedelta(days=40))
    assert len({remembered(known, NOW, right=True).due for _ in range(20)}) == 1


def test_nothing_is_due_on_the_same_day_and_it_says_when() -> None:
    assert child_tapped("review").keys == ["practice-nothing-yet"]
    assert later(through(started(), *MISSED), 0.5).keys == ["practice-nothing"]


def test_what_is_due_is_asked_again() -> None:
    done = later(through(started(), *MISSED), 2)
    assert done.keys == ["practice-heading-review"]
    assert verbatim_of(done.messages[0]) == ["text of q1"]
    assert [one.name for one in done.all(Count)] == ["practice_begun:review"]


def test_the_longest_waiting_come_first_and_a_round_is_short() -> None:
    memory = {
        f"first/q{1 + n % 5}" if n < 5 else f"second/q{1 + n % 5}": Memory(1, 5, NOW - timedelta(days=n), NOW)
        for n in range(10)
    }
    assert due(memory, NOW)[0] == "second/q5"
    done = child_tapped("review", learner=learner(memory=memory))
    assert done.learner.practice is not None
    assert done.learner.practice.queue == due(memory, NOW)[:8]


def test_a_round_ends_with_its_score_and_the_next_day() -> None:
    asked = later(through(started(), *MISSED), 2)
    right = child_tapped(f"s:{asked.learner.screen}:answer:good", learner=asked.learner, at=moment(2 * DAY))
    done = child_tapped(f"s:{right.learner.screen}:next", learner=right.learner, at=moment(2 * DAY))
    assert done.keys == ["practice-done", "practice-score", "practice-again"]
    assert [one.name for one in done.all(Count)] == ["practice_finished:review"]
    assert right.learner.memory["first/q1"].due > NOW + timedelta(days=3)
    assert move(done.learner, "next").toast == "toast-old-button"


def test_skipping_in_a_round_leaves_what_is_remembered_as_it_was() -> None:
    who = later(through(started(), *MISSED), 2).learner
    done = move(who, "skip")
    assert done.keys[:2] == ["practice-done", "practice-score"]
    assert done.learner.memory == who.memory


@pytest.mark.parametrize("what", ["next", "tick:yes", "start", "answer:nothing", "go:chat"])
def test_what_is_no_move_here_says_that_it_is_old(what: str) -> None:
    who = later(through(started(), *MISSED), 2).learner
    assert move(who, what).toast == "toast-old-button"


def test_what_was_missed_in_a_lesson_can_be_tried_again_at_once() -> None:
    done = child_tapped("missed:first", learner=through(started(), *MISSED))
    assert verbatim_of(done.messages[0]) == ["text of q1"]
    assert child_tapped("missed:first").keys == ["practice-nothing-yet"]


def test_a_question_that_is_gone_is_not_asked() -> None:
    memory = {"first/gone": Memory(1, 5, NOW, NOW), "gone/q1": Memory(1, 5, NOW, NOW)}
    assert child_tapped("review", learner=learner(memory=memory)).keys == ["practice-nothing"]


def test_a_round_goes_on_when_its_question_has_left_the_content() -> None:
    gone = Practice(PracticeKind.REVIEW, ("first/gone", "first/q1"))
    stuck = replace(later(through(started(), *MISSED), 2).learner, practice=gone)
    done = move(stuck, "skip")
    assert verbatim_of(done.messages[0]) == ["text of q1"]


def finished(**known: object) -> Learner:
    return learner(progress={name: Progress(finished=True) for name in ("first", "second")}, **known)


def test_the_mixed_check_comes_after_all_lessons() -> None:
    assert child_tapped("check").keys == ["practice-nothing-yet"]
    done = child_tapped("check", learner=finished())
    assert done.keys[0] == "practice-heading-check"
    assert done.learner.practice is not None
    assert [key.split("/")[0] for key in done.learner.practice.queue] == ["first", "second"]
    assert "check" in child_tapped("lessons", learner=finished()).buttons
    assert "check" not in child_tapped("lessons").buttons


def test_each_child_is_checked_on_other_questions_and_always_on_the_same() -> None:
    rounds = [child_tapped("check", learner=replace(finished(), ref=f"child-{n}")).learner for n in range(40)]
    drawn = {one.practice.queue for one in rounds if one.practice is not None}
    assert len(drawn) > 5
    again = child_tapped("check", learner=rounds[0]).learner
    assert again.practice == rounds[0].practice


def test_a_check_may_ask_every_question_of_a_lesson() -> None:
    rounds = [child_tapped("check", learner=replace(finished(), ref=f"child-{n}")).learner for n in range(60)]
    asked = {key for one in rounds if one.practice is not None for key in one.practice.queue}
    assert asked == {f"{lesson}/q{n}" for lesson in ("first", "second") for n in range(1, 6)}


def test_a_lesson_with_one_question_has_that_one_in_the_check() -> None:
    short = lesson("first", 1, "th").model_copy(update={"steps": (card("c1"), choice("q1"))})
    tiny = replace(content(), lessons={"th": {"first": short}})
    found = check(tiny, "th", finished())
    assert found is not None
    assert found.queue == ("first/q1",)


@pytest.mark.parametrize(
    ("right", "words"), [(2, "check-went-most"), (1, "check-went-some"), (0, "check-went-few")]
)
def test_the_check_ends_with_words_for_how_it_went(right: int, words: str) -> None:
    queue = ("first/q1", "second/q1")
    who = finished(practice=Practice(PracticeKind.CHECK, queue, 1, right=right))
    done = last(replace(child_tapped("check", learner=who).learner, practice=who.practice), "skip")
    assert done.keys == ["check-done", "practice-score", words]


def test_nothing_learned_is_never_due() -> None:
    assert next_due({}) is None
