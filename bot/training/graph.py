"""The encoder as an ONNX graph: ids of one text in, one vector of length 1 out.

All texts of one batch have the same number of pieces, so there is no padding and no mask.
"""

from collections.abc import Mapping

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

Array = NDArray[np.float32]

OPSET = 20
"""The first operator set with `Gelu`; `LayerNormalization` came with 17."""


class Graph:
    """Collects nodes and weights; every method gives the name of what it computes."""

    def __init__(self, tensors: Mapping[str, Array], heads: int, epsilon: float) -> None:
        self._tensors, self._heads, self._epsilon = tensors, heads, epsilon
        self._nodes: list[onnx.NodeProto] = []
        self._weights: dict[str, onnx.TensorProto] = {}

    def build(self, layers: int) -> onnx.ModelProto:
        """The whole model."""
        hidden = self._embedded()
        for layer in range(layers):
            hidden = self._layer(f"l{layer}.", hidden)
        mean = self._op("ReduceMean", hidden, self._constant("axis_1", np.array([1], np.int64)), keepdims=0)
        length = self._op("ReduceL2", mean, self._constant("axis_1", np.array([1], np.int64)), keepdims=1)
        self._nodes.append(helper.make_node("Div", [mean, length], ["vector"]))
        return self._model()

    def _model(self) -> onnx.ModelProto:
        ids = helper.make_tensor_value_info("ids", TensorProto.INT64, ["texts", "pieces"])
        width = self._tensors["emb.ln.w"].shape[0]
        vector = helper.make_tensor_value_info("vector", TensorProto.FLOAT, ["texts", width])
        graph = helper.make_graph(self._nodes, "encoder", [ids], [vector], list(self._weights.values()))
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=10)
        onnx.checker.check_model(model)
        return model

    def _embedded(self) -> str:
        words = self._op("Gather", self._weight("emb.word"), "ids")
        shape = self._op("Shape", "ids", start=1, end=2)
        zero = self._constant("zero", np.array([0], np.int64))
        places = self._op("Slice", self._weight("emb.pos"), zero, shape, zero)
        return self._norm(self._op("Add", words, places), "emb.ln")

    def _layer(self, name: str, hidden: str) -> str:
        attended = self._norm(self._op("Add", hidden, self._attention(name, hidden)), f"{name}aln")
        inner = self._op("Gelu", self._linear(f"{name}fi", attended))
        return self._norm(self._op("Add", attended, self._linear(f"{name}fo", inner)), f"{name}oln")

    def _attention(self, name: str, hidden: str) -> str:
        query, key, value = (self._split(self._linear(f"{name}{part}", hidden)) for part in "qkv")
        key = self._op("Transpose", key, perm=[0, 1, 3, 2])
        weights = self._op("Softmax", self._op("Mul", self._op("MatMul", query, key), self._scale()), axis=-1)
        mixed = self._op("Transpose", self._op("MatMul", weights, value), perm=[0, 2, 1, 3])
        width = self._tensors["emb.ln.w"].shape[0]
        joined = self._op("Reshape", mixed, self._constant("joined", np.array([0, 0, width], np.int64)))
        return self._linear(f"{name}ao", joined)

    def _split(self, whole: str) -> str:
        shape = np.array([0, 0, self._heads, self._head_width()], np.int64)
        return self._op(
            "Transpose", self._op("Reshape", whole, self._constant("split", shape)), perm=[0, 2, 1, 3]
        )

    def _head_width(self) -> int:
        return int(self._tensors["emb.ln.w"].shape[0] // self._heads)

    def _scale(self) -> str:
        return self._constant("scale", np.array(self._head_width() ** -0.5, np.float32))

    def _linear(self, name: str, hidden: str) -> str:
        product = self._op("MatMul", hidden, self._weight(f"{name}.w", transposed=True))
        return self._op("Add", product, self._weight(f"{name}.b"))

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
