"""The file of the borrowed encoder is read as it is written, and nothing else is read in its place."""

import struct
from pathlib import Path

import numpy as np
import pytest

from bot.training.borrowed import BLOCK, Borrowed, read

WIDTH, INNER = BLOCK, 2 * BLOCK
PIECES = ("<s>", "▁a", "พ่อ")
SCORES = (0.0, -1.5, -2.25)
FLOATS, FOUR_BITS = 0, 1
NIBBLES = np.arange(BLOCK) % 16


def block(scale: float) -> bytes:
    """32 weights from -8 to 7 twice over, times a scale: low halves of the bytes first, then high ones."""
    packed = NIBBLES[:16] | NIBBLES[16:] << 4
    return np.float16(scale).tobytes() + packed.astype(np.uint8).tobytes()


TENSORS = {
    "emb.ln.w": (FLOATS, WIDTH, np.arange(WIDTH, dtype=np.float32).tobytes()),
    "l0.q.w": (FOUR_BITS, 2 * WIDTH, block(1.0) + block(0.5)),
    "l0.fo.w": (FOUR_BITS, INNER, block(2.0) + block(0.25)),
}


def written(magic: bytes = b"E5S1") -> bytes:
    """A whole file: header, pieces, a map of the normaliser, the directory, and the tensors behind it."""
    words = [piece.encode() for piece in PIECES]
    ends = np.cumsum([0, *map(len, words)]).astype(np.uint32)
    head = struct.pack("<4sI7ifi", magic, 1, WIDTH, 1, 4, INNER, 512, 0, 0, 1e-5, 0)
    head += struct.pack("<5iQ", len(PIECES), 0, 0, 0, 0, int(ends[-1]))
    head += ends.tobytes() + np.array(SCORES, np.float32).tobytes() + b"".join(words)
    head += struct.pack("<iI", 0, 5) + b"a map"
    length = 4 + sum(2 + len(name) + 21 for name in TENSORS)
    at, directory, body = len(head) + length, struct.pack("<i", len(TENSORS)), b""
    for name, (kind, size, data) in TENSORS.items():
        directory += struct.pack("<H", len(name)) + name.encode()
        directory += struct.pack("<BIQQ", kind, size, at + len(body), len(data))
        body += data
    return head + directory + body


@pytest.fixture
def borrowed(tmp_path: Path) -> Borrowed:
    file = tmp_path / "tiny.bin"
    file.write_bytes(written())
    return read(file)


def test_it_tells_its_sizes(borrowed: Borrowed) -> None:
    assert (borrowed.width, borrowed.layers, borrowed.heads, borrowed.inner) == (WIDTH, 1, 4, INNER)
    assert borrowed.epsilon == pytest.approx(1e-5)


def test_it_knows_its_pieces_and_their_scores(borrowed: Borrowed) -> None:
    assert borrowed.pieces == PIECES
    assert tuple(borrowed.scores.tolist()) == SCORES


def test_it_has_each_tensor_by_its_name(borrowed: Borrowed) -> None:
    assert {name: array.shape for name, array in borrowed.tensors.items()} == {
        "emb.ln.w": (WIDTH,),
        "l0.q.w": (2, WIDTH),
        "l0.fo.w": (1, INNER),
    }
    assert np.array_equal(borrowed.tensors["emb.ln.w"], np.arange(WIDTH))


def test_weights_of_four_bits_are_multiplied_by_the_scale_of_their_block(borrowed: Borrowed) -> None:
    first, second = borrowed.tensors["l0.q.w"]
    assert np.array_equal(first, NIBBLES - 8)
    assert np.array_equal(second, (NIBBLES - 8) / 2)
    assert np.array_equal(borrowed.tensors["l0.fo.w"][0, :BLOCK], (NIBBLES - 8) * 2)


def test_a_file_of_another_format_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "other.bin"
    file.write_bytes(written(b"GGUF"))
    with pytest.raises(ValueError, match=r"other\.bin: not an encoder of the known format"):
        read(file)


def test_a_file_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"):
        read(tmp_path / "nowhere.bin")
