"""`python -m content steal`: what a topic's wordings would take from other topics."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rapidfuzz import process

from content.loader import CONTENT_ROOT
from content.problems import ContentError
from content.reading import read_tree
from content.stealing import Asked, Drawn, collected, strayed, taken
from content.taught import UNDERSTANDING

NEW = "new"
"""Where a wording stands that is in no file yet."""

Topic = Annotated[str, typer.Argument(help="the id of an FAQ entry")]
New = Annotated[list[str] | None, typer.Option("--phrasing", help="a wording that you think of adding")]
Root = Annotated[Path, typer.Option(help="the content folder")]


def steal(topic: Topic, phrasing: New = None, root: Root = CONTENT_ROOT) -> None:
    """List what the topic's wordings (or only new ones) take from other topics; exit with 1 when anything."""
    asked = _asked(root)
    _must_exist(topic, asked)
    new = [Asked(topic, text, NEW) for text in phrasing or ()]
    lost, strays = taken(asked, topic, new), strayed(asked, topic, new)
    _tell(f"questions of other topics that {topic} would take", lost)
    _tell(f"{'new ' if new else ''}wordings of {topic} that are nearer to another topic", strays)
    if lost:
        raise typer.Exit(1)


def _asked(root: Path) -> tuple[Asked, ...]:
    tree, problems = read_tree(root)
    if problems:
        raise typer.Exit(_refuse(ContentError(problems)))
    try:
        return collected(tree, root / UNDERSTANDING)
    except ContentError as error:
        raise typer.Exit(_refuse(error)) from error


def _refuse(error: ContentError) -> int:
    typer.echo(str(error), err=True)
    return 2


def _must_exist(topic: str, asked: Sequence[Asked]) -> None:
    topics = {one.topic for one in asked if one.topic}
    if topic not in topics:
        like = ", ".join(name for name, _, _ in process.extract(topic, sorted(topics), limit=3))
        raise typer.BadParameter(f"there is no topic {topic!r}; like it: {like}")


def _tell(title: str, drawn: Sequence[Drawn]) -> None:
    typer.echo(f"{title}: {len(drawn)}")
    for one in drawn:
        typer.echo(f"  {_named(one.asked)}\n    {one.asked.text}")
        typer.echo(f"    nearest {one.by.similarity:.0f} {_named(one.by.asked)}: {one.by.asked.text}")
        if one.before:
            before = one.before
            typer.echo(f"    else    {before.similarity:.0f} {_named(before.asked)}: {before.asked.text}")


def _named(asked: Asked) -> str:
    return f"{asked.topic or 'out of scope'} ({asked.where})"
