"""Commands in the staff group: leads add and remove, the roster looks, strangers do nothing."""

from dataclasses import replace

import pytest

from bot.domain.effects import Audit, EditCard, PostToStaff, RemoveStaff, SaveCase, SaveStaff, StartTimer
from bot.domain.inputs import StaffCommanded
from bot.domain.route import decide
from bot.domain.state import CaseStatus, Role, StaffMember
from tests.domain.build import (
    COLLEAGUE,
    LEAD,
    NOW,
    ROSTER,
    STAFF,
    STRANGERS,
    Decided,
    case,
    decided,
    moment,
    state,
)
from tests.domain.tiny_content import world

COMMANDS = ("add", "remove", "staff", "status", "questions", "insights", "suggest", "help", "start", "delete")


def commanded(
    command: str,
    argument: str = "",
    *,
    who: StaffMember | None = LEAD,
    staff: str | None = None,
    target: str | None = None,
    **known: object,
) -> Decided:
    by = who.ref if who is not None else staff
    received = StaffCommanded(by, 60, None, command, argument, target)
    return decided(received, state(staff=who, **known))


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("staff", STRANGERS)
def test_a_stranger_commands_nothing(command: str, staff: str | None) -> None:
    done = commanded(command, "Name", who=None, staff=staff, target="friend", open_cases=(case(),))
    assert [type(one) for one in done.effects] == [PostToStaff, Audit]
    assert done.staff_keys == ["refused-not-on-roster"]
    assert "Blue Owl" not in str(done.effects)


@pytest.mark.parametrize("command", COMMANDS)
def test_an_expired_lead_commands_nothing(command: str) -> None:
    former = replace(LEAD, expires_at=NOW)
    assert commanded(command, "Name", who=former, target="x").audited == ["command_refused"]


@pytest.mark.parametrize("command", ["add", "remove"])
def test_only_a_lead_changes_the_roster(command: str) -> None:
    done = commanded(command, "Name", who=STAFF, target=COLLEAGUE.ref)
    assert done.staff_keys == ["refused-not-lead"]
    assert done.audited == ["command_refused"]


def test_nobody_makes_themselves_a_lead() -> None:
    assert not commanded("add", "Boss", who=STAFF, target=STAFF.ref).has(SaveStaff)


def test_a_lead_adds_a_colleague() -> None:
    done = commanded("add", "  New   Person ", target="new")
    assert done.one(SaveStaff).member == StaffMember("new", "New Person", Role.STAFF)
    assert done.one(Audit) == Audit("staff_added", LEAD.ref, "new", "add")


@pytest.mark.parametrize(("argument", "target"), [("", "new"), ("  ", "new"), ("Name", None)])
def test_adding_needs_a_name_and_a_person(argument: str, target: str | None) -> None:
    done = commanded("add", argument, target=target)
    assert done.staff_keys == ["staff-add-how"]
    assert not done.has(SaveStaff)


def test_a_new_label_keeps_role_and_expiry() -> None:
    until = replace(LEAD, expires_at=NOW.replace(year=2030))
    done = commanded("add", "Chief", target=LEAD.ref, roster=(until,))
    assert done.one(SaveStaff).member == replace(until, label="Chief")


def test_a_label_fits_on_a_card() -> None:
    assert len(commanded("add", "x" * 500, target="new").one(SaveStaff).member.label) == 40


def test_a_lead_removes_a_colleague() -> None:
    done = commanded("remove", target=STAFF.ref)
    assert done.one(RemoveStaff).staff == STAFF.ref
    assert done.audited == ["staff_removed"]


@pytest.mark.parametrize("target", [None, "stranger"])
def test_only_somebody_on_the_roster_can_be_removed(target: str | None) -> None:
    done = commanded("remove", target=target)
    assert done.staff_keys == ["staff-remove-how"]
    assert not done.has(RemoveStaff)


def test_the_last_lead_stays() -> None:
    done = commanded("remove", target=LEAD.ref)
    assert done.staff_keys == ["staff-last-lead"]
    assert not done.has(RemoveStaff)


def test_one_of_two_leads_may_go() -> None:
    second = StaffMember("second", "Second", Role.LEAD)
    assert commanded("remove", target=LEAD.ref, roster=(*ROSTER, second)).has(RemoveStaff)


def test_an_expired_lead_does_not_count_as_one_of_two() -> None:
    former = StaffMember("former", "Former", Role.LEAD, expires_at=NOW)
    done = commanded("remove", target=LEAD.ref, roster=(*ROSTER, former))
    assert done.staff_keys == ["staff-last-lead"]


def test_the_cases_of_a_colleague_who_leaves_are_there_for_all() -> None:
    theirs = case(status=CaseStatus.CLAIMED, claimed_by=STAFF.ref)
    done = commanded("remove", target=STAFF.ref, open_cases=(theirs,))
    assert (done.case.status, done.case.claimed_by) == (CaseStatus.NEW, None)
    assert "note-released" in done.staff_keys
    assert done.has(StartTimer)
    assert done.has(EditCard)


def test_an_answered_case_of_a_colleague_who_leaves_stays_answered() -> None:
    theirs = case(status=CaseStatus.ANSWERED, claimed_by=STAFF.ref)
    done = commanded("remove", target=STAFF.ref, open_cases=(theirs,))
    assert (done.case.status, done.case.claimed_by) == (CaseStatus.ANSWERED, None)
    assert not done.has(StartTimer)


def test_the_cases_of_others_stay_with_them() -> None:
    others = case(status=CaseStatus.CLAIMED, claimed_by=COLLEAGUE.ref)
    assert not commanded("remove", target=STAFF.ref, open_cases=(others,)).has(SaveCase)


def test_the_roster_can_be_seen_by_all_on_it() -> None:
    done = commanded("staff", who=STAFF)
    assert done.staff_keys == ["staff-list", "staff-member-lead", "staff-member-staff", "staff-member-staff"]


@pytest.mark.parametrize(
    ("command", "what"),
    [("staff", "roster_read"), ("status", "open_cases_read"), ("questions", "questions_read")],
)
def test_reading_is_audited(command: str, what: str) -> None:
    assert commanded(command, who=STAFF).audited == [what]


def test_no_open_case_is_said_as_well() -> None:
    assert commanded("status").staff_keys == ["status-none"]


@pytest.mark.parametrize(
    ("reading", "key"), [("trained", "status-reading-best"), ("lexical", "status-reading-simple")]
)
def test_the_status_tells_how_messages_are_read(reading: str, key: str) -> None:
    received = StaffCommanded(LEAD.ref, 60, None, "status")
    known = replace(world(), reading=reading)
    done = Decided(decide(received, state(staff=LEAD), known, None, moment()))
    assert done.staff_keys == ["status-none", key]


@pytest.mark.parametrize("command", ["help", "start", "", "x" * 100])
def test_anything_else_is_answered_with_what_there_is(command: str) -> None:
    assert commanded(command).staff_keys == ["staff-help"]


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_writes_to_a_child(command: str) -> None:
    assert commanded(command, "Name", target="new", open_cases=(case(),)).children == set()
