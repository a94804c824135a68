"""What a loaded tree gives."""

from pathlib import Path

import pytest

from content.loader import load
from content.texts import MissingTextError
from content.unreviewed import Unreviewed, unreviewed
from tests.content.tiny_tree import plant

SIGNED = "{state: published, reviewer: Someone, reviewed_on: 2026-01-02}"


def test_it_puts_the_default_language_first(root: Path) -> None:
    assert load(root).languages == ("th", "en")


def test_it_says_a_text_with_its_values_filled_and_no_invisible_marks(root: Path) -> None:
    assert load(root).texts.say("en", "greeting", name="Mali") == "Hello Mali"


def test_it_picks_the_plural_of_the_language(root: Path) -> None:
    texts = load(root).texts
    assert [texts.say("en", "points", count=n) for n in (1, 2)] == ["1 point", "2 points"]


def test_it_raises_when_a_value_is_missing(root: Path) -> None:
    with pytest.raises(MissingTextError):
        load(root).texts.say("en", "greeting")


def test_it_raises_when_a_key_is_missing(root: Path) -> None:
    with pytest.raises(MissingTextError):
        load(root).texts.say("en", "nothing")


def test_it_finds_a_lesson_by_its_id(root: Path) -> None:
    lesson = load(root).lesson("en", "safe_talk")
    assert lesson is not None
    assert len(lesson.questions) == 9


def test_it_finds_a_question_and_a_card_of_a_lesson(root: Path) -> None:
    lesson = load(root).lesson("th", "safe_talk")
    assert lesson is not None
    assert [getattr(lesson.question(name), "kind", None) for name in ("truth_1", "gone")] == ["truth", None]
    assert [getattr(lesson.card(name), "kind", None) for name in ("card_2", "truth_1")] == ["card", None]


@pytest.mark.parametrize(("share", "ending"), [(0, "seed"), (0.79, "seed"), (0.8, "tree"), (1, "tree")])
def test_it_finds_the_ending_for_a_share(root: Path, share: float, ending: str) -> None:
    lesson = load(root).lesson("th", "safe_talk")
    assert lesson is not None
    assert lesson.ending(share).id == ending


def test_it_finds_a_story_and_its_scenes(root: Path) -> None:
    story = load(root).story("en", "stranger")
    assert story is not None
    assert story.scene("gone") is None
    assert getattr(story.scene("more"), "flags", None) == ("gift",)


def test_it_finds_an_answer_by_its_topic(root: Path) -> None:
    answer = load(root).answer("th", "who_to_tell")
    assert answer is not None
    assert answer.related == ("phone_lines",)


def test_it_puts_help_lines_in_their_order(root: Path) -> None:
    plant(root, "helplines.yaml", "order: 1", "order: 9")
    assert [line.id for line in load(root).helplines] == ["samaritans", "take_down", "police"]


def test_it_loads_all_categories(root: Path) -> None:
    assert len(load(root).distress) == 8


def test_it_counts_everything_that_nobody_has_reviewed(root: Path) -> None:
    left = unreviewed(load(root))
    assert left == Unreviewed(lessons=2, stories=2, answers=4, packs=8, helplines=3)
    assert (left.items, bool(left)) == (16, True)


def test_it_counts_what_was_reviewed_but_not_published(root: Path) -> None:
    plant(root, "th/lessons/safe_talk.yaml", "{state: draft}", SIGNED.replace("published", "reviewed"))
    assert unreviewed(load(root)).lessons == 2


def test_it_does_not_count_what_was_published(root: Path) -> None:
    plant(root, "th/lessons/safe_talk.yaml", "{state: draft}", SIGNED)
    assert unreviewed(load(root)).lessons == 1


def test_it_does_not_count_a_line_that_was_dialled(root: Path) -> None:
    plant(root, "helplines.yaml", "confidence: C2", "confidence: C2\n    verified_on: 2026-01-02")
    assert unreviewed(load(root)).helplines == 2


def test_it_is_done_when_nothing_is_left() -> None:
    assert not Unreviewed(lessons=0, stories=0, answers=0, packs=0, helplines=0)
