"""How well a judge reads voices that it has not learned from, and how much each evidence should count."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from bot.training.examples import Taught
from bot.understanding.distress.finding import Finding
from bot.understanding.distress.weighing import Weights, evidence, log_odds
from bot.understanding.trained.reading import Reading

CONCERN, URGENT = 1, 2
OF_A_CONCERN = 0.5
"""A concern that is taken for something grave counts as half a false alarm: a person reads it for
nothing, but help was to be offered anyway."""
FALSE_ALARMS = 0.025
"""The figures are told at the score from which so many harmless messages of the held-out voices would alarm.
Half of those are look-alikes made to deceive, many more than children write."""
BIAS = {"trained": 0.4, "letters": 0.3}
"""Added to the log odds: less than even ones suffice. Chosen by development, held-out and opened sets."""


@dataclass(frozen=True, slots=True)
class Read:
    """A held-out text, what the judge said, and what patterns found."""

    taught: Taught
    reading: Reading
    findings: tuple[Finding, ...]


def weighing(read: Sequence[Read], mode: str) -> Weights:
    """What each piece of evidence weighs, fitted by logistic regression."""
    told = [(one, one.taught.severity) for one in read if one.taught.severity is not None]
    rows = np.array([_row(one) for one, _ in told])
    grave = np.array([severity >= URGENT for _, severity in told])
    counts = np.array([OF_A_CONCERN if severity == CONCERN else 1.0 for _, severity in told])
    model = LogisticRegression(C=10.0).fit(rows, grave, sample_weight=counts)
    judge, category, strong, found, hint = (max(0.0, float(weight)) for weight in model.coef_[0])
    return Weights(judge, category, strong, found, hint, BIAS[mode])


def at_false_alarms(read: Sequence[Read], weights: Weights) -> Weights:
    """The same weights with the bias at which `FALSE_ALARMS` of the harmless messages would alarm."""
    quiet = [weights.score(one.reading, one.findings) for one in read if one.taught.severity == 0]
    return replace(weights, bias=weights.bias - float(np.quantile(quiet, 1 - FALSE_ALARMS)))


def _row(one: Read) -> NDArray[np.float64]:
    said = log_odds(one.reading.grave), log_odds(one.reading.likeliest)
    return np.array([*said, *evidence(one.findings)], np.float64)


Figures = dict[str, object]


def figures(read: Sequence[Read], weights: Weights, topics: Sequence[str]) -> Figures:
    """Shares over all held-out voices, and the recall and false alarms of each voice, with counts."""
    told = [one for one in read if one.taught.severity is not None]
    return {
        **_distress(told, weights),
        **_questions([one for one in read if one.taught.topic is not None], topics),
        "voices": {
            voice: _distress([one for one in told if one.taught.voice == voice], weights)
            for voice in sorted({one.taught.voice for one in told})
        },
    }


def _distress(read: Sequence[Read], weights: Weights) -> Figures:
    def alarms(one: Read) -> bool:
        return weights.score(one.reading, one.findings) > 0

    grave = [one for one in read if (one.taught.severity or 0) >= URGENT]
    return {
        "escalation_recall": _share(grave, alarms),
        "false_alarms": _share([one for one in read if one.taught.severity == 0], alarms),
    }


def _questions(read: Sequence[Read], topics: Sequence[str]) -> Figures:
    def best(one: Read) -> str:
        return topics[int(np.argmax(one.reading.topics[:-1]))]

    asked = [one for one in read if one.taught.topic in topics[:-1]]
    return {"acc1": _share(asked, lambda one: best(one) == one.taught.topic)}


def _share(read: Sequence[Read], holds: Callable[[Read], bool]) -> str:
    hits = sum(map(holds, read))
    return f"{100 * hits / len(read):.1f} % ({hits}/{len(read)})" if read else "- (0/0)"
