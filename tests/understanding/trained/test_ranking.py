"""The trained judge ranks the topics; the exact wording of a phrasing comes first."""

from typing import cast

import numpy as np
import pytest

from bot.domain.judgement import Band, FaqRanking
from bot.understanding import Understanding
from bot.understanding.faq.bands import (
    SHORT_ANSWER_FROM,
    SHORT_WORDS,
    TRAINED_ANSWER_FROM,
    TRAINED_ASK_FROM,
    trained_band,
)
from bot.understanding.faq.trained import TrainedRanker
from bot.understanding.views import Views
from content.content import Content
from tests.understanding.topics import AsWritten, faq, view
from tests.understanding.trained.opinions import opinion

TOPICS = ("start_lessons", "strong_password", "what_is_stored", "none")
CALM = [1.0, 0.0, 0.0, 0.0]


RANKERS: dict[tuple[str, ...], TrainedRanker] = {}
"""By the topics that they know: each takes seconds to build."""


def ranker(reader: Understanding, content: Content, topics: tuple[str, ...] = TOPICS) -> TrainedRanker:
    if topics not in RANKERS:
        RANKERS[topics] = TrainedRanker(content.faq, reader._views, topics)
    return RANKERS[topics]


def ranked(
    reader: Understanding, content: Content, text: str, chances: list[float], topics: tuple[str, ...] = TOPICS
) -> FaqRanking:
    return ranker(reader, content, topics).rank(reader._views.of(text), opinion(CALM, topics=chances))


def of_few(
    chances: list[float], *messages: str, topics: tuple[str, ...] = ("a", "b", "c", "none")
) -> FaqRanking:
    """Three topics with a phrasing each."""
    asked = faq(a=("what is a lie",), b=("who may read this",), c=("how old are you",))
    few = TrainedRanker(asked, cast(Views, AsWritten()), topics)
    return few.rank([view(message) for message in messages], opinion(CALM, topics=chances))


@pytest.mark.parametrize(
    ("chances", "expected"),
    [
        ([0.2, 0.5, 0.1, 0.2], (("b", "a", "c"), (0.5, 0.2, 0.1), Band.ANSWER)),
        ([0.3, 0.1, 0.1, 0.5], (("a", "b", "c"), (0.3, 0.1, 0.1), Band.ASK)),
        ([0.01, 0.01, 0.03, 0.95], (("c", "a", "b"), (0.03, 0.01, 0.01), Band.NONE)),
    ],
)
def test_the_best_chance_is_held_against_that_of_no_topic(
    chances: list[float], expected: tuple[tuple[str, ...], tuple[float, ...], Band]
) -> None:
    ranking = of_few(chances, "some three words")
    assert (ranking.topics, ranking.scores, ranking.band) == expected


def test_a_phrasing_in_any_reading_is_sure() -> None:
    ranking = of_few([0.5, 0.1, 0.1, 0.3], "hm hm hm", "who may read this")
    assert (ranking.topics, ranking.scores) == (("b", "a", "c"), (1.0, 0.5, 0.1))


def test_a_topic_that_the_judge_has_not_learned_has_no_chance() -> None:
    ranking = of_few([0.2, 0.1, 0.7], "some three words", topics=("c", "unknown", "none"))
    assert (ranking.topics, ranking.scores) == (("c", "a", "b"), (0.2, 0.0, 0.0))


def test_words_are_counted_as_they_were_written() -> None:
    chances = [0.5, 0.1, 0.1, 0.3]
    assert of_few(chances, "word", "many more words now").band is Band.ASK
    assert of_few(chances, "many more words now", "word").band is Band.ANSWER


@pytest.mark.parametrize(("best", "related"), [(0.02, True), (0.019, False), (0.5, True)])
def test_the_best_topic_is_related_from_a_chance(best: float, *, related: bool) -> None:
    assert of_few([0.01, best, 0.0, 0.99 - best], "some three words").related is related


def test_without_topics_none_is_found() -> None:
    nothing = TrainedRanker({}, cast(Views, AsWritten()), ("a", "none"))
    ranking = nothing.rank([view("some three words")], opinion(CALM, topics=[0.6, 0.4]))
    assert ranking == FaqRanking(Band.NONE, (), ())


def test_topics_are_ranked_by_their_chances(reader: Understanding, content: Content) -> None:
    ranking = ranked(reader, content, "hm", [0.1, 0.5, 0.2, 0.2])
    assert ranking.topics[:3] == ("strong_password", "what_is_stored", "start_lessons")
    assert ranking.scores[:3] == (0.5, 0.2, 0.1)
    assert set(ranking.scores[3:]) == {0.0}


def test_no_topic_is_never_ranked_as_one(reader: Understanding, content: Content) -> None:
    ranking = ranked(reader, content, "hm", [0.02, 0.02, 0.01, 0.95])
    assert "none" not in ranking.topics
    assert ranking.band is Band.NONE


def test_the_exact_wording_comes_first_whatever_the_judge_says(
    reader: Understanding, content: Content
) -> None:
    for language in content.languages:
        asked = content.faq[language]["strong_password"].phrasings[0]
        ranking = ranked(reader, content, asked, [0.97, 0.01, 0.01, 0.01])
        assert ranking.topics[0] == "strong_password", asked
        assert (ranking.scores[0], ranking.band) == (1.0, Band.ANSWER)


def test_an_exact_wording_finds_a_topic_that_the_judge_has_not_learned(
    reader: Understanding, content: Content
) -> None:
    asked = content.faq["th"]["strong_password"].phrasings[0]
    ranking = ranked(reader, content, asked, [0.6, 0.3, 0.1], ("start_lessons", "what_is_stored", "none"))
    assert ranking.topics[:3] == ("strong_password", "start_lessons", "what_is_stored")
    assert ranking.scores[:3] == (1.0, 0.6, 0.3)


def test_ranking_leaves_the_reading_as_it_was(reader: Understanding, content: Content) -> None:
    read = opinion(CALM, topics=[0.97, 0.01, 0.01, 0.01])
    ranker(reader, content).rank(reader._views.of(content.faq["th"]["strong_password"].phrasings[0]), read)
    assert np.array_equal(read.topics, [0.97, 0.01, 0.01, 0.01])


def test_it_refuses_to_rank_without_a_reading(reader: Understanding, content: Content) -> None:
    with pytest.raises(ValueError, match="needs a reading"):
        ranker(reader, content).rank(reader._views.of("hm"), None)


@pytest.mark.parametrize(
    ("best", "expected"),
    [
        (1.0, Band.ANSWER),
        (TRAINED_ANSWER_FROM, Band.ANSWER),
        (TRAINED_ANSWER_FROM - 0.001, Band.ASK),
        (TRAINED_ASK_FROM, Band.ASK),
        (TRAINED_ASK_FROM - 0.001, Band.NONE),
        (0.0, Band.NONE),
    ],
)
def test_the_bands_follow_the_best_chance(best: float, expected: Band) -> None:
    assert trained_band(best, 0.0, SHORT_WORDS + 1) is expected


def test_every_phrasing_is_answered_with_its_own_topic(
    trained_reader: Understanding, content: Content
) -> None:
    entries = [entry for topics in content.faq.values() for entry in list(topics.values())[::4]]
    wrong = [
        phrasing
        for entry in entries
        for phrasing in (entry.question, entry.phrasings[0], entry.phrasings[-1])
        for ranking in [trained_reader.judge(phrasing).faq]
        if ranking.topics[0] != entry.id or ranking.band is not Band.ANSWER
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("best", "outside", "expected"),
    [(0.37, 0.4, Band.ANSWER), (0.35, 0.4, Band.ASK), (0.1, 0.9, Band.ASK), (0.05, 0.9, Band.NONE)],
)
def test_what_much_more_likely_fits_no_topic_is_not_answered(
    best: float, outside: float, expected: Band
) -> None:
    assert trained_band(best, outside, SHORT_WORDS + 1) is expected


@pytest.mark.parametrize(
    ("text", "best", "expected"),
    [
        ("ตำรวจ", SHORT_ANSWER_FROM, Band.ANSWER),
        ("ตำรวจ", SHORT_ANSWER_FROM - 0.01, Band.ASK),
        ("ค้ามนุษย์", 0.5, Band.ASK),  # two words without a space between them
        ("ค้ามนุษย์คืออะไร", 0.5, Band.ANSWER),
        ("privacy", 0.5, Band.ASK),
        ("mobile privacy settings", 0.5, Band.ANSWER),
        ("แมว", TRAINED_ASK_FROM - 0.01, Band.NONE),
    ],
)
def test_one_or_two_words_are_answered_only_when_the_judge_is_sure(
    reader: Understanding, content: Content, text: str, best: float, expected: Band
) -> None:
    assert ranked(reader, content, text, [best, 0.0, 0.0, 0.0]).band is expected
