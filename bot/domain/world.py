"""What stays the same from turn to turn, and what differs: the moment."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from zoneinfo import ZoneInfo

from bot.domain.office_hours import OfficeHours, parse_office_hours
from content.content import Content

WEEKDAYS = parse_office_hours("mon-fri 09:00-17:00")
BANGKOK = ZoneInfo("Asia/Bangkok")

BEST_READING = "trained"
"""The way of reading that misses fewest cries for help; staff are told when another one is active."""


@dataclass(frozen=True, slots=True)
class Policy:
    """What the organisation decides, not the program."""

    organisation: str
    staff_language: str = "th"
    office_hours: OfficeHours = WEEKDAYS
    zone: ZoneInfo = BANGKOK
    bot_username: str = ""
    case_keep_days: int = 90

    def office_open(self, moment: datetime) -> bool:
        """Whether somebody of the organisation is there at this moment."""
        return self.office_hours.open_at(moment.astimezone(self.zone))


@dataclass(frozen=True, slots=True)
class World:
    """Content and policy.

    `reading`: the name of the way of reading that is active, where the reader tells it.
    """

    content: Content
    policy: Policy
    reading: str | None = None

    @property
    def reads_simply(self) -> bool:
        """Whether messages are known to be read in a way that misses more than the best one."""
        return self.reading not in (None, BEST_READING)


@dataclass(frozen=True, slots=True)
class Moment:
    """The time of a turn and its own random seed, so that deciding stays a function of its arguments."""

    now: datetime
    seed: bytes

    def ref(self, purpose: str) -> str:
        """A fresh 32-digit reference, different for each purpose of this turn."""
        return blake2b(purpose.encode(), key=self.seed, digest_size=16).hexdigest()

    def number(self, purpose: str) -> int:
        """A fresh number, different for each purpose of this turn."""
        return int(self.ref(purpose), 16)
