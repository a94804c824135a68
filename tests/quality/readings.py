"""What a way of reading made of each row of a set, and how long it took."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from bot.domain.judgement import Band, Judgement
from content.schema import Severity
from tests.quality.sets import Asked, Told

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Verdict:
    """How urgent a message was read to be, of what kinds, and about whom."""

    severity: Severity
    categories: tuple[str, ...] = ()
    about: str | None = None

    @property
    def alarms(self) -> bool:
        """Whether it reaches a person."""
        return self.severity.rank >= Severity.URGENT.rank


@dataclass(frozen=True, slots=True)
class Reply:
    """All topics, best first, and whether the best one is answered, the best three offered, or none."""

    band: Band
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """A told row, its verdict, and the milliseconds it took."""

    row: Told
    verdict: Verdict
    ms: float


@dataclass(frozen=True, slots=True)
class Replied:
    """An asked row, its reply, and the milliseconds it took."""

    row: Asked
    reply: Reply
    ms: float

    def right(self, first: int) -> bool:
        """Whether a topic that answers is among the first so many."""
        return any(topic in self.row.topics for topic in self.reply.topics[:first])

    @property
    def answered(self) -> bool:
        """Whether an answer was given at once."""
        return self.reply.band is Band.ANSWER


def read(rows: Iterable[Told], how: Callable[[Told], Verdict]) -> list[Read]:
    """Each row read, and how long it took."""
    return [Read(row, *_timed(how, row)) for row in rows]


def replied(rows: Iterable[Asked], how: Callable[[str], Reply]) -> list[Replied]:
    """Each row answered by its text alone."""
    return [Replied(row, *_timed(how, row.text)) for row in rows]


def verdict(judgement: Judgement) -> Verdict:
    """The bot's judgement as a verdict."""
    return Verdict(judgement.severity, tuple(c.value for c in judgement.categories), judgement.about)


def reply(judgement: Judgement) -> Reply:
    """The bot's judgement as a reply."""
    return Reply(judgement.faq.band, judgement.faq.topics)


def _timed(how: Callable[[R], T], row: R) -> tuple[T, float]:
    start = time.perf_counter()
    result = how(row)
    return result, 1000 * (time.perf_counter() - start)
