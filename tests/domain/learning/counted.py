"""Counts of a tiny content, as learning leaves them."""

from collections.abc import Mapping

COUNTS: Mapping[str, int] = {
    "lesson_begun:first": 40,
    "lesson_finished:first": 30,
    "lesson_gain:first:1:2": 12,
    "lesson_gain:first:0:3": 8,
    "question_right:first:q1": 20,
    "question_missed:first:q1": 14,
    "question_skipped:first:q1": 3,
    "question_hint:first:q1": 6,
    "misconception:first:thinks_bad": 9,
    "misconception:first:thinks_worse": 5,
    "question_right:first:q2": 2,
    "question_missed:first:q2": 3,
    "misconception:first:thinks_no": 3,
    "misconception:first:thinks_true": 6,
    "question_right:first:q3": 30,
    "question_missed:first:q3": 6,
    "question_skipped:first:q3": 7,
    "lesson_begun:second": 4,
    "lesson_finished:second": 2,
    "lesson_gain:second:0:1": 2,
    "question_right:second:q1": 1,
    "story_begun:stranger": 30,
    "story_end:stranger:safe": 12,
    "story_end:stranger:helped": 2,
    "story_end:stranger:think": 6,
    "practice_begun:review": 22,
    "practice_finished:review": 21,
    "practice_begun:check": 3,
    "faq:safety": 777,
    "severity:emergency": 777,
}

PLENTY: Mapping[str, int] = {name: 1000 * n + 7 for name, n in COUNTS.items()}
"""Large numbers, which tell all there is to tell."""
