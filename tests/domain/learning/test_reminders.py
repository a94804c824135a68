"""Reminders: only for who wants them, by day, neutral, never while a case is open, and easy to stop."""

import itertools
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.effects import Count, Lane, SayToChild, StartTimer, StopTimers
from bot.domain.inputs import TimerDue, TimerKind
from bot.domain.learning.progress import Memory
from bot.domain.state import CaseStatus, Learner
from bot.domain.world import BANGKOK, Moment
from content.schema import Severity
from tests.domain.build import CHILD, NOW, Decided, case, child_tapped, child_wrote, decided, learner, state
from tests.domain.learning.taps import labels

MEMORY = {"first/q1": Memory(1, 5, NOW - timedelta(days=1), NOW - timedelta(days=2))}
AFTERNOON = datetime(2026, 3, 3, 10, 0, tzinfo=UTC)
"""17:00 in Bangkok, the day after NOW."""


def wanting(**known: object) -> Learner:
    return replace(learner(memory=MEMORY, reminders=True), **known)  # type: ignore[arg-type]


def woken(who: Learner | None, at: datetime = AFTERNOON, **known: object) -> Decided:
    received = TimerDue(TimerKind.REMIND, CHILD, 0)
    return decided(received, state(learner=who, **known), None, Moment(at, bytes(16)))


def test_they_are_off_until_a_child_turns_them_on() -> None:
    assert not learner().reminders
    assert labels(child_tapped("review"))[1] == "button-remind-on"
    assert woken(learner(memory=MEMORY)).effects == ()


def test_turning_them_on_starts_one_timer_in_the_afternoon_of_the_next_day() -> None:
    done = child_tapped("remind:on")
    assert done.learner.reminders
    assert done.one(StopTimers).subject == CHILD
    due = done.one(StartTimer).due.astimezone(BANGKOK)
    assert due.date() == (NOW + timedelta(days=1)).astimezone(BANGKOK).date()
    assert time(16) <= due.time() < time(18, 30)
    assert done.keys[0] == "reminders-on"
    assert "button-remind-off" in labels(done)


def test_turning_them_off_stops_the_timer() -> None:
    done = child_tapped("remind:off", learner=wanting())
    assert not done.learner.reminders
    assert done.one(StopTimers).subject == CHILD
    assert not done.has(StartTimer)


def test_where_something_is_due_no_day_is_named_but_the_way_to_it() -> None:
    done = child_tapped("remind:off", learner=wanting())
    assert done.keys == ["reminders-off"]
    assert done.buttons[0] == "review"


def test_where_nothing_is_due_the_day_of_the_next_question_is_named() -> None:
    later = {"first/q1": Memory(1, 5, NOW + timedelta(days=1), NOW)}
    done = child_tapped("remind:on", learner=learner(memory=later))
    assert done.keys == ["reminders-on", "practice-nothing"]


def test_a_reminder_is_one_neutral_line_that_can_be_stopped() -> None:
    done = woken(wanting())
    assert done.keys == ["neutral-reminder"]
    assert done.buttons[:2] == ["review", "remind:off"]
    assert done.one(SayToChild).lane is Lane.REMINDER
    assert [one.name for one in done.all(Count)] == ["reminded"]


def test_children_are_reminded_at_different_minutes() -> None:
    ends = {
        child_tapped("remind:on", learner=learner(ref=f"child-{n}")).one(StartTimer).due for n in range(60)
    }
    assert len(ends) > 30


def test_every_minute_after_school_is_some_childs_from_four_to_half_past_six() -> None:
    due = [
        child_tapped("remind:on", learner=learner(ref=f"child-{n}")).one(StartTimer).due for n in range(1200)
    ]
    minutes = {one.astimezone(BANGKOK).time() for one in due}
    assert (min(minutes), max(minutes), len(minutes)) == (time(16), time(18, 29), 150)


def test_a_child_keeps_its_minute_over_releases() -> None:
    """SHA-256 of child-a begins with 4761f81f, which leaves 147 of 150 minutes."""
    assert child_tapped("remind:on").one(StartTimer).due.astimezone(BANGKOK).time() == time(18, 27)


@pytest.mark.parametrize(
    ("at", "reminded"),
    [(time(8, 59), False), (time(9), True), (time(19, 59), True), (time(20), False)],
)
def test_the_day_begins_at_nine_and_ends_at_eight(at: time, reminded: bool) -> None:  # noqa: FBT001
    assert woken(wanting(), datetime.combine(AFTERNOON.date(), at, BANGKOK)).has(SayToChild) is reminded


def test_each_reminder_without_an_answer_is_counted() -> None:
    assert [woken(wanting(reminded=n)).learner.reminded for n in range(3)] == [1, 2, 3]


NEVER = {
    "hidden": wanting(hidden=True),
    "blocked": wanting(reachable=False),
    "nothing due": wanting(memory={"first/q1": Memory(1, 5, AFTERNOON + timedelta(days=1), NOW)}),
    "nothing learned": wanting(memory={}),
    "three without an answer": wanting(reminded=3),
}


@pytest.mark.parametrize("who", NEVER.values(), ids=NEVER)
def test_there_is_none_and_it_looks_again_tomorrow(who: Learner) -> None:
    done = woken(who)
    assert [type(one) for one in done.effects] == [StartTimer]


@pytest.mark.parametrize("status", list(CaseStatus))
@pytest.mark.parametrize("severity", [Severity.CONCERN, Severity.URGENT, Severity.EMERGENCY])
def test_there_is_none_while_a_case_is_open(status: CaseStatus, severity: Severity) -> None:
    done = woken(wanting(), case=case(severity, status=status))
    assert done.has(SayToChild) is not status.open


@given(st.integers(0, 24 * 60 - 1))
def test_there_is_none_at_night_even_when_the_bot_was_away(minute: int) -> None:
    at = datetime(2026, 3, 3, tzinfo=BANGKOK) + timedelta(minutes=minute)
    assert woken(wanting(), at).has(SayToChild) is (time(9) <= at.time() < time(20))


def test_a_child_who_is_back_is_reminded_again() -> None:
    assert child_wrote(learner=wanting(reminded=3)).learner.reminded == 0


def test_there_is_at_most_one_a_day() -> None:
    who, at, said = wanting(), AFTERNOON, []
    for _ in range(10):
        done = woken(who, at)
        if done.has(SayToChild):
            said.append(at)
            who = done.learner
        at = done.one(StartTimer).due
    assert len(said) == 3
    assert all(later - before >= timedelta(hours=20) for before, later in itertools.pairwise(said))


def test_who_is_deleted_is_not_reminded() -> None:
    assert woken(None).effects == ()
    assert CHILD in {one.subject for one in child_tapped("delete:yes", learner=wanting()).all(StopTimers)}


def test_a_language_that_content_lost_does_not_stop_it() -> None:
    assert woken(wanting(language="xx")).one(SayToChild).languages == ("th", "en")
