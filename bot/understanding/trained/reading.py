"""What the trained judge says of a text: chances of each severity, each category and each topic."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Chances = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Reading:
    """`severities` (none to emergency) and `topics` (out of scope last) sum to 1; a category stands alone."""

    severities: Chances
    categories: Chances
    topics: Chances

    @property
    def grave(self) -> float:
        """The chance that a person must read it: urgent or an emergency."""
        return float(self.severities[2] + self.severities[3])

    @property
    def likeliest(self) -> float:
        """The chance of the category that fits best."""
        return float(self.categories.max())


def mean(opinions: list[Reading]) -> Reading:
    """The geometric mean of several readings."""
    return Reading(
        severities=_agreed([one.severities for one in opinions]),
        categories=np.exp(np.mean([np.log(one.categories + 1e-9) for one in opinions], axis=0)),
        topics=_agreed([one.topics for one in opinions]),
    )


def reading(said: Mapping[str, Chances]) -> Reading:
    """Chances from what three layers say before any softmax."""
    categories = 1 / (1 + np.exp(-np.clip(said["category"], -30, 30)))
    return Reading(_shares(said["severity"]), categories, _shares(said["topic"]))


def _shares(said: Chances) -> Chances:
    raised = np.exp(said - said.max())
    shares: Chances = raised / raised.sum()
    return shares


def _agreed(all_shares: list[Chances]) -> Chances:
    return _shares(np.mean([np.log(shares + 1e-9) for shares in all_shares], axis=0))
