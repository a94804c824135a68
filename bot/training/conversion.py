"""From weights to the encoder's file that the bot loads, its weights in whole numbers."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import jax.numpy as jnp
import numpy as np
import onnx
from numpy.typing import NDArray
from onnxruntime.quantization import QuantType, quantize_dynamic

from bot.training.borrowed import Borrowed
from bot.training.graph import PLACED, Graph

Array = NDArray[np.float32]
MAX_PLACES = 512


def trimmed_weights(borrowed: Borrowed, places: NDArray[np.intp]) -> dict[str, jnp.ndarray]:
    """The encoder's weights, of the kept pieces only; the one kind of token is added to the places."""
    tensors = {name: array for name, array in borrowed.tensors.items() if name != "emb.type"}
    tensors["emb.word"] = tensors["emb.word"][places]
    kind = borrowed.tensors["emb.type"][: borrowed.width]
    tensors["emb.pos"] = tensors["emb.pos"].reshape(MAX_PLACES, borrowed.width) + kind
    return {name: jnp.asarray(array, jnp.float32) for name, array in tensors.items()}


def write_encoder(weights: Mapping[str, Array], borrowed: Borrowed, file: Path) -> None:
    """The encoder as ONNX with 8-bit weights, of one channel each.

    `reduce_range` keeps sums exact on processors without VNNI.
    """
    graph = Graph(weights, borrowed.heads, borrowed.epsilon).build(borrowed.layers)
    with TemporaryDirectory() as folder:
        exact = Path(folder) / "encoder.onnx"
        onnx.save(graph, exact)
        quantize_dynamic(
            exact,
            file,
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
            op_types_to_quantize=["MatMul", "Gather"],
            nodes_to_exclude=[PLACED],
        )
