"""A journey's file: what people do, the checks that must hold, and what was recorded.

Everything above the line `MARK` is written by hand; `--update` replaces what stands below it.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
MARK = "# Recorded by `pytest tests/journeys --update`. Read the difference before you keep it.\n"

Act = dict[str, Any]


@dataclass(frozen=True)
class Step:
    """One thing that somebody does, or that happens: `{child: {say: hello}}`."""

    who: str
    act: Act

    @property
    def verb(self) -> str:
        """What is done: the first key."""
        return next(iter(self.act))

    @property
    def value(self) -> Any:
        """What it is done with."""
        return self.act[self.verb]

    def title(self) -> str:
        """One line for the transcript."""
        told = " ".join(f"{key} {value!s}".strip() for key, value in self.act.items() if value != "")
        return f"{self.who}: {told or self.verb}"


@dataclass(frozen=True)
class Story:
    """A journey as it was written.

    `given`: children who know the bot already, with their language, and colleagues on the roster, with their
    label. `finished`: who has finished all lessons, apart from these. `checks`: names of `invariants`, with
    their arguments.
    """

    file: Path
    title: str
    steps: tuple[Step, ...]
    checks: tuple[tuple[str, Any], ...]
    given: dict[str, str] = field(default_factory=dict)
    finished: dict[str, list[str]] = field(default_factory=dict)
    settings: dict[str, Any] = field(default_factory=dict)
    recorded: str = ""

    def rewrite(self, recorded: str) -> None:
        """Put this in the place of what was recorded."""
        by_hand = self.file.read_text(encoding="utf-8").partition(MARK)[0]
        self.file.write_text(by_hand.rstrip("\n") + "\n\n" + MARK + recorded, encoding="utf-8")


def stories() -> list[Path]:
    """The files of all journeys."""
    return sorted(FOLDER.glob("*.yaml"))


def read(file: Path) -> Story:
    """Read a journey."""
    text = file.read_text(encoding="utf-8")
    by_hand = yaml.safe_load(text.partition(MARK)[0])
    return Story(
        file=file,
        title=by_hand["story"],
        steps=tuple(step for one in by_hand["steps"] for step in _steps(one)),
        checks=tuple(_check(one) for one in by_hand["checks"]),
        given=by_hand.get("given", {}),
        finished=by_hand.get("finished", {}),
        settings=by_hand.get("settings", {}),
        recorded=text.partition(MARK)[2],
    )


def _steps(written: dict[str, Any]) -> list[Step]:
    """`{child: start}` is short for `{child: {start: ""}}`."""
    return [Step(who, act if isinstance(act, dict) else {str(act): ""}) for who, act in written.items()]


def _check(written: str | dict[str, Any]) -> tuple[str, Any]:
    if isinstance(written, str):
        return written, None
    return next(iter(written.items()))


def render(transcript: str, stored: dict[str, Any]) -> str:
    """The recorded part of a file."""
    block = "\n".join(f"    {line}".rstrip() for line in transcript.splitlines())
    dumped = yaml.safe_dump(stored, allow_unicode=True, sort_keys=False, width=108)
    state = "\n".join(f"    {line}" for line in dumped.splitlines())
    return f"recorded:\n  transcript: |\n{block}\n\n  stored:\n{state}\n"
