"""A text as a vector: pieces by SentencePiece, then the small encoder run by onnxruntime."""

from pathlib import Path

import numpy as np
import onnxruntime
import sentencepiece
from numpy.typing import NDArray

Vector = NDArray[np.float32]

MAX_PIECES = 126
"""Between the two marks at the ends; training cuts at the same place. About 400 Thai characters."""
PREFIX = "query: "
"""What the borrowed encoder was taught to see before a short text (E5, "query: " and "passage: ")."""


def ids_of(pieces: sentencepiece.SentencePieceProcessor, text: str) -> list[int]:
    """The ids of the text between its marks. A longer text keeps its two ends: a cry often stands last."""
    ids: list[int] = pieces.encode(PREFIX + text)
    if len(ids) > MAX_PIECES:
        half = MAX_PIECES // 2
        ids = ids[:half] + ids[-half:]
    return [pieces.bos_id(), *ids, pieces.eos_id()]


class Encoder:
    """May be called from several threads."""

    def __init__(self, model: Path, pieces: Path) -> None:
        """Raises whatever onnxruntime or SentencePiece raise for a file that they cannot use."""
        options = onnxruntime.SessionOptions()
        # One message at a time on a small machine: more threads only wait for each other.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        # The arena keeps the memory of the longest text ever read.
        options.enable_cpu_mem_arena = False
        self._session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
        self._pieces = sentencepiece.SentencePieceProcessor(model_file=str(pieces))

    def vector(self, text: str) -> Vector:
        """The vector of a text, of length 1."""
        ids = np.array([ids_of(self._pieces, text)], np.int64)
        vector: Vector = self._session.run(["vector"], {"ids": ids})[0][0]
        return vector
