"""What reading a child's message said about it: a plain value that the deciding part takes as given."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, Self

from content.schema import Category, Severity

JUDGE = "trained_judge"
"""The name under which staff see what the trained judge has found beyond patterns."""
CALL = "help_word"
"""The name of the bare call for help."""


class Status(StrEnum):
    """Whether the message was read. `LATE` and `FAILED` go to a person."""

    JUDGED = "judged"
    LATE = "late"
    FAILED = "failed"


class Band(StrEnum):
    """How sure the FAQ is: answer at once, ask "did you mean …", or offer no topic."""

    ANSWER = "answer"
    ASK = "ask"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that decided a severity.

    `pattern` names the curated phrase or pattern; `words` is the piece of the message that matched. Both are
    shown to staff and never logged.
    """

    pattern: str
    words: str
    category: Category | None
    severity: Severity


@dataclass(frozen=True, slots=True)
class FaqRanking:
    """All topics, best first, and their scores (0 to 1), one for each topic.

    `related`: whether the best one has to do with the message at all, be it answered or not.
    """

    band: Band
    topics: tuple[str, ...]
    scores: tuple[float, ...]
    related: bool = False


@dataclass(frozen=True, slots=True)
class Judgement:
    """How urgent a message is, why, and which question it asks.

    `readable` is false when the script is not one that the screen knows, or when there was no reading at all.
    `help_word` is true when the whole message is the call for help. `language` is a guess: "th", "en",
    "unknown", or the name of a script that is not read. `examples` are the curated phrases that are most
    like it, where it is of concern.
    """

    status: Status
    severity: Severity
    categories: tuple[Category, ...]
    about: Literal["self", "other"] | None
    reasons: tuple[Reason, ...]
    faq: FaqRanking
    readable: bool
    help_word: bool
    language: str
    examples: tuple[str, ...] = ()

    @classmethod
    def late(cls) -> Self:
        """No judgement before the deadline: urgent, not read by the machine."""
        return cls._unread(Status.LATE)

    @classmethod
    def failed(cls) -> Self:
        """Reading raised an error: urgent, not read by the machine."""
        return cls._unread(Status.FAILED)

    @classmethod
    def _unread(cls, status: Status) -> Self:
        return cls(
            status=status,
            severity=Severity.URGENT,
            categories=(),
            about=None,
            reasons=(),
            faq=FaqRanking(Band.NONE, (), ()),
            readable=False,
            help_word=False,
            language="unknown",
        )
