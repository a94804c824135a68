"""The trained judge: the encoder with its heads, and layers over letters, of one opinion."""

from collections.abc import Mapping, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from bot.understanding.trained.letters import Letters, buckets
from bot.understanding.trained.pointing import telling_words
from bot.understanding.trained.reading import Chances, Reading, mean, reading
from bot.understanding.views import View

Weights = Mapping[str, NDArray[np.generic]]

HEADS = ("severity", "category", "topic")

SHARPNESS = 16.0
"""Vectors have length 1; the heads see them this long, so that their weights stay of ordinary size."""


class Encodes(Protocol):
    """Makes vectors of texts; `Encoder` does."""

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """A row of length 1 for each."""


class Reads(Protocol):
    """Reads a text; `Judge` does."""

    def read(self, text: str) -> Reading:
        """What is said of a text in its plain form."""

    def read_each(self, texts: Sequence[str]) -> list[Reading]:
        """What is said of each of a few texts."""

    def telling_words(self, view: View) -> str:
        """The words of a message that speak most for its being grave."""


class Judge:
    """The mean of what the encoder's heads and the layers over n-grams say.

    Without an encoder the n-grams speak alone.
    """

    def __init__(self, weights: Weights, encoder: Encodes | None) -> None:
        """Raises KeyError when weights are missing."""
        self._encoder = encoder
        self._heads = {name: _head(weights, name) for name in HEADS}
        self._letters = {name: Letters(weights, f"letters.{name}") for name in HEADS}

    def read(self, text: str) -> Reading:
        """What both say of a text in its plain form."""
        return self.read_each([text])[0]

    def read_each(self, texts: Sequence[str]) -> list[Reading]:
        """What both say of each of a few texts, which costs less than to read one after the other."""
        by_letters = map(self._by_letters, texts)
        if self._encoder is None:
            return list(by_letters)
        by_meaning = map(self._by_meaning, SHARPNESS * self._encoder.vectors(texts))
        return [mean(list(both)) for both in zip(by_letters, by_meaning, strict=True)]

    def _by_letters(self, text: str) -> Reading:
        rows = buckets(text, max(layer.longest for layer in self._letters.values()))
        return reading({name: layer.scores(rows) for name, layer in self._letters.items()})

    def _by_meaning(self, vector: NDArray[np.float32]) -> Reading:
        return reading({name: w @ vector + b for name, (w, b) in self._heads.items()})

    def telling_words(self, view: View) -> str:
        """The words of a message that speak most for its being grave."""
        return telling_words(view, self._letters["severity"])


def _head(weights: Weights, name: str) -> tuple[Chances, Chances]:
    return np.asarray(weights[f"{name}.w"], np.float64), np.asarray(weights[f"{name}.b"], np.float64)
