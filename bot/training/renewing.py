"""Heads learned anew over an encoder that stays as it is: minutes instead of hours when the data has grown.

The vectors are those of the 8-bit encoder that the bot runs. Loss and rate are those of the whole training.
"""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import jax
import jax.numpy as jnp
import numpy as np
import optax
from numpy.typing import NDArray

from bot.training import tuning
from bot.training.tuning import Example, Plan
from bot.understanding.trained.encoder import Encoder

PLAN = Plan(epochs=12, batch=256)
Heads = dict[str, jax.Array]


def vectors(encoder: Encoder, texts: Sequence[str]) -> NDArray[np.float32]:
    """A row for each text, made on all cores."""
    with ThreadPoolExecutor() as pool:
        return np.concatenate(list(pool.map(lambda text: encoder.vectors([text]), texts)))


def heads(
    rows: NDArray[np.float32], examples: Sequence[Example], sizes: Mapping[str, int], plan: Plan = PLAN
) -> Heads:
    """The heads that fit these vectors best. `examples`: what is known of each row."""
    told = {name: jnp.asarray(array) for name, array in tuning.known(examples).items()}
    steps = plan.epochs * (len(rows) // plan.batch)
    optimiser = optax.adamw(optax.cosine_decay_schedule(plan.head_rate, steps), weight_decay=tuning.DECAY)
    learned = tuning.fresh_heads(rows.shape[1], sizes)
    state, everything = optimiser.init(learned), jnp.asarray(rows)
    step = jax.jit(partial(_step, optimiser, plan))
    for chosen in _chosen(len(rows), plan):
        batch = {name: array[chosen] for name, array in told.items()}
        learned, state = step(learned, state, everything[chosen], batch)
    return learned


def _step(
    optimiser: optax.GradientTransformation,
    plan: Plan,
    learned: Heads,
    state: optax.OptState,
    rows: jax.Array,
    batch: Mapping[str, jax.Array],
) -> tuple[Heads, optax.OptState]:
    slope = jax.grad(tuning.loss)(learned, rows, batch, plan)
    updates, state = optimiser.update(slope, state, learned)
    changed: Heads = optax.apply_updates(learned, updates)
    return changed, state


def _chosen(count: int, plan: Plan) -> list[NDArray[np.intp]]:
    """The rows of each step: every pass in another order, what is left over at its end left out."""
    random = np.random.default_rng(plan.seed)
    full = count // plan.batch * plan.batch
    passes = (random.permutation(count)[:full] for _ in range(plan.epochs))
    return [rows for one in passes for rows in one.reshape(-1, plan.batch)]
