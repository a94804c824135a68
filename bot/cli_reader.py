"""The reader that a command of the command line asks for."""

from typing import Annotated

import typer

from bot.understanding import MODES, Understanding, best_reader, reader_of
from bot.understanding.trained.artefact import UnusableError
from content.content import Content
from content.loader import load
from content.problems import ContentError

Mode = Annotated[str | None, typer.Option("--mode", help="trained, letters or lexical; else the best one.")]


def reader(mode: str | None) -> tuple[Understanding, tuple[str, ...]]:
    """Of that mode; else, as in the bot, the best one that works here, and why better ones do not.

    Raises:
        BadParameter: there is no such mode, it cannot be used here, or the content has problems.
    """
    if mode is None:
        return best_reader(_content())
    if mode not in MODES:
        raise typer.BadParameter(f"the modes are {', '.join(MODES)}")
    try:
        return reader_of(_content(), mode), ()
    except UnusableError as error:
        raise typer.BadParameter(str(error)) from error


def _content() -> Content:
    try:
        return load()
    except ContentError as error:
        raise typer.BadParameter(str(error)) from error
