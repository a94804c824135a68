"""The pieces that are kept, and that the trimmed model cuts texts with them."""

import numpy as np
import pytest
import sentencepiece

pytest.importorskip("google.protobuf", reason="needs requirements/train.txt")

from bot.training.vocabulary import COMMON_LATIN, CONTROL, trimmed

START = [
    "<s>",
    "<pad>",
    "</s>",
    "<unk>",
    "▁",
    "a",
    "b",
    "h",
    "e",
    "l",
    "o",
    "▁hello",
    "!",
    "พ",
    "่",
    "อ",
    "▁พ่อ",
]
RARE = ["😀", "кот", "к", "漢字", "▁rareword"]
FILLING = [f"▁filling{number}x" for number in range(COMMON_LATIN - len(START))]
PIECES = [*START, *FILLING, *RARE, "<mask>", ""]
SCORES = [-float(place) / 1000 for place in range(len(PIECES))]
Model = tuple[sentencepiece.SentencePieceProcessor, list[str]]


def made(*texts: str) -> Model:
    model, places = trimmed(PIECES, SCORES, texts)
    return sentencepiece.SentencePieceProcessor(model_proto=model), [PIECES[place] for place in places]


@pytest.fixture(scope="module")
def model() -> Model:
    return made("hello")


def test_each_id_is_the_place_of_a_piece_that_the_encoder_knew(model: Model) -> None:
    processor, kept = model
    assert [processor.id_to_piece(one) for one in range(processor.get_piece_size())] == kept
    assert tuple(kept[:3]) == CONTROL


@pytest.mark.parametrize("piece", ["▁พ่อ", "่", "▁hello", "!", "😀"])
def test_thai_common_latin_and_emoji_are_kept(model: Model, piece: str) -> None:
    assert piece in model[1]


@pytest.mark.parametrize("piece", ["кот", "к", "▁rareword", "<pad>", "<mask>", ""])
def test_other_scripts_rare_latin_and_unused_marks_are_left_out(model: Model, piece: str) -> None:
    assert piece not in model[1]


def test_whatever_the_texts_use_is_kept() -> None:
    assert {"кот", "▁rareword"} <= {*made("rareword", "кот")[1]}


def test_a_text_is_cut_into_the_pieces_of_best_score(model: Model) -> None:
    assert model[0].encode("พ่อ hello!", out_type=str) == ["▁พ่อ", "▁hello", "!"]


def test_control_words_in_a_text_are_no_control_pieces(model: Model) -> None:
    processor, _ = model
    ids = processor.encode("<s> hello </s>")
    assert not {processor.bos_id(), processor.eos_id()} & {*ids}


def test_the_ends_and_the_unknown_have_their_places(model: Model) -> None:
    processor, _ = model
    assert (processor.unk_id(), processor.bos_id(), processor.eos_id()) == (0, 1, 2)
    assert processor.encode("漢") == [*processor.encode(""), processor.piece_to_id("▁"), 0]


def test_scores_stay_those_of_the_borrowed_model(model: Model) -> None:
    processor, kept = model
    known = dict(zip(PIECES, SCORES, strict=True))
    scores = [processor.get_score(one) for one in range(3, len(kept))]
    assert np.allclose(scores, [known[piece] for piece in kept[3:]])


def test_places_are_whole_numbers_that_index_the_borrowed_weights() -> None:
    _, places = trimmed(PIECES, SCORES, ["hello"])
    assert places.dtype == np.intp
    assert len({*places.tolist()}) == len(places)
