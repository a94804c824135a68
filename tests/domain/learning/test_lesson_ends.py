"""How a lesson ends: scores, skipping, the shorter way, questions before and after."""

from content.schema import AgeBand
from tests.domain.build import learner, verbatim_of
from tests.domain.learning.taps import TO_END, TO_FIRST_QUESTION, TO_ORDER, at, counted, last, move, started


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
