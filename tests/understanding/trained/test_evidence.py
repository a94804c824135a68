"""What patterns say to the judge, and where exactly the judge's own marks lie."""

import pytest

from bot.understanding.distress.weighing import (
    CONCERN_SHARE,
    OVERRULING,
    Weights,
    evidence,
    judged,
    weigh,
)
from content.schema import Category, Severity
from tests.understanding.trained.opinions import QUIET, found, opinion

EVEN = Weights(judge=1.0, category=0.0, strong=1.0, found=1.0, hint=1.0, bias=0.0)
DEAF = Weights(judge=0.0, category=0.0, strong=1.0, found=1.0, hint=1.0, bias=0.0)


@pytest.mark.parametrize(
    ("severities", "said"),
    [
        ([], (False, False, False)),
        ([Severity.CONCERN], (False, False, True)),
        ([Severity.URGENT], (False, True, False)),
        ([Severity.CONCERN, Severity.EMERGENCY], (False, True, False)),
    ],
)
def test_the_gravest_sign_speaks(severities: list[Severity], said: tuple[bool, ...]) -> None:
    assert evidence([found(one) for one in severities]) == said


@pytest.mark.parametrize("severity", [Severity.URGENT, Severity.EMERGENCY])
def test_a_strong_sign_speaks_twice(severity: Severity) -> None:
    assert evidence([found(severity, strong=True)]) == (True, True, False)


def test_a_strong_concern_makes_no_other_sign_strong() -> None:
    assert evidence([found(Severity.CONCERN, strong=True), found(Severity.URGENT)]) == (False, True, False)


@pytest.mark.parametrize(
    ("severities", "severity"),
    [
        ([0.5, 0.0, 0.5, 0.0], Severity.CONCERN),
        ([CONCERN_SHARE, 0.4, 0.0, 0.0], Severity.NONE),
        ([CONCERN_SHARE - 0.01, 0.41, 0.0, 0.0], Severity.CONCERN),
        ([0.49, 0.0, 0.51, 0.0], Severity.URGENT),
        ([0.3, 0.0, 0.7, 0.0], Severity.URGENT),
        ([0.45, 0.3, 0.2, 0.05], Severity.CONCERN),
    ],
)
def test_a_score_above_0_is_grave_and_0_is_not(severities: list[float], severity: Severity) -> None:
    assert judged(opinion(severities), (), EVEN) is severity


@pytest.mark.parametrize(
    ("likely", "severity"),
    [
        ({}, Severity.CONCERN),
        ({Category.VIOLENCE: 0.5}, Severity.URGENT),
        ({Category.BULLYING: 0.9}, Severity.URGENT),
    ],
)
def test_what_fits_no_category_is_less_grave(likely: dict[Category, float], severity: Severity) -> None:
    sure = Weights(judge=1.0, category=1.0, strong=0.0, found=0.0, hint=0.0, bias=0.0)
    assert judged(opinion([0.3, 0.0, 0.7, 0.0], likely), (), sure) is severity


def test_the_likeliest_category_counts_and_no_other() -> None:
    one, two = ({Category.VIOLENCE: 0.6, Category.DISTRESS: other} for other in (0.1, 0.6))
    assert opinion([1, 0, 0, 0], one).likeliest == opinion([1, 0, 0, 0], two).likeliest == 0.6


@pytest.mark.parametrize(
    ("above", "severity"), [(0.01, Severity.URGENT), (0.0, Severity.CONCERN), (-0.01, Severity.CONCERN)]
)
def test_a_weak_sign_stands_until_the_whole_score_is_low(above: float, severity: Severity) -> None:
    only = Weights(judge=0.0, category=0.0, strong=0.0, found=0.0, hint=0.0, bias=OVERRULING + above)
    (sign,) = weigh([found(Severity.URGENT)], QUIET, only, "words", other=False)
    assert sign.severity is severity


def test_a_concern_in_a_quiet_message_stays_one() -> None:
    sign = found(Severity.CONCERN)
    assert weigh([sign], QUIET, EVEN, "words", other=False) == [sign]


def test_a_judge_that_rules_out_all_that_is_grave_is_no_error() -> None:
    sign = found(Severity.URGENT, strong=True)
    assert weigh([sign], opinion([1.0, 0.0, 0.0, 0.0]), DEAF, "words", other=False) == [sign]
