"""When somebody of the organisation is there, as people write it: "mon-fri 09:00-17:00"."""

import re
from dataclasses import dataclass
from datetime import datetime, time

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_FORM = re.compile(r"([a-z,-]+) (\d\d:\d\d)-(\d\d:\d\d)")


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """Days of the week (0 is Monday) and the hours of each, in the organisation's time zone."""

    days: frozenset[int]
    opens: time
    closes: time

    def open_at(self, moment: datetime) -> bool:
        """Whether the office is open; `moment` is in the organisation's time zone."""
        return moment.weekday() in self.days and self.opens <= moment.time() < self.closes


def parse_office_hours(text: str) -> OfficeHours:
    """Read "mon-fri 09:00-17:00" or "mon,wed,sat-sun 10:00-14:30".

    Raises:
        ValueError: another form, an unknown day, or an end that is not after the beginning.
    """
    match = _FORM.fullmatch(text.strip().lower())
    if match is None:
        raise ValueError('write it like "mon-fri 09:00-17:00"')
    days, opens, closes = match.groups()
    hours = OfficeHours(_days(days), time.fromisoformat(opens), time.fromisoformat(closes))
    if hours.opens >= hours.closes:
        raise ValueError("the end must be after the beginning")
    return hours


def _days(text: str) -> frozenset[int]:
    return frozenset(day for part in text.split(",") for day in _span(part))


def _span(part: str) -> range:
    first, _, last = part.partition("-")
    if first not in DAYS or (last or first) not in DAYS:
        raise ValueError(f"days are {', '.join(DAYS)}")
    return range(DAYS.index(first), DAYS.index(last or first) + 1)
