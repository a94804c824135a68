"""How like a message is to the phrasings of each topic, and what comes of it."""

from collections.abc import Sequence
from typing import cast

import numpy as np
import pytest
from rapidfuzz import fuzz

from bot.domain.judgement import Band, FaqRanking
from bot.understanding.faq.matcher import FaqMatcher, letters
from bot.understanding.faq.ngrams import NgramIndex
from bot.understanding.views import Views
from tests.understanding.topics import AsWritten, faq, view

ASKED = {
    "police": ("can i call the police", "what do police do"),
    "password": ("how do i make a strong password",),
    "storage": ("what do you keep of me",),
}


def matcher(topics: dict[str, tuple[str, ...]]) -> FaqMatcher:
    return FaqMatcher(faq(**topics), cast(Views, AsWritten()))


def likened(monkeypatch: pytest.MonkeyPatch, *scores: float) -> FaqMatcher:
    """Topics of one phrasing each that are as like to every message as is said."""
    made = matcher({f"t{place}": (f"asked {place}",) for place in range(len(scores))})
    monkeypatch.setattr(made, "_similarities", lambda _: np.array(scores))
    return made


def test_without_topics_none_is_found() -> None:
    assert matcher({}).rank([view("hello")]) == FaqRanking(Band.NONE, (), ())


@pytest.mark.parametrize("asked", ["what do police do", "can i call the police", "canicall thepolice ?"])
def test_a_question_and_every_phrasing_are_known_by_their_letters(asked: str) -> None:
    ranking = matcher(ASKED).rank([view(asked)])
    assert (ranking.topics[0], ranking.scores[0], ranking.band) == ("police", 1.0, Band.ANSWER)


def test_a_score_is_the_weighted_sum_of_three_likenesses() -> None:
    topics = {"a": ("red apple pie",), "b": ("a green pear tree",)}
    asked = "tree of red pears"
    texts = [one[0] for one in topics.values()]
    grams = NgramIndex(texts).similarities(asked)
    squeezed = [text.replace(" ", "") for text in (asked, *texts)]
    expected = {
        topic: 0.45 * grams[place]
        + 0.3 * fuzz.token_sort_ratio(asked, texts[place]) / 100
        + 0.25 * fuzz.ratio(squeezed[0], squeezed[place + 1]) / 100
        for place, topic in enumerate(topics)
    }
    ranking = matcher(topics).rank([view(asked)])
    assert dict(zip(ranking.topics, ranking.scores, strict=True)) == pytest.approx(expected, abs=1e-5)


def test_a_topic_is_as_like_as_its_best_phrasing_in_the_best_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    made = matcher({"a": ("one", "two"), "b": ("three",)})
    said = {"x": [0.1, 0.3, 0.2], "y": [0.0, 0.0, 0.6]}
    monkeypatch.setattr(made, "_similarities", lambda one: np.array(said[one.tidy]))
    assert made.rank([view("x")]).scores == (0.3, 0.2)
    ranking = made.rank([view("x"), view("y", "layout")])
    assert (ranking.topics, ranking.scores) == (("b", "a"), (0.6, 0.3))


@pytest.mark.parametrize(
    ("scores", "band"),
    [
        ((0.55,), Band.ANSWER),
        ((0.55, 0.54), Band.ASK),
        ((0.54, 0.55, 0.1), Band.ASK),
        ((0.55, 0.4, 0.54), Band.ASK),
        ((0.4, 0.55), Band.ANSWER),
        ((0.1, 0.2), Band.NONE),
    ],
)
def test_the_best_is_answered_where_it_leads_the_second(
    monkeypatch: pytest.MonkeyPatch, scores: Sequence[float], band: Band
) -> None:
    assert likened(monkeypatch, *scores).rank([view("some three words")]).band is band


def test_words_are_counted_as_they_were_written(monkeypatch: pytest.MonkeyPatch) -> None:
    views = [view("word"), view("many more words now", "layout")]
    assert likened(monkeypatch, 0.7).rank(views).band is Band.ASK
    assert likened(monkeypatch, 0.7).rank(views[::-1]).band is Band.ANSWER


@pytest.mark.parametrize(("best", "related"), [(0.3, True), (0.29, False), (0.9, True)])
def test_the_best_topic_alone_is_related_from_a_score(
    monkeypatch: pytest.MonkeyPatch, best: float, *, related: bool
) -> None:
    assert likened(monkeypatch, 0.1, best, 0.2).rank([view("some three words")]).related is related


def test_no_score_is_above_one(monkeypatch: pytest.MonkeyPatch) -> None:
    assert likened(monkeypatch, 1.0000001).rank([view("some three words")]).scores == (1.0,)


def test_of_a_long_message_four_hundred_letters_are_compared() -> None:
    long = "".join(f"{number:04}" for number in range(100))
    assert len(long) == 400
    made = matcher({"a": (long,)})
    assert made.rank([view(f"{long}and more")]).scores[0] == pytest.approx(1.0, abs=1e-6)
    assert made.rank([view(long[:399])]).scores[0] < 0.9999


def test_ascii_signs_tell_no_topic_and_emoji_do() -> None:
    assert letters(view("what 's ? up 😢 ไหม 5")) == "whatup😢ไหม5"
