"""Ranks the curated topics by the trained judge; the exact wording of a phrasing still comes first."""

from collections.abc import Mapping, Sequence

import numpy as np

from bot.domain.judgement import FaqRanking
from bot.understanding.faq.bands import trained_band
from bot.understanding.faq.matcher import entries, letters, phrasings
from bot.understanding.trained.reading import Reading
from bot.understanding.views import View, Views
from content.schema import FaqEntry


class TrainedRanker:
    """Chances of topics, as the judge has read them."""

    def __init__(
        self, faq: Mapping[str, Mapping[str, FaqEntry]], views: Views, topics: tuple[str, ...]
    ) -> None:
        """`topics`: in the order of the judge's chances, "no topic" last."""
        self._topics = topics[:-1]
        self._exact = {
            letters(view): entry.id
            for entry in entries(faq)
            for p in phrasings(entry)
            for view in views.of(p)
        }

    def rank(self, views: Sequence[View], read: Reading | None) -> FaqRanking:
        """All topics, best first, and how sure the best one is.

        Raises:
            ValueError: without a reading.
        """
        if read is None:
            raise ValueError("the trained ranker needs a reading")
        chances = read.topics[:-1].copy()
        for view in views:
            exact = self._exact.get(letters(view))
            if exact in self._topics:
                chances[self._topics.index(exact)] = 1.0
        order = np.argsort(-chances, kind="stable")
        ranked = tuple(float(chances[i]) for i in order)
        return FaqRanking(trained_band(ranked[0]), tuple(self._topics[i] for i in order), ranked)
