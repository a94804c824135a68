"""Ranks the curated topics for a message: exact wording first, then three lexical similarities, weighted."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from bot.domain.judgement import Band, FaqRanking
from bot.understanding.faq.bands import RELATED_FROM, band
from bot.understanding.faq.ngrams import NgramIndex
from bot.understanding.trained.reading import Reading
from bot.understanding.views import View, Views
from content.schema import FaqEntry

WEIGHT_NGRAMS, WEIGHT_WORDS, WEIGHT_LETTERS = 0.45, 0.3, 0.25
"""Shares of n-gram similarity, `token_sort_ratio` over words, and `ratio` over the string without spaces."""
MAX_QUESTION_CHARS = 400
"""Longer messages are stories, not questions; only their beginning is compared."""


class Ranker(Protocol):
    """Ranks the topics for a message."""

    def rank(self, views: Sequence[View], read: Reading | None) -> FaqRanking:
        """All topics, best first. `read`: what the trained judge said, where there is one."""


class FaqMatcher:
    """Compares messages with every phrasing of every topic in every language."""

    def __init__(self, faq: Mapping[str, Mapping[str, FaqEntry]], views: Views) -> None:
        # Of each reading only its words are kept, at once: all readings together would be 60 MB.
        rows = [(e.id, _words(v)) for e in entries(faq) for p in phrasings(e) for v in views.of(p)]
        self._topics = tuple(dict.fromkeys(topic for topic, _ in rows))
        numbers = {topic: i for i, topic in enumerate(self._topics)}
        self._row_topics = np.array([numbers[topic] for topic, _ in rows], dtype=np.intp)
        self._words = [words for _, words in rows]
        self._letters = [_squeezed(words) for words in self._words]
        self._exact = {letters: topic for letters, (topic, _) in zip(self._letters, rows, strict=True)}
        self._ngrams = NgramIndex(self._words)

    def rank(self, views: Sequence[View], read: Reading | None = None) -> FaqRanking:  # noqa: ARG002
        """All topics, best first, and how sure the best one is."""
        if not self._topics:
            return FaqRanking(Band.NONE, (), ())
        scores = np.maximum.reduce([self._scores(view) for view in views])
        order = np.argsort(-scores, kind="stable")
        ranked = tuple(float(min(1.0, scores[i])) for i in order)
        second = ranked[1] if len(ranked) > 1 else 0.0
        sure = band(ranked[0], second, views[0].text.spoken)
        return FaqRanking(sure, tuple(self._topics[i] for i in order), ranked, ranked[0] >= RELATED_FROM)

    def _scores(self, view: View) -> NDArray[np.float64]:
        best = np.zeros(len(self._topics))
        np.maximum.at(best, self._row_topics, self._similarities(view))
        exact = self._exact.get(letters(view))
        if exact is not None:
            best[self._topics.index(exact)] = 1.0
        return best

    def _similarities(self, view: View) -> NDArray[np.float64]:
        words = _words(view)[:MAX_QUESTION_CHARS]
        squeezed = letters(view)[:MAX_QUESTION_CHARS]
        sorted_words = process.cdist([words], self._words, scorer=fuzz.token_sort_ratio)[0] / 100
        squashed = process.cdist([squeezed], self._letters, scorer=fuzz.ratio)[0] / 100
        grams = self._ngrams.similarities(words)
        return np.asarray(
            WEIGHT_NGRAMS * grams + WEIGHT_WORDS * sorted_words + WEIGHT_LETTERS * squashed, dtype=np.float64
        )


def entries(faq: Mapping[str, Mapping[str, FaqEntry]]) -> Iterator[FaqEntry]:
    """Every entry in every language."""
    return (entry for topics in faq.values() for entry in topics.values())


def phrasings(entry: FaqEntry) -> tuple[str, ...]:
    """All ways of asking that the entry knows."""
    return (entry.question, *entry.phrasings)


def _words(view: View) -> str:
    return " ".join(w.text for w in view.text.words if w.text[0].isalnum() or not w.text.isascii())


def letters(view: View) -> str:
    """The words of a reading without spaces."""
    return _squeezed(_words(view))


def _squeezed(words: str) -> str:
    return words.replace(" ", "")
