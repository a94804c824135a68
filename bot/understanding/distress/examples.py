"""The curated phrases that are most like a message: staff see what the machine took it for."""

from collections.abc import Callable, Collection, Iterable

from rapidfuzz import fuzz, process

from content.schema import Category, DistressPack

MOST = 2
SIMILAR = 60.0
"""rapidfuzz `ratio` of two tidy forms from which a phrase is like a message."""
VERY_SIMILAR = 80.0
"""The same for a phrase of another category: it would tell staff something else than what was found."""


class Examples:
    """All curated phrases with their tidy forms."""

    def __init__(self, packs: Iterable[DistressPack], plain: Callable[[str], str]) -> None:
        """`plain`: the tidy form in which phrases and messages are compared."""
        phrases = [(phrase.text, pack.category) for pack in packs for phrase in pack.phrases]
        self._texts = [text for text, _ in phrases]
        self._categories = [category for _, category in phrases]
        self._forms = [plain(text) for text in self._texts]

    def nearest(self, said: Iterable[str], categories: Collection[Category]) -> tuple[str, ...]:
        """At most two, those of these categories first. `said`: tidy forms of the message and its pieces."""
        best: dict[int, float] = {}
        for words in dict.fromkeys(said):
            for place, score in self._like(words):
                if score >= VERY_SIMILAR or self._categories[place] in categories:
                    best[place] = max(score, best.get(place, 0.0))
        order = sorted(best, key=lambda place: (self._categories[place] not in categories, -best[place]))
        return tuple(dict.fromkeys(self._texts[place] for place in order))[:MOST]

    def _like(self, words: str) -> Iterable[tuple[int, float]]:
        found = process.extract(words, self._forms, scorer=fuzz.ratio, score_cutoff=SIMILAR, limit=None)
        return [(place, score) for _, score, place in found]
