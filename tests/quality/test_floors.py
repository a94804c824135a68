"""The figures on the held-out sets may not fall, in any mode: `floors.yaml` holds them."""

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from bot.understanding import MODES, best_reader
from content.content import Content
from tests import shared
from tests.quality import measuring
from tests.quality.floors import LEAST, MOST, figures, floors, limits, renewed
from tests.quality.report import Figures
from tests.quality.sets import HELDOUT
from tests.quality.shares import Share

Measure = Callable[[str], dict[str, Figures]]


def limited(side: str) -> list[Any]:
    return [
        pytest.param(mode, subject, figure, limit, id=f"{mode}-{subject}-{figure}")
        for mode, subject, figure, limit in limits(floors(), side)
    ]


@pytest.fixture(scope="module")
def content() -> Content:
    return shared.content()


@pytest.fixture(scope="module")
def measure(content: Content) -> Measure:
    readers, left_out = measuring.readers()
    rows = measuring.sets(HELDOUT, content)

    @cache
    def measured(mode: str) -> dict[str, Figures]:
        if mode not in readers:
            pytest.fail(f"the files of the trained judge must be there: {'; '.join(left_out)}", pytrace=False)
        return figures(measuring.own(readers[mode], rows))

    return measured


def test_the_best_reader_is_the_trained_one(content: Content) -> None:
    reader, troubles = best_reader(content)
    assert (reader.mode, troubles) == (MODES[0], ())


def test_every_mode_has_floors_for_the_same_figures() -> None:
    held = floors()
    named = [
        {(s, f) for m, s, f, _ in (*limits(held, LEAST), *limits(held, MOST)) if m == mode} for mode in MODES
    ]
    assert [*held] == [*MODES]
    assert named[0] == named[1] == named[2] != set()


@pytest.mark.parametrize(("mode", "subject", "figure", "limit"), limited(LEAST))
def test_it_reaches_the_floor(measure: Measure, mode: str, subject: str, figure: str, limit: float) -> None:
    share = measure(mode)[subject][figure]
    assert share.rate is not None
    assert share.rate >= limit, share


@pytest.mark.parametrize(("mode", "subject", "figure", "limit"), limited(MOST))
def test_it_stays_below_the_ceiling(
    measure: Measure, mode: str, subject: str, figure: str, limit: float
) -> None:
    share = measure(mode)[subject][figure]
    assert share.rate is not None
    assert share.rate <= limit, share


def test_new_floors_lie_two_points_from_what_is_measured_and_other_modes_keep_theirs() -> None:
    sides = {LEAST: {"noticed": 0.1}, MOST: {"false_alarm_rate": 0.9}}
    measured = {"distress": {"noticed": Share(119, 180), "false_alarm_rate": Share(5, 160)}}
    held = {"letters": {"distress": sides}, "lexical": {"distress": sides}}
    assert renewed(held, {"lexical": measured}) == {
        "letters": {"distress": sides},
        "lexical": {"distress": {LEAST: {"noticed": 0.64}, MOST: {"false_alarm_rate": 0.052}}},
    }
