"""Pictures that a child is shown, as values: what they are of, never how they look."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Cover:
    """The cover of a lesson or a story, by its id."""

    name: str


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate made for one child. `nickname`: None where none was typed; it stands nowhere else."""

    nickname: str | None
    day: date
    language: str


Picture = Cover | Certificate
