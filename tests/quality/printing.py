"""The report as tables for people."""

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table

from tests.quality import report
from tests.quality.parts import Part
from tests.quality.report import Figures
from tests.quality.voices import FIGURES

MARK = " !"

KINDS: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "distress": lambda miss: f"{miss['label']} read as {miss['found']}",
    "faq": lambda miss: f"{'out of' if miss['label'] == '-' else 'in'} scope, band {miss['band']}",
}
"""Of what kind a miss is, by subject."""


def show(whole: Mapping[str, Any], console: Console, *, texts: bool) -> None:
    """All of it; `texts`: with the messages that were read wrongly, where the set is open."""
    for name, subjects in whole["sets"].items():
        for subject, part in subjects.items():
            _show_part(f"{subject}, {name} set", subject, part, console, texts=texts)
    if whole["voices"]:
        console.print(_voices(whole["voices"]))
    for line in whole["left_out"]:
        console.print(line)


def _show_part(title: str, subject: str, part: Part, console: Console, *, texts: bool) -> None:
    best = part["best"]
    console.print(_figures(f"{title}: modes", part["modes"]))
    console.print(
        _figures(f"{title}: {best} beside baselines", {best: part["modes"][best], **part["baselines"]})
    )
    weak = {(w["kind"], w["slice"], w["figure"]) for w in part["weak"]}
    for kind, slices in part["slices"].items():
        console.print(_slices(f"{title}: {best} by {kind}", kind, slices, weak))
    console.print(f"{MARK.strip()} {report.ENOUGH} rows or more, over {100 * report.FAR:.0f} points worse\n")
    if "misses" in part:
        _show_misses(f"{title}: {best}", subject, part["misses"], console, texts=texts)


def _figures(title: str, ways: Mapping[str, Part]) -> Table:
    table = _table(title, "", *ways)
    for figure in next(iter(ways.values()))["figures"]:
        shares = [way["figures"].get(figure) for way in ways.values()]
        table.add_row(figure, *(share.spread if share else "" for share in shares))
    table.add_row("ms p50 / p99", *(f"{w['times']['p50']} / {w['times']['p99']}" for w in ways.values()))
    return table


def _slices(title: str, kind: str, slices: Mapping[str, Figures], weak: set[tuple[str, str, str]]) -> Table:
    table = _table(title, "", *next(iter(slices.values()), {}))
    for name, figures in slices.items():
        marks = [MARK if (kind, name, figure) in weak else "" for figure in figures]
        table.add_row(name, *(s.spread + mark for s, mark in zip(figures.values(), marks, strict=True)))
    return table


def _show_misses(
    title: str, subject: str, misses: Sequence[Mapping[str, Any]], console: Console, *, texts: bool
) -> None:
    console.print(f"{title}, {len(misses)} rows read wrongly, by line:")
    kind = KINDS[subject]
    for name, alike in groupby(sorted(misses, key=kind), key=kind):
        console.print(f"  {name}: {', '.join(str(miss['line']) for miss in alike)}")
    console.print()
    if texts and misses:
        console.print(_texts(title, misses))


def _texts(title: str, misses: Sequence[Mapping[str, Any]]) -> Table:
    table = _table(title, *misses[0])
    for miss in misses:
        table.add_row(*map(str, miss.values()))
    return table


def _voices(modes: Mapping[str, Mapping[str, Figures]]) -> Table:
    columns = [f"{mode}: {figure}" for mode in modes for figure in FIGURES]
    table = _table("voices that training held out", "", *columns)
    for voice in next(iter(modes.values())):
        table.add_row(voice, *(modes[mode][voice][figure].spread for mode in modes for figure in FIGURES))
    return table


def _table(title: str, *columns: str) -> Table:
    return Table(*columns, title=title, title_justify="left", box=box.SIMPLE)
