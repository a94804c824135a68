"""Office hours as people write them."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.domain.office_hours import parse_office_hours

BANGKOK = ZoneInfo("Asia/Bangkok")


def test_it_reads_a_span_of_days() -> None:
    hours = parse_office_hours("mon-fri 09:00-17:00")
    assert (hours.days, hours.opens, hours.closes) == (frozenset(range(5)), time(9), time(17))


def test_it_reads_single_days_and_spans_together() -> None:
    assert parse_office_hours("Mon,wed,sat-sun 10:00-14:30").days == {0, 2, 5, 6}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "always",
        "mon-fri",
        "mon-fri 9:00-17:00",
        "fun-day 09:00-17:00",
        "mon 17:00-09:00",
        "mon 25:00-26:00",
    ],
)
def test_it_refuses_anything_else(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parse_office_hours(text)


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        (datetime(2026, 3, 2, 9, 0, tzinfo=BANGKOK), True),
        (datetime(2026, 3, 2, 8, 59, tzinfo=BANGKOK), False),
        (datetime(2026, 3, 2, 17, 0, tzinfo=BANGKOK), False),
        (datetime(2026, 3, 1, 12, 0, tzinfo=BANGKOK), False),
    ],
)
def test_it_says_whether_the_office_is_open(*, moment: datetime, is_open: bool) -> None:
    assert parse_office_hours("mon-fri 09:00-17:00").open_at(moment) is is_open
