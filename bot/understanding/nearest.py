"""Which taught texts are most like a text: what the trained judge may have had in mind."""

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nlargest
from typing import Generic, Protocol, TypeVar

from bot.understanding.faq.ngrams import NgramIndex, ngrams
from content.normalise import same_form

SHORTLIST = 200
"""So many texts that share most n-grams are weighed; to weigh all 25,000 takes six seconds and 800 MB."""


class Told(Protocol):
    """Anything with a text."""

    @property
    def text(self) -> str:
        """The text."""


One = TypeVar("One", bound=Told)


@dataclass(frozen=True, slots=True)
class Near(Generic[One]):
    """A taught text and how like it is, from 0 to 1."""

    similarity: float
    one: One


def nearest(text: str, taught: Sequence[One], count: int) -> list[Near[One]]:
    """The `count` most alike by weighted character n-grams, the most alike first; none without a share."""
    wanted = same_form(text)
    shortlist = _sharing(wanted, taught)
    likeness = NgramIndex([form for form, _ in shortlist]).similarities(wanted)
    near = [Near(float(value), one) for value, (_, one) in zip(likeness, shortlist, strict=True)]
    return nlargest(count, [n for n in near if n.similarity > 0], key=lambda n: n.similarity)


def _sharing(wanted: str, taught: Sequence[One]) -> list[tuple[str, One]]:
    grams = [gram for gram in ngrams(wanted) if "^" not in gram and "$" not in gram]

    def shared(pair: tuple[str, One]) -> float:
        form, _ = pair
        return sum(gram in form for gram in grams) / (len(grams) + len(form) or 1)

    return nlargest(SHORTLIST, ((same_form(one.text), one) for one in taught), key=shared)
