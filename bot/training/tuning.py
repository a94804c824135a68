"""Fine-tuning: all three heads and the upper half of the encoder learn together.

The lower half stays as it was borrowed, so that what it makes of a text is made once. A batch holds texts of
about one length.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import jax
import jax.numpy as jnp
import numpy as np
import optax
from numpy.typing import NDArray

from bot.training import naming, network
from bot.training.network import Weights

LENGTHS = (10, 12, 14, 16, 20, 24, 28, 32, 40, 48, 64, 96, 128)
"""Numbers of pieces to which texts are padded: each is compiled once."""
UNKNOWN = -1
_WARM_UP = 0.1
_LEAST_RATE = 0.02
DECAY = 0.01
_LONGEST_STEP = 1.0


@dataclass(frozen=True, slots=True)
class Example:
    """A text as ids with what is known of it: its place among severities and topics, or `UNKNOWN`.

    `categories`: one number a category, 1 where it fits; None where nobody said.
    """

    ids: tuple[int, ...]
    severity: int
    categories: tuple[float, ...] | None
    topic: int


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train: passes over the examples, texts a step, rates of the encoder and of the heads.

    `kept`: how many of the lowest layers stay, with the words, as they were borrowed.
    """

    epochs: int = 2
    batch: int = 32
    kept: int = 6
    rate: float = 1.5e-4
    head_rate: float = 2e-3
    severity_smoothing: float = 0.03
    topic_smoothing: float = 0.05
    category_share: float = 2.0
    seed: int = 0


Batch = dict[str, NDArray[np.generic]]
Report = Callable[[int, int, float], None]


def tune(
    weights: Weights, examples: Sequence[Example], plan: Plan, heads: int, epsilon: float, report: Report
) -> dict[str, jax.Array]:
    """The weights after training. `report` hears the step, the number of steps, and the mean loss."""
    learned = {name: weights[name] for name in weights if not _stays(name, plan.kept)}
    hidden = _below(weights, examples, plan, heads, epsilon)
    batches = list(_batches(examples, plan))
    optimiser = _optimiser(plan, len(batches))
    state = optimiser.init(learned)
    step = _step(optimiser, plan, heads, epsilon, network.depth(weights))
    total = 0.0
    for number, chosen in enumerate(batches):
        key = jax.random.fold_in(jax.random.key(plan.seed), number)
        batch = _batch([examples[n] for n in chosen], [hidden[n] for n in chosen], plan.batch)
        learned, state, loss = step(learned, state, batch, key)
        total += float(loss)
        report(number + 1, len(batches), total / (number + 1))
    return {**weights, **learned}


def _stays(name: str, kept: int) -> bool:
    """Whether a weight belongs to the words or to one of the lowest layers."""
    return naming.of_words(name) or naming.of_layers(name, range(kept))


def _below(
    weights: Weights, examples: Sequence[Example], plan: Plan, heads: int, epsilon: float
) -> list[NDArray[np.float32]]:
    """What the layers that stay make of each text, a row a piece."""
    made = jax.jit(lambda ids: network.below(weights, ids, plan.kept, heads, epsilon))
    hidden = [np.empty((0, 0), np.float32)] * len(examples)
    order = sorted(range(len(examples)), key=lambda n: len(examples[n].ids))
    for start in range(0, len(order), plan.batch):
        chosen = order[start : start + plan.batch]
        longest = _length(max(len(examples[n].ids) for n in chosen))
        ids = [padded(examples[n].ids, longest) for n in chosen]
        ids += [ids[0]] * (plan.batch - len(ids))
        for n, rows in zip(chosen, np.asarray(made(np.array(ids, np.int32))), strict=False):
            hidden[n] = rows[: len(examples[n].ids)].copy()
    return hidden


def fresh_heads(width: int, sizes: Mapping[str, int]) -> dict[str, jax.Array]:
    """Heads over vectors of that width that say nothing yet."""
    matrices = {f"{head}.w": jnp.zeros((size, width)) for head, size in sizes.items()}
    return {**matrices, **{f"{head}.b": jnp.zeros(size) for head, size in sizes.items()}}


def _optimiser(plan: Plan, steps: int) -> optax.GradientTransformation:
    def rated(rate: float) -> optax.GradientTransformation:
        schedule = optax.warmup_cosine_decay_schedule(
            0.0, rate, max(1, int(_WARM_UP * steps)), steps, rate * _LEAST_RATE
        )
        return optax.adamw(schedule, weight_decay=DECAY, mask=_matrices)

    def label(tree: Weights) -> dict[str, str]:
        return {name: "encoder" if naming.of_encoder(name) else "head" for name in tree}

    parts = {"encoder": rated(plan.rate), "head": rated(plan.head_rate)}
    return optax.chain(optax.clip_by_global_norm(_LONGEST_STEP), optax.multi_transform(parts, label))


def _matrices(tree: Weights) -> Weights:
    """Which weights decay: the matrices, not what is added or scales."""
    return jax.tree.map(lambda one: one.ndim > 1, tree)


def _step(
    optimiser: optax.GradientTransformation, plan: Plan, heads: int, epsilon: float, depth: int
) -> Callable[..., tuple[dict[str, jax.Array], optax.OptState, jax.Array]]:
    def loss_of(learned: Weights, batch: Batch, key: jax.Array) -> jax.Array:
        hidden, real = jnp.asarray(batch["hidden"]), jnp.asarray(batch["real"])
        layers = range(plan.kept, depth)
        vectors = network.above(learned, hidden, real, layers, heads, epsilon, key)
        return loss(learned, vectors, batch, plan)

    @jax.jit
    def step(
        learned: dict[str, jax.Array], state: optax.OptState, batch: Batch, key: jax.Array
    ) -> tuple[dict[str, jax.Array], optax.OptState, jax.Array]:
        loss, slope = jax.value_and_grad(loss_of)(learned, batch, key)
        updates, state = optimiser.update(slope, state, learned)
        return optax.apply_updates(learned, updates), state, loss

    return step


def loss(weights: Weights, vectors: jax.Array, batch: Batch, plan: Plan) -> jax.Array:
    """How far the heads are from what is known of the texts of these vectors, all three taken together."""
    severity = _choice(
        network.scores(weights, "severity", vectors), batch["severity"], plan.severity_smoothing
    )
    topic = _choice(network.scores(weights, "topic", vectors), batch["topic"], plan.topic_smoothing)
    told = network.scores(weights, "category", vectors)
    category = optax.sigmoid_binary_cross_entropy(told, batch["categories"]).mean(1)
    return severity + topic + plan.category_share * (category * batch["told"]).sum() / len(vectors)


def _choice(said: jax.Array, right: NDArray[np.generic], smoothing: float) -> jax.Array:
    given = right != UNKNOWN
    wanted = optax.smooth_labels(jax.nn.one_hot(right, said.shape[1]), smoothing)
    return (optax.softmax_cross_entropy(said, wanted) * given).sum() / len(said)


def _batches(examples: Sequence[Example], plan: Plan) -> Iterator[Sequence[int]]:
    """The examples of each step by number: every pass in another order, texts of like length together."""
    random = np.random.default_rng(plan.seed)
    for _ in range(plan.epochs):
        order = random.permutation(len(examples)).tolist()
        large = plan.batch * 32
        lots = [
            sorted(order[i : i + large], key=lambda n: len(examples[n].ids))
            for i in range(0, len(order), large)
        ]
        parts = [lot[i : i + plan.batch] for lot in lots for i in range(0, len(lot), plan.batch)]
        for place in random.permutation(len(parts)):
            yield parts[place]


def _batch(examples: Sequence[Example], hidden: Sequence[NDArray[np.float32]], size: int) -> Batch:
    """Equal shapes: zeros behind a text, and for missing texts copies of which nothing is known."""
    missing = size - len(examples)
    rows = [*examples, *[Example(examples[0].ids, UNKNOWN, None, UNKNOWN)] * missing]
    layers = [*hidden, *[hidden[0]] * missing]
    lengths = np.array([len(one) for one in layers])
    block = np.zeros((size, _length(max(lengths)), hidden[0].shape[1]), np.float32)
    for place, one in enumerate(layers):
        block[place, : len(one)] = one
    return {"hidden": block, "real": np.arange(block.shape[1]) < lengths[:, None], **known(rows)}


def _length(pieces: int) -> int:
    """To how many pieces a batch is padded whose longest text has so many."""
    return next((length for length in LENGTHS if length >= pieces), LENGTHS[-1])


def known(rows: Sequence[Example]) -> Batch:
    """What is known of some texts, as arrays."""
    width = max((len(row.categories) for row in rows if row.categories is not None), default=1)
    return {
        "severity": np.array([row.severity for row in rows], np.int32),
        "topic": np.array([row.topic for row in rows], np.int32),
        "told": np.array([row.categories is not None for row in rows], np.float32),
        "categories": np.array([row.categories or (0.0,) * width for row in rows], np.float32),
    }


def padded(ids: tuple[int, ...], length: int) -> tuple[int, ...]:
    """Exactly so many ids."""
    return (ids + (0,) * length)[:length]
