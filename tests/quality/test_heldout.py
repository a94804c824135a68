"""The sets are what the report takes them for. Of what is wrong only lines are told: some sets are closed."""

import json
from collections import Counter

import pytest

from content.nearness import Texts
from content.schema import Category, Severity
from tests.quality.sets import FOLDER, NAMES, WITHOUT_QUESTIONS, asked, told
from tests.quality.taught import taught

LANGUAGES = {"th", "en", "mixed", "romanised"}
STYLES = {
    "plain",
    "slang",
    "typo",
    "indirect",
    "long",
    "short",
    "romanised",
    "layout",
    "spaced",
    "joking",
    "talk",
}
DISTRESS = tuple(f"distress_{name}" for name in NAMES)
DEVELOPMENT = "distress_development"
QUESTIONS = tuple(f"faq_{name}" for name in NAMES if name not in WITHOUT_QUESTIONS)


def texts(name: str) -> list[str]:
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").split("\n")
    rows = [json.loads(line) for line in lines if line]
    return [" ".join((*row.get("earlier", ()), row["text"])) for row in rows]


@pytest.fixture(scope="module")
def known() -> Texts:
    return Texts(taught())


@pytest.mark.parametrize("name", [*DISTRESS, *QUESTIONS, DEVELOPMENT])
def test_no_held_out_message_is_nearly_one_that_was_taught(known: Texts, name: str) -> None:
    near = [line for line, text in enumerate(texts(name), start=1) if known.near(text) is not None]
    assert near == []


@pytest.mark.parametrize("name", [*DISTRESS, *QUESTIONS])
def test_no_message_stands_twice_in_a_set(name: str) -> None:
    times = Counter(texts(name))
    assert [line for line, text in enumerate(texts(name), start=1) if times[text] > 1] == []


@pytest.mark.parametrize("name", DISTRESS)
def test_every_label_of_a_distress_set_is_a_known_one(name: str) -> None:
    for row in told(FOLDER / f"{name}.jsonl"):
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
