"""Rounds that alternate: what stands beside what, round by round."""

import statistics
from collections.abc import Sequence


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """The median of the ratios of each round.

    Raises:
        ValueError: one has more rounds than the other.
    """
    return statistics.median(a / b for a, b in zip(ours, theirs, strict=True))
