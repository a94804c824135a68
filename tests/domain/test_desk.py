"""The buttons of a case: what they do, who may tap them, and when they no longer fit."""

from dataclasses import replace

import pytest

from bot.domain.effects import Audit, EditCard, Effect, SaveCase, StartTimer, StopTimers, Toast
from bot.domain.inputs import StaffTapped
from bot.domain.state import Case, CaseStatus, StaffMember
from content.schema import Severity
from tests.domain.build import (
    CASE,
    COLLEAGUE,
    LEAD,
    NOW,
    STAFF,
    STRANGERS,
    at_the_desk,
    case,
    child_wrote,
    decided,
    staff_tapped,
)

VERBS = ("claim", "release", "resolve", "falsealarm", "handon", "reopen")
CLOSING = {
    "resolve": CaseStatus.RESOLVED,
    "falsealarm": CaseStatus.FALSE_ALARM,
    "handon": CaseStatus.HANDED_ON,
}
TAKEN = case(status=CaseStatus.CLAIMED, claimed_by=STAFF.ref)
DANGER = case(Severity.EMERGENCY, status=CaseStatus.CLAIMED, claimed_by=STAFF.ref)


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("staff", STRANGERS)
@pytest.mark.parametrize("known", [case(), TAKEN, DANGER, case(status=CaseStatus.RESOLVED)])
def test_a_stranger_changes_nothing(verb: str, staff: str | None, known: Case) -> None:
    done = staff_tapped(at_the_desk(known, None), verb, staff=staff)
    assert [type(one) for one in done.effects] == [Toast, Audit]
    assert done.toast == "toast-not-on-roster"
    assert done.one(Audit).actor == staff


@pytest.mark.parametrize("verb", VERBS)
def test_an_expired_entry_changes_nothing(verb: str) -> None:
    done = staff_tapped(at_the_desk(case(), replace(STAFF, expires_at=NOW)), verb)
    assert done.audited == ["tap_refused"]


@pytest.mark.parametrize("verb", VERBS)
def test_the_entry_of_somebody_else_changes_nothing(verb: str) -> None:
    assert staff_tapped(at_the_desk(case(), LEAD), verb, staff="stranger").audited == ["tap_refused"]


def test_claiming_shows_who_has_taken_it() -> None:
    done = staff_tapped(at_the_desk(case()), "claim")
    assert (done.case.status, done.case.claimed_by) == (CaseStatus.CLAIMED, STAFF.ref)
    assert "Staff" in str(done.one(EditCard))
    assert done.staff_keys == ["note-claimed"]


def test_a_claimed_case_is_still_watched_until_it_is_answered() -> None:
    done = staff_tapped(at_the_desk(case()), "claim")
    assert done.has(StopTimers)
    assert done.has(StartTimer)


@pytest.mark.parametrize("member", [STAFF, COLLEAGUE])
@pytest.mark.parametrize("known", [TAKEN, case(status=CaseStatus.RESOLVED)])
def test_a_second_claim_says_that_it_is_taken(member: StaffMember, known: Case) -> None:
    done = staff_tapped(at_the_desk(known, member), "claim", staff=member.ref)
    assert done.toast == "toast-already-claimed"
    assert not done.has(SaveCase)


def test_releasing_gives_it_back_to_all() -> None:
    done = staff_tapped(at_the_desk(TAKEN), "release")
    assert (done.case.status, done.case.claimed_by) == (CaseStatus.NEW, None)
    assert done.has(StartTimer)


def test_after_an_answer_the_team_is_called_for_as_long_as_the_case_has_been_free() -> None:
    answered = replace(TAKEN, status=CaseStatus.ANSWERED)
    assert staff_tapped(at_the_desk(answered), "release").case.waiting_since == NOW
    assert staff_tapped(at_the_desk(TAKEN), "release").case.waiting_since == TAKEN.waiting_since != NOW


@pytest.mark.parametrize("known", [case(), case(status=CaseStatus.RESOLVED, claimed_by=STAFF.ref)])
def test_what_nobody_has_cannot_be_released(known: Case) -> None:
    assert staff_tapped(at_the_desk(known), "release").toast == "toast-old-card"


@pytest.mark.parametrize(("verb", "status"), CLOSING.items())
@pytest.mark.parametrize("known", [case(), TAKEN, case(Severity.CONCERN)])
def test_closing_ends_the_watch(verb: str, status: CaseStatus, known: Case) -> None:
    done = staff_tapped(at_the_desk(known), verb)
    assert done.case.status is status
    assert done.has(StopTimers)
    assert not done.has(StartTimer)


@pytest.mark.parametrize("verb", CLOSING)
def test_an_emergency_is_not_closed_by_one_person(verb: str) -> None:
    done = staff_tapped(at_the_desk(DANGER), verb)
    assert done.case.status.open
    assert done.staff_keys == ["note-second-person"]
    assert done.toast == "card-second-person"
    assert not done.has(StopTimers)


def test_who_gives_back_a_case_that_somebody_asked_to_close_reads_that_it_is_done() -> None:
    asked = staff_tapped(at_the_desk(DANGER), "resolve")
    assert staff_tapped(at_the_desk(asked.case), "release").toast == "toast-done"


@pytest.mark.parametrize("verb", CLOSING)
def test_the_same_person_is_no_second_person(verb: str) -> None:
    asked = staff_tapped(at_the_desk(DANGER), verb)
    again = staff_tapped(at_the_desk(asked.case), verb)
    assert again.toast == "card-second-person"
    assert not again.has(SaveCase)


@pytest.mark.parametrize(("verb", "status"), CLOSING.items())
def test_a_second_person_closes_an_emergency(verb: str, status: CaseStatus) -> None:
    asked = staff_tapped(at_the_desk(DANGER), "resolve")
    done = staff_tapped(at_the_desk(asked.case, COLLEAGUE), verb, staff=COLLEAGUE.ref)
    assert done.case.status is status


@pytest.mark.parametrize("staff", STRANGERS)
def test_a_stranger_is_no_second_person(staff: str | None) -> None:
    asked = staff_tapped(at_the_desk(DANGER), "resolve")
    assert not staff_tapped(at_the_desk(asked.case, None), "resolve", staff=staff).has(SaveCase)


def test_who_has_left_the_roster_no_longer_counts_as_the_first() -> None:
    asked = replace(DANGER, closing_asked_by="gone")
    assert staff_tapped(at_the_desk(asked), "resolve").case.status.open


def test_new_words_of_the_child_need_two_people_again() -> None:
    asked = staff_tapped(at_the_desk(DANGER), "resolve")
    written = child_wrote(case=asked.case)
    done = staff_tapped(at_the_desk(written.case, COLLEAGUE), "resolve", staff=COLLEAGUE.ref)
    assert done.case.status.open


def test_the_only_person_on_the_roster_may_close_an_emergency() -> None:
    done = staff_tapped(at_the_desk(DANGER, roster=(STAFF,)), "resolve")
    assert done.case.status is CaseStatus.RESOLVED


def test_an_expired_colleague_is_not_waited_for() -> None:
    alone = (STAFF, replace(COLLEAGUE, expires_at=NOW))
    assert not staff_tapped(at_the_desk(DANGER, roster=alone), "resolve").case.status.open


@pytest.mark.parametrize("verb", CLOSING)
@pytest.mark.parametrize("status", list(CLOSING.values()))
def test_a_closed_case_is_not_closed_twice(verb: str, status: CaseStatus) -> None:
    assert staff_tapped(at_the_desk(case(status=status)), verb).toast == "toast-old-card"


@pytest.mark.parametrize("status", list(CLOSING.values()))
def test_reopening_takes_the_case_and_watches_it(status: CaseStatus) -> None:
    done = staff_tapped(at_the_desk(case(status=status)), "reopen")
    assert (done.case.status, done.case.claimed_by) == (CaseStatus.CLAIMED, STAFF.ref)
    assert done.case.waiting_since == NOW
    assert done.has(StartTimer)


def test_an_open_case_is_not_reopened() -> None:
    assert staff_tapped(at_the_desk(case()), "reopen").toast == "toast-old-card"


@pytest.mark.parametrize("verb", VERBS)
def test_every_change_is_audited_with_the_state_after_it(verb: str) -> None:
    known = case(status=CaseStatus.RESOLVED) if verb == "reopen" else replace(case(), claimed_by=None)
    known = TAKEN if verb == "release" else known
    done = staff_tapped(at_the_desk(known), verb)
    assert done.one(Audit) == Audit(f"case_{verb}", STAFF.ref, CASE, done.case.status)


@pytest.mark.parametrize("verb", [*VERBS, "drop", "Claim", "claim:claim", ""])
def test_a_button_of_another_case_changes_nothing(verb: str) -> None:
    done = staff_tapped(at_the_desk(case()), verb, ref="d" * 32)
    assert done.toast == "toast-old-card"
    assert not done.has(SaveCase)


def test_a_button_of_a_case_that_is_gone_changes_nothing() -> None:
    assert staff_tapped(at_the_desk(case(), case=None), "claim").toast == "toast-old-card"


@pytest.mark.parametrize("data", ["", "hide:yes", "delete:yes", "case", "case:claim", "x" * 80, "เคส"])
def test_what_is_no_button_of_a_case_changes_nothing(data: str) -> None:
    done = decided(StaffTapped(STAFF.ref, 70, 7, "query", data), at_the_desk(case()))
    assert done.toast == "toast-old-card"


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("status", list(CaseStatus))
def test_no_button_writes_to_a_child(verb: str, status: CaseStatus) -> None:
    assert staff_tapped(at_the_desk(case(status=status)), verb).children == set()


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("status", list(CaseStatus))
def test_a_double_tap_leaves_the_case_as_one_tap_does(verb: str, status: CaseStatus) -> None:
    once = staff_tapped(at_the_desk(case(status=status)), verb)
    after = once.case if once.has(SaveCase) else case(status=status)
    twice = staff_tapped(at_the_desk(after), verb)
    changed: list[Effect] = [one for one in twice.effects if isinstance(one, SaveCase)]
    assert changed == []
