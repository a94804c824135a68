"""A case that nobody has answered is raised again, and again."""

from datetime import timedelta

import pytest

from bot.domain.effects import PostInCase, PostToStaff, StartTimer
from bot.domain.inputs import TimerDue, TimerKind
from bot.domain.state import Case, CaseStatus
from content.schema import Severity
from tests.domain.build import CASE, NOW, STAFF, Decided, case, decided, moment, state

WAITING = [CaseStatus.NEW, CaseStatus.CLAIMED, CaseStatus.REOPENED]


def due(known: Case | None, number: int = 0, minutes: float = 0) -> Decided:
    return decided(TimerDue(TimerKind.RAISE_CASE, CASE, number), state(case=known), None, moment(minutes))


@pytest.mark.parametrize("status", WAITING)
def test_an_unanswered_case_is_raised_in_its_topic_and_in_general(status: CaseStatus) -> None:
    done = due(case(status=status))
    assert done.has(PostInCase)
    assert done.has(PostToStaff)
    assert done.case.raised == 1


@pytest.mark.parametrize("status", [one for one in CaseStatus if one not in WAITING])
def test_a_case_that_waits_for_nobody_here_is_left_alone(status: CaseStatus) -> None:
    assert due(case(status=status)).effects == ()


def test_a_case_that_is_gone_is_left_alone() -> None:
    assert due(None).effects == ()


@pytest.mark.parametrize(("claimed", "key"), [(None, "case-waits"), (STAFF.ref, "case-waits-claimed")])
def test_it_says_whether_somebody_has_taken_it(claimed: str | None, key: str) -> None:
    assert key in due(case(claimed_by=claimed)).staff_keys


@pytest.mark.parametrize("severity", [one for one in Severity if one is not Severity.NONE])
def test_whoever_reads_it_in_general_sees_how_grave_it_is(severity: Severity) -> None:
    assert due(case(severity)).staff_keys == [f"case-title-{severity}", "case-waits"] * 2


@pytest.mark.parametrize("number", [0, 1, 5, 6, 100])
@pytest.mark.parametrize("severity", list(Severity))
def test_there_is_always_a_next_time(number: int, severity: Severity) -> None:
    after = due(case(severity), number).one(StartTimer)
    assert after.round == number + 1
    assert timedelta() < after.due - NOW <= timedelta(hours=2)


@pytest.mark.parametrize(("number", "minutes"), [(0, 3), (1, 5), (4, 30), (9, 30)])
def test_an_emergency_is_raised_ever_more_calmly_but_never_dropped(number: int, minutes: int) -> None:
    assert due(case(Severity.EMERGENCY), number).one(StartTimer).due == NOW + timedelta(minutes=minutes)


def test_the_minutes_count_from_when_the_answer_was_owed() -> None:
    busy = case(opened_at=NOW - timedelta(hours=2), last_child_at=NOW - timedelta(minutes=1))
    assert "120 min" in due(busy).posted[0]


def test_after_an_answer_the_minutes_count_from_the_next_words() -> None:
    again = case(opened_at=NOW - timedelta(days=3), waiting_since=NOW - timedelta(minutes=15))
    assert "15 min" in due(again).posted[0]


def test_a_raised_case_writes_to_no_child() -> None:
    assert due(case()).children == set()
