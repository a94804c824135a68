"""Shares with their counts and how far they can be trusted."""

import math
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

Z = 1.959964
"""Normal quantile of a two-sided 95 % interval."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Share:
    """`hits` of `of` rows. With no rows there is no rate and the interval is everything."""

    hits: int
    of: int

    @property
    def rate(self) -> float | None:
        """The share, 0 to 1."""
        return self.hits / self.of if self.of else None

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % score interval of Wilson (1927)."""
        if not self.of:
            return 0.0, 1.0
        p, spread = self.hits / self.of, Z * Z / self.of
        half = Z * math.sqrt(p * (1 - p) / self.of + spread / (4 * self.of))
        low, high = ((p + spread / 2 + side * half) / (1 + spread) for side in (-1, 1))
        return max(0.0, low), min(1.0, high)

    def __str__(self) -> str:
        return f"{100 * self.hits / self.of:.1f} % ({self.hits}/{self.of})" if self.of else "-"

    @property
    def spread(self) -> str:
        """With its interval, in points."""
        low, high = self.interval
        return f"{self} [{100 * low:.0f}–{100 * high:.0f}]" if self.of else "-"

    def plain(self) -> dict[str, float | int | None]:
        """For JSON, rounded to four places."""
        low, high = self.interval
        rate = None if self.rate is None else round(self.rate, 4)
        return {"share": rate, "hits": self.hits, "of": self.of, "low": round(low, 4), "high": round(high, 4)}


def share(rows: Collection[T], holds: Callable[[T], bool]) -> Share:
    """How many of the rows hold."""
    return Share(sum(map(holds, rows)), len(rows))


def grouped(rows: Iterable[T], names: Callable[[T], Iterable[str]]) -> dict[str, list[T]]:
    """The rows under each of their names, the names in order."""
    groups: dict[str, list[T]] = {}
    for row in rows:
        for name in names(row):
            groups.setdefault(name, []).append(row)
    return dict(sorted(groups.items()))


def quantile(values: Sequence[float], part: float) -> float:
    """The value below which that part of them lies (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(part * len(ordered)) - 1)]
