"""Readings and findings made by hand."""

from collections.abc import Mapping, Sequence

import numpy as np

from bot.understanding.distress.finding import Finding
from bot.understanding.distress.weighing import CATEGORIES
from bot.understanding.trained.reading import Reading
from bot.understanding.views import View
from content.schema import Category, Severity


def opinion(
    severities: Sequence[float],
    categories: Mapping[Category, float] | None = None,
    topics: Sequence[float] = (1.0,),
) -> Reading:
    """Chances of the severities from none to emergency, of some categories, and of topics."""
    of = categories or {}
    likely = np.array([of.get(one, 0.01) for one in CATEGORIES])
    return Reading(np.array(severities, float), likely, np.array(topics, float))


QUIET = opinion([0.97, 0.01, 0.01, 0.01])
WORRIED = opinion([0.1, 0.8, 0.07, 0.03])
URGENT = opinion([0.02, 0.01, 0.96, 0.01], {Category.VIOLENCE: 0.9})
EMERGENCY = opinion([0.01, 0.01, 0.08, 0.9], {Category.SELF_HARM: 0.9})


class OneByOne:
    """A judge made by hand, which reads each of several texts as if it were the only one."""

    def read(self, text: str) -> Reading:
        """What is said of a text."""
        raise NotImplementedError

    def read_each(self, texts: Sequence[str]) -> list[Reading]:
        """What is said of each."""
        return [self.read(text) for text in texts]

    def telling_words(self, view: View) -> str:
        """All of them."""
        return view.tidy


def found(severity: Severity, *, strong: bool = False, other: bool = False) -> Finding:
    """What a pattern has found."""
    return Finding("a_pattern", Category.VIOLENCE, severity, "words", other=other, strong=strong)
