"""The columns of a sheet, and the mark by which a row is known again."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from content.checks.lengths import LIMITS
from content.exchange.fitting import cleaned
from content.exchange.rows import Row, What

PLACE, ROLE, LIMIT, MARK = "place", "role", "limit", "mark"
STATE, REVIEWER, DATE = "state", "reviewer", "date"
_LENGTH = 12


@dataclass(frozen=True, slots=True)
class Columns:
    """The headings for some languages, in their order."""

    languages: tuple[str, ...]

    @property
    def review(self) -> tuple[str, ...]:
        """The columns of reviews."""
        return tuple(name for language in self.languages for name in self.of_review(language))

    @property
    def all(self) -> tuple[str, ...]:
        """Every heading; the last one is hidden."""
        return (PLACE, ROLE, LIMIT, *self.languages, *self.review, MARK)

    @staticmethod
    def of_review(language: str) -> tuple[str, str, str]:
        """State, reviewer and date of one language."""
        return (f"{language} {STATE}", f"{language} {REVIEWER}", f"{language} {DATE}")


def limit(row: Row) -> str:
    """How long the text of a row may be, in words; empty where nothing limits it."""
    most = LIMITS.get(row.role) if row.role else None
    if most is None:
        return ""
    measures = ((most.lines, "line"), (most.characters, "character"), (most.columns, "column"))
    told = ", ".join(f"{count} {unit}{'s' if count > 1 else ''}" for count, unit in measures if count)
    return f"each {told}" if row.what is What.PHRASINGS else told


def digest(name: str, shown: str = "") -> str:
    """Stands for a text at its place. It guards against slips, not against malice."""
    return hashlib.sha256(f"{name}\n{cleaned(shown)}".encode()).hexdigest()[:_LENGTH]


def mark(row: Row) -> str:
    """What was exported in a row: its place and the text of each language."""
    told = (f"{language}:{digest(row.name, spot.shown)}" for language, spot in row.spots.items())
    return " ".join((digest(row.name), *told))


def marked(text: str) -> tuple[str, dict[str, str]]:
    """A mark taken apart: the digest of the place, and that of each language."""
    place, *others = text.split() or [""]
    return place, dict(_pairs(others))


def _pairs(parts: Iterable[str]) -> Iterable[tuple[str, str]]:
    for part in parts:
        language, _, told = part.partition(":")
        yield language, told
