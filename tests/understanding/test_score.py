"""The figures of the score command."""

import json
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from bot.cli_score import score
from bot.domain.judgement import Band, FaqRanking, Judgement, Reason, Status
from bot.understanding.score import (
    Scored,
    distress_prediction,
    distress_report,
    faq_prediction,
    faq_report,
    score_rows,
)
from bot.understanding.trained import artefact
from content.schema import Category, Severity


def judged(severity: Severity, band: Band = Band.NONE, topics: tuple[str, ...] = ()) -> Judgement:
    reasons = (Reason("p", "w", Category.VIOLENCE, severity),) if severity is not Severity.NONE else ()
    return Judgement(
        status=Status.JUDGED,
        severity=severity,
        categories=(Category.VIOLENCE,) if reasons else (),
        about=None,
        reasons=reasons,
        faq=FaqRanking(band, topics, tuple(1.0 for _ in topics)),
        readable=True,
        help_word=False,
        language="th",
    )


def scored(found: Severity, **row: Any) -> Scored:
    return Scored({"text": "", **row}, judged(found), 1.0)


def asked(band: Band, topics: tuple[str, ...], **row: Any) -> Scored:
    return Scored({"text": "", **row}, judged(Severity.NONE, band, topics), 1.0)


def test_escalation_counts_urgent_and_emergency_alike() -> None:
    report = distress_report(
        [
            scored(Severity.URGENT, severity="emergency"),
            scored(Severity.EMERGENCY, severity="urgent"),
            scored(Severity.CONCERN, severity="urgent"),
        ]
    )
    assert report["escalation_recall"] == pytest.approx(0.6667)
    assert report["emergency_recall"] == 1.0
    assert report["emergency_exact"] == 0.0


def test_a_row_without_severity_counts_as_none() -> None:
    report = distress_report([scored(Severity.URGENT), scored(Severity.NONE)])
    assert report["false_alarm_rate"] == 0.5


def test_only_marked_rows_count_as_lookalikes() -> None:
    rows = [scored(Severity.URGENT, severity="none", lookalike=True), scored(Severity.NONE, severity="none")]
    assert distress_report(rows)["false_alarm_lookalike"] == 1.0


def test_another_right_severity_is_accepted() -> None:
    assert (
        distress_report([scored(Severity.URGENT, severity="concern", ok=["urgent"])])["severity_accuracy"]
        == 1.0
    )


def test_a_share_of_nothing_is_null() -> None:
    assert distress_report([])["escalation_recall"] is None


def test_parts_are_given_by_language_category_and_style() -> None:
    report = distress_report(
        [scored(Severity.URGENT, severity="urgent", lang="th", categories=["violence"], style="short")]
    )
    assert report["by_lang"]["th"]["escalation_recall"] == 1.0
    assert report["by_category"]["violence"]["n"] == 1
    assert report["by_style"]["short"]["n"] == 1


def test_a_distress_prediction_tells_why() -> None:
    assert distress_prediction(scored(Severity.URGENT)) == {
        "severity": "urgent",
        "categories": ["violence"],
        "why": [{"pattern": "p", "words": "w"}],
    }


def test_the_faq_is_ranked_whether_or_not_it_would_answer() -> None:
    report = faq_report([asked(Band.NONE, ("b", "a"), topic="a", also=[], lang="en")])
    assert report["acc1"] == 0.0
    assert report["acc3"] == 1.0
    assert report["right_and_answered"] == 0.0
    assert report["by_lang"]["en"]["acc3"] == 1.0


def test_another_right_topic_counts() -> None:
    assert faq_report([asked(Band.ANSWER, ("b",), topic="a", also=["b"])])["right_and_answered"] == 1.0


def test_an_out_of_scope_question_that_is_not_answered_is_rejected() -> None:
    rows = [asked(Band.ASK, ("a",), topic=None), asked(Band.ANSWER, ("a",), topic=None)]
    assert faq_report(rows)["oos_rejected"] == 0.5


def test_a_faq_prediction_has_no_topic_when_it_would_not_answer() -> None:
    assert faq_prediction(asked(Band.ASK, ("a", "b", "c", "d"))) == {
        "topic": None,
        "band": "ask",
        "top3": ["a", "b", "c"],
    }


def test_rows_are_judged_alone_and_timed() -> None:
    ticks = count()
    rows = score_rows([{"text": "x"}], lambda _: judged(Severity.NONE), lambda: float(next(ticks)))
    assert rows[0].ms == 1000.0


@pytest.mark.parametrize("command", ["distress", "faq"])
def test_the_command_prints_one_object_and_writes_a_line_for_each_row(tmp_path: Path, command: str) -> None:
    file, out = tmp_path / "rows.jsonl", tmp_path / "out.jsonl"
    file.write_text('{"text": "สวัสดี", "lang": "th"}\n\n{"text": "พ่อเตะหนู"}\n', encoding="utf-8")
    result = CliRunner().invoke(score, [command, str(file), "--json", "--predictions", str(out)])
    assert result.exit_code == 0, result.output
    assert json.loads(result.output)["n"] == 2
    assert len(out.read_text(encoding="utf-8").splitlines()) == 2


def test_the_command_refuses_a_file_that_is_not_json(tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text("not json\n", encoding="utf-8")
    assert CliRunner().invoke(score, ["faq", str(file)]).exit_code == 2


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\u0085"])
def test_marks_inside_of_a_message_end_no_row(tmp_path: Path, mark: str) -> None:
    file = tmp_path / "rows.jsonl"
    texts = (f"พ่อเตะ{mark}หนู", "hello")
    # Windows ends lines with two signs, of which the first is no part of a row.
    rows = (json.dumps({"text": text}, ensure_ascii=False) for text in texts)
    file.write_bytes("\r\n".join(rows).encode())
    result = CliRunner().invoke(score, ["distress", str(file), "--json", "--mode", "lexical"])
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["n"] == 2


@pytest.fixture
def no_judge(monkeypatch: pytest.MonkeyPatch) -> None:
    """The files of the judge cannot be used here."""
    monkeypatch.setattr(artefact, "best", lambda: (None, ("one reason", "another")))


@pytest.mark.parametrize("command", ["distress", "faq"])
@pytest.mark.usefixtures("no_judge")
def test_a_weaker_mode_is_told_with_the_reasons(tmp_path: Path, command: str) -> None:
    result = scored_file(tmp_path, command, "--json")
    assert json.loads(result.stdout)["mode"] == "lexical"
    assert result.stderr == "mode: lexical, not the best one (trained); one reason; another\n"


def test_a_weaker_mode_that_was_asked_for_is_told(tmp_path: Path) -> None:
    result = scored_file(tmp_path, "distress", "--mode", "lexical")
    assert "lexical" in result.stdout
    assert result.stderr == "mode: lexical, not the best one (trained)\n"


@pytest.mark.parametrize("command", ["distress", "faq"])
def test_the_best_mode_is_named_and_nothing_else_is_said(tmp_path: Path, command: str) -> None:
    result = scored_file(tmp_path, command, "--json")
    assert json.loads(result.stdout)["mode"] == "trained"
    assert result.stderr == ""


def scored_file(folder: Path, command: str, *options: str) -> Result:
    """The command on a file of one row."""
    (folder / "row.jsonl").write_text('{"text": "hello"}\n', encoding="utf-8")
    return CliRunner().invoke(score, [command, str(folder / "row.jsonl"), *options])
