"""Weighted character n-grams (TF-IDF) over an inverted index: similarity of a string to many short ones."""

import math
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

SIZES = (2, 3, 4)

Numbers = NDArray[np.uint32]
Shares = NDArray[np.float32]


class Counted(NamedTuple):
    """The n-grams of a text as numbers (checksums of 32 bits), and how often each stands there."""

    numbers: Numbers
    times: Shares


def ngrams(text: str) -> Counter[str]:
    """The character n-grams of a text, its two ends marked."""
    marked = f"^{text}$"
    return Counter(marked[i : i + n] for n in SIZES for i in range(len(marked) - n + 1))


def _counted(text: str) -> Counted:
    # Numbers in arrays: as strings in lists and dicts the n-grams of the FAQ would take sixty megabytes more.
    found = ngrams(text)
    numbers = np.fromiter((zlib.crc32(gram.encode()) for gram in found), np.uint32, len(found))
    return Counted(numbers, np.fromiter(found.values(), np.float32, len(found)))


class NgramIndex:
    """Cosine similarity with TF-IDF weights (1 + log tf, smoothed idf)."""

    def __init__(self, texts: Sequence[str]) -> None:
        counted = [_counted(text) for text in texts]
        self._size = len(texts)
        self._numbers, documents = np.unique(
            _joined((one.numbers for one in counted), np.uint32), return_counts=True
        )
        self._rarity = (np.log((1 + self._size) / (1 + documents)) + 1).astype(np.float32)
        # Of each n-gram the texts that hold it, and its share of them, one n-gram behind the other.
        self._ends = np.concatenate(([0], np.cumsum(documents)))
        places = _joined((self._places(one.numbers) for one in counted), np.intp)
        order = np.argsort(places, kind="stable")
        sizes = [len(one.numbers) for one in counted]
        self._rows = np.repeat(np.arange(self._size, dtype=np.int32), sizes)[order]
        self._shares = _joined((self._weights(one) for one in counted), np.float32)[order]

    def similarities(self, text: str) -> NDArray[np.float64]:
        """For each indexed text a similarity from 0 to 1."""
        counted = _counted(text)
        places, scores = self._places(counted.numbers), np.zeros(self._size)
        for place, weight in zip(places, self._weights(counted), strict=True):
            if place < len(self._numbers):
                found = slice(self._ends[place], self._ends[place + 1])
                scores[self._rows[found]] += weight * self._shares[found]
        return scores

    def _places(self, numbers: Numbers) -> NDArray[np.intp]:
        """Where these n-grams stand among the known ones; behind the last where they are not known."""
        places = np.searchsorted(self._numbers, numbers)
        found = np.append(self._numbers, np.uint32(0))[places]
        return np.where(found == numbers, places, len(self._numbers))

    def _weights(self, counted: Counted) -> Shares:
        unseen = np.float32(math.log(1 + self._size) + 1)
        rarity = np.append(self._rarity, unseen)[self._places(counted.numbers)]
        raw = (1 + np.log(counted.times)) * rarity
        weights: Shares = raw / (float(np.linalg.norm(raw)) or 1.0)
        return weights


def _joined(parts: Iterable[NDArray[Any]], kind: type[np.generic]) -> NDArray[Any]:
    return np.concatenate((np.zeros(0, kind), *parts))
