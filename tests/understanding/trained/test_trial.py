"""A processor on which the encoder ends its process: the bot lives on, reads by letters, and says so."""

import sys
from pathlib import Path

import pytest

from bot.understanding import best_reader
from bot.understanding.trained import trial
from bot.understanding.trained.artefact import ENCODER, FOLDER
from bot.understanding.trained.trial import ProcessorError, survives
from content.content import Content

ILLEGAL = "import os, signal; os.kill(os.getpid(), signal.SIGILL)"
ENDLESS = "import time; time.sleep(60)"


def python(code: str) -> tuple[str, ...]:
    return sys.executable, "-c", code


def test_the_shipped_encoder_runs_here() -> None:
    survives(FOLDER / ENCODER)


def test_a_process_that_the_system_ends_is_noticed() -> None:
    with pytest.raises(ProcessorError, match=r"signal 4$"):
        survives(FOLDER / ENCODER, python(ILLEGAL))


def test_a_process_that_never_ends_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "PATIENCE_SECONDS", 0.2)

    with pytest.raises(ProcessorError, match="does not end"):
        survives(FOLDER / ENCODER, python(ENDLESS))


def test_an_encoder_that_raises_is_left_to_where_it_is_loaded(tmp_path: Path) -> None:
    survives(tmp_path / "no_file.onnx")


def test_the_bot_then_reads_by_letters_and_says_why(
    monkeypatch: pytest.MonkeyPatch, content: Content
) -> None:
    monkeypatch.setattr(survives, "__defaults__", (python(ILLEGAL),))

    reader, troubles = best_reader(content)

    assert reader.mode == "letters"
    assert any("signal 4" in trouble for trouble in troubles)
