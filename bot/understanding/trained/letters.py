"""A text as weighted character n-grams, and linear layers over them: a judge without an encoder."""

import math
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

BUCKETS = 2**18
"""N-grams are numbered by a checksum; two that share a number are taken for one."""
UNSEEN = -1

Scores = NDArray[np.float64]


def counted(text: str, longest: int) -> dict[int, int]:
    """How often each bucket's n-grams (1 to `longest` characters) stand in a text."""
    grams = Counter(text[i : i + n] for n in range(1, longest + 1) for i in range(len(text) - n + 1))
    buckets: Counter[int] = Counter()
    for gram, times in grams.items():
        buckets[bucket(gram)] += times
    return dict(buckets)


def bucket(gram: str) -> int:
    """The number of an n-gram."""
    return zlib.crc32(gram.encode()) % BUCKETS


class Letters:
    """One linear layer over the n-grams that were seen often enough in training."""

    def __init__(self, weights: Mapping[str, NDArray[np.generic]], name: str) -> None:
        """`weights`: `<name>.places` (bucket to row, or `UNSEEN`), `.rarity`, `.w`, `.b`, `.longest`.

        Raises:
            KeyError: one is missing.
        """
        self._places = np.asarray(weights[f"{name}.places"], np.int32)
        self._rarity = np.asarray(weights[f"{name}.rarity"], np.float32)
        self._matrix = np.asarray(weights[f"{name}.w"], np.float16)
        self._shift = np.asarray(weights[f"{name}.b"], np.float64)
        self._longest = int(weights[f"{name}.longest"])

    def scores(self, text: str) -> Scores:
        """What the layer says of each class, before any softmax."""
        grams = counted(text, self._longest)
        places = self._places[np.fromiter(grams, np.int64, len(grams))]
        seen = places != UNSEEN
        if not seen.any():
            return self._shift
        rows = places[seen]
        times = np.fromiter(grams.values(), np.float32, len(grams))[seen]
        shares = weighted(times, self._rarity[rows])
        said: Scores = shares @ self._matrix[rows].astype(np.float32) + self._shift
        return said

    def pulls(self, text: str, classes: Sequence[int]) -> NDArray[np.float64]:
        """For each character how much the n-grams over it speak for these classes, against the others."""
        found = np.zeros(len(text))
        for size in range(1, min(self._longest, len(text)) + 1):
            grams = [bucket(text[start : start + size]) for start in range(len(text) - size + 1)]
            found += np.convolve(self._pull(np.array(grams), classes), np.full(size, 1 / size))
        return found

    def _pull(self, buckets: NDArray[np.int64], classes: Sequence[int]) -> NDArray[np.float64]:
        """How much each n-gram speaks for these classes; nothing where it was not seen."""
        rows = self._places[buckets]
        said = self._matrix[rows].astype(np.float64)
        mine = said[:, list(classes)]
        others = said.shape[1] - mine.shape[1]
        against = (said.sum(1) - mine.sum(1)) / others
        pulled: NDArray[np.float64] = self._rarity[rows] * (mine.mean(1) - against) * (rows != UNSEEN)
        return pulled


def weighted(times: NDArray[np.float32], rarity: NDArray[np.float32]) -> NDArray[np.float32]:
    """TF-IDF with a logarithm of the counts, as a row of length 1."""
    raw = (1 + np.log(times)) * rarity
    shares: NDArray[np.float32] = raw / (math.sqrt(float(raw @ raw)) or 1.0)
    return shares
