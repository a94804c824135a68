"""The `patterns` command: whether patterns do what their examples say, and how often each is right.

The printed words are for the people who write data, not for children or staff.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from bot.understanding import Understanding
from bot.understanding.hits import Hits, counted
from bot.understanding.own_examples import failing
from content import teaching
from content.loader import CONTENT_ROOT, build, checked
from content.problems import ContentError, Problem
from content.tree import Tree

LEAST = 5
"""Patterns that found fewer are not shown: nothing follows from so few."""

Every = Annotated[int, typer.Option(min=1, help="Read every so manieth message; all take minutes.")]
Examples = Annotated[bool, typer.Option("--examples", help="Run the examples of the patterns alone.")]
Root = Annotated[Path, typer.Option(help="the content folder")]


def patterns(*, every: Every = 1, examples: Examples = False, root: Root = CONTENT_ROOT) -> None:
    """Run the examples of every pattern, then count how many taught messages each finds.

    Ends with 1 if an example is read otherwise than its pattern says, or a strong pattern is too often wrong.
    """
    tree = _checked(root)
    reader = Understanding(build(tree))
    failed = list(failing(tree.screen.patterns, reader.judge))
    _tell(failed)
    hits = [] if examples else _counted(root, every, reader)
    if not examples:
        Console().print(table(hits))
    raise typer.Exit(code=int(bool(failed) or any(one.too_strong for one in hits)))


def _checked(root: Path) -> Tree:
    try:
        return checked(root)
    except ContentError as error:
        raise _refused(error) from None


def _counted(root: Path, every: int, reader: Understanding) -> list[Hits]:
    try:
        messages = teaching.messages(root / teaching.FOLDER.name)
    except ContentError as error:
        raise _refused(error) from None
    return counted(messages[::every], reader.patterns)


def _refused(error: ContentError) -> typer.Exit:
    typer.echo(str(error))
    return typer.Exit(1)


def _tell(failed: Iterable[Problem]) -> None:
    listed = ContentError(failed).problems
    for problem in listed:
        typer.echo(str(problem))
    typer.echo(f"examples that are read otherwise: {len(listed)}", err=True)


def table(hits: Iterable[Hits]) -> Table:
    """One line a pattern."""
    drawn = Table("pattern", "strong", "harmless", "concern", "grave", "mistaken")
    for one in hits:
        if one.harmless + one.concern + one.grave >= LEAST:
            strong = "too strong" if one.too_strong else "yes" if one.strong else ""
            numbers = (str(one.harmless), str(one.concern), str(one.grave), f"{one.mistaken:.0%}")
            drawn.add_row(one.name, strong, *numbers)
    return drawn
