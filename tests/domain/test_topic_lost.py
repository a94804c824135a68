"""A topic that was deleted by hand comes again with all that the child wrote."""

import pytest

from bot.domain.effects import OpenTopic, PostInCase, PostKind, SaveCase
from bot.domain.inputs import TopicLost
from bot.domain.state import CaseStatus, Way
from tests.domain.build import CASE, Decided, case, child_words, decided, keys_of, letter, state

LOG = (child_words("one", ref="m1"), letter(), child_words("two", ref="m2"))


def lost(topic: int = 7, **known: object) -> Decided:
    return decided(TopicLost(CASE, topic), state(**({"case": case(), "log": LOG} | known)))


def test_the_topic_is_made_again_with_card_and_words() -> None:
    done = lost()
    assert done.has(OpenTopic)
    assert [one.kind for one in done.all(PostInCase)] == [
        PostKind.CARD,
        PostKind.NOTE,
        PostKind.CHILD_WORDS,
        PostKind.CHILD_WORDS,
    ]
    assert [one.record.text for one in done.all(PostInCase) if one.record] == ["one", "two"]


def test_words_that_were_passed_on_are_told_as_such_again() -> None:
    post = lost(log=(child_words(way=Way.FORWARDED),)).all(PostInCase)[-1]
    assert keys_of(post.message) == ["from-child-forwarded"]


def test_the_old_ids_are_forgotten() -> None:
    assert (lost().case.topic, lost().case.card) == (None, None)


def test_a_second_report_of_the_same_loss_changes_nothing() -> None:
    assert lost(case=lost().case).effects == ()


@pytest.mark.parametrize("topic", [0, 8])
def test_the_loss_of_another_topic_changes_nothing(topic: int) -> None:
    assert lost(topic).effects == ()


def test_a_case_that_is_gone_needs_no_topic() -> None:
    assert lost(case=None).effects == ()


def test_words_that_still_wait_to_be_posted_come_by_themselves() -> None:
    waiting = child_words("three", topic_message=None)
    assert [one for one in lost(log=(waiting,)).all(PostInCase) if one.record] == []


def test_a_card_that_still_waits_to_be_posted_comes_by_itself() -> None:
    assert [one.kind for one in lost(case=case(card=None), log=()).all(PostInCase)] == [PostKind.NOTE]


@pytest.mark.parametrize("status", list(CaseStatus))
def test_the_case_stands_as_it_stood(status: CaseStatus) -> None:
    done = lost(case=case(status=status))
    assert done.case.status is status
    assert done.audited == ["topic_again"]
    assert done.has(SaveCase)
