"""The `patterns` command: how often each pattern is right on the taught messages."""

from collections.abc import Iterable
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from bot.understanding import Understanding
from bot.understanding.hits import Hits, counted
from content import teaching
from content.loader import load

LEAST = 5
"""Patterns that found fewer are not shown: nothing follows from so few."""

Every = Annotated[int, typer.Option(min=1, help="Read every so manieth message; all take minutes.")]


def patterns(every: Every = 1) -> None:
    """Show how many taught messages each pattern finds; ends with 1 if a strong one is too often wrong."""
    hits = counted(teaching.messages()[::every], Understanding(load()).patterns)
    Console().print(table(hits))
    raise typer.Exit(code=int(any(one.too_strong for one in hits)))


def table(hits: Iterable[Hits]) -> Table:
    """One line a pattern."""
    drawn = Table("pattern", "strong", "harmless", "concern", "grave", "mistaken")
    for one in hits:
        if one.harmless + one.concern + one.grave >= LEAST:
            strong = "too strong" if one.too_strong else "yes" if one.strong else ""
            numbers = (str(one.harmless), str(one.concern), str(one.grave), f"{one.mistaken:.0%}")
            drawn.add_row(one.name, strong, *numbers)
    return drawn
