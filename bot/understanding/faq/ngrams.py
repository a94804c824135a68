"""Weighted character n-grams (TF-IDF) over an inverted index: similarity of a string to many short ones."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import accumulate

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
        postings: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for row, grams in enumerate(counted):
            for gram, weight in self._weights(grams).items():
                postings[gram].append((row, weight))
        # Two long arrays, not two short ones for each n-gram: an array of its own costs more than it holds.
        self._places = _places(postings)
        self._rows = np.array([row for found in postings.values() for row, _ in found], np.int32)
        self._shares = np.array([share for found in postings.values() for _, share in found], np.float32)

    def _weights(self, grams: Counter[str]) -> dict[str, float]:
        unseen = math.log(1 + self._size) + 1
        raw = {g: (1 + math.log(n)) * self._idf.get(g, unseen) for g, n in grams.items()}
        length = math.sqrt(sum(w * w for w in raw.values())) or 1.0
        return {g: w / length for g, w in raw.items()}

    def similarities(self, text: str) -> NDArray[np.float64]:
        """For each indexed text a similarity from 0 to 1."""
        scores = np.zeros(self._size)
        for gram, weight in self._weights(ngrams(text)).items():
            place = self._places.get(gram)
            if place is not None:
                scores[self._rows[place]] += weight * self._shares[place]
        return scores


def _places(postings: Mapping[str, Sequence[object]]) -> dict[str, slice]:
    """Where each n-gram's rows stand in the long arrays."""
    ends = accumulate(len(found) for found in postings.values())
    return {
        gram: slice(end - len(found), end) for (gram, found), end in zip(postings.items(), ends, strict=True)
    }
