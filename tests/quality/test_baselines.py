"""The baselines do what they are said to do."""

from pathlib import Path

import numpy as np

from bot.domain.judgement import Band
from content.schema import Severity
from tests.quality.baselines import KeywordList, Nearest, alarm_cutoff
from tests.quality.sets import Told

SCORES = {"near": [0.9, 0.2], "far": [0.1, 0.3]}
NEAREST = Nearest(["urgent", "emergency"], lambda text: np.array(SCORES[text]))


def quiet(text: str) -> Told:
    none = Severity.NONE
    return Told(1, text, none, frozenset({none}), (), None, "en", "plain", lookalike=False)


def test_the_gravest_list_with_a_word_in_the_message_decides(tmp_path: Path) -> None:
    file = tmp_path / "words.yaml"
    file.write_text("concern: [alone]\nurgent: [hurt]\nemergency: [now]\n", encoding="utf-8")
    words = KeywordList(file)
    assert words.read("Hurt and alone").severity is Severity.URGENT
    assert words.read("hello").severity is Severity.NONE


def test_the_nearest_label_counts_only_above_the_cutoff() -> None:
    assert NEAREST.reading(0.5)("near").severity is Severity.URGENT
    assert NEAREST.reading(0.5)("far").severity is Severity.NONE


def test_the_nearest_topics_are_ranked_and_answered_above_the_cutoff() -> None:
    assert NEAREST.answering(0.2)("far").topics == ("emergency", "urgent")
    assert NEAREST.answering(0.2)("far").band is Band.ANSWER
    assert NEAREST.answering(0.3)("far").band is Band.NONE


def test_a_cutoff_leaves_just_so_many_false_alarms() -> None:
    above = alarm_cutoff(NEAREST, [quiet("near"), quiet("far")], 1)
    assert [NEAREST.reading(above)(t).alarms for t in ("near", "far")] == [True, False]


def test_where_the_bot_alarms_at_everything_so_may_a_baseline() -> None:
    above = alarm_cutoff(NEAREST, [quiet("near"), quiet("far")], 2)
    assert [NEAREST.reading(above)(t).alarms for t in ("near", "far")] == [True, True]
