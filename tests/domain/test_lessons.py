"""Lessons: go on, answer, skip, resume; old, double and forged taps."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.effects import Count, EditForChild, Lane, SayToChild
from bot.domain.learning.progress import Progress
from bot.domain.speech import Line
from bot.domain.state import Learner
from tests.domain.build import Decided, child_tapped, learner, verbatim_of
from tests.domain.tiny_content import content

FIRST = content().lessons["th"]["first"]
MOVES = ("next", "back", "hint", "skip", "answer:good", "answer:bad", "answer:nothing", "finish", "next:next")


def started(lesson: str = "first", who: Learner | None = None) -> Learner:
    return child_tapped(f"lesson:{lesson}", learner=who or learner()).learner


def move(who: Learner, what: str, screen: int | None = None) -> Decided:
    return child_tapped(f"s:{who.screen if screen is None else screen}:{what}", learner=who)


def through(who: Learner, *moves: str) -> Learner:
    for what in moves:
        who = move(who, what).learner
    return who


def labels(done: Decided) -> list[str]:
    buttons = [one.label for message in done.messages for row in message.rows for one in row]
    return [label.key for label in buttons if isinstance(label, Line)]


TO_QUESTION = ("next", "next")
TO_LAST = (*TO_QUESTION, "answer:good", "next", "next")


def test_a_lesson_begins_with_its_first_card() -> None:
    done = child_tapped("lesson:first")
    assert "text of c1" in str(done.messages)
    assert done.one(SayToChild).lane is Lane.LESSON


def test_a_card_leads_to_the_next_in_the_same_message() -> None:
    done = move(started(), "next")
    assert "text of c2" in str(done.one(EditForChild).message)
    assert done.one(EditForChild).message_id == 50


def test_a_child_may_go_back_from_card_to_card() -> None:
    assert "text of c1" in str(move(through(started(), "next"), "back").messages)


def test_the_first_card_has_no_way_back() -> None:
    assert move(started(), "back").toast == "toast-old-button"


def test_no_way_leads_back_to_a_question() -> None:
    assert move(through(started(), *TO_QUESTION, "skip"), "back").toast == "toast-old-button"


def test_a_question_cannot_be_passed_by_going_on() -> None:
    assert move(through(started(), *TO_QUESTION), "next").toast == "toast-old-button"


def test_a_hint_is_shown_once_it_is_asked_for() -> None:
    asked = move(through(started(), *TO_QUESTION), "hint")
    assert "lesson-hint" in asked.keys
    assert "button-hint" not in labels(asked)


def test_a_second_hint_changes_nothing() -> None:
    assert move(through(started(), *TO_QUESTION, "hint"), "hint").toast == "toast-old-button"


def test_a_right_answer_is_explained() -> None:
    done = move(through(started(), *TO_QUESTION), "answer:good")
    assert "lesson-right" in done.keys
    assert "because good" in verbatim_of(done.messages[0])


def test_a_wrong_answer_is_explained_beside_the_better_one() -> None:
    done = move(through(started(), *TO_QUESTION), "answer:bad")
    assert done.keys[-2:] == ["lesson-chosen", "lesson-better"]
    assert {"because bad", "because good"} <= set(verbatim_of(done.messages[0]))


@pytest.mark.parametrize(
    ("what", "expected"),
    [("answer:good", (1, 0, 0)), ("answer:bad", (0, 1, 0)), ("skip", (0, 0, 1))],
)
def test_each_question_counts_once(what: str, expected: tuple[int, int, int]) -> None:
    done = through(started(), *TO_QUESTION, what).progress["first"]
    assert (done.right, done.wrong, done.skipped) == expected


@pytest.mark.parametrize("again", ["answer:good", "answer:bad", "skip", "hint"])
def test_an_answered_question_takes_no_other_answer(again: str) -> None:
    assert move(through(started(), *TO_QUESTION, "answer:bad"), again).toast == "toast-old-button"


def test_the_last_step_leads_to_the_end() -> None:
    done = move(through(started(), *TO_LAST, "answer:bad"), "next")
    assert done.keys == ["lesson-done", "lesson-score"]
    assert "closing of first" in verbatim_of(done.messages[0])
    assert done.learner.progress["first"].finished


def test_the_end_offers_the_next_lesson_and_this_one_again() -> None:
    done = move(through(started(), *TO_LAST), "skip")
    assert done.buttons[:2] == ["lesson:second", "lesson:first"]


def test_the_last_lesson_offers_no_next_one() -> None:
    assert move(through(started("second"), *TO_LAST), "skip").buttons[0] == "lesson:second"


def test_an_end_is_counted_once() -> None:
    ended = move(through(started(), *TO_LAST), "skip")
    assert [one.name for one in ended.all(Count)].count("lesson_finished:first") == 1
    assert not move(ended.learner, "skip").has(Count)


def test_a_lesson_goes_on_where_the_child_stopped() -> None:
    stopped = through(started(), "next")
    done = child_tapped("lesson:first", learner=stopped)
    assert "text of c2" in str(done.messages)
    assert not done.has(Count)


def test_another_lesson_between_loses_nothing() -> None:
    stopped = started("second", through(started(), "next"))
    assert "text of c2" in str(child_tapped("lesson:first", learner=stopped).messages)


def test_a_finished_lesson_begins_anew() -> None:
    ended = through(started(), *TO_LAST, "skip")
    assert child_tapped("lesson:first", learner=ended).learner.progress["first"] == Progress()


def test_a_lesson_that_has_become_shorter_begins_anew() -> None:
    beyond = learner(lesson="first", progress={"first": Progress(step=40)})
    assert child_tapped("lesson:first", learner=beyond).learner.progress["first"] == Progress()


@pytest.mark.parametrize("what", ["next", "back", "hint", "skip", "answer:good"])
def test_a_tap_in_a_lesson_that_has_become_shorter_says_that_it_is_old(what: str) -> None:
    beyond = learner(lesson="first", screen=3, progress={"first": Progress(step=40)})
    assert move(beyond, what).toast == "toast-old-button"


def test_a_lesson_goes_on_when_the_chosen_option_is_gone() -> None:
    stuck = learner(lesson="first", progress={"first": Progress(step=2, answered="removed", wrong=1)})
    shown = child_tapped("lesson:first", learner=stuck)
    assert f"s:{shown.learner.screen}:next" in shown.buttons
    assert "text of c3" in str(move(shown.learner, "next").messages)


def test_a_lesson_that_is_gone_leads_to_the_list() -> None:
    assert child_tapped("lesson:gone").keys == ["lessons-intro"]
    assert move(learner(lesson="gone", progress={"gone": Progress()}), "next").toast == "toast-old-button"


def test_the_list_shows_what_is_new_begun_and_done() -> None:
    both = {"first": Progress(finished=True), "second": Progress(step=1)}
    assert labels(child_tapped("lessons", learner=learner(progress=both)))[:2] == [
        "button-lesson-done",
        "button-lesson-begun",
    ]
    assert labels(child_tapped("lessons"))[:2] == ["button-lesson-new", "button-lesson-new"]


@pytest.mark.parametrize("screen", ["0", "00", "1a", "99999999999999999999"])
def test_a_tap_on_another_screen_says_that_it_is_old(screen: str) -> None:
    at = started()
    done = child_tapped(f"s:{screen}:next", learner=at)
    assert done.toast == "toast-old-button"
    assert done.messages == []
    assert done.learner.progress == at.progress


@pytest.mark.parametrize("moves", [(), ("next",), TO_QUESTION, (*TO_QUESTION, "answer:bad"), TO_LAST])
@pytest.mark.parametrize("what", MOVES)
def test_a_double_tap_changes_nothing(moves: tuple[str, ...], what: str) -> None:
    at = through(started(), *moves)
    once = move(at, what)
    twice = move(once.learner, what, screen=at.screen)
    if once.messages:
        assert twice.toast == "toast-old-button"
    assert twice.learner == once.learner


def test_a_lesson_needs_no_language() -> None:
    opened = child_tapped("lesson:first", learner=None)
    assert move(opened.learner, "next").keys == ["lesson-heading"]


taps = st.sampled_from(MOVES) | st.from_regex(r"[a-z]{1,6}(:[a-z]{1,6})?", fullmatch=True)
screens = st.none() | st.integers(0, 40)


@settings(max_examples=150)
@given(st.lists(st.tuples(taps, screens) | st.sampled_from(["lesson:first", "lesson:second"]), max_size=40))
def test_no_taps_make_a_child_answer_more_than_was_asked(steps: list[tuple[str, int | None] | str]) -> None:
    who = learner()
    for step in steps:
        done = child_tapped(step, learner=who) if isinstance(step, str) else move(who, *step)
        who = done.learner
        for name, at in who.progress.items():
            asked = len(content().lessons["th"][name].questions)
            assert at.right + at.wrong + at.skipped <= asked
            assert 0 <= at.step <= len(content().lessons["th"][name].steps)


@settings(max_examples=150)
@given(st.lists(st.tuples(taps, screens), max_size=30))
def test_every_lesson_can_be_finished_from_anywhere(steps: list[tuple[str, int | None]]) -> None:
    who = started()
    for what, screen in steps:
        who = move(who, what, screen).learner
    for _ in FIRST.steps * 2:
        at = who.progress["first"]
        if at.finished:
            break
        asked = at.step in (2, 4) and at.answered is None
        who = move(who, "skip" if asked else "next").learner
    assert who.progress["first"].finished


@given(st.lists(taps, max_size=12))
def test_every_button_of_a_lesson_does_something(steps: list[str]) -> None:
    who = through(started(), *steps)
    shown = child_tapped("lesson:first", learner=replace(who, screen=who.screen))
    for data in shown.buttons[:-2]:
        assert child_tapped(data, learner=shown.learner).toast is None
