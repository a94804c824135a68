"""The trained judge: the encoder with its heads, and layers over letters, of one opinion."""

from collections.abc import Mapping
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


class Vectors(Protocol):
    """Makes a vector of a text; `Encoder` does."""

    def vector(self, text: str) -> NDArray[np.float32]:
        """Of length 1."""


class Reads(Protocol):
    """Reads a text; `Judge` does."""

    def read(self, text: str) -> Reading:
        """What is said of a text in its plain form."""

    def telling_words(self, view: View) -> str:
        """The words of a message that speak most for its being grave."""


class Judge:
    """The mean of what the encoder's heads and the layers over n-grams say.

    Without an encoder the n-grams speak alone.
    """

    def __init__(self, weights: Weights, encoder: Vectors | None) -> None:
        """Raises KeyError when weights are missing."""
        self._encoder = encoder
        self._heads = {name: _head(weights, name) for name in HEADS}
        self._letters = {name: Letters(weights, f"letters.{name}") for name in HEADS}

    def read(self, text: str) -> Reading:
        """What both say of a text in its plain form."""
        rows = buckets(text, max(layer.longest for layer in self._letters.values()))
        said = {name: layer.scores(rows) for name, layer in self._letters.items()}
        opinions = [reading(said)]
        if self._encoder is not None:
            vector = SHARPNESS * self._encoder.vector(text)
            opinions.append(reading({name: w @ vector + b for name, (w, b) in self._heads.items()}))
        return mean(opinions)

    def telling_words(self, view: View) -> str:
        """The words of a message that speak most for its being grave."""
        return telling_words(view, self._letters["severity"])


def _head(weights: Weights, name: str) -> tuple[Chances, Chances]:
    return np.asarray(weights[f"{name}.w"], np.float64), np.asarray(weights[f"{name}.b"], np.float64)
