"""Lessons that are left and taken up again, and changed in between; old, double and forged taps."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.learning.progress import Asking, Progress, Stage
from content.schema import AgeBand
from tests.domain.build import child_tapped, learner, verbatim_of
from tests.domain.learning.taps import (
    TO_END,
    TO_FIRST_QUESTION,
    TO_ORDER,
    TO_SEVERAL,
    at,
    labels,
    move,
    started,
    through,
)
from tests.domain.tiny_content import content

FIRST = content().lessons["th"]["first"]
MOVES = (
    *("start", "before", "next", "back", "hint", "skip", "retry", "solution", "done", "undo", "leave"),
    *("answer:good", "answer:bad", "answer:true", "answer:tell", "answer:nothing", "tick:yes", "tick:no"),
    *("put:a", "put:b", "put:d", "probe:x", "probe:y", "shorter", "stay", "cards", "finish", "next:next"),
)


def test_a_lesson_goes_on_where_the_child_stopped() -> None:
    done = child_tapped("lesson:first", learner=through(started(), *TO_SEVERAL, "tick:also"))
    assert "text of q2" in verbatim_of(done.messages[0])
    assert labels(done).count("button-ticked") == 1


def test_answers_stand_in_the_same_order_when_a_child_comes_back() -> None:
    who = through(started(), *TO_FIRST_QUESTION)
    once, twice = (child_tapped("lesson:first", learner=who) for _ in range(2))
    assert once.buttons == twice.buttons


def test_another_lesson_between_loses_nothing() -> None:
    stopped = started("lesson:second", through(started(), "start", "next"))
    assert "text of c2" in verbatim_of(child_tapped("lesson:first", learner=stopped).messages[0])


def test_a_finished_lesson_begins_anew_and_stays_done() -> None:
    again = child_tapped("lesson:first", learner=through(started(), *TO_END))
    assert again.keys == ["lesson-cover", "lesson-probes-why"]
    assert at(again.learner) == Progress(finished=True)
    listed = child_tapped("lessons", learner=through(again.learner, "start"))
    assert labels(listed)[0] == "button-lesson-done"


@pytest.mark.parametrize("beyond", [Progress(stage=Stage.STEPS, step=40), Progress(probes=(True,) * 3)])
def test_a_lesson_that_has_become_shorter_begins_anew(beyond: Progress) -> None:
    known = learner(lesson="first", screen=3, progress={"first": beyond})
    assert at(child_tapped("lesson:first", learner=known).learner) == Progress()


@pytest.mark.parametrize("what", ["next", "back", "hint", "skip", "answer:good"])
def test_a_tap_in_a_lesson_that_has_become_shorter_says_that_it_is_old(what: str) -> None:
    beyond = Progress(stage=Stage.STEPS, step=40)
    known = learner(lesson="first", screen=3, progress={"first": beyond})
    assert move(known, what).toast == "toast-old-button"


def test_a_lesson_goes_on_when_the_chosen_option_is_gone() -> None:
    asking = Asking(submitted=("removed",), misses=1, solved=True)
    stuck = learner(lesson="first", progress={"first": Progress(stage=Stage.STEPS, step=2, asking=asking)})
    shown = child_tapped("lesson:first", learner=stuck)
    assert "because good" in verbatim_of(shown.messages[0])
    assert "text of c3" in verbatim_of(move(shown.learner, "next").messages[0])


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
    known = started()
    done = child_tapped(f"s:{screen}:start", learner=known)
    assert done.toast == "toast-old-button"
    assert done.messages == []
    assert done.learner.progress == known.progress


@pytest.mark.parametrize(
    "moves", [(), ("start", "next"), TO_FIRST_QUESTION, TO_SEVERAL, TO_ORDER, TO_END, ("before",)]
)
@pytest.mark.parametrize("what", MOVES)
def test_a_double_tap_changes_nothing(moves: tuple[str, ...], what: str) -> None:
    known = through(started(), *moves)
    once = move(known, what)
    twice = move(once.learner, what, screen=known.screen)
    if once.messages:
        assert twice.toast == "toast-old-button"
    assert twice.learner == once.learner


def test_a_lesson_needs_no_language() -> None:
    opened = child_tapped("lesson:first", learner=None)
    assert move(opened.learner, "start").keys == ["lesson-heading"]


taps = st.sampled_from(MOVES) | st.from_regex(r"[a-z]{1,6}(:[a-z]{1,6})?", fullmatch=True)
screens = st.none() | st.integers(0, 40)


@settings(max_examples=150)
@given(st.lists(st.tuples(taps, screens) | st.sampled_from(["lesson:first", "lesson:second"]), max_size=40))
def test_no_taps_make_a_child_answer_more_than_was_asked(steps: list[tuple[str, int | None] | str]) -> None:
    who = learner()
    for step in steps:
        done = child_tapped(step, learner=who) if isinstance(step, str) else move(who, *step)
        who = done.learner
        for now in who.progress.values():
            answered = [*now.right, *now.missed]
            assert len(set(answered)) == len(answered)
            assert len(answered) + now.skipped <= len(FIRST.questions)
            assert 0 <= now.step < len(FIRST.steps)


@settings(max_examples=150)
@given(st.lists(st.tuples(taps, screens), max_size=30), st.sampled_from([None, *AgeBand]))
def test_every_lesson_can_be_finished_from_anywhere(
    steps: list[tuple[str, int | None]], band: AgeBand | None
) -> None:
    who = started(who=learner(age_band=band))
    for what, screen in steps:
        who = move(who, what, screen).learner
    for _ in FIRST.steps * 3:
        if at(who).finished:
            break
        who = next(
            done.learner
            for what in ("start", "leave", "stay", "next", "skip")
            if (done := move(who, what)).messages
        )
    assert at(who).finished


@settings(max_examples=150)
@given(st.lists(taps, max_size=12))
def test_every_button_of_a_lesson_does_something(steps: list[str]) -> None:
    who = through(started(), *steps)
    shown = child_tapped("lesson:first", learner=who)
    for data in shown.buttons[:-2]:
        assert child_tapped(data, learner=shown.learner).toast is None
