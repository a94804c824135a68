"""Two encoders tuned from the same start become one: the mean of their layers."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.training import naming

Array = NDArray[np.float32]
TUNED = "tuned.npz"
"""All weights of a tuned encoder, as they are before they become whole numbers."""


def keep(weights: Mapping[str, Array], folder: Path) -> None:
    """Write an encoder's weights into a folder, its heads left out."""
    encoder = {name: array for name, array in weights.items() if naming.of_encoder(name)}
    np.savez(folder / TUNED, allow_pickle=False, **encoder)


def joined(first: Path, second: Path) -> dict[str, Array]:
    """The mean of the layers kept in both folders, over the words of the first.

    Raises:
        FileNotFoundError: a folder holds none.
    """
    one, other = (dict(np.load(folder / TUNED)) for folder in (first, second))
    return {
        name: array if naming.of_words(name) else (array + other[name]) / 2 for name, array in one.items()
    }
