"""Weighted character n-grams (TF-IDF) over an inverted index: similarity of a string to many short ones."""

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
        numbers, documents = np.unique(
            _joined((one.numbers for one in counted), np.uint32), return_counts=True
        )
        self._count = len(numbers)
        # Behind the last stands what no text holds, as rare as can be.
        self._numbers = np.append(numbers, np.uint32(0))
        self._rarity = (np.log((1 + self._size) / (1 + np.append(documents, 0))) + 1).astype(np.float32)
        # Of each n-gram the texts that hold it, and its share of them, one n-gram behind the other.
        self._ends = np.concatenate(([0], np.cumsum(documents)))
        places = [self._places(one.numbers) for one in counted]
        order = np.argsort(_joined(places, np.intp), kind="stable")
        self._rows = np.repeat(np.arange(self._size, dtype=np.int32), [len(one) for one in places])[order]
        weights = (self._weights(one.times, where) for one, where in zip(counted, places, strict=True))
        self._shares = _joined(weights, np.float32)[order]

    def similarities(self, text: str) -> NDArray[np.float64]:
        """For each indexed text a similarity from 0 to 1."""
        counted, scores = _counted(text), np.zeros(self._size)
        places = self._places(counted.numbers)
        for place, weight in zip(places, self._weights(counted.times, places), strict=True):
            if place < self._count:
                found = slice(self._ends[place], self._ends[place + 1])
                scores[self._rows[found]] += weight * self._shares[found]
        return scores

    def _places(self, numbers: Numbers) -> NDArray[np.intp]:
        """Where these n-grams stand among the known ones; behind the last where they are not known."""
        places = np.searchsorted(self._numbers[: self._count], numbers)
        return np.where(self._numbers[places] == numbers, places, self._count)

    def _weights(self, times: Shares, places: NDArray[np.intp]) -> Shares:
        raw = (1 + np.log(times)) * self._rarity[places]
        weights: Shares = raw / (float(np.linalg.norm(raw)) or 1.0)
        return weights


def _joined(parts: Iterable[NDArray[Any]], kind: type[np.generic]) -> NDArray[Any]:
    return np.concatenate((np.zeros(0, kind), *parts))
