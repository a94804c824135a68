"""An explanation as plain values: for JSON, and for the tables of the `explain` command."""

from collections.abc import Iterable, Mapping, Sequence
from math import isfinite
from typing import Any

from bot.domain.judgement import FaqRanking
from bot.understanding import scripts
from bot.understanding.distress.finding import Finding
from bot.understanding.distress.weighing import CATEGORIES
from bot.understanding.explanation import Explanation, Opinion
from bot.understanding.nearest import Near
from bot.understanding.trained.reading import Reading
from bot.understanding.views import View
from content.schema import Severity
from content.teaching import Message, Question

Report = dict[str, Any]

SHOWN_CATEGORY = 0.1
"""From this chance a category is shown."""
SHOWN_TOPICS = 5
SHOWN_ANSWERS = 3


def report(explained: Explanation) -> Report:
    """Everything but the taught neighbours, in the order in which it came about."""
    judgement, opinion = explained.judgement, explained.opinion
    return {
        "views": [_view(view) for view in explained.views],
        "before": [_view(view) for view in explained.before],
        "letters": dict(scripts.letters_by_script(explained.views[0].tidy)),
        "language": judgement.language,
        "readable": judgement.readable,
        "help_word": judgement.help_word,
        "patterns": _findings(explained.found),
        "judge": _opinion(opinion) if opinion else None,
        "score": _score(opinion, explained.found) if opinion else None,
        "findings": _findings(explained.findings),
        "severity": judgement.severity.value,
        "categories": [category.value for category in judgement.categories],
        "about": judgement.about,
        "faq": _faq(judgement.faq),
    }


def neighbours(messages: Iterable[Near[Message]], questions: Iterable[Near[Question]]) -> Report:
    """The taught texts that are most alike, with what they teach and where they stand."""
    return {
        "messages": [
            {
                **_place(near),
                "severity": near.one.severity.value,
                "kind": near.one.kind,
                "categories": [category.value for category in near.one.categories],
            }
            for near in messages
        ],
        "questions": [{**_place(near), "topic": near.one.topic} for near in questions],
    }


def _place(near: Near[Message] | Near[Question]) -> Report:
    one = near.one
    return {"similarity": _rounded(near.similarity), "text": one.text, "file": one.file, "line": one.line}


def _view(view: View) -> Report:
    return {"kind": view.kind, "tidy": view.tidy, "words": [word.text for word in view.text.words]}


def _findings(findings: Sequence[Finding]) -> list[Report]:
    return [
        {
            "name": f.name,
            "category": f.category.value,
            "severity": f.severity.value,
            "strong": f.strong,
            "about": "other" if f.other else "self",
            "words": f.words,
        }
        for f in findings
    ]


def _opinion(opinion: Opinion) -> Report:
    said = opinion.message
    topics = sorted(zip(opinion.topics, said.topics, strict=True), key=lambda pair: -pair[1])
    return {
        "severities": _severities(said),
        "categories": _likely(said),
        "topics": {name: _rounded(chance) for name, chance in topics[:SHOWN_TOPICS]},
        "recent_and_this": _severities(opinion.whole) if opinion.whole else None,
    }


def _severities(said: Reading) -> dict[str, float]:
    return {
        severity.value: _rounded(chance) for severity, chance in zip(Severity, said.severities, strict=True)
    }


def _likely(said: Reading) -> dict[str, float]:
    pairs = sorted(zip(CATEGORIES, said.categories, strict=True), key=lambda pair: -pair[1])
    return {category.value: _rounded(chance) for category, chance in pairs if chance > SHOWN_CATEGORY}


def _score(opinion: Opinion, found: Sequence[Finding]) -> Report:
    parts: Mapping[str, float] = opinion.parts(found)
    total = sum(parts.values())
    needed = opinion.needed(found)
    return {
        "parts": {name: _rounded(part) for name, part in parts.items()},
        "sum": _rounded(total),
        "needed": needed if isfinite(needed) else None,
        "grave": total > needed,
    }


def _faq(faq: FaqRanking) -> Report:
    best = zip(faq.topics[:SHOWN_ANSWERS], faq.scores, strict=False)
    return {
        "band": faq.band.value,
        "best": [{"topic": topic, "score": _rounded(score)} for topic, score in best],
    }


def _rounded(value: float) -> float:
    return round(float(value), 3)
