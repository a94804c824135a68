"""Figures of the voices that training held out, as it left them beside the trained judge."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bot.understanding.trained.artefact import FOLDER, WEIGHING
from tests.quality.report import Figures
from tests.quality.shares import Share

ALL = "all voices"
FIGURES = ("escalation_recall", "false_alarms")
_COUNTS = re.compile(r"\((\d+)/(\d+)\)$")


def held_out(file: Path = FOLDER / WEIGHING) -> dict[str, dict[str, Figures]]:
    """For each mode the figures of each voice, those of all voices last. Empty where nothing was trained.

    Raises:
        ValueError: a figure there is not written with its counts.
    """
    if not file.exists():
        return {}
    modes: Mapping[str, Any] = json.loads(file.read_text(encoding="utf-8"))["held_out"]
    return {
        mode: {name: _figures(told) for name, told in {**whole["voices"], ALL: whole}.items()}
        for mode, whole in modes.items()
    }


def _figures(told: Mapping[str, str]) -> Figures:
    return {name: _share(told[name]) for name in FIGURES}


def _share(told: str) -> Share:
    counts = _COUNTS.search(told)
    if not counts:
        raise ValueError(f"{told!r} names no counts")
    return Share(int(counts[1]), int(counts[2]))
