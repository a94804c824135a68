"""`python -m content export` and `import`: texts for translators and reviewers, and back."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated

import typer

from content.exchange.faults import RefusedError, SpreadsheetError
from content.exchange.importing import Imported, planned, write
from content.exchange.opening import opened
from content.exchange.rows import Kind, rows
from content.exchange.writing import workbook
from content.loader import CONTENT_ROOT
from content.problems import ContentError
from content.reading import read_tree

_FURTHEST_EAST = timedelta(hours=14)
"""So much later than in Greenwich it is at most: a date of today is never refused."""

Out = Annotated[Path, typer.Argument(help="the new .xlsx file")]
In = Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="an .xlsx file that export made")]
Root = Annotated[Path, typer.Option(help="the content folder")]
Lessons = Annotated[bool, typer.Option("--lessons", help="only these (and others that are named)")]
Stories = Annotated[bool, typer.Option("--stories", help="only these (and others that are named)")]
Faq = Annotated[bool, typer.Option("--faq", help="only these (and others that are named)")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="tell what would change, write nothing")]


def export_texts(
    file: Out,
    *,
    lessons: Lessons = False,
    stories: Stories = False,
    faq: Faq = False,
    root: Root = CONTENT_ROOT,
) -> None:
    """Write the texts into a workbook, one row a text: lessons, stories and FAQ when none is named."""
    if file.suffix.lower() != ".xlsx":
        raise typer.BadParameter("the name must end with .xlsx")
    if file.exists():
        raise typer.BadParameter(f"{file} is there already; it may hold someone's work")
    wanted = {Kind.LESSONS: lessons, Kind.STORIES: stories, Kind.FAQ: faq}
    kinds = [kind for kind in Kind if wanted[kind] or not any(wanted.values())]
    tree, problems = read_tree(root)
    if problems:
        raise _refused(str(ContentError(problems)))
    sheets = [(kind, rows(tree, kind)) for kind in kinds]
    try:
        workbook(sheets, tree.languages).save(file)
    except ContentError as error:
        raise _refused(str(error)) from error
    for kind, some in sheets:
        typer.echo(f"{kind}: {len(some)} rows")


def import_texts(
    file: In,
    *,
    dry_run: DryRun = False,
    root: Root = CONTENT_ROOT,
) -> None:
    """Take over texts and reviews from a workbook: all, or nothing and a list of what to mend."""
    today = (datetime.now(UTC) + _FURTHEST_EAST).date()
    try:
        plan = planned(opened(file), root, today)
        if not dry_run:
            write(root, plan.files)
    except (ContentError, RefusedError, SpreadsheetError) as error:
        raise _refused(str(error)) from error
    _sum_up(plan, dry_run=dry_run)


def _refused(told: str) -> typer.Exit:
    typer.echo(told)
    typer.echo(f"{len(told.splitlines())} problems, nothing was written", err=True)
    return typer.Exit(1)


def _sum_up(plan: Imported, *, dry_run: bool) -> None:
    counts = Counter(change.spot.file for change in plan.changes)
    for file, count in sorted(counts.items()):
        typer.echo(f"{file}: {count} {'would change' if dry_run else 'changed'}")
    for told in plan.unsigned:
        typer.echo(f"sign again: {told}", err=True)
    typer.echo(f"{plan.rows} rows read, {len(plan.changes)} cells differ, {len(plan.files)} files")
