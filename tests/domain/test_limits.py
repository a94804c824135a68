"""Limits of time and length from both sides, and what nobody has read."""

from datetime import timedelta

import pytest

from bot.domain.judgement import Judgement, Reason, Status
from bot.domain.office_hours import parse_office_hours
from bot.domain.shortening import brief, torn
from bot.domain.speech import Line
from bot.domain.state import Case, CaseStatus
from bot.domain.support.why import signs_of, why_raised
from content.schema import Severity
from tests.domain.build import CALM, CONCERN, EMERGENCY, NOW, STAFF, case, child_wrote, flat
from tests.domain.learning.taps import move, started
from tests.domain.test_shortening import SIGNS
from tests.domain.tiny_content import world

A_LITTLE = timedelta(seconds=1)


def claimed(silent: timedelta) -> Case:
    """A case that somebody has taken, whose child has been silent for so long."""
    return case(status=CaseStatus.CLAIMED, claimed_by=STAFF.ref, last_child_at=NOW - silent)


@pytest.mark.parametrize(
    ("judgement", "status"), [(Judgement.failed(), Status.FAILED), (Judgement.late(), Status.LATE)]
)
def test_what_was_not_read_counts_as_urgent_and_unreadable(judgement: Judgement, status: Status) -> None:
    assert (judgement.status, judgement.severity) == (status, Severity.URGENT)
    assert not judgement.readable
    assert not judgement.help_word


def test_a_concern_without_an_answer_has_the_numbers_one_tap_away() -> None:
    assert child_wrote(judgement=CONCERN).buttons[:2] == ["person", "help"]


def test_words_within_ten_minutes_are_not_confirmed_again() -> None:
    fresh = timedelta(minutes=10)
    assert child_wrote(judgement=CALM, case=claimed(fresh - A_LITTLE)).keys == []
    assert "passed-on" in child_wrote(judgement=CALM, case=claimed(fresh)).keys


def test_after_a_day_of_silence_a_talk_is_over() -> None:
    day = timedelta(hours=24)
    assert child_wrote(judgement=CALM, case=claimed(day - A_LITTLE)).buttons == ["help", "hide"]
    assert "menu" in child_wrote(judgement=CALM, case=claimed(day)).buttons


def test_for_an_hour_after_something_grave_there_are_calm_words_only() -> None:
    hour = timedelta(hours=1)
    within, later = (
        child_wrote(judgement=CALM, case=case(last_child_at=NOW - silent)).keys
        for silent in (hour - A_LITTLE, hour)
    )
    assert "passed-on" in later
    assert "passed-on" not in within


def test_staff_are_called_again_for_an_emergency_after_two_minutes() -> None:
    two = timedelta(minutes=2)
    within, later = (
        child_wrote(judgement=EMERGENCY, case=case(Severity.EMERGENCY, alarmed_at=NOW - since)).staff_keys
        for since in (two - A_LITTLE, two)
    )
    assert "case-emergency-again" in later
    assert "case-emergency-again" not in within


@pytest.mark.parametrize("hours", ["mon-fri 17:00-09:00", "mon-fri 09:00-09:00"])
def test_an_office_closes_after_it_opens(hours: str) -> None:
    with pytest.raises(ValueError, match="after the beginning"):
        parse_office_hours(hours)


def test_a_lesson_begins_at_step_one() -> None:
    (message,) = move(started(), "start").messages
    heading = next(
        one for one in flat(message.parts) if isinstance(one, Line) and one.key == "lesson-heading"
    )
    assert dict(heading.args)["step"] == 1


@pytest.mark.parametrize("sign", SIGNS)
def test_a_cut_anywhere_inside_a_sign_tears_it(sign: str) -> None:
    assert all(torn(f"a{sign}b", at) for at in range(2, len(sign) + 1))
    assert not torn(f"a{sign}b", 1)


def test_flags_in_a_row_are_cut_between_flags() -> None:
    assert [torn("x🇹🇭🇹🇭", at) for at in range(6)] == [False, False, True, False, True, False]


@pytest.mark.parametrize("sign", [*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
def test_no_sign_turns_the_direction_of_writing(sign: int) -> None:
    assert brief(f"a{chr(sign)}b", 10) == "ab"


def test_a_case_keeps_160_characters_of_a_piece() -> None:
    kept = signs_of([Reason("pattern", "x" * 200, None, Severity.URGENT)])
    assert [len(sign.words) for sign in kept] == [160]


def test_a_card_shows_two_phrases_that_are_alike() -> None:
    shown = why_raised(case(examples=("one", "two", "three")), world())
    alike = [part for part in flat(shown) if isinstance(part, Line) and part.key == "card-looks-like"]
    assert [dict(part.args)["example"] for part in alike] == ["one", "two"]
