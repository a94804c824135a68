"""The figures on the held-out sets may not fall: `floors.yaml` holds them."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.quality import report
from tests.quality.measuring import content, own
from tests.quality.report import Figures

FLOORS = yaml.safe_load((Path(__file__).parent / "floors.yaml").read_text(encoding="utf-8"))


def limits(side: str) -> list[Any]:
    return [
        pytest.param(part, name, limit, id=f"{part}-{name}")
        for part, sides in FLOORS.items()
        for name, limit in sides[side].items()
    ]


@pytest.fixture(scope="module")
def figures() -> dict[str, Figures]:
    measured = own(content())
    return {"distress": report.distress(measured.reads), "faq": report.faq(measured.replies)}


@pytest.mark.parametrize(("part", "name", "limit"), limits("at_least"))
def test_it_reaches_the_floor(figures: dict[str, Figures], part: str, name: str, limit: float) -> None:
    share = figures[part][name]
    assert share.rate is not None
    assert share.rate >= limit, share


@pytest.mark.parametrize(("part", "name", "limit"), limits("at_most"))
def test_it_stays_below_the_ceiling(figures: dict[str, Figures], part: str, name: str, limit: float) -> None:
    share = figures[part][name]
    assert share.rate is not None
    assert share.rate <= limit, share
