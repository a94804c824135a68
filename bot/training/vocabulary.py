"""The pieces of the borrowed encoder that Thai and English messages need, as a SentencePiece model.

Of 250,002 pieces about a tenth is kept: everything Thai, the common pieces in Latin letters, single
characters that are no letters of other scripts, emoji, and whatever the texts in hand use. Scripts that are
left out are recognised before (`bot/understanding/scripts.py`) and passed on to people.
"""

import io
import re
from collections.abc import Iterable, Sequence

import numpy as np
import sentencepiece as spm
from numpy.typing import NDArray
from sentencepiece.sentencepiece_model_pb2 import ModelProto  # type: ignore[attr-defined]

COMMON_LATIN = 40_000
"""Pieces stand about in the order of their use: Latin ones up to this place are kept."""
CONTROL = ("<unk>", "<s>", "</s>")
"""The first three pieces of the trimmed model; a text can never produce the last two."""
SPACE = "\u2581"

_THAI = re.compile(r"[\u0e00-\u0e7f]")
_LATIN = re.compile(rf"[\x21-\x7e{SPACE}]+")
_OTHER_SCRIPTS = re.compile(r"[\u0100-\u0dff\u0e80-\u1fff\u2c00-\ua4ff\ua500-\uf8ff]")


def trimmed(
    pieces: Sequence[str], scores: Sequence[float], texts: Iterable[str]
) -> tuple[bytes, NDArray[np.intp]]:
    """The serialised SentencePiece model of the kept pieces, and where each piece stood before."""
    usable = [i for i, piece in enumerate(pieces) if not re.fullmatch(r"<\w+>|</s>|", piece)]
    whole = _model([(pieces[i], float(scores[i])) for i in usable])
    used = _used(whole, texts)
    kept = [i for i in usable if pieces[i] in used or _wanted(i, pieces[i])]
    places = [pieces.index(name) for name in CONTROL] + kept
    return _model([(pieces[i], float(scores[i])) for i in kept]), np.array(places, dtype=np.intp)


def _wanted(place: int, piece: str) -> bool:
    if _THAI.search(piece):
        return True
    if _LATIN.fullmatch(piece):
        return place < COMMON_LATIN
    return len(piece.strip(SPACE)) <= 2 and not _OTHER_SCRIPTS.search(piece)


def _used(model: bytes, texts: Iterable[str]) -> frozenset[str]:
    processor = spm.SentencePieceProcessor(model_proto=model)
    return frozenset(piece for text in texts for piece in processor.encode(text, out_type=str))


def _model(pieces: Iterable[tuple[str, float]]) -> bytes:
    model = ModelProto()
    model.ParseFromString(_template())
    del model.pieces[len(CONTROL) :]
    for piece, score in pieces:
        model.pieces.add(piece=piece, score=score)
    model.trainer_spec.vocab_size = len(model.pieces)
    return bytes(model.SerializeToString())


def _template() -> bytes:
    """A tiny model with the normaliser that the encoder was trained with (NFKC as in machine translation)."""
    written = io.BytesIO()
    spm.SentencePieceTrainer.train(
        sentence_iterator=iter(["a b c d e f g"] * 4),
        model_writer=written,
        vocab_size=len(CONTROL) + 8,
        hard_vocab_limit=False,
        normalization_rule_name="nmt_nfkc",
        minloglevel=2,
    )
    return written.getvalue()
