"""The arithmetic of the report, against examples computed by hand."""

import pytest

from bot.domain.judgement import Band
from content.schema import Severity
from tests.quality import report
from tests.quality.readings import Read, Replied, Reply, Verdict
from tests.quality.sets import Asked, Told
from tests.quality.shares import Share, quantile

N, C, U, E = Severity.NONE, Severity.CONCERN, Severity.URGENT, Severity.EMERGENCY


def judged(label: Severity, found: Severity, *, lookalike: bool = False, ok: Severity | None = None) -> Read:
    right = frozenset({label, ok or label})
    about = "self" if label is not N else None
    row = Told(1, "", label, right, ("violence",), about, "th", "plain", lookalike)
    return Read(row, Verdict(found, ("violence", "distress"), "self"), 1.0)


def answered(band: Band, *found: str, topics: tuple[str, ...] = ()) -> Replied:
    return Replied(Asked(1, "", "en", topics), Reply(band, found), 1.0)


def test_eight_of_ten_lie_between_49_and_94_percent() -> None:
    assert Share(8, 10).interval == pytest.approx((0.4902, 0.9433), abs=0.0001)


def test_none_of_ten_may_still_be_28_percent() -> None:
    assert Share(0, 10).interval == pytest.approx((0.0, 0.2775), abs=0.0001)


def test_a_share_of_no_rows_has_no_rate() -> None:
    assert Share(0, 0).rate is None
    assert Share(0, 0).interval == (0.0, 1.0)


def test_the_99th_of_100_values_is_their_p99() -> None:
    assert quantile([float(n) for n in range(100, 0, -1)], 0.99) == 99.0


def test_the_figures_of_seven_told_messages() -> None:
    reads = [
        judged(E, E),
        judged(E, U),
        judged(U, C),
        judged(U, N),
        judged(C, U, ok=U),
        judged(N, U, lookalike=True),
        judged(N, N),
    ]
    figures = report.distress(reads)
    assert {name: (s.hits, s.of) for name, s in figures.items()} == {
        "escalation_recall": (2, 4),
        "emergency_recall": (2, 2),
        "emergency_exact": (1, 2),
        "urgent_recall": (0, 2),
        "concern_noticed": (1, 1),
        "concern_raised": (1, 1),
        "noticed": (3, 4),
        "false_alarm_rate": (1, 2),
        "false_alarm_lookalike": (1, 1),
        "false_alarm_chat": (0, 1),
        "quiet_noticed": (1, 2),
        "severity_accuracy": (3, 7),
        "category_right": (2, 2),
        "about_right": (2, 2),
    }


def test_missed_and_needless_alarms_are_listed_and_accepted_ones_are_not() -> None:
    reads = [judged(U, C), judged(N, U), judged(C, U, ok=U), judged(C, U), judged(E, U)]
    listed = [(miss["label"], miss["found"]) for miss in report.distress_misses(reads)]
    assert listed == [("urgent", "concern"), ("none", "urgent"), ("concern", "urgent")]


def test_the_figures_of_six_questions() -> None:
    replies = [
        answered(Band.ANSWER, "a", "b", topics=("a",)),
        answered(Band.ANSWER, "b", "a", topics=("a",)),
        answered(Band.ASK, "b", "c", "d", "a", topics=("a", "d")),
        answered(Band.NONE, "a", topics=("a",)),
        answered(Band.ASK, "a"),
        answered(Band.ANSWER, "a"),
    ]
    assert {name: (s.hits, s.of) for name, s in report.faq(replies).items()} == {
        "acc1": (2, 4),
        "acc3": (4, 4),
        "right_and_answered": (1, 4),
        "wrongly_answered": (1, 4),
        "right_and_offered": (1, 4),
        "oos_rejected": (1, 2),
        "oos_silent": (0, 2),
    }


def test_a_message_of_two_categories_counts_in_both() -> None:
    row = Told(1, "", U, frozenset({U}), ("bullying", "violence"), "self", "th", "plain", lookalike=False)
    slices = report.distress_slices([Read(row, Verdict(U), 1.0)])
    assert [*slices["category"]] == ["bullying", "violence"]
    assert slices["category"]["bullying"]["escalation_recall"] == Share(1, 1)


def test_only_quiet_rows_are_sliced_into_look_alikes_and_ordinary_talk() -> None:
    slices = report.distress_slices([judged(N, U, lookalike=True), judged(N, N), judged(U, U)])["look-alike"]
    assert {name: figures["false_alarm_rate"] for name, figures in slices.items()} == {
        "look-alike": Share(1, 1),
        "ordinary talk": Share(0, 1),
    }


@pytest.mark.parametrize(
    ("figure", "part", "expected"),
    [
        ("escalation_recall", Share(35, 50), True),
        ("escalation_recall", Share(36, 50), False),
        ("escalation_recall", Share(50, 50), False),
        ("escalation_recall", Share(0, 49), False),
        ("false_alarm_rate", Share(45, 50), True),
        ("false_alarm_rate", Share(35, 50), False),
    ],
)
def test_a_slice_is_weak_from_fifty_rows_and_over_eight_points_worse(
    figure: str, part: Share, *, expected: bool
) -> None:
    assert report.weak(figure, part, Share(80, 100)) is expected


def test_a_share_is_told_with_its_interval() -> None:
    assert Share(8, 10).spread == "80.0 % (8/10) [49–94]"
    assert Share(0, 0).spread == "-"
