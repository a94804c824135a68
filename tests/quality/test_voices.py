"""The figures that training left are read with their counts."""

import json
from pathlib import Path

import pytest

from tests.quality.shares import Share
from tests.quality.voices import ALL, held_out

TOLD = {"escalation_recall": "58.6 % (85/145)", "false_alarms": "- (0/0)"}


def written(folder: Path, told: object) -> Path:
    file = folder / "weighing.json"
    file.write_text(json.dumps({"trained": {"bias": 0.0}, "held_out": told}), encoding="utf-8")
    return file


def test_each_voice_is_read_and_all_of_them_stand_last(tmp_path: Path) -> None:
    whole = {**TOLD, "acc1": "90.0 % (9/10)", "voices": {"fisher_boy_14": TOLD}}
    figures = {"escalation_recall": Share(85, 145), "false_alarms": Share(0, 0)}
    voices = held_out(written(tmp_path, {"trained": whole}))
    assert voices == {"trained": {"fisher_boy_14": figures, ALL: figures}}
    assert [*voices["trained"]][-1] == ALL


def test_a_figure_without_counts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="counts"):
        held_out(written(tmp_path, {"letters": {**TOLD, "false_alarms": "3 %", "voices": {}}}))


def test_where_nothing_was_trained_there_are_no_voices(tmp_path: Path) -> None:
    assert held_out(tmp_path / "weighing.json") == {}
