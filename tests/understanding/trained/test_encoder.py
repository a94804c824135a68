"""A text becomes the ids of its pieces, and they a vector of length 1."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial

import numpy as np
import pytest
import sentencepiece

from bot.understanding.trained.artefact import ENCODER, FOLDER, PIECES
from bot.understanding.trained.encoder import MAX_PIECES, PREFIX, Encoder, Vectors, feed, ids_of

TEXTS = ["", "a", "พ่อตีหนู", "he won't let me leave", "🌱🌱", "ก" * 4096, "\n", "<s>", "phor tee nu"]
CRY = "ช่วยหนูด้วย เขาถือมีดอยู่หน้าห้อง"
STORY = "วันนี้ไปโรงเรียน กินข้าวกับเพื่อน แล้วก็กลับบ้าน " * 40


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder(FOLDER / ENCODER, FOLDER / PIECES)


@pytest.fixture(scope="module")
def pieces() -> sentencepiece.SentencePieceProcessor:
    return sentencepiece.SentencePieceProcessor(model_file=str(FOLDER / PIECES))


def vector(encoder: Encoder, text: str) -> Vectors:
    return encoder.vectors([text])[0]


@pytest.mark.parametrize("text", TEXTS)
def test_every_vector_has_length_1(encoder: Encoder, text: str) -> None:
    assert float(np.linalg.norm(vector(encoder, text))) == pytest.approx(1, abs=1e-5)


def test_the_same_text_has_the_same_vector_from_many_threads(encoder: Encoder) -> None:
    alone = [vector(encoder, text) for text in TEXTS]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(partial(vector, encoder), TEXTS * 3))
    assert all(np.array_equal(a, b) for a, b in zip(alone * 3, together, strict=True))


def test_texts_read_in_one_run_get_the_vectors_that_they_have_alone_but_for_rounding(
    encoder: Encoder,
) -> None:
    texts = ["พ่อตีหนู", STORY, "how do i bake bread", CRY]
    for text, together in zip(texts, encoder.vectors(texts), strict=True):
        assert float(np.linalg.norm(together)) == pytest.approx(1, abs=1e-5)
        nearness = {other: float(together @ vector(encoder, other)) for other in texts}
        assert nearness[text] > 0.995
        assert max(nearness, key=nearness.__getitem__) == text


def test_what_the_encoder_takes_tells_whose_each_piece_is_and_where_it_stands() -> None:
    taken = feed([[7, 8], [9]])
    assert {name: array.tolist() for name, array in taken.items()} == {
        "ids": [7, 8, 9],
        "places": [0, 1, 0],
        "texts": [[1, 1, 0], [0, 0, 1]],
    }


def test_different_texts_have_different_vectors(encoder: Encoder) -> None:
    assert float(vector(encoder, "พ่อตีหนู") @ vector(encoder, "how do i bake bread")) < 0.95


def test_a_text_stands_between_its_two_marks(pieces: sentencepiece.SentencePieceProcessor) -> None:
    ids = ids_of(pieces, "พ่อตีหนู")
    assert (ids[0], ids[-1]) == (pieces.bos_id(), pieces.eos_id())
    assert ids[1:-1] == pieces.encode(f"{PREFIX}พ่อตีหนู")


def test_a_long_text_keeps_its_two_ends(pieces: sentencepiece.SentencePieceProcessor) -> None:
    every = pieces.encode(PREFIX + STORY + CRY)
    ids = ids_of(pieces, STORY + CRY)
    half = MAX_PIECES // 2
    assert len(ids) == MAX_PIECES + 2
    assert ids[1 : half + 1] == every[:half]
    assert ids[half + 1 : -1] == every[-half:]


def test_a_cry_at_the_end_of_a_long_text_is_read(encoder: Encoder) -> None:
    assert float(vector(encoder, STORY) @ vector(encoder, STORY + CRY)) < 0.999


def test_a_text_of_just_the_longest_length_is_read_whole(
    pieces: sentencepiece.SentencePieceProcessor,
) -> None:
    text = "x"
    while len(pieces.encode(PREFIX + text)) < MAX_PIECES:
        text += " x"
    assert ids_of(pieces, text)[1:-1] == pieces.encode(PREFIX + text)


@pytest.mark.parametrize("word", ["<s>", "</s>", "<pad>", "<mask>", "a <s> b </s>", "</s><s>"])
def test_control_words_that_a_child_types_are_text(
    pieces: sentencepiece.SentencePieceProcessor, word: str
) -> None:
    inside = ids_of(pieces, word)[1:-1]
    assert not {pieces.bos_id(), pieces.eos_id()} & {*inside}
    assert len(inside) > len(pieces.encode(PREFIX.strip()))


@pytest.mark.parametrize("text", TEXTS)
def test_every_id_has_a_row_in_the_encoder(pieces: sentencepiece.SentencePieceProcessor, text: str) -> None:
    assert all(0 <= one < pieces.get_piece_size() for one in ids_of(pieces, text))


@pytest.mark.parametrize("text", ["พ่อตีหนูทุกวัน", "he hits me every day", "5555 ฮ่าๆ", "ไม่ไหวแล้ว 😭"])
def test_thai_english_digits_and_emoji_are_known_pieces(
    pieces: sentencepiece.SentencePieceProcessor, text: str
) -> None:
    assert pieces.unk_id() not in ids_of(pieces, text)
