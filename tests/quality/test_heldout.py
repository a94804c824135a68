"""The held-out sets are what the report takes them for."""

import json
from collections import Counter

import pytest

from bot.understanding.knowledge import load
from content.schema import Category, Severity
from tests.quality.measuring import content
from tests.quality.nearness import Taught
from tests.quality.sets import FOLDER, Asked, Told, asked, told
from tests.quality.taught import taught

LANGUAGES = {"th", "en", "mixed", "romanised"}
STYLES = {"plain", "slang", "typo", "indirect", "long", "short", "romanised", "layout", "spaced"}


@pytest.fixture(scope="module")
def known() -> Taught:
    return Taught(taught(content(), load()))


def test_no_held_out_message_is_nearly_one_that_was_taught(known: Taught) -> None:
    rows: tuple[Told | Asked, ...] = (*told(), *asked(()))
    near = [(type(row).__name__, row.line, known.near(row.text)) for row in rows]
    assert [found for found in near if found[-1]] == []


def test_a_message_with_a_few_letters_changed_is_nearly_the_same() -> None:
    assert Taught(["where do i begin the lesson"]).near("where do i begin the lessons?")


def test_a_message_on_the_same_thing_in_other_words_is_not() -> None:
    assert Taught(["where do i begin the lesson"]).near("how can i start learning") is None


@pytest.mark.parametrize("name", ["distress_heldout", "faq_heldout"])
def test_no_message_stands_twice_in_a_set(name: str) -> None:
    texts = [json.loads(line)["text"] for line in (FOLDER / f"{name}.jsonl").read_text("utf-8").splitlines()]
    assert [text for text, times in Counter(texts).items() if times > 1] == []


def test_every_label_of_the_distress_set_is_a_known_one() -> None:
    for row in told():
        assert row.lang in LANGUAGES, row.line
        assert row.style in STYLES, row.line
        assert {*row.categories} <= {*Category}, row.line
        assert (row.severity is Severity.NONE) == (row.about is None) == (not row.categories), row.line
        assert row.severity is Severity.NONE or not row.lookalike, row.line


def test_every_topic_has_held_out_questions_in_thai_and_english() -> None:
    rows = asked(())
    topics = {row.topics[0] for row in rows if row.topics}
    asked_in = {(row.topics[0], row.lang) for row in rows if row.topics}
    assert asked_in == {(topic, lang) for topic in topics for lang in ("th", "en")}


def test_a_question_without_an_entry_is_in_scope_once_there_is_one() -> None:
    line = next(row.line for row in asked({"strong_password"}) if row.topics == ("strong_password",))
    assert asked(())[line - 1].topics == ()
