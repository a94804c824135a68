"""A text as weighted character n-grams, and linear layers over them: a judge without an encoder."""

import math
import zlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

import numpy as np
from numpy.typing import NDArray

BUCKETS = 2**18
"""N-grams are numbered by a checksum; two that share a number are taken for one."""
UNSEEN = -1

Scores = NDArray[np.float64]
Buckets = NDArray[np.int64]
Times = NDArray[np.float32]


def buckets(text: str, longest: int) -> list[Buckets]:
    """The numbers of a text's n-grams of 1 to `longest` characters, a row a size, in their order.

    The checksum of an n-gram goes on from that of the one without its last character.
    """
    characters = [character.encode() for character in text]
    return [np.array(sums, np.int64) % BUCKETS for sums in islice(_checksums(characters), longest)]


def _checksums(characters: Sequence[bytes]) -> Iterator[list[int]]:
    sums = [0] * len(characters)
    for size in range(len(characters)):
        sums = list(map(zlib.crc32, characters[size:], sums))
        yield sums


def counted(rows: Sequence[Buckets]) -> tuple[Buckets, Times]:
    """Which buckets stand in these rows, and how often each."""
    if not rows:
        return np.zeros(0, np.int64), np.zeros(0, np.float32)
    found, times = np.unique(np.concatenate(rows), return_counts=True)
    return found, times.astype(np.float32)


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
        self.longest = int(weights[f"{name}.longest"])

    def scores(self, rows: Sequence[Buckets]) -> Scores:
        """What the layer says of each class, before any softmax. `rows`: the `buckets` of a text."""
        found, times = counted(rows[: self.longest])
        places = self._places[found]
        seen = places != UNSEEN
        if not seen.any():
            return self._shift
        known = places[seen]
        shares = weighted(times[seen], self._rarity[known])
        said: Scores = shares @ self._matrix[known].astype(np.float32) + self._shift
        return said

    def pulls(self, text: str, classes: Sequence[int]) -> NDArray[np.float64]:
        """For each character how much the n-grams over it speak for these classes, against the others."""
        found = np.zeros(len(text))
        for size, row in enumerate(buckets(text, self.longest), start=1):
            found += np.convolve(self._pull(row, classes), np.full(size, 1 / size))
        return found

    def _pull(self, row: Buckets, classes: Sequence[int]) -> NDArray[np.float64]:
        """How much each n-gram speaks for these classes; nothing where it was not seen."""
        rows = self._places[row]
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
