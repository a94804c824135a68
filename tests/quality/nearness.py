"""Whether a held-out message is nearly one that the product was taught: it must not be."""

from collections.abc import Iterable
from functools import cached_property

from rapidfuzz import fuzz, process

from content.normalise import same_form

SHARED_GRAMS = 0.6
"""Jaccard index of character 3-grams from which two messages are nearly the same."""
RATIO = 85
"""rapidfuzz `ratio` from which they are, too."""


class Taught:
    """The messages that the product was taught, to look near ones up."""

    def __init__(self, messages: Iterable[str]) -> None:
        self._forms = sorted({form for message in messages if (form := same_form(message))})

    @cached_property
    def _grams(self) -> list[frozenset[str]]:
        return [grams(form) for form in self._forms]

    def near(self, message: str) -> str | None:
        """The taught message that this one nearly is, in its plain form."""
        form = same_form(message)
        hit = process.extractOne(form, self._forms, scorer=fuzz.ratio, score_cutoff=RATIO)
        return hit[0] if hit else self._sharing(grams(form))

    def _sharing(self, wanted: frozenset[str]) -> str | None:
        return next((f for f, g in zip(self._forms, self._grams, strict=True) if share_much(wanted, g)), None)


def grams(form: str) -> frozenset[str]:
    """The character 3-grams; a shorter string is its own one."""
    return frozenset(form[i : i + 3] for i in range(max(1, len(form) - 2)))


def share_much(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of 3-grams share as much as nearly equal messages do."""
    shared = len(one & other)
    return shared >= SHARED_GRAMS * (len(one) + len(other) - shared)
