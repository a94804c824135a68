"""What is explained is what is done, and the `explain` command shows it."""

import json
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pytest
from rich.cells import cell_len
from typer.testing import CliRunner

from bot import cli_explain
from bot.cli import app
from bot.understanding import Understanding, reader
from bot.understanding.distress.weighing import CATEGORIES, Weights
from bot.understanding.explain_report import report
from bot.understanding.nearest import nearest
from bot.understanding.trained.artefact import Trained, UnusableError
from bot.understanding.trained.reading import Reading
from content import teaching
from content.content import Content
from content.problems import ContentError, Problem
from content.schema import Category, Severity
from content.teaching import Message
from tests.understanding.trained.opinions import OneByOne

WEIGHTS = Weights(judge=1.0, category=0.25, strong=2.0, found=1.5, hint=0.5, bias=-1.0)
TOPICS = ("a_topic", "b_topic", "c_topic", "d_topic", "e_topic", "f_topic", "none")
ALARMING = "สีม่วง"
"""What the judge below takes for an urgent sign, and nobody else does."""


class Suspicious(OneByOne):
    """A judge that takes one word for an urgent sign."""

    def read(self, text: str) -> Reading:
        """Severities, categories from the first on, topics."""
        told = [0.05, 0.05, 0.8, 0.1] if ALARMING in text else [0.9, 0.05, 0.04, 0.01]
        categories = np.array([0.7, 0.2] + [0.01] * (len(CATEGORIES) - 2))
        return Reading(np.array(told), categories, np.array([0.05, 0.4, 0.1, 0.2, 0.04, 0.01, 0.2]))


@pytest.fixture(scope="module")
def judging(content: Content) -> Understanding:
    return Understanding(content, trained=Trained(Suspicious(), WEIGHTS, TOPICS, "trained"))


TALK = ["พ่อตีหนู", "ช่วยด้วย", f"รองเท้า{ALARMING}", "my boss keeps my passport", "ကျွန်မကို ကူညီပါ", "", "l;ylfu8iy["]


@pytest.mark.parametrize("text", TALK)
def test_what_is_explained_is_what_is_judged(
    judging: Understanding, reader: Understanding, text: str
) -> None:
    for one in (judging, reader):
        assert one.explained(text, TALK).judgement == one.judge(text, TALK)


def test_without_a_trained_judge_there_is_no_opinion(reader: Understanding) -> None:
    told = report(reader.explained("พ่อตีหนู"))
    assert (told["judge"], told["score"]) == (None, None)
    assert [found["name"] for found in told["patterns"]] == ["someone_hits_me"]
    assert told["findings"] == told["patterns"]


def test_the_parts_of_the_score_make_its_sum(judging: Understanding) -> None:
    score = report(judging.explained("แฟนบีบคอหนู"))["score"]
    said = {"judge": np.log(0.05 / 0.95), "category": 0.25 * np.log(0.7 / 0.3)}
    expected = {"bias": -1.0, **said, "strong": 2.0, "found": 1.5, "hint": 0.0}
    assert score["parts"] == pytest.approx(expected, abs=0.001)
    assert score["sum"] == pytest.approx(sum(expected.values()), abs=0.001)
    assert (score["needed"], score["grave"]) == (0, False)


def test_a_single_word_can_reach_no_score_that_alarms(judging: Understanding) -> None:
    score = report(judging.explained(ALARMING))["score"]
    assert (score["needed"], score["grave"]) == (None, False)


def test_it_tells_what_the_judge_added_to_what_patterns_found(judging: Understanding) -> None:
    told = report(judging.explained(f"รองเท้า{ALARMING}"))
    assert told["patterns"] == []
    assert [(one["name"], one["severity"]) for one in told["findings"]] == [("trained_judge", "urgent")]
    assert told["severity"] == "urgent"


def test_it_tells_the_likely_categories_and_the_five_best_topics(judging: Understanding) -> None:
    judge = report(judging.explained("สวัสดี"))["judge"]
    assert judge["categories"] == {CATEGORIES[0].value: 0.7, CATEGORIES[1].value: 0.2}
    assert list(judge["topics"]) == ["b_topic", "d_topic", "none", "c_topic", "a_topic"]


def test_it_tells_what_the_judge_said_of_the_talk(judging: Understanding) -> None:
    judge = report(judging.explained(ALARMING, ["สวัสดี"]))["judge"]
    assert judge["recent_and_this"]["urgent"] == 0.8
    assert report(judging.explained(ALARMING))["judge"]["recent_and_this"] is None


def test_it_tells_each_view_with_its_words(reader: Understanding) -> None:
    views = report(reader.explained("phor tee nu"))["views"]
    assert [view["kind"] for view in views] == ["plain", "romanised"]
    assert views[1]["words"] == ["พ่อ", "ตี", "หนู"]


def test_it_tells_a_help_word_and_a_script_that_is_not_read(reader: Understanding) -> None:
    assert report(reader.explained("ช่วยด้วย"))["help_word"] is True
    unread = report(reader.explained("ကျွန်မကို ကူညီပါ"))
    assert unread["readable"] is False
    assert set(unread["letters"]) == {"myanmar"}


def test_it_ranks_three_answers(reader: Understanding) -> None:
    faq = report(reader.explained("ข่มขืนคืออะไร"))["faq"]
    assert len(faq["best"]) == 3
    assert faq["best"][0]["score"] >= faq["best"][1]["score"]


def taught(*texts: str) -> list[Message]:
    return [
        Message("messages/x.csv", line, Severity.URGENT, "", (Category.VIOLENCE,), text)
        for line, text in enumerate(texts, start=2)
    ]


def test_the_nearest_taught_text_is_the_one_that_shares_most() -> None:
    texts = taught("แมวหายไปไหน", "พ่อตีหนูทุกวัน", "พ่อตีหนู", "hello there")
    found = nearest("พ่อ ตีหนู!", texts, 2)
    assert [near.one.text for near in found] == ["พ่อตีหนู", "พ่อตีหนูทุกวัน"]
    assert found[0].similarity == pytest.approx(1.0)


@pytest.mark.parametrize("text", ["", "!", "คนละเรื่อง"])
def test_what_shares_nothing_is_not_near(text: str) -> None:
    assert nearest(text, taught("hello", "x"), 3) == []


def test_nothing_is_near_where_nothing_is_taught() -> None:
    assert nearest("hello", taught(), 3) == []


Explain = Callable[..., str]


@pytest.fixture
def explain(judging: Understanding, monkeypatch: pytest.MonkeyPatch) -> Explain:
    """Calls the command with the suspicious judge."""
    monkeypatch.setattr(cli_explain, "reader", lambda _: (judging, ("no encoder",)))

    def call(*arguments: str) -> str:
        done = CliRunner().invoke(app, ["explain", *arguments])
        assert done.exit_code == 0, done.output
        return done.stdout

    return call


def test_the_command_shows_every_part_within_80_columns(explain: Explain) -> None:
    shown = explain(f"พ่อตีหนู {ALARMING}", "--before", "สวัสดี")
    for words in (
        "someone_hits_me",
        "urgent 0.8",
        "b_topic 0.4",
        "bias",
        "+2.909  grave",
        "no encoder",
        "Nearest taught messages",
        "Nearest taught questions",
    ):
        assert words in shown
    assert max(map(cell_len, shown.splitlines())) <= 80


def test_square_brackets_are_shown_as_they_were_written(explain: Explain) -> None:
    assert "[bold]" in explain("[bold] hello")


def test_as_json_it_tells_all_for_tools(explain: Explain) -> None:
    told: dict[str, Any] = json.loads(explain("พ่อตีหนู", "--before", "สวัสดี", "--json"))
    assert (told["mode"], told["troubles"]) == ("trained", ["no encoder"])
    assert [view["tidy"] for view in told["before"]] == ["สวัสดี"]
    assert [len(told["nearest"][kind]) for kind in ("messages", "questions")] == [3, 3]
    assert told["nearest"]["messages"][0]["file"].startswith("understanding/messages/")


def test_a_mode_can_be_chosen() -> None:
    done = CliRunner().invoke(app, ["explain", "พ่อตีหนู", "--mode", "lexical", "--json"])
    assert json.loads(done.stdout)["mode"] == "lexical"


def _unusable() -> Trained:
    raise UnusableError("a file is missing")


def _refused(arguments: Sequence[str]) -> str:
    done = CliRunner().invoke(app, ["explain", "x", *arguments])
    assert done.exit_code == 2
    return done.output


def test_a_mode_that_does_not_exist_is_refused() -> None:
    assert "lexical" in _refused(["--mode", "clairvoyant"])


def test_a_mode_that_cannot_be_used_here_is_refused_with_its_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(reader._LOADING, "trained", _unusable)
    assert "a file is missing" in _refused(["--mode", "trained"])


def test_taught_rows_that_cannot_be_read_are_named(explain: Explain, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> Sequence[Message]:
        raise ContentError([Problem("understanding/messages/x.csv", 7, "the text is empty")])

    monkeypatch.setattr(teaching, "messages", broken)
    assert "x.csv:7" in _refused([])
    assert explain is not None
