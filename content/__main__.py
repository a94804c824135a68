"""Commands for authors: `python -m content check`."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from content import teaching
from content.checks import run_checks
from content.checks.teaching import check as check_teaching
from content.content import Content
from content.exchange.commands import export_texts, import_texts
from content.loader import CONTENT_ROOT, build
from content.near_rows import near_rows
from content.preview.command import preview
from content.problems import ContentError, Problem
from content.reading import read_tree
from content.schema import Severity
from content.steal_command import steal
from content.taught import UNDERSTANDING
from content.unreviewed import unreviewed

Root = Annotated[Path, typer.Option(help="the content folder")]

app = typer.Typer(no_args_is_help=True, add_completion=False)
app.command()(steal)
app.command()(preview)
app.command("export")(export_texts)
app.command("import")(import_texts)


@app.callback()
def main() -> None:
    """Looks after everything that children and staff read."""


@app.command()
def check(root: Root = CONTENT_ROOT) -> None:
    """List every problem as `file:line: message`; exit with 1 when there is any, else sum up."""
    tree, problems = read_tree(root)
    problems += [*run_checks(tree), *check_teaching(tree, root)]
    if problems:
        raise _refused(problems)
    for line in (*summary(build(tree)), *taught_summary(root)):
        typer.echo(line)


@app.command()
def near(
    file: Annotated[
        Path, typer.Argument(exists=True, dir_okay=False, help="rows with a text, JSON, one a line")
    ],
    root: Root = CONTENT_ROOT,
) -> None:
    """List the rows that are nearly a text that was taught; exit with 1 when there is any.

    Such a row measures memory: it does not belong in a set by which the reading is measured.
    """
    tree, problems = read_tree(root)
    if problems:
        raise _refused(problems)
    try:
        found = near_rows(file, tree, root)
    except ContentError as error:
        raise _refused(error.problems) from error
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error
    for line, taught in found:
        typer.echo(f"{file}:{line}: nearly {taught.file}:{taught.line}: {taught.text!r}")
    typer.echo(f"{len(found)} rows are nearly taught", err=True)
    raise typer.Exit(1 if found else 0)


def _refused(problems: Iterable[Problem]) -> typer.Exit:
    listed = ContentError(problems).problems
    for problem in listed:
        typer.echo(str(problem))
    typer.echo(f"{len(listed)} problems", err=True)
    return typer.Exit(1)


def summary(content: Content) -> list[str]:
    """What there is and how much of it nobody has reviewed, one fact a line."""
    default = content.languages[0]
    lessons, answers = content.lessons[default].values(), content.faq[default]
    left, stories = unreviewed(content), content.stories[default].values()
    phrasings = sum(len(entry.phrasings) for entries in content.faq.values() for entry in entries.values())
    return [
        f"languages: {', '.join(content.languages)}",
        f"lessons: {len(lessons)} with {sum(len(lesson.questions) for lesson in lessons)} questions",
        f"stories: {len(stories)} with {sum(len(story.scenes) for story in stories)} scenes",
        f"FAQ answers: {len(answers)} with {phrasings} phrasings in all languages",
        f"distress phrases: {sum(len(pack.phrases) for pack in content.distress)}",
        f"patterns: {sum(len(pack.patterns) for pack in content.knowledge.packs)} "
        f"over {len(content.knowledge.sets)} word lists",
        f"not published: {left.lessons} lessons, {left.stories} stories, {left.answers} answers, "
        f"{left.packs} phrase packs",
        f"help lines: {len(content.helplines)}, of which not verified: {left.helplines}",
    ]


def taught_summary(root: Path) -> list[str]:
    """What the trained judge is taught from, in three lines."""
    told, asked = teaching.messages(root / UNDERSTANDING), teaching.questions(root / UNDERSTANDING)
    talks = teaching.talks(root / UNDERSTANDING)
    grave = sum(one.severity.rank >= Severity.URGENT.rank for one in told)
    kinds = {kind: sum(one.kind == kind for one in told) for kind in teaching.KINDS}
    concerns = sum(one.severity is Severity.CONCERN for one in told)
    outside = sum(one.topic is None for one in asked)
    voices = len({row.voice for rows in (told, talks, asked) for row in rows})
    harmful = sum(one.severity.rank >= Severity.URGENT.rank for one in talks)
    return [
        f"taught messages: {grave} disclosures, {concerns} concerns, "
        f"{kinds['lookalike']} look-alikes, {kinds['ordinary']} ordinary",
        f"taught talks: {len(talks)}, of which disclosures: {harmful}",
        f"taught questions: {len(asked) - outside}, out of scope: {outside}; voices: {voices}",
    ]


if __name__ == "__main__":
    app()
