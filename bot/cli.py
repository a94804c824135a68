"""The command line: `python -m bot …`."""

import asyncio
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from bot import log as logs
from bot.cli_explain import explain
from bot.cli_patterns import patterns
from bot.cli_report import report as as_page
from bot.cli_score import score
from bot.cli_suggestions import as_entries, as_messages, as_table, kept
from bot.demo import run_demo
from bot.settings import Settings, SettingsError, load_settings
from bot.wiring import UnreviewedError, run_bot
from content.content import Content
from content.loader import load
from content.problems import ContentError
from db.errors import DatabaseError

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
app.add_typer(score, name="score")
app.command()(explain)
app.command()(patterns)


@app.command()
def run() -> None:
    """Run the bot with the settings of the environment and .env."""
    settings = _settings()
    logs.configure(level=settings.log_level, as_json=settings.log_format == "json")
    try:
        asyncio.run(run_bot(settings, _content()))
    except (UnreviewedError, DatabaseError) as error:
        raise typer.Exit(_refuse(f"{type(error).__name__}: {error}")) from None


def _settings() -> Settings:
    try:
        return load_settings()
    except SettingsError as error:
        raise typer.Exit(_refuse(*error.problems)) from None


def _content() -> Content:
    try:
        return load()
    except ContentError as error:
        raise typer.Exit(_refuse(*(str(problem) for problem in error.problems))) from None


def _refuse(*problems: str) -> int:
    for problem in problems:
        typer.echo(problem, err=True)
    return 1


@app.command()
def suggestions(
    *,
    faq: Annotated[bool, typer.Option("--faq", help="Draft entries of the FAQ instead.")] = False,
    table: Annotated[bool, typer.Option("--all", help="All that is known of every one instead.")] = False,
) -> None:
    """Print what staff suggested: what was missed, as CSV rows for content/understanding/messages/."""
    if faq and table:
        raise typer.BadParameter("--faq and --all exclude each other")
    try:
        found = kept(_settings())
    except DatabaseError as error:
        raise typer.Exit(_refuse(f"{type(error).__name__}: {error}")) from None
    shown = as_entries if faq else as_table if table else as_messages
    typer.echo(shown(found), nl=False)


@app.command()
def report(
    out: Annotated[Path, typer.Option(help="where the page is written")] = Path("report.html"),
    since: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="the first day")] = None,
    language: Annotated[str, typer.Option(help="language of the page: th or en")] = "th",
) -> None:
    """Write a page for donors that prints on A4: what children learned, in anonymous counts."""
    settings, content = _settings(), _content()
    if language not in content.languages:
        raise typer.Exit(_refuse(f"no such language: {language}"))
    try:
        page = as_page(settings, content, since.date() if since is not None else None, language)
        out.write_text(page, encoding="utf-8")
    except (DatabaseError, OSError, ValueError) as error:
        raise typer.Exit(_refuse(f"{type(error).__name__}: {error}")) from None
    typer.echo(str(out))


@app.command()
def demo(
    port: Annotated[int, typer.Option(help="where the page is served, on this machine only")] = 8080,
    language: Annotated[str, typer.Option(help="names of the demo cast: th or en")] = "th",
) -> None:
    """Run the bot on a simulated Telegram with a web page; no token and no account needed."""
    try:
        asyncio.run(run_demo(port, language))
    except (KeyboardInterrupt, asyncio.CancelledError):
        typer.echo("")
