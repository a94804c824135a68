"""A question for a person goes over with one tap, and staff can answer it like any other words."""

import pytest

from bot.domain.effects import OpenTopic, PostInCase, PostKind, RecordInCase, SaveCase, StartTimer
from bot.domain.speech import speak
from bot.domain.state import Author, Case, CaseStatus
from content.schema import Severity
from tests.domain.build import Decided, case, child_tapped, child_words, child_wrote, learner
from tests.domain.tiny_content import texts

CLOSED = case(status=CaseStatus.RESOLVED)
ANSWERED = case(Severity.CONCERN, status=CaseStatus.ANSWERED, claimed_by="staff-ref")


def brought(done: Decided) -> list[str]:
    return [post.record.text for post in done.all(PostInCase) if post.record]


def test_it_takes_along_what_was_just_written() -> None:
    done = child_tapped("ask_person", recent_words=("one", "two", "three", "four"))
    assert brought(done) == ["two", "three", "four"]
    assert done.case.severity is Severity.CONCERN
    assert done.has(OpenTopic)
    assert done.has(StartTimer)


def test_it_says_that_nothing_needs_to_be_typed_again() -> None:
    done = child_tapped("ask_person", recent_words=("one",))
    assert done.keys == ["question-handed-over", "read-in-office-hours"]


def test_staff_hear_that_it_is_a_question() -> None:
    assert "note-asks-person" in child_tapped("ask_person", recent_words=("one",)).staff_keys


def test_without_words_it_asks_for_a_person_who_reads_the_next_ones() -> None:
    done = child_tapped("ask_person")
    assert done.keys[0] == "person-write-here"
    assert done.learner.asked_for_person
    assert brought(child_wrote("a question", learner=done.learner)) == ["a question"]


def test_a_tapped_question_is_handed_over_without_a_word() -> None:
    done = child_tapped("ask_person:safety")
    assert brought(done) == ["safety question th"]
    assert "from-child-question" in done.staff_keys
    assert not done.learner.asked_for_person


def test_staff_can_answer_a_tapped_question() -> None:
    done = child_tapped("ask_person:safety")
    (post,) = [one for one in done.all(PostInCase) if one.record]
    assert post.kind is PostKind.CHILD_WORDS
    assert [one.message.author for one in done.all(RecordInCase)] == [Author.CHILD]


def test_both_go_where_words_were_answered_badly() -> None:
    done = child_tapped("ask_person:safety", recent_words=("my question",))
    assert brought(done) == ["my question", "safety question th"]


def test_in_an_open_case_staff_have_the_words_already() -> None:
    done = child_tapped("ask_person", recent_words=("one",), case=case(), log=(child_words("one"),))
    assert brought(done) == []
    assert done.staff_keys == ["note-asks-person"]


def test_what_was_written_before_the_case_was_opened_is_brought_into_it() -> None:
    done = child_tapped("ask_person", recent_words=("one", "two"), case=case(), log=(child_words("two"),))
    assert brought(done) == ["one"]


def test_a_case_that_is_opened_again_repeats_nothing() -> None:
    done = child_tapped("ask_person", recent_words=("one", "two"), case=CLOSED, log=(child_words("one"),))
    assert brought(done) == ["two"]


def test_a_case_is_not_opened_again_without_a_word() -> None:
    log = (child_words("one"), child_words("two", ref="m2"))
    done = child_tapped("ask_person", recent_words=("one", "two"), case=CLOSED, log=log)
    assert brought(done) == ["two"]


def test_in_an_open_case_a_tapped_question_is_brought_and_waited_for() -> None:
    told = (child_words("one"),)
    done = child_tapped("ask_person:safety", recent_words=("one",), case=ANSWERED, log=told)
    assert brought(done) == ["safety question th"]
    assert done.case.status is CaseStatus.CLAIMED
    assert done.has(StartTimer)


def test_it_opens_the_closed_case_again() -> None:
    done = child_tapped("ask_person", recent_words=("one",), case=CLOSED)
    assert done.case.status is CaseStatus.REOPENED


@pytest.mark.parametrize("data", ["ask_person", "ask_person:safety"])
def test_a_second_tap_says_the_same_and_brings_nothing_again(data: str) -> None:
    first = child_tapped(data, recent_words=("one",))
    again = child_tapped(data, recent_words=("one",), case=first.case, learner=first.learner)
    assert again.messages == first.messages
    assert brought(again) == []
    assert not again.has(SaveCase)


def test_a_second_tap_after_the_case_was_closed_is_heard() -> None:
    done = child_tapped("ask_person", recent_words=("one",), case=CLOSED, learner=learner(tapped=(50,)))
    assert brought(done) == ["one"]


@pytest.mark.parametrize("data", ["ask_person", "ask_person:safety"])
@pytest.mark.parametrize("words", [(), ("one",)])
def test_the_words_after_the_tap_do_not_tell_whether_there_is_a_case(
    data: str, words: tuple[str, ...]
) -> None:
    known: tuple[Case | None, ...] = (None, case(), case(discreet=True), CLOSED)
    said = [child_tapped(data, recent_words=words, case=one).messages for one in known]
    spoken = [[speak(message, ("th", "en"), texts()) for message in messages] for messages in said]
    assert all(one == spoken[0] for one in spoken)


@pytest.mark.parametrize("data", ["ask_person", "ask_person:safety"])
def test_asking_a_person_ends_the_discretion(data: str) -> None:
    assert not child_tapped(data, recent_words=("one",), case=case(discreet=True)).case.discreet


def test_it_never_lowers_a_severity() -> None:
    done = child_tapped("ask_person:safety", case=case(Severity.EMERGENCY))
    assert done.case.severity is Severity.EMERGENCY
