"""Lessons by tapping: cover, cards, questions, skipping, the end; old, double and forged taps."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.effects import Count, EditForChild, Lane, SayToChild, ShowPicture
from bot.domain.learning.progress import Asking, Progress, Stage
from bot.domain.pictures import Cover
from bot.domain.state import Learner
from content.schema import AgeBand
from tests.domain.build import Decided, child_tapped, learner, verbatim_of
from tests.domain.learning.taps import (
    TO_END,
    TO_FIRST_QUESTION,
    TO_ORDER,
    TO_SEVERAL,
    TO_SITUATION,
    TO_TRUTH,
    labels,
    last,
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


def counted(done: Decided) -> list[str]:
    return [one.name for one in done.all(Count)]


def at(who: Learner, lesson: str = "first") -> Progress:
    return who.progress[lesson]


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


def test_the_end_says_how_it_went_and_what_to_remember() -> None:
    done = last(started(), *TO_END)
    assert done.keys == ["lesson-done", "lesson-score"]
    assert {"ending tree", "closing of first"} <= set(verbatim_of(done.messages[0]))
    assert at(done.learner).finished
    assert counted(done) == ["lesson_finished:first"]


ALL_MISSED = (
    *(
        "start",
        "next",
        "next",
        "answer:bad",
        "solution",
        "next",
        "next",
        "tick:no",
        "done",
        "solution",
        "next",
    ),
    *("answer:true", "next", "put:d", "put:b", "put:a", "done", "solution", "next"),
    *("answer:go", "solution", "next"),
)


def test_other_scores_lead_to_other_words_and_other_ways_on() -> None:
    good, poor = last(started(), *TO_END), last(started(), *ALL_MISSED)
    assert "ending seed" in verbatim_of(poor.messages[0])
    assert good.buttons[0] == "story:stranger"
    assert poor.buttons[:3] == [f"s:{poor.learner.screen}:cards", "lesson:second", "missed:first"]


def test_skipping_costs_nothing() -> None:
    end = last(started(), *TO_FIRST_QUESTION, "answer:good", "next", "next", "skip", "skip", "skip", "stay")
    end = move(end.learner, "skip")
    assert "ending tree" in verbatim_of(end.messages[0])


def test_who_skips_many_is_offered_the_shorter_way_once() -> None:
    offered = last(started(), *TO_FIRST_QUESTION, "skip", "next", "skip", "skip")
    assert offered.keys == ["lesson-shorter"]
    declined = move(offered.learner, "stay")
    assert "text of q4" in verbatim_of(declined.messages[0])
    assert "lesson-shorter" not in move(declined.learner, "skip").keys


def test_on_the_shorter_way_only_cards_and_easy_questions_come() -> None:
    short = last(started(), *TO_FIRST_QUESTION, "skip", "next", "skip", "skip", "shorter")
    assert "text of q5" in verbatim_of(short.messages[0])


def test_a_step_for_older_children_is_not_shown_to_others() -> None:
    older = learner(age_band=AgeBand.OLDER)
    put = (*TO_ORDER, "put:a", "put:b", "put:d", "done", "next")
    assert "text of c4" in verbatim_of(last(started(who=older), *put).messages[0])
    for band in (None, AgeBand.YOUNGER, AgeBand.MIDDLE):
        assert "text of q5" in verbatim_of(last(started(who=learner(age_band=band)), *put).messages[0])


BEFORE = ("before", "probe:x", "probe:y", "probe:z")


def test_the_questions_before_come_one_by_one_and_explain_nothing() -> None:
    first = move(started(), "before")
    assert first.keys == ["lesson-probe-before"]
    assert verbatim_of(first.messages[0]) == ["p1 before"]
    done = last(started(), *BEFORE)
    assert "text of c1" in verbatim_of(done.messages[0])
    assert at(done.learner).before == 1


def test_who_answered_before_is_asked_after_and_only_pairs_count() -> None:
    end = last(started(), *BEFORE, *TO_END[1:])
    assert end.keys == ["lesson-probe-after"]
    done = last(end.learner, "probe:x", "probe:x", "probe:x")
    assert done.keys == ["lesson-done", "lesson-score"]
    assert counted(done) == ["lesson_finished:first", "lesson_gain:first:1:3"]


def test_the_questions_before_and_after_can_be_left_out() -> None:
    left = last(started(), "before", "probe:x", "leave")
    assert "text of c1" in verbatim_of(left.messages[0])
    assert at(left.learner).before is None
    done = last(started(), *BEFORE, *TO_END[1:], "probe:x", "leave")
    assert counted(done) == ["lesson_finished:first"]


def test_the_end_offers_the_cards_once_more() -> None:
    done = last(started(), *TO_END, "cards")
    assert "text of c1" in verbatim_of(done.messages[0])
    again = last(done.learner, "next", "back", "next", "next", "next")
    assert again.keys == ["lesson-done", "lesson-score"]
    assert counted(again) == []


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
