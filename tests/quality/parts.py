"""The report as one object: of each set and subject its figures, slices and misses."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from tests import shared
from tests.quality import measuring, report, voices
from tests.quality.measuring import Beside, Measured
from tests.quality.readings import Read, Replied
from tests.quality.report import Figures
from tests.quality.sets import Sets

Row = TypeVar("Row", Read, Replied)
Part = dict[str, Any]
"""`modes` and `baselines` (`figures` and `times` of each), `best`: the first mode, and of that its `slices`,
those that are `weak`, and `misses`, which a closed set lacks."""


def whole(names: Sequence[str]) -> dict[str, Any]:
    """Everything on the sets of these names."""
    content = shared.content()
    readers, without = measuring.readers()
    beside, lacking = measuring.beside(content)
    sets: dict[str, dict[str, Part]] = {}
    for name in names:
        rows = measuring.sets(name, content)
        sets[name] = both(rows, {mode: measuring.own(r, rows) for mode, r in readers.items()}, beside)
    return {"sets": sets, "voices": voices.held_out(), "left_out": [*without, *lacking]}


def both(rows: Sets, modes: Mapping[str, Measured], beside: Beside) -> dict[str, Part]:
    """The parts on distress and on questions, if there are any. `modes`: the best first."""
    bot = next(iter(modes.values()))
    told = distress_part(
        {mode: measured.reads for mode, measured in modes.items()},
        dict(measuring.distress_baselines(beside, rows, bot)),
    )
    if not rows.asked:
        return {"distress": _without_rows(rows, told)}
    asked = faq_part(
        {mode: measured.replies for mode, measured in modes.items()},
        dict(measuring.faq_baselines(beside, rows, bot)),
    )
    return {"distress": _without_rows(rows, told), "faq": _without_rows(rows, asked)}


def distress_part(modes: Mapping[str, Sequence[Read]], beside: Mapping[str, Sequence[Read]]) -> Part:
    """Everything on the distress screen."""
    best = next(iter(modes))
    return {
        **_side_by_side(modes, report.distress, beside, report.distress_severities),
        **_sliced(report.distress_slices(modes[best]), report.distress_severities(modes[best])),
        "misses": report.distress_misses(modes[best]),
    }


def faq_part(modes: Mapping[str, Sequence[Replied]], beside: Mapping[str, Sequence[Replied]]) -> Part:
    """Everything on the FAQ."""
    best = next(iter(modes))
    return {
        **_side_by_side(modes, report.faq, beside, report.faq),
        **_sliced(report.faq_slices(modes[best]), report.faq(modes[best])),
        "misses": report.faq_misses(modes[best]),
    }


def as_plain(value: Any, *, texts: bool) -> Any:
    """A part as JSON can hold it; `texts`: with the messages themselves."""
    if isinstance(value, dict):
        return {k: as_plain(v, texts=texts) for k, v in value.items() if texts or k != "text"}
    if isinstance(value, list):
        return [as_plain(v, texts=texts) for v in value]
    return value.plain() if hasattr(value, "plain") else value


def _without_rows(rows: Sets, part: Part) -> Part:
    return {name: value for name, value in part.items() if name != "misses"} if rows.closed else part


def _side_by_side(
    modes: Mapping[str, Sequence[Row]],
    figures: Callable[[Sequence[Row]], Figures],
    beside: Mapping[str, Sequence[Row]],
    beside_figures: Callable[[Sequence[Row]], Figures],
) -> Part:
    return {
        "best": next(iter(modes)),
        "modes": {n: {"figures": figures(rows), "times": report.times(rows)} for n, rows in modes.items()},
        "baselines": {
            n: {"figures": beside_figures(rows), "times": report.times(rows)} for n, rows in beside.items()
        },
    }


def _sliced(slices: report.Slices, whole: Figures) -> Part:
    weak = [
        {"kind": kind, "slice": name, "figure": figure}
        for kind, named in slices.items()
        for name, figures in named.items()
        for figure, share in figures.items()
        if report.weak(figure, share, whole[figure])
    ]
    return {"slices": slices, "weak": weak}
