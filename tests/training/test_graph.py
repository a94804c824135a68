"""The graph that the bot runs computes what training has computed."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
from numpy.typing import NDArray

jax = pytest.importorskip("jax", reason="needs requirements/train.txt")
onnx = pytest.importorskip("onnx", reason="needs requirements/train.txt")

from bot.training import conversion, network  # noqa: E402
from bot.training.borrowed import Borrowed  # noqa: E402
from bot.training.graph import Graph  # noqa: E402
from bot.understanding.trained.encoder import feed  # noqa: E402
from bot.understanding.trained.judge import SHARPNESS  # noqa: E402
from tests.training.tiny import EPSILON, HEADS, INNER, LAYERS, WIDTH, Weights, encoder  # noqa: E402

IDS = ([1], [1, 7, 2], [1, *range(3, 40), 2])


@pytest.fixture(scope="module")
def weights() -> Weights:
    return encoder(11, conversion.MAX_PLACES)


def run(model: bytes | str, *texts: list[int]) -> NDArray[np.float32]:
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    return session.run(["vectors"], feed(texts))[0]


def vector(
    weights: Mapping[str, object], ids: list[int], kept: int, key: object = None
) -> NDArray[np.float32]:
    """Through the layers that stay, then through those that learn."""
    rows = np.array([ids])
    hidden = network.below(weights, rows, kept, HEADS, EPSILON)
    made = network.above(weights, hidden, rows != 0, range(kept, LAYERS), HEADS, EPSILON, key)
    return np.asarray(made[0])


def encoded(weights: Mapping[str, object], ids: list[int]) -> NDArray[np.float32]:
    return vector(weights, ids, 1)


@pytest.mark.parametrize("ids", IDS, ids=len)
def test_the_graph_gives_the_vector_that_training_saw(weights: Weights, ids: list[int]) -> None:
    model = Graph(weights, HEADS, EPSILON).build(LAYERS).SerializeToString()
    assert run(model, ids)[0] == pytest.approx(encoded(weights, ids), abs=1e-5)


def test_no_text_sees_another_that_is_read_in_the_same_run(weights: Weights) -> None:
    model = Graph(weights, HEADS, EPSILON).build(LAYERS).SerializeToString()
    alone = [encoded(weights, ids) for ids in IDS]
    assert run(model, *IDS) == pytest.approx(np.array(alone), abs=1e-5)


def test_the_graph_in_whole_numbers_gives_nearly_that_vector(weights: Weights, tmp_path: Path) -> None:
    source = Borrowed(WIDTH, LAYERS, HEADS, INNER, EPSILON, (), np.zeros(0, np.float32), {})
    conversion.write_encoder(weights, source, tmp_path / "encoder.onnx")
    for ids in IDS:
        [vector] = run(str(tmp_path / "encoder.onnx"), ids)
        assert float(np.linalg.norm(vector)) == pytest.approx(1, abs=1e-5)
        assert float(vector @ encoded(weights, ids)) > 0.99


def test_vectors_have_length_1(weights: Weights) -> None:
    assert float(np.linalg.norm(encoded(weights, [1, 5, 2]))) == pytest.approx(1, abs=1e-5)


def test_zeros_behind_a_text_change_nothing(weights: Weights) -> None:
    assert encoded(weights, [1, 7, 2, 0, 0, 0]) == pytest.approx(encoded(weights, [1, 7, 2]), abs=1e-5)


def test_the_order_of_pieces_counts(weights: Weights) -> None:
    assert encoded(weights, [1, 7, 9, 2]) != pytest.approx(encoded(weights, [1, 9, 7, 2]), abs=1e-3)


def test_dropout_is_random_with_a_key_and_off_without(weights: Weights) -> None:
    one, other = (vector(weights, [1, 7, 2], 1, jax.random.key(seed)) for seed in (1, 2))
    assert not np.allclose(one, other)
    assert np.array_equal(encoded(weights, [1, 7, 2]), encoded(weights, [1, 7, 2]))


@pytest.mark.parametrize("kept", range(LAYERS + 1))
def test_how_many_layers_stay_changes_nothing_that_is_read(weights: Weights, kept: int) -> None:
    assert vector(weights, [1, 7, 2], kept) == pytest.approx(encoded(weights, [1, 7, 2]), abs=1e-6)


def test_it_counts_its_layers(weights: Weights) -> None:
    assert network.depth(weights) == LAYERS


def test_a_head_sees_sharpened_vectors() -> None:
    head = {"severity.w": np.array([[1.0, 0.0], [0.0, 2.0]]), "severity.b": np.array([0.5, 0.0])}
    said = network.scores(head, "severity", np.array([[0.6, 0.8]]))
    assert np.asarray(said)[0] == pytest.approx([SHARPNESS * 0.6 + 0.5, SHARPNESS * 1.6], rel=1e-5)


def test_only_the_kept_pieces_are_taken_and_the_kind_is_added_to_the_places() -> None:
    tensors = {
        "emb.word": np.arange(8, dtype=np.float32).reshape(4, 2),
        "emb.pos": np.zeros(conversion.MAX_PLACES * 2, np.float32),
        "emb.type": np.array([3, 4, 5, 6], np.float32),
    }
    source = Borrowed(2, 0, 1, 4, EPSILON, (), np.zeros(0, np.float32), tensors)
    kept = conversion.trimmed_weights(source, np.array([3, 0]))
    assert np.asarray(kept["emb.word"]).tolist() == [[6, 7], [0, 1]]
    assert np.asarray(kept["emb.pos"])[0].tolist() == [3, 4]
    assert "emb.type" not in kept
