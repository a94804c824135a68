"""Delete: everything, at once; an open urgent or emergency case alone is kept until it is closed."""

import pytest

from bot.domain.effects import (
    DeleteForChild,
    EditCard,
    ForgetLearner,
    ForgetRecentWords,
    SaveCase,
    SaveLearner,
    SayToChild,
    StopTimers,
)
from bot.domain.state import Case, CaseStatus, Sign
from content.schema import Category, Severity
from tests.domain.build import (
    CASE,
    STAFF,
    at_the_desk,
    case,
    child_tapped,
    moment,
    staff_replied,
    staff_tapped,
)

DELETE = "delete:yes"
KEPT = [case(Severity.URGENT), case(Severity.EMERGENCY), case(Severity.URGENT, status=CaseStatus.ANSWERED)]
FORGOTTEN = [
    None,
    case(Severity.CONCERN),
    case(Severity.CONCERN, status=CaseStatus.CLAIMED),
    case(Severity.EMERGENCY, status=CaseStatus.RESOLVED),
    case(Severity.URGENT, status=CaseStatus.FALSE_ALARM),
    case(Severity.URGENT, status=CaseStatus.HANDED_ON),
]


def test_it_asks_first() -> None:
    done = child_tapped("delete")
    assert not done.has(ForgetLearner)
    assert DELETE in done.buttons


@pytest.mark.parametrize("known", [*KEPT, *FORGOTTEN])
def test_it_deletes_the_chat_and_then_says_so(known: Case | None) -> None:
    done = child_tapped(DELETE, case=known)
    to_child = [one for one in done.effects if isinstance(one, DeleteForChild | SayToChild)]
    assert [type(one) for one in to_child] == [DeleteForChild, SayToChild]
    assert done.keys == ["deleted"]


@pytest.mark.parametrize("known", [*KEPT, *FORGOTTEN])
def test_what_it_says_does_not_tell_whether_there_is_a_case(known: Case | None) -> None:
    assert child_tapped(DELETE, case=known).one(SayToChild) == child_tapped(DELETE).one(SayToChild)


@pytest.mark.parametrize("known", [*KEPT, *FORGOTTEN])
def test_it_forgets_the_learner_and_the_recent_words(known: Case | None) -> None:
    done = child_tapped(DELETE, case=known)
    assert done.has(ForgetLearner)
    assert done.has(ForgetRecentWords)
    assert not done.has(SaveLearner)


@pytest.mark.parametrize("known", KEPT)
def test_an_open_urgent_case_is_kept(known: Case) -> None:
    done = child_tapped(DELETE, case=known)
    assert done.case.status is known.status
    assert done.one(ForgetLearner).keep_chat
    assert done.staff_keys == ["note-deleted-kept"]
    assert CASE not in {one.subject for one in done.all(StopTimers)}


@pytest.mark.parametrize("known", FORGOTTEN)
def test_the_way_to_the_child_is_forgotten_with_everything_else(known: Case | None) -> None:
    assert not child_tapped(DELETE, case=known).one(ForgetLearner).keep_chat


def test_an_open_concern_is_closed_without_its_words() -> None:
    done = child_tapped(DELETE, case=case(Severity.CONCERN, why=("my words",)))
    assert done.case.status is CaseStatus.RESOLVED
    assert done.case.why == ()
    assert "my words" not in str(done.one(EditCard))


def test_a_forgotten_concern_keeps_nothing_of_what_the_words_were_taken_for() -> None:
    signs = (Sign("told", Category.VIOLENCE, "hit_by"),)
    known = case(
        Severity.CONCERN, why=("my words",), patterns=("hit_by",), signs=signs, examples=("like this",)
    )
    done = child_tapped(DELETE, case=known)
    assert (done.case.patterns, done.case.signs, done.case.examples) == ((), (), ())
    assert "like this" not in str(done.one(EditCard))


def test_an_open_concern_that_is_closed_is_raised_no_more() -> None:
    done = child_tapped(DELETE, case=case(Severity.CONCERN))
    assert CASE in {one.subject for one in done.all(StopTimers)}


def test_the_case_is_closed_before_the_child_is_forgotten() -> None:
    effects = child_tapped(DELETE, case=case(Severity.CONCERN)).effects
    kinds = [type(one) for one in effects]
    assert kinds.index(SaveCase) < kinds.index(ForgetLearner)


@pytest.mark.parametrize("status", [one for one in CaseStatus if not one.open])
def test_a_closed_case_keeps_its_ending(status: CaseStatus) -> None:
    assert child_tapped(DELETE, case=case(status=status)).case.status is status


@pytest.mark.parametrize("known", [*KEPT, *FORGOTTEN])
def test_it_is_audited_when_there_was_a_case(known: Case | None) -> None:
    assert bool(child_tapped(DELETE, case=known).audited) is (known is not None)


def test_deleting_twice_tells_staff_once() -> None:
    assert child_tapped(DELETE, learner=None, case=case()).staff_keys == []


def test_a_child_who_deleted_everything_is_forgotten_when_the_case_is_closed() -> None:
    done = staff_tapped(at_the_desk(case(), learner=None), "resolve")
    assert done.one(ForgetLearner).keep_chat is False


def test_a_child_who_is_there_is_not_forgotten_when_the_case_is_closed() -> None:
    assert not staff_tapped(at_the_desk(case()), "resolve").has(ForgetLearner)


def test_after_deleting_no_answer_stands_there_in_plain_words() -> None:
    deleted = child_tapped(DELETE, case=case(last_child_at=moment().now))
    known = at_the_desk(deleted.case, STAFF, learner=None)
    assert staff_replied(known).keys == ["neutral-news"]
