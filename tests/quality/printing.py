"""The report as tables for people and as one object for programs."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table

from tests.quality import report
from tests.quality.readings import Read, Replied
from tests.quality.report import Figures

Part = dict[str, Any]
"""`figures`, `slices`, `misses`, `times`, and `baselines`: for each name its `figures` and `times`."""


def distress_part(reads: Sequence[Read], beside: Mapping[str, Sequence[Read]]) -> Part:
    """Everything on the distress screen."""
    return {
        "figures": report.distress(reads),
        "slices": report.distress_slices(reads),
        "misses": report.distress_misses(reads),
        "times": report.times(reads),
        "baselines": {
            n: {"figures": report.distress_severities(r), "times": report.times(r)} for n, r in beside.items()
        },
    }


def faq_part(replies: Sequence[Replied], beside: Mapping[str, Sequence[Replied]]) -> Part:
    """Everything on the FAQ."""
    return {
        "figures": report.faq(replies),
        "slices": report.faq_slices(replies),
        "misses": report.faq_misses(replies),
        "times": report.times(replies),
        "baselines": {n: {"figures": report.faq(r), "times": report.times(r)} for n, r in beside.items()},
    }


def as_plain(value: Any, *, texts: bool) -> Any:
    """A part as JSON can hold it; `texts`: with the messages themselves."""
    if isinstance(value, dict):
        return {k: as_plain(v, texts=texts) for k, v in value.items() if texts or k != "text"}
    if isinstance(value, list):
        return [as_plain(v, texts=texts) for v in value]
    return value.plain() if hasattr(value, "plain") else value


def show(name: str, part: Part, console: Console, *, texts: bool) -> None:
    """One part as tables."""
    console.print(_figures(name, part))
    for kind, slices in part["slices"].items():
        console.print(_slices(f"{name} by {kind}", slices))
    console.print(_misses(f"{name}: {len(part['misses'])} rows read wrongly", part["misses"], texts=texts))


def _figures(name: str, part: Part) -> Table:
    beside = part["baselines"]
    table = _table(f"{name}: held-out set", "figure", "bot", "95 %", *beside)
    for figure, share in part["figures"].items():
        low, high = share.interval
        others = [str(b["figures"].get(figure, "")) for b in beside.values()]
        table.add_row(figure, str(share), f"{100 * low:.0f} to {100 * high:.0f}", *others)
    table.add_row("ms p50 / p99", _ms(part), "", *map(_ms, beside.values()))
    return table


def _ms(part: Part) -> str:
    return f"{part['times']['p50']} / {part['times']['p99']}"


def _slices(title: str, slices: Mapping[str, Figures]) -> Table:
    table = _table(title, "", *next(iter(slices.values()), {}))
    for name, figures in slices.items():
        table.add_row(name, *map(str, figures.values()))
    return table


def _misses(title: str, misses: Sequence[Mapping[str, Any]], *, texts: bool) -> Table:
    columns = [c for c in next(iter(misses), {}) if texts or c != "text"]
    table = _table(title, *columns)
    for miss in misses:
        table.add_row(*(str(miss[c]) for c in columns))
    return table


def _table(title: str, *columns: str) -> Table:
    return Table(*columns, title=title, title_justify="left", box=box.SIMPLE)
