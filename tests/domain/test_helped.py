"""Did this help? Asked under every answer, counted once a message, and never beside something grave."""

import pytest

from bot.domain.effects import Count, EditForChild, SayToChild
from bot.domain.judgement import Band, Judgement
from bot.domain.state import Case, CaseStatus
from content.schema import Severity
from tests.domain.build import (
    CONCERN,
    Decided,
    case,
    child_tapped,
    child_wrote,
    judged,
    learner,
)

ANSWER = judged(band=Band.ANSWER, topics=("safety",))
BOTH = ["helped:safety", "not_helped:safety"]
CALM_CASES = [
    None,
    case(Severity.CONCERN),
    case(Severity.EMERGENCY, discreet=True),
    case(Severity.EMERGENCY, status=CaseStatus.RESOLVED),
]


def asked(done: Decided) -> list[str]:
    return [data for data in done.buttons if "helped:" in data]


def counted(done: Decided) -> list[str]:
    return [one.name for one in done.all(Count)]


@pytest.mark.parametrize("known", CALM_CASES)
def test_it_asks_under_a_tapped_answer(known: Case | None) -> None:
    assert asked(child_tapped("faq:safety", case=known)) == BOTH


def test_it_asks_under_an_answer_to_written_words() -> None:
    assert asked(child_wrote(judgement=ANSWER)) == BOTH


@pytest.mark.parametrize("severity", [Severity.URGENT, Severity.EMERGENCY])
def test_it_does_not_ask_beside_something_grave(severity: Severity) -> None:
    assert asked(child_tapped("faq:safety", case=case(severity))) == []


@pytest.mark.parametrize("topic", ["safety", "secrets", "friends"])  # of which one leads to Hide by itself
def test_under_an_answer_inside_kind_words_it_asks_below_every_way_to_help(topic: str) -> None:
    worried = child_wrote(judgement=judged(Severity.CONCERN, band=Band.ANSWER, topics=(topic,)))
    ways = worried.buttons[: worried.buttons.index("menu")]
    assert ways[0] == "person"
    assert "hide" in ways[:-2]
    assert ways[-2:] == [f"helped:{topic}", f"not_helped:{topic}"]


@pytest.mark.parametrize("worried", [CONCERN, judged(Severity.CONCERN, band=Band.ASK, topics=("safety",))])
def test_kind_words_without_an_answer_are_not_asked_about(worried: Judgement) -> None:
    assert asked(child_wrote(judgement=worried)) == []


def test_inside_kind_words_in_a_hidden_chat_it_asks_as_if_there_were_no_case() -> None:
    worried = judged(Severity.CONCERN, band=Band.ANSWER, topics=("safety",))
    hidden = child_wrote(judgement=worried, case=case(Severity.EMERGENCY, discreet=True))
    assert asked(hidden) == asked(child_wrote(judgement=worried)) == BOTH


def test_in_a_hidden_chat_it_asks_as_if_there_were_no_case() -> None:
    hidden = child_tapped("faq:safety", case=case(Severity.EMERGENCY, discreet=True))
    assert hidden.messages == child_tapped("faq:safety").messages


def test_a_yes_is_counted_and_thanked_for() -> None:
    done = child_tapped("helped:safety")
    assert (counted(done), done.toast) == (["faq_helped:safety"], "toast-helped")
    assert done.messages == []


def test_a_no_is_counted_and_the_ways_that_are_left_are_shown() -> None:
    done = child_tapped("not_helped:safety")
    assert (counted(done), done.toast) == (["faq_not_helped:safety"], "toast-not-helped")
    assert done.keys == ["faq-not-helped"]
    assert done.buttons == ["ask_person:safety", "menu", "help"]


@pytest.mark.parametrize("first", BOTH)
@pytest.mark.parametrize("second", BOTH)
def test_a_second_tap_on_a_message_counts_nothing(first: str, second: str) -> None:
    once = child_tapped(first)
    again = child_tapped(second, learner=once.learner)
    assert (counted(again), again.toast, again.messages) == ([], "toast-helped-before", [])


def test_another_message_is_counted_on_its_own() -> None:
    assert counted(child_tapped("helped:safety", learner=learner(tapped=(49,)))) == ["faq_helped:safety"]


def test_it_remembers_few_messages() -> None:
    done = child_tapped("helped:safety", learner=learner(tapped=tuple(range(100, 200))))
    assert done.learner.tapped == (*range(181, 200), 50)


@pytest.mark.parametrize("data", ["helped:gone", "not_helped:gone", "helped:" + "a" * 40])
def test_a_topic_that_content_does_not_have_is_never_counted(data: str) -> None:
    done = child_tapped(data)
    assert (counted(done), done.toast) == ([], "toast-old-button")


@pytest.mark.parametrize("data", BOTH)
def test_nothing_is_edited_away(data: str) -> None:
    assert not child_tapped(data).has(EditForChild)


@pytest.mark.parametrize("known", [None, case(), case(discreet=True)])
@pytest.mark.parametrize("data", BOTH)
def test_what_is_said_after_a_tap_does_not_tell_whether_there_is_a_case(
    known: Case | None, data: str
) -> None:
    said = child_tapped(data, case=known)
    assert said.all(SayToChild) == child_tapped(data).all(SayToChild)
    assert said.toast == child_tapped(data).toast
