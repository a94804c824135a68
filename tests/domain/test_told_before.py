"""Not saying the same thing twice, and not guessing at somebody who is in need."""

from datetime import timedelta

import pytest

from bot.domain.effects import ForgetRecentWords, PostInCase, RememberWords
from bot.domain.judgement import Band, Judgement
from bot.domain.speech import Joined, Message, Verbatim, line, speak
from bot.domain.state import Case, CaseStatus
from content.schema import Severity
from tests.domain.build import (
    CALM,
    CONCERN,
    EMERGENCY,
    NOW,
    STAFF,
    URGENT,
    at_the_desk,
    case,
    child_wrote,
    judged,
    learner,
    staff_replied,
)
from tests.domain.tiny_content import texts

JUST_NOW = NOW - timedelta(minutes=3)
HELP_WORD = judged(Severity.URGENT, help_word=True)
ANSWERABLE = judged(band=Band.ANSWER, topics=("safety",))


def told(severity: Severity = Severity.URGENT, **known: object) -> Case:
    return case(severity, **({"last_child_at": JUST_NOW} | known))


@pytest.mark.parametrize("judgement", [URGENT, HELP_WORD])
def test_it_does_not_say_all_of_it_again_within_minutes(judgement: Judgement) -> None:
    assert child_wrote(judgement=judgement, case=told()).keys == ["reply-again"]


def test_it_says_all_of_it_when_it_has_become_worse() -> None:
    assert child_wrote(judgement=EMERGENCY, case=told()).keys[0] == "reply-emergency"


def test_it_says_all_of_it_again_later() -> None:
    assert child_wrote(judgement=URGENT, case=case()).keys[0] == "reply-urgent"


def test_it_brings_repeated_words_to_staff_all_the_same() -> None:
    assert [post.record is not None for post in child_wrote(judgement=URGENT, case=told()).all(PostInCase)][
        -1
    ]


def test_a_repeated_alarm_in_a_talk_brings_no_menu() -> None:
    talk = told(status=CaseStatus.ANSWERED, claimed_by=STAFF.ref)
    done = child_wrote(judgement=URGENT, case=talk)
    assert done.keys == ["reply-again"]
    assert done.buttons == ["help", "hide"]


def test_the_bare_call_for_help_is_not_thanked_for_a_story() -> None:
    assert child_wrote(judgement=HELP_WORD).keys[0] == "reply-help-word"


@pytest.mark.parametrize("judgement", [CALM, CONCERN, ANSWERABLE])
@pytest.mark.parametrize("severity", [Severity.URGENT, Severity.EMERGENCY])
def test_it_guesses_at_no_answer_for_a_child_who_has_told_something_grave(
    judgement: Judgement, severity: Severity
) -> None:
    assert child_wrote(judgement=judgement, case=told(severity)).keys == ["reply-again"]


def test_it_answers_a_question_in_a_case_that_is_no_alarm() -> None:
    assert child_wrote(judgement=ANSWERABLE, case=told(Severity.CONCERN)).keys != ["reply-again"]


def test_an_emergency_does_not_make_the_next_words_sound_like_one() -> None:
    done = child_wrote(judgement=EMERGENCY)
    assert done.has(ForgetRecentWords)
    assert not done.has(RememberWords)


def test_urgent_words_are_remembered_since_the_next_may_make_them_worse() -> None:
    assert child_wrote(judgement=URGENT).has(RememberWords)


def test_a_newcomer_who_asks_nothing_is_welcomed() -> None:
    done = child_wrote("zzz", learner=learner(language=None))
    assert done.keys == ["welcome"]
    assert "person" in done.buttons


def test_a_newcomer_who_asks_is_answered_first() -> None:
    done = child_wrote(judgement=ANSWERABLE, learner=learner(language=None))
    assert done.keys[-1] == "welcome"
    assert len(done.messages) > 1


def test_kind_words_and_an_answer_offer_a_person_once() -> None:
    concern = judged(Severity.CONCERN, band=Band.ANSWER, topics=("safety",))
    assert child_wrote(judgement=concern).buttons.count("person") == 1


def test_what_reads_the_same_in_each_language_is_said_once_under_both_headings() -> None:
    said = speak(Message((Joined((line("from-staff"), Verbatim("hello"))),)), ("th", "en"), texts()).text
    assert said.splitlines()[-1] == "hello"
    assert said.count("hello") == 1
    assert len(said.splitlines()) == 3


def test_who_replies_to_a_case_that_is_gone_hears_that_nothing_was_sent() -> None:
    done = staff_replied(at_the_desk(case(), case=None), replies_to_bot=True)
    assert done.staff_keys == ["refused-no-case"]
    assert done.children == set()


def test_colleagues_talk_among_themselves_without_a_word_of_ours() -> None:
    assert staff_replied(at_the_desk(case(), case=None)).effects == ()
