"""A staff member's words to a child: who may, which words, to whom, and how they arrive."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.effects import (
    Audit,
    PostInCase,
    RecordInCase,
    SaveCase,
    SayToChild,
    StopTimers,
)
from bot.domain.state import Author, Case, CaseStatus
from tests.domain.build import (
    CASE,
    CHILD,
    COLLEAGUE,
    NOW,
    OTHER_CHILD,
    STAFF,
    STRANGERS,
    at_the_desk,
    case,
    child_tapped,
    child_words,
    keys_of,
    learner,
    letter,
    moment,
    staff_replied,
    verbatim_of,
)

LIVE = case(last_child_at=NOW - timedelta(minutes=3))


def test_a_reply_reaches_a_child_who_waits_for_it() -> None:
    said = staff_replied(at_the_desk(LIVE)).one(SayToChild)
    assert said.child == CHILD
    assert verbatim_of(said.message) == ["an answer"]


def test_a_reply_is_marked_as_a_persons() -> None:
    assert staff_replied(at_the_desk(LIVE)).keys == ["from-staff"]


def test_help_and_hide_stand_under_a_reply_and_no_menu() -> None:
    assert staff_replied(at_the_desk(LIVE)).buttons == ["help", "hide"]


@pytest.mark.parametrize("known", [LIVE, replace(LIVE, status=CaseStatus.RESOLVED), None])
def test_the_buttons_under_a_reply_work_however_late_they_are_tapped(known: Case | None) -> None:
    for data in staff_replied(at_the_desk(LIVE)).buttons:
        tapped = child_tapped(data, case=known)
        assert tapped.toast is None
        assert tapped.keys[0] in ("help-now", "hide-question")
        assert not tapped.has(SaveCase)


def test_a_reply_never_names_the_staff_member() -> None:
    said = str(staff_replied(at_the_desk(LIVE)).one(SayToChild).message)
    assert STAFF.label not in said
    assert STAFF.ref not in said


@pytest.mark.parametrize("silence", [15, 60, 60 * 24])
def test_an_unprompted_reply_is_one_neutral_line(silence: int) -> None:
    quiet = case(last_child_at=NOW - timedelta(minutes=silence))
    message = staff_replied(at_the_desk(quiet)).one(SayToChild).message
    assert keys_of(message) == ["neutral-news"]
    assert verbatim_of(message) == []
    assert [button.data for row in message.rows for button in row] == ["open"]


def test_a_reply_behind_an_unopened_one_is_neutral_as_well() -> None:
    done = staff_replied(at_the_desk(LIVE, unopened=(letter(),)))
    assert done.keys == ["neutral-news"]


def test_a_reply_is_kept_with_who_wrote_it() -> None:
    kept = staff_replied(at_the_desk(LIVE)).one(RecordInCase).message
    assert (kept.author, kept.text, kept.staff) == (Author.STAFF, "an answer", STAFF.ref)
    assert kept.topic_message == 90


def test_a_reply_in_plain_words_counts_as_opened() -> None:
    assert staff_replied(at_the_desk(LIVE)).one(RecordInCase).message.opened


def test_a_reply_behind_the_neutral_line_waits_to_be_opened() -> None:
    assert not staff_replied(at_the_desk(case())).one(RecordInCase).message.opened


def test_a_reply_ends_the_waiting() -> None:
    done = staff_replied(at_the_desk(LIVE))
    assert done.case.status is CaseStatus.ANSWERED
    assert done.has(StopTimers)


def test_the_first_to_answer_has_taken_the_case() -> None:
    assert staff_replied(at_the_desk(LIVE)).case.claimed_by == STAFF.ref


def test_a_colleague_may_answer_and_the_case_stays_where_it_was() -> None:
    taken = case(status=CaseStatus.CLAIMED, claimed_by=COLLEAGUE.ref)
    assert staff_replied(at_the_desk(taken)).case.claimed_by == COLLEAGUE.ref


def test_a_reply_is_audited_without_its_words() -> None:
    assert staff_replied(at_the_desk(LIVE)).one(Audit) == Audit("replied", STAFF.ref, CASE)


@pytest.mark.parametrize("staff", STRANGERS)
def test_a_stranger_reaches_no_child(staff: str | None) -> None:
    done = staff_replied(at_the_desk(LIVE, None), staff=staff)
    assert done.children == set()
    assert not done.has(SaveCase)
    assert done.staff_keys == ["refused-not-on-roster"]
    assert done.one(Audit) == Audit("reply_refused", staff, CASE, "refused-not-on-roster")


def test_an_expired_entry_reaches_no_child() -> None:
    former = replace(STAFF, expires_at=NOW)
    assert staff_replied(at_the_desk(LIVE, former)).staff_keys == ["refused-not-on-roster"]


def test_the_entry_of_somebody_else_reaches_no_child() -> None:
    assert staff_replied(at_the_desk(LIVE, STAFF), staff="stranger").children == set()


@pytest.mark.parametrize("status", [one for one in CaseStatus if not one.open])
def test_nothing_is_sent_from_a_closed_case(status: CaseStatus) -> None:
    done = staff_replied(at_the_desk(case(status=status)))
    assert done.children == set()
    assert done.staff_keys == ["refused-closed"]


@pytest.mark.parametrize(
    ("more", "key"),
    [
        ({"forwarded": True}, "refused-forwarded"),
        ({"has_media": True}, "refused-only-text"),
        ({"text": "  \n"}, "refused-only-text"),
        ({"text": " /close it"}, "refused-command"),
    ],
)
def test_only_words_written_here_are_sent(more: dict[str, Any], key: str) -> None:
    text = str(more.pop("text", "an answer"))
    done = staff_replied(at_the_desk(LIVE), text, **more)
    assert done.children == set()
    assert done.staff_keys == [key]
    assert done.audited == ["reply_refused"]


def test_a_child_who_blocked_the_chat_is_not_written_to() -> None:
    assert staff_replied(at_the_desk(case(reachable=False))).staff_keys == ["refused-blocked"]


def test_a_refusal_answers_the_message_that_was_refused() -> None:
    assert staff_replied(at_the_desk(case(reachable=False))).one(PostInCase).reply_to == 90


def test_a_reply_is_held_while_the_chat_is_hidden() -> None:
    done = staff_replied(at_the_desk(case(safe_to_write=False, last_child_at=NOW)))
    assert done.children == set()
    assert done.staff_keys == ["delivery-held"]
    assert not done.one(RecordInCase).message.opened


@pytest.mark.parametrize("more", [{"reply_to": None}, {"reply_to": None, "text": "ok"}, {"reply_to": 555}])
def test_what_is_no_reply_to_the_child_stays_inside(more: dict[str, Any]) -> None:
    text = str(more.pop("text", "a talk"))
    known = replace(LIVE, told_how=True)
    assert staff_replied(at_the_desk(known, replied_to=None), text, **more).effects == ()


@pytest.mark.parametrize("status", [CaseStatus.NEW, CaseStatus.CLAIMED, CaseStatus.REOPENED])
def test_who_types_beside_a_waiting_case_is_told_once_that_the_child_reads_only_replies(
    status: CaseStatus,
) -> None:
    first = staff_replied(at_the_desk(replace(LIVE, status=status), replied_to=None), reply_to=None)
    assert first.staff_keys == ["stays-inside"]
    assert first.children == set()
    assert first.one(PostInCase).reply_to == 90
    assert staff_replied(at_the_desk(first.case, replied_to=None), reply_to=None).effects == ()


@pytest.mark.parametrize("status", [CaseStatus.ANSWERED, CaseStatus.WAITING_FOR_CHILD, CaseStatus.RESOLVED])
def test_who_types_beside_an_answered_case_is_not_disturbed(status: CaseStatus) -> None:
    answered = at_the_desk(replace(LIVE, status=status), replied_to=None)
    assert staff_replied(answered, reply_to=None).effects == ()


def test_a_stranger_who_types_beside_a_case_hears_nothing() -> None:
    stranger = at_the_desk(LIVE, staff=None, replied_to=None)
    assert staff_replied(stranger, reply_to=None).effects == ()


@pytest.mark.parametrize("more", [{"reply_to": 70}, {"reply_to": 72, "replies_to_bot": True}])
def test_a_reply_to_the_card_or_a_note_is_said_to_have_stayed_inside(more: dict[str, Any]) -> None:
    done = staff_replied(at_the_desk(LIVE, replied_to=None), **more)
    assert done.children == set()
    assert done.staff_keys == ["stays-inside"]


def test_a_reply_to_a_colleague_stays_inside_in_silence() -> None:
    assert staff_replied(at_the_desk(LIVE, replied_to=letter())).effects == ()


def test_a_reply_to_the_words_of_another_case_goes_nowhere() -> None:
    other = child_words(case="d" * 32)
    assert staff_replied(at_the_desk(LIVE, replied_to=other)).effects == ()


def test_outside_of_a_case_nothing_is_relayed() -> None:
    assert staff_replied(at_the_desk(LIVE, case=None)).effects == ()


def test_the_child_of_the_case_is_written_to_whoever_else_is_loaded() -> None:
    known = at_the_desk(LIVE, learner=learner(ref=OTHER_CHILD))
    assert staff_replied(known).children == {CHILD}


@pytest.mark.parametrize(
    ("who", "languages"),
    [(learner(language="en"), ("en",)), (learner(language=None), ("th", "en")), (None, ("th",))],
)
def test_the_reply_comes_in_the_language_of_the_child(who: object, languages: tuple[str, ...]) -> None:
    assert staff_replied(at_the_desk(LIVE, learner=who)).one(SayToChild).languages == languages


def test_a_second_reply_in_a_talk_arrives_as_plainly() -> None:
    first = staff_replied(at_the_desk(LIVE))
    second = staff_replied(at_the_desk(first.case), "more", at=moment(1, seed=2))
    assert verbatim_of(second.one(SayToChild).message) == ["more"]
