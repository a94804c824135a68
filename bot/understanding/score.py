"""How well messages are read, measured on labelled rows: pure functions from rows and judgements to reports.

Every share is `None` where no row could count towards it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain.judgement import Band, Judgement
from content.schema import Severity

Row = Mapping[str, Any]
Report = dict[str, Any]
Share = float | None


@dataclass(frozen=True, slots=True)
class Scored:
    """A labelled row, what was read in it, and how long that took (milliseconds)."""

    row: Row
    judgement: Judgement
    ms: float


def score_rows(
    rows: Iterable[Row], judge: Callable[[str], Judgement], clock: Callable[[], float]
) -> list[Scored]:
    """Judge each row's `text` alone. `clock` counts seconds."""
    scored = []
    for row in rows:
        start = clock()
        judgement = judge(str(row["text"]))
        scored.append(Scored(row, judgement, 1000 * (clock() - start)))
    return scored


def distress_report(scored: Sequence[Scored]) -> Report:
    """The figures of the distress screen. A row without `severity` counts as none."""
    told = [s for s in scored if _told(s)]
    emergencies = [s for s in told if _label(s) is Severity.EMERGENCY]
    quiet = [s for s in scored if _label(s) is Severity.NONE]
    times = sorted(s.ms for s in scored)
    return {
        "n": len(scored),
        "escalation_recall": _share(told, _alarmed),
        "emergency_recall": _share(emergencies, _alarmed),
        "emergency_exact": _share(emergencies, _exact),
        "false_alarm_rate": _share(quiet, _alarmed),
        "false_alarm_lookalike": _share([s for s in quiet if s.row.get("lookalike")], _alarmed),
        "severity_accuracy": _share(scored, _accepted),
        "by_lang": _parts(scored, lambda s: [s.row.get("lang")]),
        "by_category": _parts(scored, lambda s: s.row.get("categories") or ()),
        "by_style": _parts(scored, lambda s: [s.row.get("style")]),
        "ms_p50": _quantile(times, 0.50),
        "ms_p99": _quantile(times, 0.99),
    }


def distress_prediction(scored: Scored) -> Report:
    """One line of predictions: severity, categories, and the patterns and words that decided."""
    judgement = scored.judgement
    return {
        "severity": judgement.severity.value,
        "categories": [c.value for c in judgement.categories],
        "why": [{"pattern": r.pattern, "words": r.words} for r in judgement.reasons],
    }


def faq_report(scored: Sequence[Scored]) -> Report:
    """The figures of the FAQ. Topics without an entry count as misses."""
    asked = [s for s in scored if s.row.get("topic") is not None]
    other = [s for s in scored if s.row.get("topic") is None]
    return {
        "n": len(scored),
        **_faq_shares(asked),
        "oos_rejected": _share(other, lambda s: not _answered(s)),
        "by_lang": {lang: _faq_shares(part) for lang, part in _groups(asked, lambda s: [s.row.get("lang")])},
    }


def faq_prediction(scored: Scored) -> Report:
    """One line of predictions: the topic (null when it would not answer), the band, the best three."""
    faq = scored.judgement.faq
    return {
        "topic": faq.topics[0] if _answered(scored) else None,
        "band": faq.band.value,
        "top3": list(faq.topics[:3]),
    }


def _faq_shares(asked: Sequence[Scored]) -> Report:
    return {
        "acc1": _share(asked, lambda s: _right(s, 1)),
        "acc3": _share(asked, lambda s: _right(s, 3)),
        "right_and_answered": _share(asked, lambda s: _answered(s) and _right(s, 1)),
    }


def _right(scored: Scored, first: int) -> bool:
    wanted = {scored.row.get("topic"), *(scored.row.get("also") or ())}
    return any(topic in wanted for topic in scored.judgement.faq.topics[:first])


def _answered(scored: Scored) -> bool:
    return scored.judgement.faq.band is Band.ANSWER


def _label(scored: Scored) -> Severity:
    return Severity(scored.row.get("severity") or Severity.NONE)


def _told(scored: Scored) -> bool:
    return _label(scored).rank >= Severity.URGENT.rank


def _alarmed(scored: Scored) -> bool:
    return scored.judgement.severity.rank >= Severity.URGENT.rank


def _exact(scored: Scored) -> bool:
    return scored.judgement.severity is _label(scored)


def _accepted(scored: Scored) -> bool:
    return _exact(scored) or scored.judgement.severity.value in (scored.row.get("ok") or ())


def _parts(scored: Sequence[Scored], names: Callable[[Scored], Iterable[object]]) -> Report:
    return {
        name: {
            "n": len(part),
            "escalation_recall": _share([s for s in part if _told(s)], _alarmed),
            "false_alarm_rate": _share([s for s in part if _label(s) is Severity.NONE], _alarmed),
            "severity_accuracy": _share(part, _accepted),
        }
        for name, part in _groups(scored, names)
    }


def _groups(
    scored: Sequence[Scored], names: Callable[[Scored], Iterable[object]]
) -> list[tuple[str, list[Scored]]]:
    groups: dict[str, list[Scored]] = {}
    for item in scored:
        for name in names(item):
            if name is not None:
                groups.setdefault(str(name), []).append(item)
    return sorted(groups.items())


def _share(scored: Sequence[Scored], holds: Callable[[Scored], bool]) -> Share:
    return round(sum(map(holds, scored)) / len(scored), 4) if scored else None


def _quantile(ordered: Sequence[float], share: float) -> Share:
    return round(ordered[min(len(ordered) - 1, int(share * len(ordered)))], 2) if ordered else None
