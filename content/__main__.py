"""Commands for authors: `python -m content check`."""

from pathlib import Path
from typing import Annotated

import typer

from content.content import Content
from content.loader import CONTENT_ROOT, load
from content.problems import ContentError
from content.unreviewed import unreviewed

app = typer.Typer(no_args_is_help=True, add_completion=False)


@app.callback()
def main() -> None:
    """Looks after everything that children and staff read."""


@app.command()
def check(root: Annotated[Path, typer.Option(help="the content folder")] = CONTENT_ROOT) -> None:
    """List every problem as `file:line: message`; exit with 1 when there is any, else sum up."""
    try:
        content = load(root)
    except ContentError as error:
        for problem in error.problems:
            typer.echo(str(problem))
        typer.echo(f"{len(error.problems)} problems", err=True)
        raise typer.Exit(1) from error
    for line in summary(content):
        typer.echo(line)


def summary(content: Content) -> list[str]:
    """What there is and how much of it nobody has reviewed, one fact a line."""
    default = content.languages[0]
    lessons, answers = content.lessons[default].values(), content.faq[default]
    left = unreviewed(content)
    phrasings = sum(len(entry.phrasings) for entries in content.faq.values() for entry in entries.values())
    return [
        f"languages: {', '.join(content.languages)}",
        f"lessons: {len(lessons)} with {sum(len(lesson.questions) for lesson in lessons)} questions",
        f"FAQ answers: {len(answers)} with {phrasings} phrasings in all languages",
        f"distress phrases: {sum(len(pack.phrases) for pack in content.distress)}",
        f"not published: {left.lessons} lessons, {left.answers} answers, {left.packs} phrase packs",
        f"help lines: {len(content.helplines)}, of which not verified: {left.helplines}",
    ]


if __name__ == "__main__":
    app()
