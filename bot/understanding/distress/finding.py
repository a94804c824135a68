"""What a detector hands over, and the interface that every detector has."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.understanding.views import View
from content.schema import Category, Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """One recognised piece: who recognised it, what it means, and the words that it rests on.

    `other`: it happens to somebody else than the writer. `sure`: no joke or school word makes it less.
    """

    name: str
    category: Category
    severity: Severity
    words: str
    other: bool
    sure: bool


class Detector(Protocol):
    """Reads a message in all its views, with the recent messages before it."""

    def find(self, views: Sequence[View], recent: Sequence[View]) -> list[Finding]:
        """Everything it recognises. A detector may add findings; none can take another's away."""
