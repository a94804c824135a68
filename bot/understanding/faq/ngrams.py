"""Weighted character n-grams (TF-IDF) over an inverted index: similarity of a string to many short ones."""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

SIZES = (2, 3, 4)


def ngrams(text: str) -> Counter[str]:
    """The character n-grams of a text, its two ends marked."""
    marked = f"^{text}$"
    return Counter(marked[i : i + n] for n in SIZES for i in range(len(marked) - n + 1))


class NgramIndex:
    """Cosine similarity with TF-IDF weights (1 + log tf, smoothed idf)."""

    def __init__(self, texts: Sequence[str]) -> None:
        counted = [ngrams(t) for t in texts]
        documents = Counter(g for grams in counted for g in grams)
        self._size = len(texts)
        self._idf = {g: math.log((1 + self._size) / (1 + n)) + 1 for g, n in documents.items()}
        postings: defaultdict[str, tuple[list[int], list[float]]] = defaultdict(lambda: ([], []))
        for row, grams in enumerate(counted):
            for gram, weight in self._weights(grams).items():
                postings[gram][0].append(row)
                postings[gram][1].append(weight)
        self._postings = {g: (np.array(rows), np.array(weights)) for g, (rows, weights) in postings.items()}

    def _weights(self, grams: Counter[str]) -> dict[str, float]:
        unseen = math.log(1 + self._size) + 1
        raw = {g: (1 + math.log(n)) * self._idf.get(g, unseen) for g, n in grams.items()}
        length = math.sqrt(sum(w * w for w in raw.values())) or 1.0
        return {g: w / length for g, w in raw.items()}

    def similarities(self, text: str) -> NDArray[np.float64]:
        """For each indexed text a similarity from 0 to 1."""
        scores = np.zeros(self._size)
        for gram, weight in self._weights(ngrams(text)).items():
            posting = self._postings.get(gram)
            if posting is not None:
                scores[posting[0]] += weight * posting[1]
        return scores
