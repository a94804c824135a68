"""Hide: what disappears, what remains, and the silence after it."""

import pytest

from bot.domain.effects import DeleteForChild, ForgetRecentWords, Lane, SayToChild
from bot.domain.state import Case, CaseStatus
from content.schema import Severity
from tests.domain.build import (
    URGENT,
    at_the_desk,
    case,
    child_tapped,
    child_wrote,
    learner,
    staff_replied,
    staff_tapped,
)

HIDE = "hide:yes"


def test_it_asks_first() -> None:
    done = child_tapped("hide")
    assert not done.has(DeleteForChild)
    assert HIDE in done.buttons


def test_it_deletes_and_then_leaves_a_quiz_card() -> None:
    to_child = [one for one in child_tapped(HIDE).effects if isinstance(one, DeleteForChild | SayToChild)]
    assert isinstance(to_child[0], DeleteForChild)
    assert child_tapped(HIDE).keys == ["quiz-card"]
    assert len(to_child) == 2


@pytest.mark.parametrize("known", [None, case(), case(Severity.EMERGENCY), case(status=CaseStatus.RESOLVED)])
def test_the_card_that_remains_is_the_same_for_everybody(known: Case | None) -> None:
    assert child_tapped(HIDE, case=known).one(SayToChild) == child_tapped(HIDE).one(SayToChild)


def test_the_card_is_no_urgent_message() -> None:
    assert child_tapped(HIDE, case=case()).one(SayToChild).lane is Lane.LESSON


def test_it_empties_what_a_judgement_would_read() -> None:
    assert child_tapped(HIDE).has(ForgetRecentWords)


def test_it_marks_the_child_as_hidden() -> None:
    assert child_tapped(HIDE).learner.hidden


def test_it_forgets_the_wish_for_a_person() -> None:
    assert not child_tapped(HIDE, learner=learner(asked_for_person=True)).learner.asked_for_person


def test_it_tells_staff_that_writing_is_not_safe() -> None:
    done = child_tapped(HIDE, case=case())
    assert done.staff_keys == ["note-hidden"]
    assert not done.case.safe_to_write
    assert done.case.status is CaseStatus.NEW


def test_hiding_twice_tells_staff_once() -> None:
    assert child_tapped(HIDE, case=case(safe_to_write=False)).staff_keys == []


def test_it_marks_a_closed_case_too() -> None:
    done = child_tapped(HIDE, case=case(status=CaseStatus.RESOLVED))
    assert not done.case.safe_to_write
    assert done.staff_keys == []


def test_a_case_that_staff_open_again_stays_silent() -> None:
    hidden = child_tapped(HIDE, case=case(status=CaseStatus.RESOLVED))
    opened = staff_tapped(at_the_desk(hidden.case, learner=hidden.learner), "reopen")
    assert staff_replied(at_the_desk(opened.case, learner=hidden.learner)).children == set()


def test_nothing_is_sent_while_the_child_is_hidden() -> None:
    known = at_the_desk(case(), learner=learner(hidden=True))
    assert staff_replied(known).children == set()


def test_a_return_by_a_tap_is_a_return() -> None:
    assert not child_tapped("menu", learner=learner(hidden=True)).learner.hidden


def test_writing_makes_it_safe_to_write_again() -> None:
    assert child_wrote(judgement=URGENT, case=case(safe_to_write=False)).case.safe_to_write


def test_after_hiding_no_answer_stands_there_in_plain_words() -> None:
    back = child_wrote(case=child_tapped(HIDE, case=case()).case)
    assert staff_replied(at_the_desk(back.case)).keys == ["neutral-news"]


def test_a_mere_tap_does_not_make_it_safe_to_write() -> None:
    assert child_tapped("lessons", case=case(safe_to_write=False)).all(SayToChild)
    assert "note-hidden" not in child_tapped("lessons", case=case(safe_to_write=False)).staff_keys
