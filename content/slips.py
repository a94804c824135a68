"""Which of many forms is only a few slips of the pen away: rapidfuzz's `ratio`, without comparing them all.

A letter left out or put in changes how often letters stand in a form by one. Forms whose letters differ by
more than the slips that `RATIO` allows need no comparison ("bag distance": Bartolini, Ciaccia, Patella 2002).
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

RATIO = 85
"""rapidfuzz `ratio` from which two forms are nearly the same."""

_BINS = 64
"""Letters are counted by their number modulo this: two that share a bin only let more forms be compared."""
_MOST = 255
_ROUNDING = 1e-9
"""A share that was computed leaves no form out that is just as near as allowed."""

Counts = NDArray[np.uint8]


class Slips:
    """Forms in their order, to find the one that another form nearly is."""

    def __init__(self, forms: Sequence[str]) -> None:
        self._forms = forms
        self._order = sorted(range(len(forms)), key=lambda place: len(forms[place]))
        self._lengths = np.array([len(forms[place]) for place in self._order])
        self._letters = np.array([_counts(forms[place]) for place in self._order]).reshape(-1, _BINS)

    def nearest(self, form: str) -> int | None:
        """The place of the form with the highest `ratio`, if that reaches `RATIO`."""
        alike = {place: self._forms[place] for place in self._alike(form)}
        hit = process.extractOne(form, alike, scorer=fuzz.ratio, score_cutoff=RATIO)
        return hit[2] if hit else None

    def _alike(self, form: str) -> list[int]:
        """The places of all forms whose letters do not rule out that they are near."""
        shorter = (RATIO - _ROUNDING) / (200 - RATIO)
        first = int(np.searchsorted(self._lengths, shorter * len(form)))
        last = int(np.searchsorted(self._lengths, len(form) / shorter, side="right"))
        some, mine = self._letters[first:last], _counts(form)
        apart = (np.maximum(some, mine) - np.minimum(some, mine)).sum(1, dtype=np.uint32)
        allowed = (1 - RATIO / 100) * (self._lengths[first:last] + len(form)) + _ROUNDING
        return [self._order[first + row] for row in np.flatnonzero(apart <= allowed)]


def _counts(form: str) -> Counts:
    """How often letters stand in a form, by bin."""
    letters = np.frombuffer(form.encode("utf-32-le"), np.uint32)
    return np.minimum(np.bincount(letters % _BINS, minlength=_BINS), _MOST).astype(np.uint8)
