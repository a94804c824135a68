"""Lessons by tapping: cover, cards, questions and their answers."""

import pytest

from bot.domain.effects import Count, EditForChild, Lane, SayToChild, ShowPicture
from bot.domain.pictures import Cover
from tests.domain.build import child_tapped, verbatim_of
from tests.domain.learning.taps import (
    TO_FIRST_QUESTION,
    TO_ORDER,
    TO_SEVERAL,
    TO_SITUATION,
    TO_TRUTH,
    at,
    counted,
    labels,
    last,
    move,
    started,
    through,
)


def test_a_lesson_opens_with_its_cover() -> None:
    done = child_tapped("lesson:first")
    assert done.keys == ["lesson-cover", "lesson-probes-why"]
    assert "summary of first" in verbatim_of(done.messages[0])
    assert done.one(ShowPicture).lane is Lane.LESSON
    assert not done.has(Count)


def test_the_first_time_the_cover_is_a_picture_that_is_told_in_words() -> None:
    shown = child_tapped("lesson:first").one(ShowPicture)
    assert shown.picture == Cover("first")
    assert shown.alt is not None
    assert dict(shown.alt.args) == {"drawn": "cover"}  # type: ignore[union-attr]


def test_a_lesson_that_was_opened_before_shows_no_picture() -> None:
    done = child_tapped("lesson:first", learner=started())
    assert done.one(SayToChild).lane is Lane.LESSON
    assert not done.has(ShowPicture)


def test_it_starts_with_the_first_card() -> None:
    done = move(started(), "start")
    assert "text of c1" in verbatim_of(done.one(SayToChild).message)
    assert counted(done) == ["lesson_begun:first"]


def test_a_card_leads_to_the_next_in_the_same_message() -> None:
    done = last(started(), "start", "next")
    assert "text of c2" in verbatim_of(done.messages[0])
    assert done.one(EditForChild).message_id == 50


def test_a_child_may_go_back_from_card_to_card() -> None:
    assert "text of c1" in verbatim_of(last(started(), "start", "next", "back").messages[0])


@pytest.mark.parametrize("moves", [("start",), (*TO_FIRST_QUESTION, "skip")])
def test_there_is_no_way_back_to_a_question_or_before_the_first_card(moves: tuple[str, ...]) -> None:
    who = through(started(), *moves)
    assert move(who, "back").toast == "toast-old-button"
    assert "button-back" not in labels(child_tapped("lesson:first", learner=who))


def test_a_question_cannot_be_passed_by_going_on() -> None:
    assert last(started(), *TO_FIRST_QUESTION, "next").toast == "toast-old-button"


def test_a_hint_is_shown_once_it_is_asked_for_and_only_once() -> None:
    asked = last(started(), *TO_FIRST_QUESTION, "hint")
    assert "lesson-hint" in asked.keys
    assert "button-hint" not in labels(asked)
    assert move(asked.learner, "hint").toast == "toast-old-button"
    assert counted(asked) == ["question_hint:first:q1"]


def test_a_right_answer_is_explained() -> None:
    done = last(started(), *TO_FIRST_QUESTION, "answer:good")
    assert "lesson-right" in done.keys
    assert "because good" in verbatim_of(done.messages[0])
    assert counted(done) == ["question_right:first:q1"]


def test_a_miss_is_explained_without_telling_what_is_right() -> None:
    done = last(started(), *TO_FIRST_QUESTION, "answer:bad")
    assert "because bad" in verbatim_of(done.messages[0])
    assert "because good" not in verbatim_of(done.messages[0])
    assert labels(done)[:3] == ["button-retry", "button-hint", "button-solution"]
    assert counted(done) == ["question_missed:first:q1", "misconception:first:thinks_bad"]


def test_a_hint_comes_before_what_is_right() -> None:
    done = last(started(), *TO_FIRST_QUESTION, "answer:bad", "hint")
    assert "lesson-hint" in done.keys
    assert labels(done)[:2] == ["button-retry", "button-solution"]


def test_a_second_try_may_be_right_but_counts_no_more() -> None:
    done = last(started(), *TO_FIRST_QUESTION, "answer:bad", "retry", "answer:good")
    assert "lesson-right" in done.keys
    assert (at(done.learner).right, at(done.learner).missed) == ((), ("q1",))
    assert counted(done) == []


def test_after_two_misses_the_card_stands_between_the_answer_and_what_is_right() -> None:
    done = last(started(), *TO_FIRST_QUESTION, "answer:bad", "retry", "answer:worse")
    words = verbatim_of(done.messages[0])
    assert words.index("because worse") < words.index("text of c1") < words.index("because good")
    assert done.keys[-2:] == ["lesson-refresher", "lesson-better"]
    assert at(done.learner).missed == ("q1",)


def test_who_wants_to_see_what_is_right_sees_it() -> None:
    done = last(started(), *TO_FIRST_QUESTION, "answer:bad", "solution")
    assert "because good" in verbatim_of(done.messages[0])
    assert "lesson-refresher" not in done.keys
    assert labels(done)[0] == "button-next"


@pytest.mark.parametrize("again", ["answer:good", "answer:bad", "skip", "hint", "retry"])
def test_a_solved_question_takes_no_other_answer(again: str) -> None:
    assert last(started(), *TO_FIRST_QUESTION, "answer:good", again).toast == "toast-old-button"


def test_several_answers_are_ticked_and_then_given() -> None:
    ticked = last(started(), *TO_SEVERAL, "tick:yes")
    assert labels(ticked).count("button-ticked") == 1
    assert labels(ticked).count("button-unticked") == 2
    done = last(ticked.learner, "tick:also", "done")
    assert "because of q2" in verbatim_of(done.messages[0])


def test_a_tick_can_be_taken_back_and_no_tick_is_no_answer() -> None:
    who = through(started(), *TO_SEVERAL, "tick:no", "tick:no")
    assert move(who, "done").toast == "toast-old-button"
    assert "button-done" not in labels(child_tapped("lesson:first", learner=who))


def test_what_is_missing_among_several_is_said_without_naming_it() -> None:
    done = last(started(), *TO_SEVERAL, "tick:yes", "done")
    assert "lesson-incomplete" in done.keys
    assert counted(done) == ["question_missed:first:q2"]


def test_a_statement_missed_is_explained_at_once() -> None:
    done = last(started(), *TO_TRUTH, "answer:true")
    assert done.keys[-2:] == ["lesson-chose-true", "lesson-it-is-not"]
    assert "because it is not so" in verbatim_of(done.messages[0])
    assert labels(done)[0] == "button-next"
    assert counted(done) == ["question_missed:first:q3", "misconception:first:thinks_true"]


def test_an_order_is_put_together_step_by_step() -> None:
    done = last(started(), *TO_ORDER, "put:a", "put:d")
    assert "1. item a" in verbatim_of(done.messages[0])
    assert "2. item d" in verbatim_of(done.messages[0])
    assert done.buttons[:2] == [f"s:{done.learner.screen}:put:b", f"s:{done.learner.screen}:undo"]
    wrong = last(done.learner, "put:b", "done")
    assert "because it is not so" in verbatim_of(wrong.messages[0])
    right = last(wrong.learner, "retry", "put:a", "put:d", "undo", "put:b", "put:d", "done")
    assert "because it is so" in verbatim_of(right.messages[0])


def test_an_order_is_not_given_before_it_is_complete() -> None:
    assert last(started(), *TO_ORDER, "put:a", "done").toast == "toast-old-button"
    assert last(started(), *TO_ORDER, "put:a", "put:a").toast == "toast-old-button"


@pytest.mark.parametrize("good", ["tell", "call"])
def test_more_than_one_way_of_acting_is_good(good: str) -> None:
    done = last(started(), *TO_SITUATION, f"answer:{good}")
    assert "lesson-right" in done.keys
    assert f"then {good}" in verbatim_of(done.messages[0])


@pytest.mark.parametrize(("other", "shown"), [("wait", []), ("go", ["misconception:first:thinks_go"])])
def test_what_comes_of_another_way_is_told(other: str, shown: list[str]) -> None:
    done = last(started(), *TO_SITUATION, f"answer:{other}")
    assert f"then {other}" in verbatim_of(done.messages[0])
    assert counted(done) == ["question_missed:first:q5", *shown]
