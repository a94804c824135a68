"""From which scores and chances a topic is answered, offered, or left out."""

import pytest

from bot.domain.judgement import Band
from bot.understanding.faq.bands import (
    ANSWER_FROM,
    ASK_FROM,
    CLEAR_BY,
    SHORT_SURE_FROM,
    SHORT_WORDS,
    SURE_FROM,
    band,
    trained_band,
)


@pytest.mark.parametrize(
    ("best", "second", "expected"),
    [
        (SURE_FROM, SURE_FROM, Band.ANSWER),
        (ANSWER_FROM, ANSWER_FROM - CLEAR_BY - 0.001, Band.ANSWER),
        (ANSWER_FROM, ANSWER_FROM, Band.ASK),
        (ASK_FROM, 0.0, Band.ASK),
        (ASK_FROM - 0.001, 0.0, Band.NONE),
    ],
)
def test_the_bands_follow_the_scores(best: float, second: float, expected: Band) -> None:
    assert band(best, second, SHORT_WORDS + 1) is expected


@pytest.mark.parametrize(
    ("best", "expected"),
    [(SHORT_SURE_FROM, Band.ANSWER), (SHORT_SURE_FROM - 0.001, Band.ASK), (ASK_FROM - 0.001, Band.NONE)],
)
def test_a_word_or_two_are_answered_only_when_nearly_a_phrasing(best: float, expected: Band) -> None:
    assert band(best, 0.0, SHORT_WORDS) is expected


@pytest.mark.parametrize(
    ("best", "second", "words", "expected"),
    [
        (0.95, 0.94, 1, Band.ANSWER),
        (0.7, 0.1, 2, Band.ASK),
        (0.7, 0.69, 3, Band.ANSWER),
        (0.53, 0.4, 3, Band.ANSWER),
        (0.53, 0.52, 3, Band.ASK),
        (0.43, 0.1, 3, Band.ASK),
        (0.2, 0.1, 3, Band.NONE),
    ],
)
def test_scores_that_are_far_from_every_limit(best: float, second: float, words: int, expected: Band) -> None:
    assert band(best, second, words) is expected


@pytest.mark.parametrize(
    ("best", "outside", "words", "expected"),
    [
        (0.9, 0.01, 1, Band.ANSWER),
        (0.4, 0.01, 2, Band.ASK),
        (0.4, 0.01, 3, Band.ANSWER),
        (0.45, 0.5, 3, Band.ANSWER),
        (0.4, 0.5, 3, Band.ASK),
        (0.1, 0.01, 3, Band.ASK),
        (0.03, 0.01, 3, Band.NONE),
    ],
)
def test_chances_that_are_far_from_every_limit_or_as_likely_as_needed(
    best: float, outside: float, words: int, expected: Band
) -> None:
    assert trained_band(best, outside, words) is expected
