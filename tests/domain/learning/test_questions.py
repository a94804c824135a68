"""What a question shows: while it is open, when it was missed, when it is solved."""

from itertools import pairwise

import pytest

from bot.domain.learning.answers import verdict
from bot.domain.learning.progress import Asking
from bot.domain.learning.question_screens import question_screen
from bot.domain.speech import Message
from content.schema import Choice, Several, Truth
from tests.domain.build import Decided, child_tapped, keys_of, verbatim_of
from tests.domain.learning.taps import (
    TO_FIRST_QUESTION,
    TO_ORDER,
    TO_SEVERAL,
    TO_SITUATION,
    TO_TRUTH,
    labels,
    last,
    move,
    said,
    started,
    through,
)
from tests.domain.tiny_content import content, option, several, truth

LESSON = content().lessons["th"]["first"]
REACHED = {
    "choice": TO_FIRST_QUESTION,
    "several": TO_SEVERAL,
    "truth": TO_TRUTH,
    "order": TO_ORDER,
    "situation": TO_SITUATION,
}


def words(done: Decided) -> list[str]:
    return verbatim_of(done.messages[0])


def screen(question: Choice | Several | Truth, at: Asking) -> Message:
    return Message(*question_screen(LESSON, question, at, "child", 1))


@pytest.mark.parametrize("kind", REACHED)
def test_an_open_question_can_be_hinted_at_and_skipped(kind: str) -> None:
    done = last(started(), *REACHED[kind])
    assert [label for label in labels(done) if label in ("button-hint", "button-skip")] == [
        "button-hint",
        "button-skip",
    ]
    assert "lesson-hint" not in done.keys


@pytest.mark.parametrize(
    ("kind", "how"),
    [
        ("choice", []),
        ("several", ["lesson-several"]),
        ("truth", []),
        ("order", ["lesson-order"]),
        ("situation", ["lesson-situation"]),
    ],
)
def test_it_says_how_to_answer_where_that_is_not_plain(kind: str, how: list[str]) -> None:
    assert last(started(), *REACHED[kind]).keys == ["lesson-heading", *how]


def test_the_hint_is_that_of_the_question() -> None:
    open_one = last(started(), *TO_FIRST_QUESTION, "hint")
    assert said(open_one, "lesson-hint") == [{"hint": "hint of q1"}]
    assert "button-skip" in labels(open_one)
    missed = last(started(), *TO_FIRST_QUESTION, "answer:bad", "hint")
    assert said(missed, "lesson-hint") == [{"hint": "hint of q1"}]


def test_a_miss_shows_what_was_chosen_and_no_hint_that_nobody_asked_for() -> None:
    done = last(started(), *TO_FIRST_QUESTION, "answer:bad")
    assert said(done, "lesson-chosen") == [{"option": "option bad"}]
    assert "lesson-hint" not in done.keys


def test_the_way_that_was_chosen_is_shown_alone() -> None:
    assert said(last(started(), *TO_SITUATION, "answer:go"), "lesson-chosen") == [{"option": "way go"}]


def test_all_that_was_ticked_is_shown_again() -> None:
    done = last(started(), *TO_SEVERAL, "tick:no", "tick:yes", "done")
    assert said(done, "lesson-chosen") == [{"option": "option yes"}, {"option": "option no"}]
    assert words(done) == ["text of q2", "because no"]


def test_a_statement_has_two_answers() -> None:
    done = last(started(), *TO_TRUTH)
    assert labels(done)[:2] == ["button-answer-true", "button-answer-false"]
    assert [data.split(":", 2)[2] for data in done.buttons[:2]] == ["answer:true", "answer:false"]


@pytest.mark.parametrize("ticked", [("no",), ("yes",), ("yes", "also"), ("also", "yes", "no")])
def test_an_answer_can_be_given_once_something_is_ticked(ticked: tuple[str, ...]) -> None:
    done = last(started(), *TO_SEVERAL, *(f"tick:{name}" for name in ticked))
    assert "button-done" in labels(done)
    assert labels(done).count("button-ticked") == len(ticked)


def test_the_same_tick_again_takes_back_that_one_alone() -> None:
    who = through(started(), *TO_SEVERAL, "tick:yes", "tick:no", "tick:yes")
    assert who.progress["first"].asking.picked == ("no",)


def test_an_order_can_be_given_when_everything_stands_in_it() -> None:
    buttons = [labels(last(started(), *TO_ORDER, *puts)) for puts in (("put:b",), ("put:b", "put:a"))]
    assert all(one[:2] == ["button-undo", "button-hint"] for one in buttons)
    done = last(started(), *TO_ORDER, "put:b", "put:a", "put:d")
    assert labels(done)[:3] == ["button-undo", "button-done", "button-hint"]
    assert not [data for data in done.buttons if ":put:" in data]


def test_what_was_put_last_is_taken_back_first() -> None:
    who = through(started(), *TO_ORDER, "put:b", "put:a", "undo")
    assert who.progress["first"].asking.picked == ("b",)
    none = move(who, "undo").learner
    assert none.progress["first"].asking.picked == ()
    assert "button-undo" not in labels(child_tapped("lesson:first", learner=none))
    assert move(none, "undo").toast == "toast-old-button"


def test_the_order_that_was_given_is_shown_as_it_was_given() -> None:
    done = last(started(), *TO_ORDER, "put:d", "put:a", "put:b", "done")
    assert words(done) == ["text of q4", "1. item d", "2. item a", "3. item b", "because it is not so"]
    assert "lesson-your-order" in done.keys


SOLVED = {
    "several": (("tick:no", "done"), ["option yes", "option also", "because of q2"]),
    "order": (
        ("put:d", "put:a", "put:b", "done"),
        ["1. item a", "2. item b", "3. item d", "because it is so"],
    ),
    "situation": (("answer:go",), ["way tell", "then tell"]),
    "choice": (("answer:worse",), ["option good", "because good"]),
}


@pytest.mark.parametrize("kind", SOLVED)
def test_who_looks_it_up_reads_what_is_right_and_why(kind: str) -> None:
    moves, right = SOLVED[kind]
    done = last(started(), *REACHED[kind], *moves, "solution")
    assert words(done)[-len(right) :] == right
    assert done.keys[-1] == ("lesson-also-good" if kind == "situation" else "lesson-better")


def test_what_was_not_right_is_explained_again_where_it_is_looked_up() -> None:
    done = last(started(), *TO_FIRST_QUESTION, "answer:bad", "solution")
    assert words(done) == ["text of q1", "because bad", "option good", "because good"]


@pytest.mark.parametrize(("ticked", "explained"), [(1, 1), (2, 2), (3, 2), (4, 2)])
def test_of_many_wrong_ticks_two_are_explained_and_all_are_counted(ticked: int, explained: int) -> None:
    names = ("one", "two", "three", "four")
    question = several("q").model_copy(
        update={"options": (option("yes", right=True), *(option(name) for name in names))}
    )
    found = verdict(question, names[:ticked])
    assert found is not None
    assert found.because == tuple(f"because {name}" for name in names[:explained])
    assert found.misconceptions == tuple(f"thinks_{name}" for name in names[:ticked])
    assert (found.right, found.incomplete) == (False, False)


@pytest.mark.parametrize(
    ("right", "answer", "told"),
    [
        (True, "true", ["lesson-chose-true", "lesson-right"]),
        (True, "false", ["lesson-chose-not", "lesson-it-is-true"]),
        (False, "true", ["lesson-chose-true", "lesson-it-is-not"]),
        (False, "false", ["lesson-chose-not", "lesson-right"]),
    ],
)
def test_a_statement_is_told_to_be_so_or_not(right: bool, answer: str, told: list[str]) -> None:  # noqa: FBT001
    question = truth("q3").model_copy(update={"right": right})
    shown = screen(question, Asking(submitted=(answer,), misses=int("lesson-right" not in told), solved=True))
    assert keys_of(shown) == told
    assert shown.rows[0][0].data == "s:1:next"


@pytest.mark.parametrize(
    ("kind", "what"),
    [("truth", "answer:perhaps"), ("several", "tick:gone"), ("order", "put:gone"), ("situation", "tick:go")],
)
def test_what_is_no_answer_to_this_question_changes_nothing(kind: str, what: str) -> None:
    who = through(started(), *REACHED[kind])
    done = move(who, what)
    assert done.toast == "toast-old-button"
    assert done.learner.progress == who.progress


def test_the_card_is_shown_again_after_the_second_miss_alone() -> None:
    wrong = ("put:d", "put:a", "put:b", "done")
    moves = (*wrong, "retry", *wrong)
    first, second = last(started(), *TO_ORDER, *wrong), last(started(), *TO_ORDER, *moves)
    assert "lesson-refresher" not in first.keys
    assert "lesson-refresher" in second.keys
    shown = words(second)
    places = [shown.index(text) for text in ("because it is not so", "text of c2", "because it is so")]
    assert all(one < other for one, other in pairwise(places))
