"""The upper half learns what it is told, the lower half and the words stay, and every example is met."""

from collections import Counter
from typing import Any

import numpy as np
import pytest

jax = pytest.importorskip("jax", reason="needs requirements/train.txt")
pytest.importorskip("optax", reason="needs requirements/train.txt")

from bot.training import tuning  # noqa: E402
from bot.training.tuning import UNKNOWN, Example, Plan  # noqa: E402
from tests.training.tiny import EPSILON, HEADS, WIDTH, encoder  # noqa: E402

PLAN = Plan(epochs=3, batch=4, kept=1, rate=1e-3, head_rate=1e-2)
SIZES = {"severity": 2, "category": 3, "topic": 2}
EXAMPLES = [
    *[Example((1, 7 + n % 3, 2), 0, (0.0, 0.0, 0.0), UNKNOWN) for n in range(9)],
    *[Example((1, 30 + n % 3, 31, 2), 1, (1.0, 0.0, 0.0), UNKNOWN) for n in range(9)],
    *[Example((1, 20, 2), UNKNOWN, None, 1)] * 3,
]
Weights = dict[str, Any]


@pytest.fixture(scope="module")
def weights() -> Weights:
    """A tiny encoder, and heads that say nothing yet."""
    made = {**encoder(5, tuning.LENGTHS[-1]), **tuning.fresh_heads(WIDTH, SIZES)}
    return {name: jax.numpy.asarray(one) for name, one in made.items()}


@pytest.fixture(scope="module")
def heard() -> list[tuple[int, int, float]]:
    return []


@pytest.fixture(scope="module")
def tuned(weights: Weights, heard: list[tuple[int, int, float]]) -> Weights:
    return tuning.tune(weights, EXAMPLES, PLAN, HEADS, EPSILON, lambda *said: heard.append(said))


def changed(weights: Weights, tuned: Weights) -> set[str]:
    return {name for name in weights if not np.array_equal(weights[name], tuned[name])}


def test_words_and_the_layers_that_are_kept_stay(weights: Weights, tuned: Weights) -> None:
    assert not {name for name in changed(weights, tuned) if name.startswith(("emb.", "l0."))}
    assert tuned.keys() == weights.keys()


def test_all_else_learns(weights: Weights, tuned: Weights) -> None:
    # What all keys have in common moves no share of attention.
    upper = {name for name in weights if not name.startswith(("emb.", "l0."))} - {"l1.k.b"}
    assert upper - changed(weights, tuned) == set()


def test_each_step_is_told_with_the_mean_loss_that_falls(
    tuned: Weights,  # noqa: ARG001
    heard: list[tuple[int, int, float]],
) -> None:
    steps = PLAN.epochs * -(-len(EXAMPLES) // PLAN.batch)
    assert [step for step, _, _ in heard] == list(range(1, steps + 1))
    assert {count for _, count, _ in heard} == {steps}
    assert heard[-1][2] < heard[0][2]


def test_the_same_seed_makes_the_same_weights(weights: Weights, tuned: Weights) -> None:
    again = tuning.tune(weights, EXAMPLES, PLAN, HEADS, EPSILON, lambda *_: None)
    assert changed(tuned, again) == set()


def test_every_pass_meets_every_example_once_in_another_order() -> None:
    chosen = list(tuning._batches(EXAMPLES, PLAN))
    met = [n for one in chosen for n in one]
    assert Counter(met) == dict.fromkeys(range(len(EXAMPLES)), PLAN.epochs)
    assert met[: len(EXAMPLES)] != met[len(EXAMPLES) : 2 * len(EXAMPLES)]


def test_a_batch_is_filled_with_what_nothing_is_known_of() -> None:
    hidden = [np.ones((3, WIDTH), np.float32), np.ones((4, WIDTH), np.float32)]
    batch = tuning._batch([EXAMPLES[0], EXAMPLES[9]], hidden, 4)
    assert batch["real"].sum(1).tolist() == [3, 4, 3, 3]
    assert batch["hidden"].shape == (4, tuning.LENGTHS[0], WIDTH)
    assert not batch["hidden"][0, 3:].any()
    assert batch["severity"].tolist() == [0, 1, UNKNOWN, UNKNOWN]
    assert batch["told"].tolist() == [1, 1, 0, 0]
