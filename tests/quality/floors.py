"""`floors.yaml`: figures of the held-out sets that may not get worse, and how they are set anew."""

import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from content.yaml_lines import read_values
from tests.quality import report
from tests.quality.measuring import Measured
from tests.quality.report import Figures
from tests.quality.shares import Share

FILE = Path(__file__).parent / "floors.yaml"
MARGIN = 0.02
"""So much below what was measured lies a floor; a ceiling lies as much above."""
LEAST, MOST = "at_least", "at_most"

Floors = dict[str, dict[str, dict[str, dict[str, float]]]]
"""By mode, subject, side and figure."""


def floors() -> Floors:
    """What the file holds."""
    held: Floors = read_values(FILE.read_text(encoding="utf-8"))
    return held


def limits(held: Floors, side: str) -> Iterator[tuple[str, str, str, float]]:
    """Mode, subject, figure and limit of one side."""
    for mode, subjects in held.items():
        for subject, sides in subjects.items():
            for figure, limit in sides[side].items():
                yield mode, subject, figure, limit


def figures(measured: Measured) -> dict[str, Figures]:
    """The figures of both subjects."""
    return {"distress": report.distress(measured.reads), "faq": report.faq(measured.replies)}


def renewed(held: Floors, modes: Mapping[str, Mapping[str, Figures]]) -> dict[str, Any]:
    """The same floors as these modes measure now; modes that are not given keep theirs."""
    return {mode: _renewed(subjects, modes.get(mode)) for mode, subjects in held.items()}


def _renewed(subjects: Mapping[str, Any], now: Mapping[str, Figures] | None) -> Mapping[str, Any]:
    if now is None:
        return subjects
    return {
        subject: {side: {f: _limit(now[subject][f], side) for f in held} for side, held in sides.items()}
        for subject, sides in subjects.items()
    }


def _limit(share: Share, side: str) -> float:
    # Whole points for floors and tenths for ceilings: a rate near nothing would be doubled by rounding up.
    rate = share.rate or 0.0
    if side == LEAST:
        return max(0.0, math.floor(round(100 * (rate - MARGIN), 6)) / 100)
    return math.ceil(round(1000 * (rate + MARGIN), 6)) / 1000
