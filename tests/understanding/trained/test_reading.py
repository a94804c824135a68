"""Chances from scores, and the mean of several opinions."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from bot.understanding.trained.judge import SHARPNESS, Judge
from bot.understanding.trained.letters import BUCKETS, UNSEEN
from bot.understanding.trained.reading import Reading, mean, reading
from tests.understanding.trained.opinions import opinion

SCORES = arrays.arrays(float, 4, elements=st.floats(-1e4, 1e4))


def said(scores: np.ndarray) -> Reading:
    return reading({"severity": scores, "category": scores, "topic": scores})


@given(SCORES)
def test_chances_of_severities_and_topics_sum_to_1_whatever_the_scores(scores: np.ndarray) -> None:
    read = said(scores)
    assert float(read.severities.sum()) == pytest.approx(1)
    assert float(read.topics.sum()) == pytest.approx(1)
    assert ((read.categories >= 0) & (read.categories <= 1)).all()


@given(SCORES, SCORES)
def test_a_mean_is_a_reading_whatever_the_scores(one: np.ndarray, other: np.ndarray) -> None:
    read = mean([said(one), said(other)])
    assert float(read.severities.sum()) == pytest.approx(1)
    assert float(read.topics.sum()) == pytest.approx(1)
    assert ((read.categories >= 0) & (read.categories <= 1 + 1e-6)).all()


def test_the_greatest_score_has_the_greatest_chance() -> None:
    assert said(np.array([0.0, 3.0, 1.0, 2.0])).severities.argmax() == 1


def test_what_is_grave_is_urgent_or_an_emergency() -> None:
    assert opinion([0.1, 0.2, 0.3, 0.4]).grave == pytest.approx(0.7)


def test_the_mean_of_one_opinion_is_that_opinion() -> None:
    one = opinion([0.1, 0.2, 0.3, 0.4], topics=[0.3, 0.7])
    for part in ("severities", "categories", "topics"):
        assert getattr(mean([one]), part) == pytest.approx(getattr(one, part), abs=1e-6)


def test_the_mean_is_geometric() -> None:
    read = mean([opinion([0.8, 0.0, 0.2, 0.0]), opinion([0.2, 0.0, 0.8, 0.0])])
    assert read.severities == pytest.approx([0.5, 0, 0.5, 0], abs=1e-6)


def test_the_order_of_opinions_does_not_matter() -> None:
    one, other = opinion([0.7, 0.1, 0.1, 0.1]), opinion([0.1, 0.2, 0.3, 0.4])
    assert mean([one, other]).severities == pytest.approx(mean([other, one]).severities)


def test_what_one_opinion_rules_out_is_unlikely_and_breaks_nothing() -> None:
    read = mean([opinion([1.0, 0.0, 0.0, 0.0]), opinion([0.25, 0.25, 0.25, 0.25])])
    assert read.severities[0] > 0.99
    assert np.isfinite(read.severities).all()


class Pointing:
    """An encoder with one vector for everything."""

    def vectors(self, texts: Sequence[str]) -> np.ndarray:
        return np.array([[1.0, 0.0]] * len(texts), np.float32)


HEADS = {
    f"{name}.{part}": array
    for name in ("severity", "category", "topic")
    for part, array in (
        ("w", np.array([[0.0, 0.0], [1 / SHARPNESS, 0.0]], np.float32)),
        ("b", np.array([0.0, 1.0], np.float32)),
    )
}
LETTERS = {
    f"letters.{name}.{part}": array
    for name in ("severity", "category", "topic")
    for part, array in {
        "places": np.full(BUCKETS, UNSEEN, np.int32),
        "rarity": np.zeros(0, np.float16),
        "w": np.zeros((0, 2), np.float16),
        "b": np.array([0.0, 4.0]),
        "longest": np.array(1),
    }.items()
}


def shares(score: float) -> list[float]:
    return [1 / (1 + np.exp(score)), 1 / (1 + np.exp(-score))]


def test_without_an_encoder_letters_speak_alone() -> None:
    assert Judge({**HEADS, **LETTERS}, None).read("x").severities == pytest.approx(shares(4.0), abs=1e-6)


def test_with_an_encoder_the_scores_meet_in_the_middle() -> None:
    read = Judge({**HEADS, **LETTERS}, Pointing()).read("x")
    assert read.severities == pytest.approx(shares((4.0 + 2.0) / 2), abs=1e-6)


def test_a_judge_without_one_of_its_heads_is_refused() -> None:
    lacking = {name: array for name, array in {**HEADS, **LETTERS}.items() if name != "topic.w"}
    with pytest.raises(KeyError, match=r"topic\.w"):
        Judge(lacking, None)
