"""From the child's side: asking for a person, the inbox, "only asking", pictures, a blocked chat."""

import pytest

from bot.domain.effects import (
    EditForChild,
    ForgetLearner,
    MarkOpened,
    OpenTopic,
    PostInCase,
    PostKind,
    PostToStaff,
    RecordInCase,
    SaveCase,
    SayToChild,
    StartTimer,
)
from bot.domain.inputs import ChatBlocked, ChatUnblocked, MediaKind, MediaReceived
from bot.domain.judgement import Judgement
from bot.domain.speech import speak
from bot.domain.state import Author, Case, CaseStatus
from content.schema import Severity
from tests.domain.build import (
    CHILD,
    EMERGENCY,
    STAFF,
    URGENT,
    Decided,
    case,
    child_tapped,
    child_wrote,
    decided,
    learner,
    letter,
    state,
    verbatim_of,
)
from tests.domain.tiny_content import texts

CLOSED = case(status=CaseStatus.RESOLVED)


def sent(
    kind: MediaKind = MediaKind.VOICE, caption: str = "", j: Judgement | None = None, **known: object
) -> Decided:
    return decided(MediaReceived(CHILD, 12, kind, caption), state(**known), j)


def test_asking_for_a_person_takes_along_what_was_just_written() -> None:
    done = child_tapped("person", recent_words=("one", "two", "three", "four"))
    assert [post.record.text for post in done.all(PostInCase) if post.record] == ["two", "three", "four"]
    assert done.case.severity is Severity.CONCERN


def test_asking_for_a_person_says_that_it_was_passed_on() -> None:
    assert child_tapped("person", recent_words=("one",)).keys[0] == "person-told"


def test_asking_for_a_person_without_words_waits_for_the_next_text() -> None:
    done = child_tapped("person")
    assert done.learner.asked_for_person
    assert not done.has(OpenTopic)


def test_asking_for_a_person_twice_opens_one_case() -> None:
    first = child_tapped("person", recent_words=("one",))
    again = child_tapped("person", recent_words=("one",), case=first.case)
    assert not again.has(SaveCase)
    assert not again.has(PostInCase)


def test_asking_for_a_person_opens_the_closed_case_again() -> None:
    assert child_tapped("person", recent_words=("one",), case=CLOSED).case.status is CaseStatus.REOPENED


@pytest.mark.parametrize("words", [(), ("one",)])
def test_the_words_after_the_tap_do_not_tell_whether_there_is_a_case(words: tuple[str, ...]) -> None:
    both = (child_tapped("person", recent_words=words, case=known) for known in (None, case()))
    spoken = [[speak(message, ("th", "en"), texts()) for message in done.messages] for done in both]
    assert spoken[0] == spoken[1]


def test_asking_for_a_person_ends_the_discretion() -> None:
    assert not child_tapped("person", case=case(discreet=True)).case.discreet


def test_reading_an_answer_ends_the_discretion() -> None:
    assert not child_tapped("open", case=case(discreet=True), unopened=(letter(),)).case.discreet


def test_the_inbox_shows_what_people_wrote() -> None:
    done = child_tapped("inbox", case=case(), unopened=(letter("one", "r1"), letter("two", "r2")))
    assert verbatim_of(done.messages[0]) == ["one", "two"]
    assert done.one(MarkOpened).messages == ("r1", "r2")


def test_the_inbox_marks_the_words_as_a_persons() -> None:
    assert child_tapped("inbox", case=case(), unopened=(letter(),)).keys == ["from-staff"]


def test_the_neutral_line_turns_into_the_words() -> None:
    assert child_tapped("open", case=case(), unopened=(letter(),)).one(EditForChild).message_id == 50


def test_words_too_long_for_an_edit_are_sent_anew() -> None:
    long = (letter("x" * 2000, "r1"), letter("y" * 2000, "r2"))
    done = child_tapped("open", case=case(), unopened=long)
    assert not done.has(EditForChild)
    assert verbatim_of(done.one(SayToChild).message) == ["x" * 2000, "y" * 2000]


def test_staff_see_that_the_child_has_opened_the_answer() -> None:
    done = child_tapped("open", case=case(status=CaseStatus.ANSWERED), unopened=(letter(),))
    assert done.staff_keys == ["delivery-opened"]
    assert done.case.status is CaseStatus.WAITING_FOR_CHILD


@pytest.mark.parametrize("status", [CaseStatus.NEW, CaseStatus.CLAIMED, CaseStatus.REOPENED])
def test_opening_an_old_answer_does_not_end_the_waiting_for_a_new_one(status: CaseStatus) -> None:
    assert child_tapped("open", case=case(status=status), unopened=(letter(),)).case.status is status


def test_letters_of_a_closed_case_can_still_be_read() -> None:
    done = child_tapped("inbox", case=CLOSED, unopened=(letter(),))
    assert done.has(MarkOpened)
    assert not done.has(SaveCase)


@pytest.mark.parametrize("known", [None, case(), CLOSED])
@pytest.mark.parametrize("data", ["inbox", "open"])
def test_an_empty_inbox_is_the_same_for_everybody(known: Case | None, data: str) -> None:
    assert child_tapped(data, case=known).keys == ["inbox-empty"]


def test_only_asking_is_a_note_and_lowers_nothing() -> None:
    before = case(Severity.EMERGENCY, status=CaseStatus.CLAIMED)
    done = child_tapped("only", case=before)
    assert done.staff_keys == ["note-only-asking"]
    assert (done.case.severity, done.case.status) == (before.severity, before.status)
    assert done.audited == ["only_asking"]


def test_only_asking_twice_is_one_note() -> None:
    again = child_tapped("only", case=child_tapped("only", case=case()).case)
    assert again.staff_keys == []


def test_only_asking_is_noted_again_after_new_words() -> None:
    noted = child_tapped("only", case=case()).case
    assert child_tapped("only", case=child_wrote(judgement=URGENT, case=noted).case).staff_keys


@pytest.mark.parametrize("known", [None, case(), CLOSED])
def test_only_asking_is_answered_the_same_for_everybody(known: Case | None) -> None:
    assert child_tapped("only", case=known).keys == ["only-asking"]


PICTURES = (MediaKind.PHOTO, MediaKind.VIDEO, MediaKind.DOCUMENT, MediaKind.OTHER)


@pytest.mark.parametrize("kind", PICTURES)
def test_a_picture_is_never_opened_and_that_and_help_with_pictures_is_said(kind: MediaKind) -> None:
    assert sent(kind).keys == ["media-not-opened", "media-help"]


@pytest.mark.parametrize("kind", [one for one in MediaKind if one not in (*PICTURES, MediaKind.STICKER)])
def test_other_media_are_never_opened_and_that_is_said(kind: MediaKind) -> None:
    assert sent(kind).keys == ["media-not-opened"]


def test_a_sticker_is_no_reason_to_speak_of_pictures() -> None:
    assert sent(MediaKind.STICKER).keys == ["sticker-not-read"]


def test_a_sticker_in_a_talk_brings_no_words_of_the_bot() -> None:
    talk = case(status=CaseStatus.ANSWERED, claimed_by=STAFF.ref)
    assert sent(MediaKind.STICKER, case=talk).keys == []


@pytest.mark.parametrize("kind", list(MediaKind))
def test_media_after_hiding_is_answered_as_if_there_were_no_case(kind: MediaKind) -> None:
    hidden = case(status=CaseStatus.ANSWERED, discreet=True)
    assert sent(kind, case=hidden).messages == sent(kind).messages


def test_a_picture_in_a_talk_brings_no_menu() -> None:
    talk = case(status=CaseStatus.ANSWERED, claimed_by=STAFF.ref)
    done = sent(MediaKind.PHOTO, case=talk)
    assert done.keys == ["media-not-opened"]
    assert done.buttons == ["help", "hide"]


@pytest.mark.parametrize("kind", list(MediaKind))
def test_staff_see_that_media_was_tried(kind: MediaKind) -> None:
    assert sent(kind, case=case()).staff_keys == ["note-media"]


def test_what_is_told_of_media_can_be_replied_to_like_the_words_of_a_child() -> None:
    done = sent(MediaKind.VOICE, learner=learner(asked_for_person=True))
    record = done.one(RecordInCase).message
    assert record.author is Author.CHILD
    posted = [one for one in done.all(PostInCase) if one.kind is PostKind.CHILD_WORDS]
    assert [one.record for one in posted] == [record]


@pytest.mark.parametrize("known", [None, CLOSED])
def test_media_without_an_open_case_goes_to_nobody(known: Case | None) -> None:
    assert not sent(case=known).has(PostInCase)


def test_media_after_an_answer_is_owed_an_answer() -> None:
    done = sent(case=case(status=CaseStatus.ANSWERED, claimed_by=STAFF.ref))
    assert done.case.status is CaseStatus.CLAIMED
    assert done.has(StartTimer)


def test_media_in_a_case_keeps_its_severity() -> None:
    assert sent(case=case(Severity.EMERGENCY)).case.severity is Severity.EMERGENCY


def test_media_in_a_case_calls_nobody_to_general() -> None:
    assert not sent(case=case(Severity.EMERGENCY)).has(PostToStaff)


def test_media_of_a_child_who_asked_for_a_person_brings_one() -> None:
    done = sent(learner=learner(asked_for_person=True))
    assert done.has(OpenTopic)
    assert "note-media" in done.staff_keys
    assert not done.learner.asked_for_person


def test_a_caption_is_heard_like_a_text() -> None:
    done = sent(MediaKind.PHOTO, "help", EMERGENCY)
    assert done.keys[0] == "reply-emergency"
    assert "note-media" in done.staff_keys


def test_a_caption_without_a_judgement_goes_to_a_person() -> None:
    assert sent(MediaKind.PHOTO, "help", None).keys[0] == "reply-not-read"


def test_a_caption_uses_up_the_wish_for_a_person() -> None:
    done = sent(MediaKind.PHOTO, "hello", Judgement.late(), learner=learner(asked_for_person=True))
    assert not done.learner.asked_for_person


def test_staff_are_told_that_the_chat_is_blocked() -> None:
    done = decided(ChatBlocked(CHILD), state(case=case()))
    assert done.staff_keys == ["note-blocked"]
    assert not done.case.reachable


def test_staff_are_told_that_the_child_is_back() -> None:
    done = decided(ChatUnblocked(CHILD), state(case=case(reachable=False)))
    assert done.staff_keys == ["note-unblocked"]
    assert done.case.reachable


def test_a_second_block_tells_staff_nothing_new() -> None:
    assert decided(ChatBlocked(CHILD), state(case=case(reachable=False))).staff_keys == []


def test_a_closed_case_knows_as_well_that_the_child_is_back() -> None:
    blocked = case(status=CaseStatus.RESOLVED, reachable=False)
    done = decided(ChatUnblocked(CHILD), state(case=blocked))
    assert done.case.reachable
    assert done.staff_keys == []


@pytest.mark.parametrize("received", [ChatBlocked(CHILD), ChatUnblocked(CHILD)])
def test_a_block_does_not_bring_back_a_child_who_was_forgotten(received: ChatBlocked | ChatUnblocked) -> None:
    assert decided(received, state(learner=None)).effects == ()


@pytest.mark.parametrize("received", [ChatBlocked(CHILD), ChatUnblocked(CHILD)])
def test_a_block_is_no_return_of_a_child_who_hid_the_chat(received: ChatBlocked | ChatUnblocked) -> None:
    done = decided(received, state(learner=learner(hidden=True)))
    assert done.learner.hidden
    assert done.learner.seen_at is None
    assert not done.has(ForgetLearner)


@pytest.mark.parametrize("received", [ChatBlocked(CHILD), ChatUnblocked(CHILD)])
def test_a_block_is_never_answered(received: ChatBlocked | ChatUnblocked) -> None:
    assert decided(received, state(case=case())).children == set()
