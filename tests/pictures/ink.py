"""A PNG as numbers. Only what our pictures are: eight bits, red, green, blue and opacity, not interlaced."""

import struct
import zlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
CHANNELS = 4


@dataclass(frozen=True)
class Box:
    """Where ink is, in pixels from the upper left corner."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def height(self) -> int:
        return self.bottom - self.top


def pixels(png: bytes) -> Pixels:
    """Rows, columns and channels."""
    width, height, depth, kind, _, _, interlaced = struct.unpack(">IIBBBBB", png[16:29])
    assert (depth, kind, interlaced) == (8, 6, 0)
    raw = np.frombuffer(zlib.decompress(_data(png)), np.uint8).reshape(height, 1 + width * CHANNELS)
    rows = np.zeros((height + 1, width + 1, CHANNELS), np.uint8)
    for number, row in enumerate(raw, start=1):
        _unfilter(int(row[0]), row[1:].reshape(width, CHANNELS), rows, number)
    return rows[1:, 1:]


def _data(png: bytes) -> bytes:
    at, found = 8, b""
    while at < len(png):
        (size,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            found += png[at + 8 : at + 8 + size]
        at += 12 + size
    return found


def _unfilter(kind: int, row: Pixels, rows: NDArray[np.uint8], at: int) -> None:
    above = rows[at - 1].astype(np.int16)
    line = rows[at]
    if kind in (0, 2):
        line[1:] = row + (rows[at - 1][1:] if kind else 0)
        return
    for x in range(1, len(line)):
        left = line[x - 1].astype(np.int16)
        guess = {1: left, 3: (left + above[x]) // 2, 4: _paeth(left, above[x], above[x - 1])}[kind]
        line[x] = (row[x - 1] + guess) & 0xFF


def _paeth(left: NDArray[np.int16], up: NDArray[np.int16], corner: NDArray[np.int16]) -> NDArray[np.int16]:
    guess = left + up - corner
    far_left, far_up, far_corner = abs(guess - left), abs(guess - up), abs(guess - corner)
    best = np.where(far_up <= far_corner, up, corner)
    return np.where((far_left <= far_up) & (far_left <= far_corner), left, best)


def ink(png: bytes) -> NDArray[np.bool_]:
    """Where it is not transparent."""
    found: NDArray[np.bool_] = pixels(png)[:, :, 3] > 127
    return found


def box(marked: NDArray[np.bool_]) -> Box:
    """The smallest box around all ink."""
    rows, columns = np.nonzero(marked.any(axis=1))[0], np.nonzero(marked.any(axis=0))[0]
    return Box(int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1)


def bands(marked: NDArray[np.bool_]) -> int:
    """How many times ink begins, from above to below."""
    rows: NDArray[np.bool_] = np.asarray(marked.any(axis=1))
    return int((rows[1:] & ~rows[:-1]).sum()) + int(rows[0])
