"""What is learned from, and which voices are held out to measure on."""

from functools import cache
from itertools import pairwise

import pytest

from bot.training.examples import KNOWN, OUT_OF_SCOPE, SEVERITIES, Taught, collected, split, topics, tried
from bot.understanding.talk import MARK
from content import teaching
from content.content import Content
from content.loader import load
from content.schema import Severity


def taught(voice: str, topic: str | None = None) -> Taught:
    return Taught(voice, f"{voice} says", 0, (), topic)


VOICES = [taught(f"voice_{number:02}") for number in range(13) for _ in range(3)]
PHRASINGS = [taught("faq_th", "a"), taught("faq_en", "a")]


@pytest.mark.parametrize("every", [2, 3, 6])
def test_a_voice_is_learned_from_or_held_out_and_never_both(every: int) -> None:
    learned, apart = split([*VOICES, *PHRASINGS], every)
    assert not {one.voice for one in learned} & {one.voice for one in apart}
    assert sorted(one.voice for one in (*learned, *apart)) == sorted(o.voice for o in (*VOICES, *PHRASINGS))


@pytest.mark.parametrize(("every", "held_out"), [(2, 6), (3, 4), (6, 2)])
def test_one_voice_of_so_many_is_held_out(every: int, held_out: int) -> None:
    assert len({one.voice for one in split(VOICES, every)[1]}) == held_out


def test_phrasings_of_the_faq_are_always_learned() -> None:
    learned, _ = split([*VOICES, *PHRASINGS], 2)
    assert {"faq_th", "faq_en"} <= {one.voice for one in learned}


def test_the_same_voices_are_held_out_whatever_the_order() -> None:
    forwards, backwards = split(VOICES, 6)[1], split(VOICES[::-1], 6)[1]
    assert {one.voice for one in forwards} == {one.voice for one in backwards}


def test_topics_are_sorted_with_no_topic_last() -> None:
    asked = [taught("x", topic) for topic in ("b", OUT_OF_SCOPE, "a", None, "b")]
    assert topics(asked) == ("a", "b", OUT_OF_SCOPE)


@cache
def everything() -> tuple[Content, tuple[Taught, ...]]:
    content = load()
    return content, collected(content, str.upper)


def test_messages_questions_and_phrasings_are_learned_together() -> None:
    content, all_taught = everything()
    phrasings = sum(1 + len(e.phrasings) for topics_ in content.faq.values() for e in topics_.values())
    written = (*teaching.messages(), *teaching.talks(), *teaching.questions())
    assert len(all_taught) == len(written) + phrasings


def test_a_talk_is_learned_as_its_messages_each_in_its_plain_form() -> None:
    talks = [one for one in everything()[1] if one.talk]
    assert len(talks) == len(teaching.talks())
    assert talks[0].text == MARK.join(map(str.upper, teaching.talks()[0].text.splitlines()))


def test_texts_are_learned_in_the_form_in_which_they_are_read() -> None:
    assert [one.text for one in everything()[1] if one.text != one.text.upper()] == []


def test_of_a_message_the_severity_is_known_and_of_a_question_the_topic() -> None:
    _, all_taught = everything()
    assert all(one.severity is not None or one.topic is not None for one in all_taught)
    grave = [one for one in all_taught if one.severity and SEVERITIES[one.severity] is Severity.EMERGENCY]
    assert all(one.categories and one.topic is None for one in grave)


def test_what_is_out_of_scope_is_also_no_cry_for_help() -> None:
    outside = [one for one in everything()[1] if one.topic == OUT_OF_SCOPE]
    assert {one.severity for one in outside} == {SEVERITIES.index(Severity.NONE)}


def test_every_topic_of_the_faq_is_learned() -> None:
    content, all_taught = everything()
    assert {*topics(all_taught)} == {OUT_OF_SCOPE, *content.faq["th"]}


@pytest.mark.parametrize("number", [KNOWN, 4 * KNOWN - 1, 101 * KNOWN, 101 * KNOWN + 1])
def test_a_judge_is_tried_by_as_many_texts_as_are_said_from_first_to_last(number: int) -> None:
    texts = [Taught("voice", str(place), 0, (), None) for place in range(number)]
    places = [int(text) for text in tried(texts)]
    assert (len(places), places[0]) == (KNOWN, 0)
    assert len({after - before for before, after in pairwise(places)}) == 1
