"""Texts as vectors: pieces by SentencePiece, then the small encoder run by onnxruntime."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime
import sentencepiece
from numpy.typing import NDArray

Vectors = NDArray[np.float32]

MAX_PIECES = 126
"""Between the two marks at the ends; training cuts at the same place. About 400 Thai characters."""
SLOWER = ["SkipLayerNormFusion"]
"""What onnxruntime must not do to the graph: its sum and norm in one make a run a fifth longer."""
PREFIX = "query: "
"""What the borrowed encoder was taught to see before a short text (E5, "query: " and "passage: ")."""


def ids_of(pieces: sentencepiece.SentencePieceProcessor, text: str) -> list[int]:
    """The ids of the text between its marks. A longer text keeps its two ends: a cry often stands last."""
    ids: list[int] = pieces.encode(PREFIX + text)
    if len(ids) > MAX_PIECES:
        half = MAX_PIECES // 2
        ids = ids[:half] + ids[-half:]
    return [pieces.bos_id(), *ids, pieces.eos_id()]


def feed(texts: Sequence[Sequence[int]]) -> dict[str, NDArray[np.generic]]:
    """What the encoder takes: all pieces, the place of each in its text, and which belong to which text."""
    lengths = [len(ids) for ids in texts]
    return {
        "ids": np.concatenate([np.array(ids, np.int64) for ids in texts]),
        "places": np.concatenate([np.arange(length, dtype=np.int64) for length in lengths]),
        "texts": np.repeat(np.eye(len(texts), dtype=np.float32), lengths, axis=1),
    }


class Encoder:
    """May be called from several threads."""

    def __init__(self, model: Path, pieces: Path) -> None:
        """Raises whatever onnxruntime or SentencePiece raise for a file that they cannot use."""
        options = onnxruntime.SessionOptions()
        # One message at a time on a small machine: more threads only wait for each other.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        # The arena keeps the memory of the longest text ever read.
        options.enable_cpu_mem_arena = False
        self._session = onnxruntime.InferenceSession(
            str(model), options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOWER
        )
        self._pieces = sentencepiece.SentencePieceProcessor(model_file=str(pieces))

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """A row of length 1 for each text. All are read in one run, so give few."""
        pieces = [ids_of(self._pieces, text) for text in texts]
        made: Vectors
        [made] = self._session.run(["vectors"], feed(pieces))
        return made
