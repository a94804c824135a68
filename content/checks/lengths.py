"""How long a text may be, so that it can be read at a glance on a small phone."""

from collections.abc import Iterator
from dataclasses import dataclass

from content.columns import columns
from content.passages import Passage, Role, passages
from content.problems import Problem
from content.tree import Tree


@dataclass(frozen=True, slots=True)
class Limit:
    """Most lines, characters and display columns; None is no limit."""

    lines: int
    characters: int | None = None
    columns: int | None = None

    def broken_by(self, text: str) -> Iterator[str]:
        """What is too long, in words."""
        measures = (
            ("lines", text.count("\n") + 1, self.lines),
            ("characters", len(text), self.characters),
            ("columns", columns(text), self.columns),
        )
        for unit, found, most in measures:
            if most is not None and found > most:
                yield f"too long: {found} {unit}, at most {most}"


LIMITS = {
    Role.TEXT: Limit(lines=5, characters=400),
    Role.EXPLANATION: Limit(lines=3, characters=220),
    Role.BUTTON: Limit(lines=1, columns=38),
    Role.TICK: Limit(lines=1, columns=34),
    Role.TITLE: Limit(lines=1, columns=32),
    Role.LABEL: Limit(lines=2, characters=120),
    Role.SAID_BY_CHILD: Limit(lines=1, characters=200),
}


def check(tree: Tree) -> Iterator[Problem]:
    """Texts that are longer than their role allows."""
    for passage in passages(tree):
        yield from _too_long(passage)


def _too_long(passage: Passage) -> Iterator[Problem]:
    limit = LIMITS.get(passage.role)
    for complaint in limit.broken_by(passage.text) if limit else ():
        yield passage.problem(complaint)
