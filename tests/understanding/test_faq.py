"""Finding the curated question that a message asks."""

import pytest

from bot.domain.judgement import Band
from bot.understanding import Understanding
from content.content import Content


def test_every_phrasing_finds_its_own_topic_and_is_answered(reader: Understanding, content: Content) -> None:
    wrong = [
        phrasing
        for entries in content.faq.values()
        for entry in entries.values()
        for phrasing in entry.phrasings
        for ranking in [reader._faq.rank(reader._views.of(phrasing), None)]
        if ranking.topics[0] != entry.id or ranking.band is not Band.ANSWER
    ]
    assert wrong == []


def test_all_topics_are_ranked_with_their_scores(reader: Understanding, content: Content) -> None:
    ranking = reader.judge("hello").faq
    assert set(ranking.topics) == {t for entries in content.faq.values() for t in entries}
    assert list(ranking.scores) == sorted(ranking.scores, reverse=True)
    assert len(ranking.topics) == len(ranking.scores)


def test_spelling_and_particles_do_not_hide_a_question(reader: Understanding, content: Content) -> None:
    entry = next(iter(content.faq["th"].values()))
    ranking = reader.judge(entry.phrasings[0] + "คะะะะ").faq
    assert ranking.topics[0] == entry.id


@pytest.mark.parametrize("text", ["กรุงศรีแตกปีไหน", "how do i bake bread", "555", ""])
def test_a_question_about_something_else_is_not_answered(reader: Understanding, text: str) -> None:
    assert reader.judge(text).faq.band is not Band.ANSWER


def test_an_unread_script_gets_no_topic(reader: Understanding) -> None:
    assert reader.judge("ကူညီပါ ကျွန်မကို").faq.band is Band.NONE


@pytest.mark.parametrize("text", ["sex 😳 ? 🙏", "กฎหมาย 😢 ? 🙏", "privacy 😢 ?"])
def test_signs_and_emoji_make_no_question_of_a_word(
    reader: Understanding, trained_reader: Understanding, text: str
) -> None:
    assert reader.judge(text).faq.band is not Band.ANSWER
    assert trained_reader.judge(text).faq.band is not Band.ANSWER


def test_the_best_topic_is_related_to_a_question_about_it_alone(
    reader: Understanding, trained_reader: Understanding
) -> None:
    for one in (reader, trained_reader):
        assert one.judge("what is grooming").faq.related
        assert not one.judge("555").faq.related
