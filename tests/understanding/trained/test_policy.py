"""The severities, rules and categories of the distress policy, in the way of reading that is shipped."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

import pytest

from bot.understanding import Understanding
from content.schema import Category, Severity
from tests.domain.build import case, child_wrote
from tests.understanding.trained import policy_sentences as policy

Key = TypeVar("Key")


def severity(reader: Understanding, text: str, *recent: str) -> Severity:
    return reader.judge(text, recent).severity


def each(of: Mapping[Key, Sequence[str]]) -> list[tuple[Key, str]]:
    """What a sentence must be read as, and the sentence."""
    return [(key, text) for key, texts in of.items() for text in texts]


@pytest.mark.parametrize(("expected", "text"), each(policy.SAID))
def test_what_the_table_of_severities_tells_is_read_so(
    trained_reader: Understanding, expected: Severity, text: str
) -> None:
    assert severity(trained_reader, text) is expected


@pytest.mark.parametrize(("own", "of_other", "expected"), policy.OF_WRITER_AND_OTHER)
def test_1_another_s_harm_counts_like_the_writer_s_own(
    trained_reader: Understanding, own: str, of_other: str, expected: Severity
) -> None:
    mine, theirs = trained_reader.judge(own), trained_reader.judge(of_other)
    assert (mine.severity, mine.about) == (expected, "self")
    assert (theirs.severity, theirs.about) == (expected, "other")


@pytest.mark.parametrize(("asked", "told", "expected"), policy.ASKED_AND_TOLD)
def test_2_asking_how_something_works_is_none_and_telling_it_is_not(
    trained_reader: Understanding, asked: str, told: str, expected: Severity
) -> None:
    assert severity(trained_reader, asked) is Severity.NONE
    assert severity(trained_reader, told) is expected


@pytest.mark.parametrize(("denied", "told", "expected"), policy.DENIED_AND_TOLD)
def test_3_denied_harm_is_none(
    trained_reader: Understanding, denied: str, told: str, expected: Severity
) -> None:
    assert severity(trained_reader, denied) is Severity.NONE
    assert severity(trained_reader, told) is expected


@pytest.mark.parametrize(("safe", "unsafe"), policy.SAFE_AND_NOT)
def test_3_denied_safety_is_not_none(trained_reader: Understanding, safe: str, unsafe: str) -> None:
    assert severity(trained_reader, safe) is Severity.NONE
    assert severity(trained_reader, unsafe) is not Severity.NONE


@pytest.mark.parametrize("text", policy.OVER)
def test_4_harm_that_ended_is_urgent(trained_reader: Understanding, text: str) -> None:
    assert severity(trained_reader, text) is Severity.URGENT


@pytest.mark.parametrize(("now", "over"), policy.NOW_AND_OVER)
def test_4_what_happens_now_is_an_emergency_and_what_is_over_is_not(
    trained_reader: Understanding, now: str, over: str
) -> None:
    assert severity(trained_reader, now) is Severity.EMERGENCY
    assert severity(trained_reader, over) is Severity.URGENT


@pytest.mark.parametrize(("lower", "low", "both", "high"), policy.LOWER_AND_HIGHER)
def test_5_of_two_severities_the_higher_one_counts(
    trained_reader: Understanding, lower: str, low: Severity, both: str, high: Severity
) -> None:
    assert severity(trained_reader, lower) is low
    assert severity(trained_reader, both) is high


@pytest.mark.parametrize(("figure", "meant"), policy.FIGURE_AND_MEANT)
def test_5_a_figure_of_speech_alarms_nobody_and_what_is_meant_does(
    trained_reader: Understanding, figure: str, meant: str
) -> None:
    assert severity(trained_reader, figure).rank <= Severity.CONCERN.rank
    assert severity(trained_reader, meant).rank >= Severity.URGENT.rank


@pytest.mark.parametrize(("trick", "text"), each(policy.MISSPELT))
def test_6_spelling_is_no_defence(trained_reader: Understanding, trick: str, text: str) -> None:
    assert severity(trained_reader, text).rank >= Severity.URGENT.rank, trick


@pytest.mark.parametrize("text", policy.HARMLESS_MISSPELT)
def test_6_spelling_alone_is_nothing(trained_reader: Understanding, text: str) -> None:
    assert severity(trained_reader, text) is Severity.NONE


@pytest.mark.parametrize("text", policy.UNREAD)
def test_7_what_nobody_can_read_goes_to_people_even_a_greeting(
    trained_reader: Understanding, text: str
) -> None:
    judgement = trained_reader.judge(text)
    assert not judgement.readable
    assert judgement.severity.rank >= Severity.URGENT.rank


@pytest.mark.parametrize(("before", "edited", "expected"), policy.BEFORE_AND_EDITED)
def test_8_an_edited_message_is_read_like_a_new_one(
    trained_reader: Understanding, before: str, edited: str, expected: Severity
) -> None:
    """The earlier wording still stands among the recent messages when the edit is read."""
    assert severity(trained_reader, edited) is expected
    assert severity(trained_reader, edited, before) is expected


@pytest.mark.parametrize("text", policy.FIRST)
def test_8_a_first_message_is_heard_in_a_greeting(trained_reader: Understanding, text: str) -> None:
    assert severity(trained_reader, text).rank >= Severity.URGENT.rank


@pytest.mark.parametrize("text", policy.ONLY_ASKING)
def test_9_only_asking_is_none_and_lowers_no_case(trained_reader: Understanding, text: str) -> None:
    judgement = trained_reader.judge(text)
    assert judgement.severity is Severity.NONE
    after = child_wrote(text, judgement=judgement, case=case(Severity.EMERGENCY)).case
    assert (after.severity, after.status.open) == (Severity.EMERGENCY, True)


@pytest.mark.parametrize("text", policy.ONLY_ASKING)
def test_9_harm_that_is_told_after_only_asking_is_heard(trained_reader: Understanding, text: str) -> None:
    assert severity(trained_reader, "พ่อตีหนูทุกวัน", text) is Severity.URGENT


@pytest.mark.parametrize(("category", "text"), each(policy.OF_CATEGORY))
def test_a_category_covers_what_the_policy_says(
    trained_reader: Understanding, category: Category, text: str
) -> None:
    assert category in trained_reader.judge(text).categories
