"""`python -m content check`."""

from pathlib import Path

from typer.testing import CliRunner

from content.__main__ import app
from tests.content.tiny_tree import plant


def test_it_exits_with_0_and_sums_up_when_nothing_is_wrong(root: Path) -> None:
    result = CliRunner().invoke(app, ["check", "--root", str(root)])
    assert result.exit_code == 0
    assert "lessons: 1 with 9 questions" in result.output
    assert "stories: 1 with 6 scenes" in result.output
    assert "FAQ answers: 2 with 46 phrasings" in result.output
    assert "distress phrases: 240" in result.output
    assert "patterns: 8 over 20 word lists" in result.output


def test_it_says_how_much_is_unreviewed(root: Path) -> None:
    output = CliRunner().invoke(app, ["check", "--root", str(root)]).output
    assert "not published: 2 lessons, 2 stories, 4 answers, 8 phrase packs" in output
    assert "help lines: 3, of which not verified: 3" in output


def test_it_exits_with_1_and_lists_every_problem(root: Path) -> None:
    plant(root, "th/lessons/safe_talk.yaml", "order: 1", "order: 0")
    plant(root, "helplines.yaml", '"191"', '"1191"')
    result = CliRunner().invoke(app, ["check", "--root", str(root)])
    assert result.exit_code == 1
    assert "th/lessons/safe_talk.yaml:2: order" in result.output
    assert "helplines.yaml:4: the number 1191" in result.output


def test_it_shows_its_commands_when_called_without_one() -> None:
    assert "check" in CliRunner().invoke(app, []).output
