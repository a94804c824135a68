"""The encoder as an ONNX graph: the pieces of a few texts in, a vector of length 1 for each of them out.

Several texts cost less in one run than one by one, since every weight is fetched once. No text sees another.
"""

from collections.abc import Mapping

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

Array = NDArray[np.float32]

OPSET = 20
"""The first operator set with `Gelu`; `LayerNormalization` came with 17."""
PLACED = "placed"
"""Adds what the place of a piece means; it stays exact when weights become whole numbers."""
LEAST = 1e-6
"""The smallest reach that is evened; a piece may not be divided by zero."""
FAR = -1e4
"""Added to the nearness of two pieces of different texts: after the softmax nothing is left of it."""


class Graph:
    """Collects nodes and weights; every method gives the name of what it computes."""

    def __init__(self, tensors: Mapping[str, Array], heads: int, epsilon: float) -> None:
        self._tensors, self._heads, self._epsilon = tensors, heads, epsilon
        self._nodes: list[onnx.NodeProto] = []
        self._weights: dict[str, onnx.TensorProto] = {}

    def build(self, layers: int) -> onnx.ModelProto:
        """The whole model."""
        hidden, apart = self._embedded(), self._apart()
        for layer in range(layers):
            hidden = self._layer(f"l{layer}.", hidden, apart)
        axis = self._constant("axis_1", np.array([1], np.int64))
        # The sum of a text's pieces points where their mean does, and only that is kept.
        whole = self._op("MatMul", "texts", hidden)
        length = self._op("ReduceL2", whole, axis, keepdims=1)
        self._nodes.append(helper.make_node("Div", [whole, length], ["vectors"]))
        return self._model()

    def _model(self) -> onnx.ModelProto:
        numbers = (TensorProto.INT64, ["pieces"])
        taken = [helper.make_tensor_value_info(name, *numbers) for name in ("ids", "places")]
        taken.append(helper.make_tensor_value_info("texts", TensorProto.FLOAT, ["count", "pieces"]))
        width = self._tensors["emb.ln.w"].shape[0]
        vectors = helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["count", width])
        graph = helper.make_graph(self._nodes, "encoder", taken, [vectors], list(self._weights.values()))
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=10)
        onnx.checker.check_model(model)
        return model

    def _embedded(self) -> str:
        words = self._op("Gather", self._weight("emb.word"), "ids")
        self._nodes.append(helper.make_node("Gather", [self._weight("emb.pos"), "places"], [PLACED], PLACED))
        return self._norm(self._op("Add", words, PLACED), "emb.ln")

    def _apart(self) -> str:
        """For each two pieces 0 within one text, and `FAR` between two."""
        together = self._op("MatMul", self._op("Transpose", "texts", perm=[1, 0]), "texts")
        other = self._op("Sub", self._constant("one", np.array(1, np.float32)), together)
        return self._op("Mul", other, self._constant("far", np.array(FAR, np.float32)))

    def _layer(self, name: str, hidden: str, apart: str) -> str:
        attended = self._norm(self._op("Add", hidden, self._attention(name, hidden, apart)), f"{name}aln")
        inner = self._op("Gelu", self._evened(f"{name}fi", attended))
        return self._norm(self._op("Add", attended, self._evened(f"{name}fo", inner)), f"{name}oln")

    def _attention(self, name: str, hidden: str, apart: str) -> str:
        query, key, value = (self._split(self._linear(f"{name}{part}", hidden)) for part in "qkv")
        key = self._op("Transpose", key, perm=[0, 2, 1])
        nearness = self._op("Mul", self._op("MatMul", query, key), self._scale())
        weights = self._op("Softmax", self._op("Add", nearness, apart), axis=-1)
        mixed = self._op("Transpose", self._op("MatMul", weights, value), perm=[1, 0, 2])
        width = self._tensors["emb.ln.w"].shape[0]
        joined = self._op("Reshape", mixed, self._constant("joined", np.array([0, width], np.int64)))
        return self._linear(f"{name}ao", joined)

    def _split(self, whole: str) -> str:
        shape = np.array([0, self._heads, self._head_width()], np.int64)
        return self._op(
            "Transpose", self._op("Reshape", whole, self._constant("split", shape)), perm=[1, 0, 2]
        )

    def _head_width(self) -> int:
        return int(self._tensors["emb.ln.w"].shape[0] // self._heads)

    def _scale(self) -> str:
        return self._constant("scale", np.array(self._head_width() ** -0.5, np.float32))

    def _linear(self, name: str, hidden: str) -> str:
        product = self._op("MatMul", hidden, self._weight(f"{name}.w", transposed=True))
        return self._op("Add", product, self._weight(f"{name}.b"))

    def _evened(self, name: str, hidden: str) -> str:
        """As `_linear`, but every piece is brought to the same range for it, and back again.

        The marks at the ends of a text reach 62 where its pieces stay below 5: in whole numbers of one range
        little would be left of what these say, and how much would hang on what is read beside them.
        """
        reach = self._reach(hidden)
        even = self._op("Div", hidden, reach)
        product = self._op("MatMul", even, self._weight(f"{name}.w", transposed=True))
        return self._op("Add", self._op("Mul", product, reach), self._weight(f"{name}.b"))

    def _reach(self, hidden: str) -> str:
        """How far each piece reaches from zero."""
        axis = self._constant("axis_1", np.array([1], np.int64))
        reach = self._op("ReduceMax", self._op("Abs", hidden), axis, keepdims=1)
        return self._op("Max", reach, self._constant("least", np.array(LEAST, np.float32)))

    def _norm(self, hidden: str, name: str) -> str:
        gain, shift = self._weight(f"{name}.w"), self._weight(f"{name}.b")
        return self._op("LayerNormalization", hidden, gain, shift, epsilon=self._epsilon)

    def _op(self, kind: str, *inputs: str, **attributes: object) -> str:
        name = f"{kind}_{len(self._nodes)}"
        self._nodes.append(helper.make_node(kind, list(inputs), [name], **attributes))
        return name

    def _weight(self, name: str, *, transposed: bool = False) -> str:
        array = self._tensors[name]
        return self._constant(name, np.ascontiguousarray(array.T if transposed else array))

    def _constant(self, name: str, array: NDArray[np.generic]) -> str:
        self._weights.setdefault(name, numpy_helper.from_array(array, name))
        return name
