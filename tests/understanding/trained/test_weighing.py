"""Patterns and the judge together: what is strong stands, what is weak is weighed, the judge may raise."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.distress.finding import Finding
from bot.understanding.distress.weighing import (
    CATEGORIES,
    EMERGENCY_SHARE,
    EXPLAINED,
    JUDGE,
    OVERRULING,
    Shape,
    Weights,
    deciding,
    judged,
    log_odds,
    needed,
    repeats,
    stands_alone,
    weigh,
)
from bot.understanding.trained.reading import Reading
from content.schema import Category, Severity
from tests.understanding.trained.opinions import EMERGENCY, QUIET, URGENT, WORRIED, found, opinion

WEIGHTS = Weights(judge=1.0, category=0.0, strong=1.0, found=1.0, hint=0.5, bias=-0.5)
USUAL = Shape(words=9, chars=40, laughs=False, exaggerated=False)
BARE = Shape(words=1, chars=6, laughs=False, exaggerated=False)
TRIFLING = Shape(words=9, chars=40, laughs=True, exaggerated=True)
SEVERITIES = st.sampled_from([Severity.CONCERN, Severity.URGENT, Severity.EMERGENCY])
FINDINGS = st.lists(
    st.builds(
        lambda severity, *, strong, other: found(severity, strong=strong, other=other),
        SEVERITIES,
        strong=st.booleans(),
        other=st.booleans(),
    ),
    max_size=4,
)
CHANCES = st.lists(st.floats(0, 1), min_size=4, max_size=4).filter(lambda shares: sum(shares) > 0.01)
READINGS = st.builds(
    lambda shares, likely: Reading(np.array(shares) / sum(shares), np.array(likely), np.ones(1)),
    CHANCES,
    st.lists(st.floats(0, 1), min_size=len(CATEGORIES), max_size=len(CATEGORIES)),
)


def weighed(
    findings: list[Finding],
    reading: Reading,
    *,
    other: bool = False,
    shape: Shape = USUAL,
) -> list[Finding]:
    asked = needed(reading, findings, shape)
    return weigh(findings, reading, WEIGHTS, "the words", other=other, needed=asked)


def gravest(findings: list[Finding]) -> Severity:
    return max((f.severity for f in findings), key=lambda s: s.rank, default=Severity.NONE)


@given(FINDINGS, READINGS)
def test_what_a_strong_pattern_found_is_never_lowered(findings: list[Finding], reading: Reading) -> None:
    strong = [f for f in findings if f.strong]
    assert gravest(weighed(findings, reading)).rank >= gravest(strong).rank
    assert all(f in weighed(findings, reading) for f in strong)


@given(FINDINGS, READINGS)
def test_no_finding_is_lost_or_falls_below_an_offer_of_help(
    findings: list[Finding], reading: Reading
) -> None:
    kept = weighed(findings, reading)
    assert [f.name for f in kept[: len(findings)]] == [f.name for f in findings]
    assert all(f.severity.rank >= Severity.CONCERN.rank for f in kept)


@given(FINDINGS, READINGS)
def test_the_judge_says_why_whenever_it_raises(findings: list[Finding], reading: Reading) -> None:
    kept = weighed(findings, reading)
    if gravest(kept).rank > gravest(findings).rank:
        own = [f for f in kept if f.name == JUDGE]
        assert 1 <= len(own) <= 2
        assert len({f.category for f in own}) == len(own)
        assert {f.severity for f in own} == {gravest(kept)}


@given(FINDINGS, READINGS)
def test_it_alarms_by_its_score_by_a_strong_sign_or_by_a_weak_one_that_is_not_overruled(
    findings: list[Finding], reading: Reading
) -> None:
    score = WEIGHTS.score(reading, findings)
    urgent = [f for f in findings if f.severity.rank >= Severity.URGENT.rank]
    stands = any(f.strong or score > OVERRULING for f in urgent)
    assert (gravest(weighed(findings, reading)).rank >= Severity.URGENT.rank) == (score > 0 or stands)


@pytest.mark.parametrize(("bias", "left"), [(-1.69, Severity.URGENT), (-1.71, Severity.CONCERN)])
def test_a_weak_sign_stands_unless_the_message_is_far_from_grave(bias: float, left: Severity) -> None:
    deaf = Weights(judge=0.0, category=0.0, strong=0.0, found=0.0, hint=0.0, bias=bias)
    assert gravest(weigh([found(Severity.URGENT)], QUIET, deaf, "words", other=False)) is left


@given(FINDINGS, READINGS)
def test_a_judge_surer_of_harm_never_makes_it_quieter(findings: list[Finding], reading: Reading) -> None:
    none, concern, urgent, emergency = reading.severities
    surer = Reading(
        np.array([none / 2, concern, urgent, emergency + none / 2]), reading.categories, reading.topics
    )
    assert gravest(weighed(findings, surer)).rank >= gravest(weighed(findings, reading)).rank


def test_a_weak_sign_in_a_quiet_message_is_an_offer_of_help() -> None:
    assert [f.severity for f in weighed([found(Severity.URGENT)], QUIET)] == [Severity.CONCERN]
    assert [f.severity for f in weighed([found(Severity.EMERGENCY)], QUIET)] == [Severity.CONCERN]


def test_a_strong_sign_in_a_quiet_message_stands() -> None:
    sign = found(Severity.EMERGENCY, strong=True)
    assert weighed([sign], QUIET) == [sign]


def test_a_weak_sign_in_a_grave_message_stands() -> None:
    sign = found(Severity.URGENT)
    assert weighed([sign], URGENT) == [sign]


def test_a_sign_tips_a_message_of_which_the_judge_is_in_doubt() -> None:
    doubtful = opinion([0.5, 0.1, 0.35, 0.05])
    assert judged(doubtful, (), WEIGHTS).rank < Severity.URGENT.rank
    assert gravest(weighed([found(Severity.URGENT)], doubtful)) is Severity.URGENT


def test_the_judge_raises_what_patterns_have_not_found() -> None:
    (one,) = weighed([], URGENT, other=True)
    assert one == Finding(JUDGE, Category.VIOLENCE, Severity.URGENT, "the words", other=True, strong=False)


def test_the_judge_raises_a_concern() -> None:
    assert gravest(weighed([found(Severity.CONCERN)], EMERGENCY)) is Severity.EMERGENCY


def test_the_judge_offers_help_where_little_speaks_for_nothing() -> None:
    assert gravest(weighed([], WORRIED)) is Severity.CONCERN
    assert weighed([], QUIET) == []


@pytest.mark.parametrize(
    ("share", "severity"),
    [
        (EMERGENCY_SHARE + 0.01, Severity.EMERGENCY),
        (EMERGENCY_SHARE - 0.01, Severity.URGENT),
        (0.0, Severity.URGENT),
        (1.0, Severity.EMERGENCY),
    ],
)
def test_what_is_grave_is_an_emergency_from_a_share(share: float, severity: Severity) -> None:
    grave = opinion([0.05, 0.0, 0.95 * (1 - share), 0.95 * share])
    assert judged(grave, (), WEIGHTS) is severity


@pytest.mark.parametrize("share", [0.0, 0.1, 0.9])
def test_an_emergency_that_a_pattern_found_stays_one_in_a_grave_message(share: float) -> None:
    grave = opinion([0.05, 0.0, 0.95 * (1 - share), 0.95 * share])
    sign = found(Severity.EMERGENCY)
    assert weighed([sign], grave) == [sign]


def test_the_likeliest_categories_come_first_and_at_most_two() -> None:
    likely = {Category.BULLYING: 0.5, Category.SELF_HARM: 0.9, Category.GROOMING: 0.4}
    kinds = [f.category for f in weighed([], opinion([0.01, 0.01, 0.97, 0.01], likely))]
    assert kinds == [Category.SELF_HARM, Category.BULLYING]


def test_there_is_a_category_even_where_none_is_likely() -> None:
    kinds = [f.category for f in weighed([], opinion([0.01, 0.01, 0.97, 0.01], {Category.GROOMING: 0.05}))]
    assert kinds == [Category.GROOMING]


def decided(
    message: Reading, whole: Reading | None, *findings: Finding, earlier: Reading | None = None
) -> Reading:
    return deciding(message, whole, earlier, findings, WEIGHTS)


def by_far(severity: int) -> Reading:
    """A message that is grave by more than a talk could explain."""
    shares = np.full(4, 0.001)
    shares[severity] = 0.997
    reading = opinion(shares.tolist())
    assert WEIGHTS.score(reading, ()) > EXPLAINED
    return reading


@pytest.mark.parametrize("message", [QUIET, WORRIED, URGENT, EMERGENCY])
def test_without_a_talk_a_message_speaks_for_itself(message: Reading) -> None:
    assert decided(message, None) is message


@pytest.mark.parametrize("whole", [URGENT, EMERGENCY])
def test_what_only_the_talk_tells_counts(whole: Reading) -> None:
    assert decided(QUIET, whole) is whole
    assert decided(WORRIED, whole) is whole


def test_what_sounds_grave_is_explained_by_a_harmless_talk() -> None:
    assert WEIGHTS.score(URGENT, ()) > 0
    assert decided(URGENT, QUIET) is QUIET


@pytest.mark.parametrize("whole", [QUIET, WORRIED])
def test_nothing_explains_away_what_is_grave_by_far(whole: Reading) -> None:
    assert decided(by_far(2), whole) is not whole


@pytest.mark.parametrize("before", [URGENT, EMERGENCY])
def test_what_was_told_before_is_not_told_again(before: Reading) -> None:
    assert decided(QUIET, EMERGENCY, earlier=before) is QUIET


@pytest.mark.parametrize("before", [QUIET, WORRIED])
def test_what_was_not_told_before_counts_even_at_a_quiet_message(before: Reading) -> None:
    assert decided(QUIET, URGENT, earlier=before) is URGENT


@pytest.mark.parametrize(
    ("nothing", "whole", "expected"),
    [(0.91, URGENT, True), (0.91, EMERGENCY, True), (0.9, URGENT, False), (0.91, WORRIED, False)],
)
def test_only_a_quiet_end_of_a_grave_talk_may_repeat(
    nothing: float, whole: Reading, *, expected: bool
) -> None:
    message = opinion([nothing, 1 - nothing, 0.0, 0.0])
    assert repeats(message, whole, WEIGHTS) is expected


def test_patterns_make_a_message_sure_of_itself() -> None:
    strong = found(Severity.URGENT, strong=True)
    doubtful = opinion([0.04, 0.0, 0.96, 0.0])
    assert WEIGHTS.score(doubtful, ()) < EXPLAINED < WEIGHTS.score(doubtful, [strong])
    assert decided(doubtful, QUIET, strong) is doubtful


def test_a_talk_explains_what_is_graver_by_just_so_much() -> None:
    flat = Weights(judge=0.0, category=0.0, strong=0.0, found=0.0, hint=0.0, bias=EXPLAINED)
    assert flat.score(URGENT, ()) == EXPLAINED
    assert deciding(URGENT, QUIET, None, (), flat) is QUIET


def test_of_two_grave_readings_the_graver_one_counts() -> None:
    urgent, emergency = by_far(2), by_far(3)
    assert decided(urgent, emergency) is emergency
    assert decided(emergency, urgent) is emergency


def test_a_single_word_raises_no_alarm_by_the_judge_alone() -> None:
    assert gravest(weighed([], EMERGENCY, shape=BARE)) is Severity.CONCERN
    sign = found(Severity.URGENT)
    assert weighed([sign], EMERGENCY, shape=BARE) == [sign]


def half_sure(category: Category) -> Reading:
    """Of a score between 0 and 1.2, and that category."""
    likely = [0.9 if one is category else 0.1 for one in CATEGORIES]
    return Reading(np.array([0.25, 0.0, 0.75, 0.0]), np.array(likely), np.ones(1))


def test_of_a_laugh_about_a_trifle_the_judge_must_be_surer_that_it_is_a_wish_to_die() -> None:
    self_harm = half_sure(Category.SELF_HARM)
    assert 0 < WEIGHTS.score(self_harm, ()) < needed(self_harm, [], TRIFLING) == 1.6
    assert gravest(weighed([], self_harm)) is Severity.URGENT
    assert gravest(weighed([], self_harm, shape=TRIFLING)) is Severity.CONCERN
    assert gravest(weighed([], EMERGENCY, shape=TRIFLING)) is Severity.EMERGENCY


@pytest.mark.parametrize(
    ("chars", "asked"),
    [(30, 0.9), (31, 0), (150, 0), (151, 0.6)],
)
def test_of_a_fragment_and_of_a_long_message_the_judge_must_be_surer(chars: int, asked: float) -> None:
    shape = Shape(words=9, chars=chars, laughs=False, exaggerated=False)
    assert needed(URGENT, [], shape) == asked
    assert needed(URGENT, [found(Severity.CONCERN)], shape) == asked
    assert needed(URGENT, [found(Severity.URGENT)], shape) == 0


def test_of_a_laugh_less_is_needed() -> None:
    assert needed(URGENT, [], Shape(9, 40, laughs=True, exaggerated=False)) == -0.3
    assert needed(URGENT, [], Shape(9, 30, laughs=True, exaggerated=False)) == pytest.approx(0.6)
    assert needed(URGENT, [], TRIFLING) == 0


def test_what_is_graver_than_even_offers_help_at_least() -> None:
    slight = Reading(np.array([0.69, 0.0, 0.31, 0.0]), np.full(len(CATEGORIES), 0.99), np.ones(1))
    weights = Weights(judge=1.0, category=1.0, strong=0.0, found=0.0, hint=0.0, bias=0.0)
    assert judged(slight, (), weights) is Severity.URGENT
    assert judged(slight, (), weights, math.inf) is Severity.CONCERN


@pytest.mark.parametrize(
    ("reading", "shape", "alone"),
    [
        (half_sure(Category.SELF_HARM), TRIFLING, True),
        (half_sure(Category.SELF_HARM), USUAL, False),
        (half_sure(Category.VIOLENCE), TRIFLING, False),
        (EMERGENCY, TRIFLING, False),
    ],
)
def test_a_laugh_about_a_trifle_stands_alone(reading: Reading, shape: Shape, *, alone: bool) -> None:
    assert stands_alone(reading, WEIGHTS, shape) is alone


def test_a_score_as_high_as_is_needed_is_not_enough() -> None:
    even = opinion([0.5, 0.0, 0.5, 0.0])
    score = WEIGHTS.score(even, ())
    assert gravest(weigh([], even, WEIGHTS, "words", other=False, needed=score)) is Severity.CONCERN


def test_of_any_other_harm_a_laugh_takes_nothing_back() -> None:
    assert gravest(weighed([], half_sure(Category.VIOLENCE), shape=TRIFLING)) is Severity.URGENT


def test_what_patterns_found_beside_a_laugh_stands() -> None:
    sign = found(Severity.URGENT)
    assert weighed([sign], half_sure(Category.SELF_HARM), shape=TRIFLING) == [sign]


@pytest.mark.parametrize("chance", [0.0, 1.0, 1e-300])
def test_odds_of_what_is_certain_are_finite(chance: float) -> None:
    assert abs(log_odds(chance)) < 15


def test_even_odds_weigh_nothing() -> None:
    assert log_odds(0.5) == 0


def test_even_odds_alone_raise_no_alarm() -> None:
    even = opinion([0.5, 0.0, 0.5, 0.0])
    plain = Weights(judge=1.0, category=0.0, strong=0.0, found=0.0, hint=0.0, bias=0.0)
    assert plain.score(even, ()) == 0
    offered = weigh([], even, plain, "words", other=False)
    assert gravest(offered) is Severity.CONCERN
