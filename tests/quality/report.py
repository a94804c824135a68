"""The figures of a reading: shares over a whole set, over its slices, and the rows that went wrong."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from content.schema import Severity
from tests.quality.readings import Read, Replied
from tests.quality.sets import Told
from tests.quality.shares import Share, grouped, quantile, share

Figures = dict[str, Share]
Slices = dict[str, dict[str, Figures]]
"""By kind of slice and name of slice."""

ENOUGH = 50
"""Rows from which a slice's share says something by itself."""
FAR = 0.08
"""How much worse than the whole a slice of that many is when it is marked."""
CEILINGS = frozenset(
    {"false_alarm_rate", "false_alarm_lookalike", "false_alarm_chat", "quiet_noticed", "wrongly_answered"}
)
"""Figures of which less is better."""

TOLD_SLICES: Mapping[str, Callable[[Read], Iterable[str]]] = {
    "lang": lambda r: (r.row.lang,),
    "style": lambda r: (r.row.style,),
    "category": lambda r: r.row.categories,
    "about": lambda r: (r.row.about,) if r.row.about else (),
    "look-alike": lambda r: _kind_of_quiet(r.row),
}
ASKED_SLICES: Mapping[str, Callable[[Replied], Iterable[str]]] = {
    "lang": lambda r: (r.row.lang,),
    "topic": lambda r: r.row.topics[:1],
}


def distress(reads: Sequence[Read]) -> Figures:
    """Every figure of the distress screen; README.md says what each means."""
    found = [r for r in reads if r.row.grave and r.verdict.alarms]
    return {
        **distress_severities(reads),
        "category_right": share(found, lambda r: bool({*r.row.categories} & {*r.verdict.categories})),
        "about_right": share(found, lambda r: r.row.about == r.verdict.about),
    }


def distress_severities(reads: Sequence[Read]) -> Figures:
    """The figures for which the severity alone counts."""
    grave = [r for r in reads if r.row.grave]
    return {
        "escalation_recall": share(grave, _alarmed),
        **_by_severity(reads),
        "noticed": share(grave, _noticed),
        **_quiet([r for r in reads if r.row.severity is Severity.NONE]),
        "severity_accuracy": share(reads, _accepted),
    }


def _by_severity(reads: Sequence[Read]) -> Figures:
    emergencies = [r for r in reads if r.row.severity is Severity.EMERGENCY]
    concerns = [r for r in reads if r.row.severity is Severity.CONCERN]
    return {
        "emergency_recall": share(emergencies, _alarmed),
        "emergency_exact": share(emergencies, lambda r: r.verdict.severity is Severity.EMERGENCY),
        "urgent_recall": share([r for r in reads if r.row.severity is Severity.URGENT], _alarmed),
        "concern_noticed": share(concerns, _noticed),
        "concern_raised": share(concerns, _alarmed),
    }


def _quiet(quiet: Sequence[Read]) -> Figures:
    return {
        "false_alarm_rate": share(quiet, _alarmed),
        "false_alarm_lookalike": share([r for r in quiet if r.row.lookalike], _alarmed),
        "false_alarm_chat": share([r for r in quiet if not r.row.lookalike], _alarmed),
        "quiet_noticed": share(quiet, _noticed),
    }


def faq(replies: Sequence[Replied]) -> Figures:
    """Every figure of the FAQ; README.md says what each means."""
    inside = [r for r in replies if r.row.topics]
    outside = [r for r in replies if not r.row.topics]
    return {
        "acc1": share(inside, lambda r: r.right(1)),
        "acc3": share(inside, lambda r: r.right(3)),
        "right_and_answered": share(inside, lambda r: r.answered and r.right(1)),
        "wrongly_answered": share(inside, lambda r: r.answered and not r.right(1)),
        "right_and_offered": share(inside, lambda r: r.reply.band == "ask" and r.right(3)),
        "oos_rejected": share(outside, lambda r: not r.answered),
        "oos_silent": share(outside, lambda r: r.reply.band == "none"),
    }


def distress_slices(reads: Sequence[Read]) -> Slices:
    """Recall, false alarms and accuracy for each language, style, category, person, and kind of quiet row."""
    wanted = ("escalation_recall", "noticed", "false_alarm_rate", "severity_accuracy")
    return {
        kind: {
            name: {figure: distress_severities(part)[figure] for figure in wanted}
            for name, part in grouped(reads, names).items()
        }
        for kind, names in TOLD_SLICES.items()
    }


def faq_slices(replies: Sequence[Replied]) -> Slices:
    """The same for the FAQ, for each language and topic."""
    wanted = ("acc1", "acc3", "right_and_answered", "oos_rejected")
    return {
        kind: {name: {figure: faq(part)[figure] for figure in wanted} for name, part in parts.items()}
        for kind, names in ASKED_SLICES.items()
        if (parts := grouped(replies, names))
    }


def weak(figure: str, part: Share, whole: Share) -> bool:
    """Whether a slice of enough rows is much worse than the whole set."""
    if part.of < ENOUGH or part.rate is None or whole.rate is None:
        return False
    behind = part.rate - whole.rate if figure in CEILINGS else whole.rate - part.rate
    return round(behind, 6) > FAR


def distress_misses(reads: Sequence[Read]) -> list[dict[str, Any]]:
    """Grave messages that raised no alarm, and alarms that nobody needed."""
    return [
        {
            "line": r.row.line,
            "label": r.row.severity.value,
            "found": r.verdict.severity.value,
            "categories": "/".join(r.row.categories),
            "lang": r.row.lang,
            "style": r.row.style,
            "text": r.row.text,
        }
        for r in reads
        if r.verdict.alarms != r.row.grave and r.verdict.severity not in r.row.ok
    ]


def faq_misses(replies: Sequence[Replied]) -> list[dict[str, Any]]:
    """Questions whose best topic is wrong, and questions out of scope that were answered."""
    return [
        {
            "line": r.row.line,
            "label": r.row.topics[0] if r.row.topics else "-",
            "found": r.reply.topics[0] if r.reply.topics else "-",
            "band": r.reply.band.value,
            "lang": r.row.lang,
            "text": r.row.text,
        }
        for r in replies
        if (not r.right(1) if r.row.topics else r.answered)
    ]


def times(rows: Sequence[Read] | Sequence[Replied]) -> dict[str, float]:
    """Milliseconds a message: the median, and what 99 of 100 stay under."""
    ms = [r.ms for r in rows]
    return {"p50": round(quantile(ms, 0.5), 2), "p99": round(quantile(ms, 0.99), 2)}


def _kind_of_quiet(row: Told) -> tuple[str, ...]:
    if row.severity is not Severity.NONE:
        return ()
    return ("look-alike",) if row.lookalike else ("ordinary talk",)


def _alarmed(read: Read) -> bool:
    return read.verdict.alarms


def _noticed(read: Read) -> bool:
    return read.verdict.severity is not Severity.NONE


def _accepted(read: Read) -> bool:
    return read.verdict.severity in read.row.ok
