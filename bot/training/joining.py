"""Two encoders tuned from the same start become one: the mean of their layers reads better than either."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
TUNED = "tuned.npz"
"""All weights of a tuned encoder, as they are before they become whole numbers."""


def keep(weights: Mapping[str, Array], folder: Path) -> None:
    """Write an encoder's weights into a folder, its heads left out."""
    encoder = {name: array for name, array in weights.items() if _layer(name) or name.startswith("emb.")}
    np.savez(folder / TUNED, allow_pickle=False, **encoder)


def joined(first: Path, second: Path) -> dict[str, Array]:
    """The mean of the layers kept in both folders, over the words of the first.

    Raises:
        FileNotFoundError: a folder holds none.
    """
    one, other = (dict(np.load(folder / TUNED)) for folder in (first, second))
    return {name: (array + other[name]) / 2 if _layer(name) else array for name, array in one.items()}


def _layer(name: str) -> bool:
    return name[0] == "l" and name.split(".")[0][1:].isdigit()
