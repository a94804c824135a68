"""`python -m bot run`: content that cannot be used is told plainly, and the bot does not start."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot import cli
from bot.settings import Settings
from content.loader import load
from tests.content.tiny_tree import build, plant


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("understanding/patterns/violence.yaml", "severity: urgent", "severity: bad", "patterns.0.severity"),
        ("understanding/words.yaml", "[uncle]", "[<uncles>]", "no word list is called 'uncles'"),
        ("understanding/slang.yaml", "slang:", "slang: [", "not readable as YAML"),
        ("understanding/help_words.yaml", "fillers", "filers", "Field required"),
    ],
)
def test_a_broken_file_of_the_screen_is_named_and_nothing_starts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, old: str, new: str, says: str
) -> None:
    root = build(tmp_path / "content")
    plant(root, file, old, new)
    settings = Settings.model_construct(log_level="INFO", log_format="json")
    monkeypatch.setattr(cli, "_settings", lambda: settings)
    monkeypatch.setattr(cli.logs, "configure", lambda **_: None)
    monkeypatch.setattr(cli, "load", lambda: load(root))
    done = CliRunner().invoke(cli.app, ["run"])
    assert done.exit_code == 1
    assert f"{file}:" in done.output
    assert says in done.output
    assert "Traceback" not in done.output
