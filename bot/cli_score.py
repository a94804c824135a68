"""The `score` command: how well messages of a labelled file are read.

The printed words are for the people who tend the project, not for children or staff.
"""

import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from bot.cli_reader import Mode, reader
from bot.understanding import MODES
from bot.understanding import score as scoring

score = typer.Typer(no_args_is_help=True, help="Measure the reading of messages on a labelled file.")

Rows = Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="Labelled rows, JSON, one a line.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
Predictions = Annotated[Path | None, typer.Option("--predictions", help="Write one JSON object a row here.")]


@score.command()
def distress(
    file: Rows, *, as_json: AsJson = False, predictions: Predictions = None, mode: Mode = None
) -> None:
    """The distress screen: severities and categories."""
    used, scored = _scored(file, mode)
    _write(predictions, scored, scoring.distress_prediction)
    _show({"mode": used, **scoring.distress_report(scored)}, as_json=as_json)


@score.command()
def faq(file: Rows, *, as_json: AsJson = False, predictions: Predictions = None, mode: Mode = None) -> None:
    """The FAQ: topics found, offered and refused."""
    used, scored = _scored(file, mode)
    _write(predictions, scored, scoring.faq_prediction)
    _show({"mode": used, **scoring.faq_report(scored)}, as_json=as_json)


def _scored(file: Path, mode: str | None) -> tuple[str, list[scoring.Scored]]:
    """The mode that was used, and what it read."""
    rows = _rows(file)
    chosen, troubles = reader(mode)
    if chosen.mode != MODES[0]:
        typer.echo("; ".join((f"mode: {chosen.mode}, not the best one ({MODES[0]})", *troubles)), err=True)
    return chosen.mode, scoring.score_rows(rows, chosen.judge, time.perf_counter)


def _rows(file: Path) -> list[scoring.Row]:
    try:
        # Not `splitlines`, which also breaks at marks that may stand inside of a message.
        return [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line.strip()]
    except ValueError as error:
        raise typer.BadParameter(f"{file}: {error}") from error


def _write(
    target: Path | None, scored: Sequence[scoring.Scored], line: Callable[[scoring.Scored], scoring.Report]
) -> None:
    if target is not None:
        lines = (json.dumps(line(s), ensure_ascii=False) + "\n" for s in scored)
        target.write_text("".join(lines), encoding="utf-8")


def _show(report: scoring.Report, *, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(report, ensure_ascii=False))
        return
    table = Table("figure", "value")
    for name, value in report.items():
        for row in _lines(name, value):
            table.add_row(*row)
    Console().print(table)


def _lines(name: str, value: object) -> list[tuple[str, str]]:
    if not isinstance(value, dict):
        return [(name, str(value))]
    return [(f"{name} {part}", json.dumps(figures)) for part, figures in value.items()]
