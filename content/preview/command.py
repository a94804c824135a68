"""`python -m content preview`: write the site."""

from pathlib import Path
from typing import Annotated

import typer

from content.checks import run_checks
from content.loader import CONTENT_ROOT, build
from content.preview.site import NotOursError, site, write
from content.preview.words import page_words
from content.problems import ContentError
from content.reading import read_tree

OUT = Path("build/preview")


def preview(
    out: Annotated[Path, typer.Option(file_okay=False, help="where the pages go")] = OUT,
    root: Annotated[Path, typer.Option(help="the content folder")] = CONTENT_ROOT,
) -> None:
    """Write pages that show all content to reviewers; they open without a server.

    Also content that the check refuses is shown, as far as it can be read; the index lists what is wrong.
    """
    tree, problems = read_tree(root)
    listed = list(ContentError([*problems, *run_checks(tree)]).problems)
    try:
        files = site(build(tree), listed, page_words())
        write(files, out)
    except NotOursError as error:
        raise typer.BadParameter(str(error)) from error
    pages = sum(name.endswith(".html") for name in files)
    typer.echo(f"{pages} pages, begin with {out / 'index.html'}; problems of the content: {len(listed)}")
