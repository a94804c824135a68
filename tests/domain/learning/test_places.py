"""Where a child reads to be: which card, question, round; and what is remembered of it."""

from datetime import timedelta

import pytest

from bot.domain.learning.lessons import counted
from bot.domain.learning.practice_screens import round_end
from bot.domain.learning.progress import Activity, Memory, Practice, PracticeKind, Progress, Stage
from bot.domain.learning.taking import begun, moved, resumed
from bot.domain.speech import Message
from bot.domain.state import Learner
from content.schema import AgeBand
from tests.domain.build import NOW, Decided, child_tapped, keys_of, learner, verbatim_of
from tests.domain.learning.taps import (
    TO_END,
    TO_FIRST_QUESTION,
    TO_SEVERAL,
    labels,
    last,
    move,
    said,
    started,
    through,
)
from tests.domain.tiny_content import card, content, pair, several

FIRST = content().lessons["th"]["first"]
SKIPPING = (*TO_FIRST_QUESTION, "skip", "next", "skip", "skip", "stay", "skip", "skip")


def place(done: Decided) -> tuple[object, object]:
    """The number of the step and of all steps, as the heading says them."""
    (heading,) = said(done, "lesson-heading")
    return heading["step"], heading["steps"]


@pytest.mark.parametrize(
    ("moves", "where"),
    [(("start",), (1, 8)), (("start", "next"), (2, 8)), (TO_FIRST_QUESTION, (3, 8)), (TO_SEVERAL, (5, 8))],
)
def test_a_step_says_its_number_among_those_that_the_child_meets(
    moves: tuple[str, ...], where: tuple[int, int]
) -> None:
    assert place(last(started(), *moves)) == where
    older = started(who=learner(age_band=AgeBand.OLDER))
    assert place(last(older, *moves)) == (where[0], 9)


def test_on_the_shorter_way_fewer_steps_are_counted() -> None:
    """Three cards and the easy questions q1, q3 and q5, of which the last is on the screen."""
    assert place(last(started(), *TO_FIRST_QUESTION, "skip", "next", "skip", "skip", "shorter")) == (6, 6)


def test_the_questions_before_and_after_say_which_of_three_they_are() -> None:
    moves = ("before", "probe:x", "probe:y", "probe:z", *TO_END[1:], "probe:x", "probe:x", "probe:x")
    read = []
    who = started()
    for what in moves:
        done = move(who, what)
        who = done.learner
        read += [
            (one["at"], one["of"]) for key in ("before", "after") for one in said(done, f"lesson-probe-{key}")
        ]
    assert read == [(1, 3), (2, 3), (3, 3)] * 2


@pytest.mark.parametrize(("stage", "right"), [(Stage.BEFORE, "x"), (Stage.AFTER, "y")])
def test_the_questions_before_and_after_have_answers_of_their_own(stage: Stage, right: str) -> None:
    two = pair("p1")
    other = tuple(one.model_copy(update={"right": one.id == "y"}) for one in two.after.options)
    mixed = two.model_copy(update={"after": two.after.model_copy(update={"options": other})})
    lesson = FIRST.model_copy(update={"pairs": (mixed, mixed, mixed)})
    answered = [moved(lesson, None, Progress(stage=stage), ("probe", name)) for name in ("x", "y", "z")]
    assert [one.probes for one in answered if one is not None] == [(name == right,) for name in "xyz"]


def test_the_cards_once_more_can_be_leafed_through_forth_and_back() -> None:
    first = last(started(), *TO_END, "cards")
    second = move(first.learner, "next")
    third = move(second.learner, "next")
    assert [place(one) for one in (first, second, third)] == [(1, 3), (2, 3), (3, 3)]
    assert ["button-back" in labels(one) for one in (first, second, third)] == [False, True, True]
    assert verbatim_of(move(third.learner, "back").messages[0]) == ["text of c2"]
    assert move(first.learner, "back").toast == "toast-old-button"


def test_leafing_begins_again_where_the_card_has_left_the_lesson() -> None:
    """The third step is a question, as if a card had stood there."""
    who = learner(lesson="first", progress={"first": Progress(stage=Stage.CARDS, step=2, finished=True)})
    assert verbatim_of(move(who, "next").messages[0]) == ["text of c2"]
    assert move(who, "back").toast == "toast-old-button"


def test_the_score_counts_what_was_answered() -> None:
    """The first question missed, the second skipped, three right: three of four."""
    moves = list(TO_END)
    moves[3:4] = ["answer:bad", "solution"]
    done = last(started(), *moves)
    assert said(done, "lesson-score") == [{"right": 3, "questions": 4}]
    assert "ending leaf" in verbatim_of(done.messages[0])


def test_who_skips_everything_reads_the_first_ending_and_no_score() -> None:
    done = last(started(), *SKIPPING)
    assert done.keys == ["lesson-done"]
    assert "ending seed" in verbatim_of(done.messages[0])


def test_after_the_last_lesson_no_other_is_offered() -> None:
    assert "button-next-lesson" in labels(last(started(), *TO_END))
    assert "button-next-lesson" not in labels(last(started("lesson:second"), *TO_END))


def test_what_was_right_in_a_lesson_comes_back_later_than_what_was_missed() -> None:
    right = through(started(), *TO_FIRST_QUESTION, "answer:good")
    missed = through(started(), *TO_FIRST_QUESTION, "answer:bad")
    assert missed.memory["first/q1"].due == NOW + timedelta(days=1)
    assert right.memory["first/q1"].due > NOW + timedelta(days=1)


@pytest.mark.parametrize("step", [9, 40])
def test_beyond_the_end_of_a_lesson_nothing_is_counted(step: int) -> None:
    at = Progress(stage=Stage.STEPS, step=step)
    assert counted(FIRST, at, at, ("hint",)) == ()


def test_a_lesson_that_ends_before_the_step_where_a_child_stopped_begins_anew() -> None:
    assert resumed(FIRST, None).step == 0
    assert resumed(FIRST, Progress(stage=Stage.STEPS, step=8)).step == 8
    assert resumed(FIRST, Progress(stage=Stage.STEPS, step=9)) == Progress()


def test_a_tap_just_beyond_the_last_step_says_that_it_is_old() -> None:
    who = learner(lesson="first", progress={"first": Progress(stage=Stage.STEPS, step=9)})
    assert move(who, "next").toast == "toast-old-button"


@pytest.mark.parametrize("after", [("probe:x", "probe:x", "probe:x"), ("leave",)])
def test_a_lesson_is_finished_after_the_questions_after_it_also_where_they_are_left_out(
    after: tuple[str, ...],
) -> None:
    asked = through(started(), "before", "probe:x", "probe:y", "probe:z", *TO_END[1:])
    assert not asked.progress["first"].finished
    assert through(asked, *after).progress["first"].finished


def test_a_lesson_may_begin_with_a_question_that_is_not_easy() -> None:
    asking = FIRST.model_copy(update={"steps": (several("q1"), card("c1"))})
    assert begun(asking, None, Progress()).step == 0


@pytest.mark.parametrize(
    ("activity", "known"),
    [
        (Activity.LESSON, {"lesson": "first"}),
        (Activity.STORY, {"story": "stranger"}),
        (Activity.PRACTICE, {}),
        (Activity.PRACTICE, {"practice": Practice(PracticeKind.REVIEW, ("first/q1",), 1)}),
    ],
)
@pytest.mark.parametrize("what", ["start", "out", "skip"])
def test_a_tap_on_what_was_never_begun_or_is_over_says_that_it_is_old(
    activity: Activity, known: dict[str, object], what: str
) -> None:
    assert move(learner(activity=activity, **known), what).toast == "toast-old-button"


@pytest.mark.parametrize("what", ["lesson:first", "story:stranger", "check"])
def test_every_screen_has_the_next_number(what: str) -> None:
    done = {name: Progress(finished=True) for name in ("first", "second")}
    opened = child_tapped(what, learner=learner(screen=6, progress=done))
    assert opened.learner.screen == 7
    assert {data.split(":")[1] for data in opened.buttons if data.startswith("s:")} == {"7"}
    onward = {"lesson:first": "start", "story:stranger": "out", "check": "skip"}[what]
    assert move(opened.learner, onward).learner.screen == 8


def reviewing(*names: str) -> Learner:
    memory = {f"first/{name}": Memory(1, 5, NOW, NOW) for name in names}
    return child_tapped("review", learner=learner(memory=memory)).learner


def test_a_round_says_which_question_it_is_at() -> None:
    second = move(reviewing("q1", "q2", "q3"), "skip")
    (heading,) = said(second, "practice-heading-review")
    assert (heading["at"], heading["of"], heading["title"]) == (2, 3, "first th")


def test_a_round_counts_what_was_right_at_the_first_try() -> None:
    """Right, missed and then right, right, skipped: two of four."""
    who = through(reviewing("q1", "q2", "q3", "q5"), "answer:good")
    assert verbatim_of(move(who, "next").messages[0]) == ["text of q2"]
    moves = ("next", "tick:no", "done", "retry", "tick:yes", "tick:also", "done", "next", "answer:false")
    done = last(who, *moves, "next", "skip")
    assert said(done, "practice-score") == [{"right": 2, "questions": 4}]


def test_what_was_ticked_does_not_stay_for_the_next_question() -> None:
    who = through(reviewing("q2", "q4"), "tick:yes", "hint", "skip")
    assert who.practice is not None
    assert who.practice.asking.picked == ()
    assert not who.practice.asking.hinted


def test_a_missed_question_that_is_gone_is_not_tried_again() -> None:
    known = learner(progress={"first": Progress(missed=("gone", "q2"), finished=True)})
    assert verbatim_of(child_tapped("missed:first", learner=known).messages[0]) == ["text of q2"]


@pytest.mark.parametrize(
    ("right", "of", "how"),
    [
        *((4, 5, "most"), (1, 1, "most"), (7, 9, "some")),
        *((1, 2, "some"), (4, 9, "few"), (0, 1, "few")),
    ],
)
def test_a_check_went_well_from_four_fifths_and_fair_from_a_half(right: int, of: int, how: str) -> None:
    check = Practice(PracticeKind.CHECK, ("first/q1",) * of, of, right=right)
    shown = Message(*round_end(check, None, NOW, reminders=False))
    assert keys_of(shown)[-1] == f"check-went-{how}"
