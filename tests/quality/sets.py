"""The sets: labelled messages that nothing is tuned on, and how their rows are read."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from content.schema import Severity

FOLDER = Path(__file__).parent / "sets"
HELDOUT, OPENED, FINAL, HARD, TALKS = "heldout", "opened", "final", "hard", "talks"
NAMES = (HELDOUT, OPENED, FINAL, HARD, TALKS)
"""Each is two files, `distress_<name>.jsonl` and `faq_<name>.jsonl`, but for `WITHOUT_QUESTIONS`."""
WITHOUT_QUESTIONS = frozenset({HARD, TALKS})
CLOSED = frozenset({FINAL, HARD, TALKS})
"""Written blind and to be kept so: nothing but figures is ever told of their rows. Once its figures were in
view when something was changed, a set is OPENED, and another one takes its place."""


@dataclass(frozen=True, slots=True)
class Told:
    """A message and how urgent it is. `line` is its place in the file; README.md has the rest.

    `earlier`: what the child wrote before it, oldest first; it is judged with that.
    """

    line: int
    text: str = field(repr=False)
    severity: Severity
    ok: frozenset[Severity]
    categories: tuple[str, ...]
    about: str | None
    lang: str
    style: str
    lookalike: bool
    earlier: tuple[str, ...] = field(default=(), repr=False)

    @property
    def whole(self) -> str:
        """All that the child wrote, for what reads no talk."""
        return " ".join((*self.earlier, self.text))

    @property
    def grave(self) -> bool:
        """Whether it must reach a person: urgent or an emergency."""
        return self.severity.rank >= Severity.URGENT.rank


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and the topics that answer it; none when it is out of scope."""

    line: int
    text: str = field(repr=False)
    lang: str
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sets:
    """The messages and the questions of one name; there may be no questions."""

    name: str
    told: tuple[Told, ...]
    asked: tuple[Asked, ...]

    @property
    def closed(self) -> bool:
        """Whether nothing but figures may be told of them."""
        return self.name in CLOSED


def sets_of(name: str, known: Collection[str]) -> Sets:
    """Both sets of a name. `known`: topics that have an entry."""
    questions = () if name in WITHOUT_QUESTIONS else asked(known, FOLDER / f"faq_{name}.jsonl")
    return Sets(name, told(FOLDER / f"distress_{name}.jsonl"), questions)


def told(file: Path = FOLDER / "distress_heldout.jsonl") -> tuple[Told, ...]:
    """The rows of the distress set."""
    return tuple(_told(line, row) for line, row in _rows(file))


def asked(known: Collection[str], file: Path = FOLDER / "faq_heldout.jsonl") -> tuple[Asked, ...]:
    """The rows of the FAQ set. `known`: topics that have an entry.

    A row that was out of scope for want of an entry (`without_entry`) counts as a question once there is one.
    """
    return tuple(_asked(line, row, known) for line, row in _rows(file))


def _rows(file: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    # Not `splitlines`, which also breaks at marks that may stand inside of a message.
    for line, text in enumerate(file.read_text(encoding="utf-8").rstrip("\n").split("\n"), start=1):
        yield line, json.loads(text)


def _told(line: int, row: dict[str, Any]) -> Told:
    return Told(
        line=line,
        text=row["text"],
        severity=Severity(row["severity"]),
        ok=frozenset(map(Severity, (row["severity"], *row["ok"]))),
        categories=tuple(row["categories"]),
        about=row["about"],
        lang=row["lang"],
        style=row["style"],
        lookalike=row["lookalike"],
        earlier=tuple(row.get("earlier", ())),
    )


def _asked(line: int, row: dict[str, Any], known: Collection[str]) -> Asked:
    later = row.get("without_entry")
    topic = row["topic"] or (later if later in known else None)
    return Asked(line, row["text"], row["lang"], (topic, *row["also"]) if topic else ())
