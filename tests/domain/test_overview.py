"""`/status`: the open cases, the gravest first, who has them and how long a child waits."""

from datetime import timedelta

from bot.domain.inputs import StaffCommanded
from bot.domain.state import Case, CaseStatus
from content.schema import Severity
from tests.domain.build import COLLEAGUE, NOW, ROSTER, STAFF, Decided, case, decided, state


def asked(*cases: Case) -> Decided:
    received = StaffCommanded(STAFF.ref, 60, None, "status", "", None)
    return decided(received, state(staff=STAFF, roster=ROSTER, open_cases=cases))


def test_open_cases_are_listed_with_the_gravest_first() -> None:
    keys = asked(case(Severity.CONCERN), case(Severity.EMERGENCY), case(Severity.URGENT)).staff_keys
    assert [key for key in keys if key.startswith("case-title")] == [
        "case-title-emergency",
        "case-title-urgent",
        "case-title-concern",
    ]


def test_it_says_who_has_taken_a_case_and_how_long_the_child_waits() -> None:
    since = NOW - timedelta(minutes=17)
    (said,) = asked(case(status=CaseStatus.CLAIMED, claimed_by=COLLEAGUE.ref, waiting_since=since)).posted
    assert COLLEAGUE.label in said
    assert "waits 17 min" in said


def test_nobody_waits_for_an_answer_that_was_given() -> None:
    done = asked(case(status=CaseStatus.ANSWERED, waiting_since=NOW - timedelta(minutes=17)))
    assert "status-case" in done.staff_keys
    assert "status-waits" not in done.staff_keys


def test_a_long_list_fits_into_one_message_and_says_how_many_it_leaves_out() -> None:
    long = case(name="Lavender Kingfisher", claimed_by=COLLEAGUE.ref)
    (said,) = asked(*[long] * 500).posted
    assert len(said) < 4096
    assert "Open cases: 500" in said
    assert "and 475 more" in said


def test_a_list_that_is_whole_leaves_nothing_out() -> None:
    assert "status-more" not in asked(*[case()] * 25).staff_keys


def test_no_open_case_is_said_as_well() -> None:
    assert asked().staff_keys == ["status-none"]
