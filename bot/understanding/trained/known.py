"""Known readings: chances by name of a few sentences, by which a judge is tried on the machine it runs on."""

from collections.abc import Iterable, Mapping, Sequence

from bot.understanding.trained.reading import Reading
from content.schema import Category, Severity

Parts = Mapping[str, Mapping[str, float]]
"""Chances of `severities`, of `categories` and of `topics`, each by name."""

TOLERANCE = 0.08
"""How far the chance of being grave may be from the known one: processors round 8-bit sums differently."""
PART_TOLERANCE = 2 * TOLERANCE
"""For every other chance. Of 200 texts none moves by more than 0.053 where it is rounded otherwise."""


def written(reading: Reading, topics: Sequence[str]) -> Parts:
    """What is kept of a reading: every severity and category, and the likeliest topic."""
    parts = _parts(reading, topics)
    topic = max(parts["topics"].items(), key=lambda one: one[1])
    return {
        "severities": _rounded(parts["severities"].items()),
        "categories": _rounded(parts["categories"].items()),
        "topics": _rounded([topic]),
    }


def alike(reading: Reading, topics: Sequence[str], known: Parts) -> bool:
    """Whether a reading is the known one within what processors may differ; "not a number" never is.

    Raises:
        KeyError, ValueError: a name is unknown, or there are more or fewer chances than names.
    """
    parts, severities = _parts(reading, topics), known["severities"]
    grave = severities[Severity.URGENT] + severities[Severity.EMERGENCY]
    return _near(reading.grave, grave, TOLERANCE) and all(
        _near(parts[part][name], chance, PART_TOLERANCE)
        for part, chances in known.items()
        for name, chance in chances.items()
    )


def _parts(reading: Reading, topics: Sequence[str]) -> Parts:
    return {
        "severities": dict(zip(map(str, Severity), map(float, reading.severities), strict=True)),
        "categories": dict(zip(map(str, Category), map(float, reading.categories), strict=True)),
        "topics": dict(zip(topics, map(float, reading.topics), strict=True)),
    }


def _rounded(chances: Iterable[tuple[str, float]]) -> Mapping[str, float]:
    return {name: round(chance, 4) for name, chance in chances}


def _near(chance: float, known: float, tolerance: float) -> bool:
    return abs(chance - known) <= tolerance
