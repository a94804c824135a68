"""The examples of patterns, run: whatever is read otherwise is told at its line, and the command fails."""

from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.domain.judgement import Judgement, Reason
from bot.understanding.own_examples import failing
from content.reading import read_tree
from content.schema import Category, Severity
from tests.content import tiny_tree
from tests.content.tiny_tree import line_of, plant
from tests.domain.build import judged

VIOLENCE = "understanding/patterns/violence.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tiny_tree.build(tmp_path / "content")


def reading(
    name: str = "violence_told",
    severity: Severity = Severity.URGENT,
    category: Category = Category.VIOLENCE,
) -> Judgement:
    reasons = (Reason(name, "", category, severity),)
    return replace(judged(severity, categories=(category,)), reasons=reasons)


def told(root: Path, found: Judgement, left: Judgement) -> list[str]:
    packs = [sheet for sheet in read_tree(root)[0].screen.patterns if sheet.file == VIOLENCE]
    return [
        f"{problem.line} {problem.message.partition(':')[0]}"
        for problem in failing(packs, lambda text: left if text.startswith("nobody") else found)
    ]


def test_nothing_is_told_where_all_is_read_as_the_pattern_says(root: Path) -> None:
    assert told(root, reading(), reading("other", Severity.CONCERN)) == []
    assert told(root, reading(severity=Severity.EMERGENCY), judged(Severity.NONE)) == []


@pytest.mark.parametrize(
    ("found", "says"),
    [
        (reading("other"), "does not find its example"),
        (reading(severity=Severity.CONCERN), "is urgent, its example is read as concern"),
        (reading(category=Category.BULLYING), "is of violence, its example is read as bullying"),
    ],
)
def test_an_example_that_is_read_otherwise_is_told_at_its_line(
    root: Path, found: Judgement, says: str
) -> None:
    line = line_of(root, VIOLENCE, "finds:")
    assert told(root, found, judged(Severity.NONE)) == [f"{line} violence_told {says}"]


@pytest.mark.parametrize(
    ("left", "says"),
    [
        (reading(severity=Severity.CONCERN), "finds what it leaves"),
        (reading("other"), "leaves what is read as urgent"),
    ],
)
def test_a_counterexample_that_is_read_otherwise_is_told_at_its_line(
    root: Path, left: Judgement, says: str
) -> None:
    line = line_of(root, VIOLENCE, "leaves:")
    assert told(root, reading(), left) == [f"{line} violence_told {says}"]


def run(root: Path, *options: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["patterns", "--root", str(root), *options])
    return done.exit_code, done.output


def test_the_command_ends_with_0_where_every_example_is_read_right(root: Path) -> None:
    code, output = run(root, "--examples")
    assert (code, output) == (0, "examples that are read otherwise: 0\n")


def test_the_command_lists_the_examples_that_fail_and_ends_with_1(root: Path) -> None:
    plant(root, VIOLENCE, 'finds: ["', 'finds: ["nothing of the kind", "')
    plant(root, VIOLENCE, 'leaves: ["', 'leaves: ["my uncle violenceed me", "')
    code, output = run(root)
    assert code == 1
    finds, leaves = (line_of(root, VIOLENCE, kind) for kind in ("finds:", "leaves:"))
    assert f"{VIOLENCE}:{finds}: violence_told does not find its example" in output
    assert f"{VIOLENCE}:{leaves}: violence_told finds what it leaves" in output
    assert "mistaken" in output


def test_the_command_lists_what_cannot_be_read_and_ends_with_1(root: Path) -> None:
    plant(root, VIOLENCE, "severity: urgent", "severity: bad")
    code, output = run(root, "--examples")
    assert code == 1
    assert output.startswith(f"{VIOLENCE}:6: patterns.0.severity")
