"""Strings are alike by the rare pieces that they share."""

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np
import pytest

from bot.understanding.faq.ngrams import NgramIndex, ngrams

TEXTS = ["red apple", "green pear", "blue sky", "red red red", "เปล apple"]


def by_hand(texts: Sequence[str], asked: str) -> list[float]:
    """Cosines of TF-IDF weights, word for word as their formula stands in books."""
    seen = Counter(gram for text in texts for gram in ngrams(text))

    def weights(text: str) -> dict[str, float]:
        raw = {
            gram: (1 + math.log(times)) * (math.log((1 + len(texts)) / (1 + seen[gram])) + 1)
            for gram, times in ngrams(text).items()
        }
        return {gram: weight / math.hypot(*raw.values()) for gram, weight in raw.items()}

    asked_for = weights(asked)
    return [sum(w * asked_for.get(gram, 0.0) for gram, w in weights(text).items()) for text in texts]


def test_pieces_of_two_to_four_letters_are_counted_with_the_ends() -> None:
    assert ngrams("aba") == Counter(["^a", "ab", "ba", "a$", "^ab", "aba", "ba$", "^aba", "aba$"])
    assert ngrams("") == Counter(["^$"])
    assert ngrams("aaa")["aa"] == 2


@pytest.mark.parametrize("asked", [*TEXTS, "a red pear", "apple apple", "sky?", ""])
def test_a_similarity_is_the_cosine_of_weighted_pieces(asked: str) -> None:
    assert NgramIndex(TEXTS).similarities(asked) == pytest.approx(by_hand(TEXTS, asked), abs=1e-5)


def test_a_string_is_most_like_itself() -> None:
    similar = NgramIndex(["red apple", "green pear", "blue sky"]).similarities("green pear")
    assert similar.argmax() == 1
    assert similar[1] == pytest.approx(1.0)


def test_an_unseen_string_is_like_nothing() -> None:
    assert NgramIndex(["abc"]).similarities("zzzz").max() == 0


def test_an_index_of_nothing_finds_nothing() -> None:
    assert np.array_equal(NgramIndex([]).similarities("abc"), np.zeros(0))
