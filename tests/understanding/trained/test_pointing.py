"""Staff are shown the piece of a message that speaks most for its being grave."""

import numpy as np
import pytest

from bot.understanding.trained.letters import BUCKETS, UNSEEN, Letters, buckets
from bot.understanding.trained.pointing import FEWEST_WORDS, MOST_WORDS, telling_words
from tests.understanding.topics import view

SAID = {"x": [0.0, 0.0, 2.0, 2.0], "o": [1.0, 1.0, 0.0, 0.0]}
"""What each letter says of the severities from none to emergency."""


@pytest.fixture(scope="module")
def severity() -> Letters:
    places = np.full(BUCKETS, UNSEEN, np.int32)
    for row, letter in enumerate(SAID):
        places[buckets(letter, 1)[0]] = row
    arrays = {
        "severity.places": places,
        "severity.rarity": np.ones(len(SAID), np.float16),
        "severity.w": np.array(list(SAID.values()), np.float16),
        "severity.b": np.zeros(4),
        "severity.longest": np.array(1),
    }
    return Letters(arrays, "severity")


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("", ""),
        ("o", "o"),
        ("o o", "o o"),
        ("o o o o x o x o o o", "x o x"),
        ("o o o o x x x x o o o", "x x x x"),
        ("x o o o o o o", "x o o"),
        ("o o o o o o x", "o o x"),
        ("o " * 5 + "x " * 20, "x " * MOST_WORDS),
    ],
)
def test_it_is_the_run_of_words_that_speaks_most_for_it(severity: Letters, written: str, told: str) -> None:
    assert telling_words(view(written), severity).split() == told.split()


@pytest.mark.parametrize("count", range(1, 8))
def test_it_is_never_a_mere_word_or_two_of_a_longer_message(severity: Letters, count: int) -> None:
    told = telling_words(view("o " * count), severity)
    assert len(told.split()) == min(count, FEWEST_WORDS)
