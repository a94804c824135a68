"""The `explain` command: how the judgement of one message comes about, piece by piece.

The printed words are for the people who write data, not for children or staff.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.cli_reader import Mode, reader
from bot.understanding.explain_report import SHOWN_CATEGORY, Report, neighbours, report
from bot.understanding.nearest import nearest
from content import teaching
from content.problems import ContentError

SHOWN_NEIGHBOURS = 3
WIDE = {"tidy form": 3, "words": 3, "chances": 3, "value": 3, "text": 3}
"""Columns that take what the others leave, by their shares of it."""

Message = Annotated[str, typer.Argument(help="An invented message.")]
Before = Annotated[list[str] | None, typer.Option("--before", help="An earlier message; the oldest first.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


def explain(text: Message, *, before: Before = None, mode: Mode = None, as_json: AsJson = False) -> None:
    """Show how a message is read: views, patterns, judge, score, severity, answers, and what is taught."""
    chosen, troubles = reader(mode)
    explained = report(chosen.explained(text, before or ()))
    told = {"mode": chosen.mode, "troubles": troubles, **explained, "nearest": _nearest(chosen.plain(text))}
    if as_json:
        typer.echo(json.dumps(told, ensure_ascii=False))
        return
    console = Console()
    for table in tables(told):
        console.print(table)


def _nearest(text: str) -> Report:
    try:
        messages, questions = teaching.messages(), teaching.questions()
    except ContentError as error:
        raise typer.BadParameter(str(error)) from error
    return neighbours(nearest(text, messages, SHOWN_NEIGHBOURS), nearest(text, questions, SHOWN_NEIGHBOURS))


def tables(told: Report) -> Iterable[Table]:
    """What was told, in the order in which it comes about."""
    yield _views(told)
    yield _findings("Patterns and phrases found", told["patterns"])
    if told["judge"]:
        yield _judge(told["judge"])
        yield _score(told["score"])
    yield _findings("Findings that count", told["findings"])
    yield _judgement(told)
    yield _taught("Nearest taught messages", told["nearest"]["messages"], _label)
    yield _taught("Nearest taught questions", told["nearest"]["questions"], _topic)


def _table(title: str, *columns: str) -> Table:
    table = Table(
        title=title,
        title_justify="left",
        title_style="bold",
        caption_justify="left",
        box=box.SIMPLE_HEAD,
        expand=True,
    )
    for column in columns:
        table.add_column(column, overflow="fold", ratio=WIDE.get(column))
    return table


def _row(table: Table, *cells: object) -> None:
    # As plain text: what a child writes in square brackets is no markup.
    table.add_row(*(Text(str(cell)) for cell in cells))


def _views(told: Report) -> Table:
    table = _table("How it is read", "view", "tidy form", "words")
    for view in told["before"]:
        _row(table, f"before ({view['kind']})", view["tidy"], " · ".join(view["words"]))
    for view in told["views"]:
        _row(table, view["kind"], view["tidy"], " · ".join(view["words"]))
    table.caption = _line(
        letters=" ".join(f"{n} {name}" for name, n in told["letters"].items()) or "none",
        language=told["language"],
        readable=_yes(told["readable"]),
        help_word=_yes(told["help_word"]),
    )
    return table


def _findings(title: str, findings: Sequence[Report]) -> Table:
    table = _table(title, "name", "category", "severity", "strong", "about", "words")
    for found in findings:
        first = (found["name"], found["category"], found["severity"], _yes(found["strong"]), found["about"])
        _row(table, *first, found["words"])
    if not findings:
        table.caption = "nothing"
    return table


def _judge(said: Report) -> Table:
    table = _table(f"The trained judge (categories above {SHOWN_CATEGORY})", "what", "chances")
    _row(table, "severity", _figures(said["severities"]))
    _row(table, "categories", _figures(said["categories"]) or "none")
    _row(table, "best topics", _figures(said["topics"], "\n"))
    if said["recent_and_this"]:
        _row(table, "before and this", _figures(said["recent_and_this"]))
    return table


def _score(score: Report) -> Table:
    table = _table("The score from which it is grave", "piece", "adds")
    for name, part in score["parts"].items():
        _row(table, name, f"{part:+.3f}")
    _row(
        table, "needed", "more than there is" if score["needed"] is None else f"above {score['needed']:+.3f}"
    )
    _row(table, "sum", f"{score['sum']:+.3f}  {'grave' if score['grave'] else 'not grave'}")
    return table


def _judgement(told: Report) -> Table:
    table = _table(f"The judgement ({told['mode']})", "what", "value")
    _row(table, "severity", told["severity"])
    _row(table, "categories", ", ".join(told["categories"]) or "none")
    _row(table, "about", told["about"] or "nobody")
    best = {one["topic"]: one["score"] for one in told["faq"]["best"]}
    _row(table, "answer", told["faq"]["band"])
    _row(table, "best answers", _figures(best, "\n") or "none")
    for trouble in told["troubles"]:
        _row(table, "no better mode", trouble)
    return table


def _taught(title: str, near: Sequence[Report], label: Callable[[Report], str]) -> Table:
    table = _table(title, "alike", "taught as", "text", "where")
    for one in near:
        _row(
            table,
            f"{one['similarity']:.2f}",
            label(one),
            one["text"],
            f"{Path(one['file']).stem}:{one['line']}",
        )
    if not near:
        table.caption = "nothing"
    return table


def _label(one: Report) -> str:
    return " ".join([one["severity"], *([one["kind"]] if one["kind"] else one["categories"])])


def _topic(one: Report) -> str:
    return str(one["topic"] or "out of scope")


def _figures(values: Mapping[str, float], between: str = ", ") -> str:
    return between.join(f"{name} {value:g}" for name, value in values.items())


def _line(**facts: str) -> str:
    return ", ".join(f"{name.replace('_', ' ')}: {fact}" for name, fact in facts.items())


def _yes(value: object) -> str:
    return "yes" if value else "no"
