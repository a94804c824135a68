"""Ranks the curated topics by the trained judge; the exact wording of a phrasing still comes first."""

from collections.abc import Mapping, Sequence

import numpy as np

from bot.domain.judgement import FaqRanking
from bot.understanding.faq.bands import TRAINED_RELATED_FROM, trained_band
from bot.understanding.faq.matcher import entries, letters, phrasings
from bot.understanding.trained.reading import Reading
from bot.understanding.views import View, Views
from content.schema import FaqEntry


class TrainedRanker:
    """Chances of topics, as the judge has read them."""

    def __init__(
        self, faq: Mapping[str, Mapping[str, FaqEntry]], views: Views, topics: tuple[str, ...]
    ) -> None:
        """`topics`: in the order of the judge's chances, "no topic" last.

        A topic that the judge has not learned is found by its exact wordings alone; one without entry never.
        """
        known = dict.fromkeys(entry.id for entry in entries(faq))
        places = {topic: place for place, topic in enumerate(topics[:-1])}
        self._topics = tuple(known)
        self._places = np.array([places.get(topic, len(topics)) for topic in known], dtype=np.intp)
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
        # Behind the judge's chances stands a zero, for topics that it has not learned.
        chances = np.append(read.topics, 0.0)[np.minimum(self._places, len(read.topics))]
        for topic in filter(None, (self._exact.get(letters(view)) for view in views)):
            chances[self._topics.index(topic)] = 1.0
        order = np.argsort(-chances, kind="stable")
        ranked = tuple(float(chances[i]) for i in order)
        best = ranked[0] if ranked else 0.0
        sure = trained_band(best, float(read.topics[-1]), views[0].text.spoken)
        return FaqRanking(sure, tuple(self._topics[i] for i in order), ranked, best >= TRAINED_RELATED_FROM)
