"""A tiny encoder with random weights, to try what is built for the whole one."""

import numpy as np
from numpy.typing import NDArray

WIDTH, HEADS, LAYERS, INNER, PIECES, EPSILON = 32, 4, 2, 64, 50, 1e-5
Weights = dict[str, NDArray[np.float32]]


def encoder(seed: int, places: int) -> Weights:
    """Its weights by name; it holds texts of so many places."""
    random = np.random.default_rng(seed)
    made = {"emb.word": normal(random, PIECES, WIDTH), "emb.pos": normal(random, places, WIDTH)}
    shapes = dict.fromkeys(("q", "k", "v", "ao"), (WIDTH, WIDTH)) | {
        "fi": (INNER, WIDTH),
        "fo": (WIDTH, INNER),
    }
    for layer in range(LAYERS):
        for name, (rows, columns) in shapes.items():
            made[f"l{layer}.{name}.w"] = normal(random, rows, columns)
            made[f"l{layer}.{name}.b"] = normal(random, rows)
    for name in ("emb.ln", *(f"l{layer}.{norm}" for layer in range(LAYERS) for norm in ("aln", "oln"))):
        made[f"{name}.w"] = 1 + normal(random, WIDTH)
        made[f"{name}.b"] = normal(random, WIDTH)
    return made


def normal(random: np.random.Generator, *shape: int) -> NDArray[np.float32]:
    """Small numbers around 0."""
    return random.normal(0, 0.3, shape).astype(np.float32)
