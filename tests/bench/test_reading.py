"""The figures of the readings: ratios round by round, tries at hostile messages, and what cannot be had."""

import io
import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from rich.console import Console

from tests.bench.one_way import milliseconds
from tests.bench.readers import Times, one_core, readers
from tests.bench.reading import Spent, least, messages, report, short, spent
from tests.bench.rounds import ratio
from tests.bench.ways import TRAINED, thrifty
from tests.quality.plain_e5 import Vectors

HALF = Spent([4.0, 3.0], [8.0, 8.0], 150.0, {"zalgo": 30.0, "surrogates": None})
WHOLE = Spent([8.0, 8.0], [16.0, 16.0], 200.0, {"zalgo": 60.0, "surrogates": 40.0})


def shown(spent: dict[str, Spent]) -> list[list[str]]:
    out = io.StringIO()
    Console(file=out, width=200).print(report(spent))
    return [
        [cell.strip() for cell in line.split("│")[1:-1]]
        for line in out.getvalue().splitlines()
        if "│" in line
    ]


def test_a_ratio_is_the_median_of_the_ratios_of_each_round() -> None:
    assert ratio([1, 40, 9], [2, 10, 3]) == 3


def test_ways_of_unlike_many_rounds_are_not_compared() -> None:
    with pytest.raises(ValueError, match="shorter"):
        ratio([1, 2], [1])


def test_each_figure_stands_beside_that_of_the_trained_mode() -> None:
    rows = shown({TRAINED: WHOLE, "letters": HALF})
    assert rows[1] == [
        "letters", "both", "3.5 ×0.44", "8 ×0.5", "150 ×0.75", "30 ×0.5", "zalgo", "surrogates",
    ]  # fmt: skip


def test_without_the_trained_mode_the_figures_stand_alone() -> None:
    assert shown({"letters": HALF})[0][2:6] == ["3.5", "8", "150", "30"]


def test_a_ratio_next_to_nothing_is_not_told() -> None:
    idle = Spent([0.001, 0.001], [0.002, 0.002], 60.0, {"zalgo": 0.003})
    assert shown({TRAINED: WHOLE, "nothing": idle})[1][2:6] == ["0.001", "0.002", "60 ×0.3", "0.003"]


def test_the_slowest_hostile_message_is_one_that_could_be_read() -> None:
    assert HALF.slowest == (30.0, "zalgo")
    assert HALF.raising == ["surrogates"]


def test_a_round_has_its_own_median_and_its_own_worst_case() -> None:
    times: list[Times] = [[3.0, 1.0, 2.0], [5.0, None, 9.0]]
    figures = spent(times, 100.0, {})
    assert (figures.p50, figures.p99) == ([2.0, 5.0], [3.0, 9.0])


class Tries:
    """Times that come one after another."""

    def __init__(self, *times: float | None) -> None:
        self.left = list(times)

    def read(self, texts: Sequence[str]) -> Times:
        return [self.left.pop(0) for _ in texts]


def test_of_three_tries_the_least_counts() -> None:
    assert least(Tries(30.0, 20.0, 40.0, 10.0).read, "x") == 20.0


def test_what_takes_over_a_second_is_not_tried_again() -> None:
    tries = Tries(1500.0, 20.0)
    assert least(tries.read, "x") == 1500.0
    assert tries.left == [20.0]


def test_a_message_that_raises_in_any_try_has_no_time() -> None:
    assert least(Tries(30.0, None).read, "x") is None


@pytest.mark.parametrize(
    ("figure", "said"), [(0.00521, "0.0052"), (1.849, "1.8"), (12.6, "13"), (6041, "6041")]
)
def test_figures_are_told_short(figure: float, said: str) -> None:
    assert short(figure) == said


def test_a_way_that_cannot_bear_a_message_does_not_end_the_measurement() -> None:
    assert milliseconds(lambda text: text.encode(), "\ud800") is None
    assert milliseconds(lambda text: text.encode(), "hello") is not None


def test_a_message_is_encoded_once_for_both_jobs_and_known_texts_are_not() -> None:
    encoded: list[str] = []

    def encode(texts: Sequence[str]) -> Vectors:
        encoded.extend(texts)
        return np.ones((len(texts), 4))

    cheap = thrifty(encode)
    assert cheap(["known", "texts"]).shape == (2, 4)
    assert cheap(["message"]).tolist() == cheap(["message"]).tolist() == [[1, 1, 1, 1]]
    assert encoded == ["", "message"]


def test_the_messages_are_those_of_the_held_out_sets_alike_every_time() -> None:
    assert messages() == messages()
    assert len(messages()) > 600


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="this system pins no process")
def test_only_what_is_started_inside_stays_on_one_core() -> None:
    before = os.sched_getaffinity(0)
    with one_core():
        assert len(os.sched_getaffinity(0)) == 1
    assert os.sched_getaffinity(0) == before


def test_a_way_that_cannot_be_had_says_why_and_the_others_read(tmp_path: Path) -> None:
    with readers(("nothing", TRAINED), tmp_path) as found:
        assert "FileNotFoundError" in found[TRAINED].trouble
        assert not found["nothing"].trouble
        assert len(found["nothing"].read(["a", "\ud800"])) == 2
        assert found["nothing"].memory_mb() > 1
