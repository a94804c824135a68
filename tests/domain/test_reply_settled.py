"""What became of a reply: staff see it, and what did not arrive is no answer."""

from dataclasses import replace

import pytest

from bot.domain.effects import PostInCase, StartTimer
from bot.domain.inputs import ReplySettled, SendOutcome
from bot.domain.state import Case, CaseMessage, CaseStatus
from tests.domain.build import CASE, STAFF, Decided, case, decided, letter, state

ANSWERED = case(status=CaseStatus.ANSWERED, claimed_by=STAFF.ref)
LOST = [SendOutcome.BLOCKED, SendOutcome.FAILED]


PLAIN, NEUTRAL = replace(letter(), opened=True), letter()


def settled(outcome: SendOutcome, known: Case | None = ANSWERED, reply: CaseMessage = PLAIN) -> Decided:
    return decided(ReplySettled(CASE, "r1", outcome), state(case=known, replied_to=reply))


@pytest.mark.parametrize(
    ("outcome", "reply", "key"),
    [
        (SendOutcome.SENT, PLAIN, "delivery-sent"),
        (SendOutcome.SENT, NEUTRAL, "delivery-waiting"),
        (SendOutcome.FAILED, PLAIN, "delivery-failed"),
        (SendOutcome.BLOCKED, PLAIN, "delivery-blocked"),
    ],
)
def test_staff_see_what_became_of_it(outcome: SendOutcome, reply: CaseMessage, key: str) -> None:
    done = settled(outcome, reply=reply)
    assert done.staff_keys == [key]
    assert done.one(PostInCase).reply_to == 80


@pytest.mark.parametrize("outcome", LOST)
def test_a_case_whose_answer_did_not_arrive_waits_on(outcome: SendOutcome) -> None:
    done = settled(outcome)
    assert done.case.status is CaseStatus.CLAIMED
    assert done.has(StartTimer)


@pytest.mark.parametrize("outcome", LOST)
@pytest.mark.parametrize("status", [CaseStatus.RESOLVED, CaseStatus.FALSE_ALARM, CaseStatus.HANDED_ON])
def test_a_closed_case_stays_closed(outcome: SendOutcome, status: CaseStatus) -> None:
    done = settled(outcome, case(status=status))
    assert done.case.status is status
    assert not done.has(StartTimer)


def test_a_blocked_chat_is_marked() -> None:
    assert not settled(SendOutcome.BLOCKED).case.reachable


def test_a_failure_is_no_block() -> None:
    assert settled(SendOutcome.FAILED).case.reachable


@pytest.mark.parametrize("outcome", list(SendOutcome))
def test_nothing_is_said_to_the_child(outcome: SendOutcome) -> None:
    assert settled(outcome).children == set()


@pytest.mark.parametrize("outcome", list(SendOutcome))
def test_a_case_that_is_gone_needs_nothing(outcome: SendOutcome) -> None:
    assert settled(outcome, None).effects == ()


def test_a_reply_that_is_gone_is_still_reported() -> None:
    done = decided(ReplySettled(CASE, "gone", SendOutcome.SENT), state(case=ANSWERED))
    assert done.staff_keys == ["delivery-sent"]
