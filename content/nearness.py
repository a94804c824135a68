"""Whether a text is nearly one of many others: a slip of the pen away, or the same words in another order.

Two texts are near when their plain forms (`content.normalise.same_form`) share most of their character
3-grams. Sorted by rarity, the 3-grams of two such texts have some in common among their first few, so only
texts that share some rare ones are compared ("prefix filter": Chaudhuri, Ganti, Kaushik 2006; the shorter
prefix of the smaller text: Xiao, Wang, Lin, Yu 2008; several in common: Wang, Li, Feng 2012).
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain

from content.normalise import same_form
from content.slips import Slips

SHARED_GRAMS = 0.6
"""Jaccard index of character 3-grams from which two texts are nearly the same."""

_OF_SMALLER = 2 * SHARED_GRAMS / (1 + SHARED_GRAMS)
"""So much of the smaller of two near texts is shared at least; of the larger one, `SHARED_GRAMS`."""
_IN_COMMON = 4
"""So many rare 3-grams two texts share before they are compared: more of them, fewer comparisons."""
_ROUNDING = 1e-9
"""A whole number that was computed is not rounded up to the next."""

Grams = frozenset[str]
Places = Mapping[str, list[int]]


class Texts:
    """Texts in their order, to find near ones among them."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._forms = [same_form(text) for text in texts]
        self._grams = [grams(form) for form in self._forms]
        self._spread = Counter(chain.from_iterable(self._grams))

    def near(self, text: str) -> int | None:
        """The place of a text that this one nearly is, by 3-grams or but for a few slips (`slips.RATIO`)."""
        form = same_form(text)
        shared = min(self._sharing(grams(form), self._starts), default=None)
        return self._slips.nearest(form) if shared is None else shared

    def repeated(self) -> Iterator[tuple[int, int]]:
        """Every two places whose texts share most 3-grams, the later place first."""
        starts: defaultdict[str, list[int]] = defaultdict(list)
        for place in sorted(range(len(self._grams)), key=lambda one: len(self._grams[one])):
            one = self._grams[place]
            for other in self._sharing(one, starts):
                yield max(place, other), min(place, other)
            for gram in self._rarest(one, _OF_SMALLER):
                starts[gram].append(place)

    @cached_property
    def _slips(self) -> Slips:
        return Slips(self._forms)

    @cached_property
    def _starts(self) -> Places:
        starts: defaultdict[str, list[int]] = defaultdict(list)
        for place, one in enumerate(self._grams):
            for gram in self._rarest(one, SHARED_GRAMS):
                starts[gram].append(place)
        return starts

    def _sharing(self, wanted: Grams, starts: Places) -> Iterator[int]:
        rare = (starts.get(gram, ()) for gram in self._rarest(wanted, SHARED_GRAMS))
        needed = min(_IN_COMMON, _least(wanted, SHARED_GRAMS))
        for place, common in Counter(chain.from_iterable(rare)).items():
            if common >= needed and share_much(wanted, self._grams[place]):
                yield place

    def _rarest(self, one: Grams, shared: float) -> list[str]:
        """The first few by rarity: what has `shared` of this set has `_IN_COMMON` of them (all, if fewer)."""
        kept = len(one) - _least(one, shared) + _IN_COMMON
        return sorted(one, key=lambda gram: (self._spread[gram], gram))[:kept]


def grams(form: str) -> Grams:
    """The character 3-grams; a shorter string is its own one."""
    return frozenset(form[i : i + 3] for i in range(max(1, len(form) - 2)))


def _least(one: Grams, shared: float) -> int:
    return math.ceil(shared * len(one) - _ROUNDING)


def share_much(one: Grams, other: Grams) -> bool:
    """Whether two sets of 3-grams share as much as nearly equal texts do."""
    shared = len(one & other)
    return shared >= SHARED_GRAMS * (len(one) + len(other) - shared)
