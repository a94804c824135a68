"""The encoder and its heads as pure functions in JAX, for training only; the bot runs the ONNX graph.

A BERT encoder: normalised after each sum, mean of all pieces, vector of length 1. One linear layer a head.
"""

from collections.abc import Mapping

import jax
import jax.numpy as jnp

from bot.understanding.trained.judge import SHARPNESS

Weights = Mapping[str, jax.Array]

DROPOUT = 0.1
_FAR = -1e9


def below(weights: Weights, ids: jax.Array, layers: int, heads: int, epsilon: float) -> jax.Array:
    """What the first so many layers make of each row of ids (zeros behind are no pieces), as when reading."""
    hidden = _norm(weights, "emb.ln", weights["emb.word"][ids] + weights["emb.pos"][: ids.shape[1]], epsilon)
    for layer in range(layers):
        hidden = _layer(weights, f"l{layer}.", hidden, ids != 0, heads, epsilon, None)
    return hidden


def above(
    weights: Weights,
    hidden: jax.Array,
    real: jax.Array,
    layers: range,
    heads: int,
    epsilon: float,
    key: jax.Array | None,
) -> jax.Array:
    """A vector for each row of what came from the layers below these. With a random `key`, dropout is on."""
    for layer in layers:
        hidden = _layer(weights, f"l{layer}.", hidden, real, heads, epsilon, key)
    mean = (hidden * real[..., None]).sum(1) / real.sum(1, keepdims=True)
    return mean / jnp.linalg.norm(mean, axis=1, keepdims=True)


def depth(weights: Weights) -> int:
    """How many layers the encoder has."""
    return sum(name.endswith(".q.w") for name in weights)


def scores(weights: Weights, head: str, vectors: jax.Array) -> jax.Array:
    """What a head says of each vector, before any softmax."""
    return SHARPNESS * vectors @ weights[f"{head}.w"].T + weights[f"{head}.b"]


def _layer(
    weights: Weights,
    name: str,
    hidden: jax.Array,
    real: jax.Array,
    heads: int,
    epsilon: float,
    key: jax.Array | None,
) -> jax.Array:
    place = int(name[1:-1])
    seen = _dropped(
        _linear(weights, f"{name}ao", _mixed(weights, name, hidden, real, heads)), key, 2 * place + 1
    )
    hidden = _norm(weights, f"{name}aln", hidden + seen, epsilon)
    inner = jax.nn.gelu(_linear(weights, f"{name}fi", hidden), approximate=False)
    outer = _dropped(_linear(weights, f"{name}fo", inner), key, 2 * place + 2)
    return _norm(weights, f"{name}oln", hidden + outer, epsilon)


def _mixed(weights: Weights, name: str, hidden: jax.Array, real: jax.Array, heads: int) -> jax.Array:
    texts, pieces, width = hidden.shape
    split = (texts, pieces, heads, width // heads)
    query, key, value = (
        _linear(weights, f"{name}{part}", hidden).reshape(split).transpose(0, 2, 1, 3) for part in "qkv"
    )
    nearness = query @ key.transpose(0, 1, 3, 2) * (width // heads) ** -0.5
    shares = jax.nn.softmax(jnp.where(real[:, None, None, :], nearness, _FAR), axis=-1)
    return (shares @ value).transpose(0, 2, 1, 3).reshape(texts, pieces, width)


def _linear(weights: Weights, name: str, hidden: jax.Array) -> jax.Array:
    return hidden @ weights[f"{name}.w"].T + weights[f"{name}.b"]


def _norm(weights: Weights, name: str, hidden: jax.Array, epsilon: float) -> jax.Array:
    centred = hidden - hidden.mean(-1, keepdims=True)
    spread = jax.lax.rsqrt((centred**2).mean(-1, keepdims=True) + epsilon)
    return centred * spread * weights[f"{name}.w"] + weights[f"{name}.b"]


def _dropped(values: jax.Array, key: jax.Array | None, place: int) -> jax.Array:
    if key is None:
        return values
    kept = jax.random.bernoulli(jax.random.fold_in(key, place), 1 - DROPOUT, values.shape)
    return jnp.where(kept, values / (1 - DROPOUT), 0.0)
