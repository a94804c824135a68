"""What a round of practice shows: its questions and its end."""

from datetime import datetime

from bot.domain.actions import action
from bot.domain.child import Rows
from bot.domain.learning.progress import Practice, PracticeKind
from bot.domain.learning.question_screens import question_screen
from bot.domain.speech import Button, Part, line
from bot.domain.world import BANGKOK
from content.schema import Lesson, Question

Screen = tuple[tuple[Part, ...], Rows]

MOST = 0.8
SOME = 0.5
"""Shares of right answers from which the words at the end of a mixed check change."""


def round_screen(lesson: Lesson, question: Question, at: Practice, child: str, number: int) -> Screen:
    """The question of a round at which a child stands."""
    heading = line(f"practice-heading-{at.kind}", at=at.at + 1, of=len(at.queue), title=lesson.title)
    parts, rows = question_screen(lesson, question, at.asking, child, number)
    return (heading, *parts), rows


def round_end(at: Practice, again: datetime | None, now: datetime, *, reminders: bool) -> Screen:
    """The end of a round. `again`: when the next question comes back; it may be due already."""
    score = line("practice-score", right=at.right, questions=len(at.queue))
    rows = _rows(reminders=reminders)
    if at.kind is PracticeKind.CHECK:
        return (line("check-done"), score, line(f"check-went-{_band(at)}")), rows
    parts: tuple[Part, ...] = (line("practice-done"), score)
    if again is None:
        return parts, rows
    if again <= now:
        return parts, (_REVIEW, *rows)
    return (*parts, line("practice-again", day=_day(again))), rows


def _band(at: Practice) -> str:
    share = at.right / max(1, len(at.queue))
    return "most" if share >= MOST else "some" if share >= SOME else "few"


_REVIEW = (Button(line("button-review"), action("review")),)


def _day(when: datetime) -> str:
    return f"{when.astimezone(BANGKOK):%-d/%-m}"


def _rows(*, reminders: bool) -> Rows:
    switch = "off" if reminders else "on"
    return (
        (Button(line("button-lessons"), action("lessons")),),
        (Button(line(f"button-remind-{switch}"), action("remind", switch)),),
    )


def nothing_due(again: datetime | None, *, reminders: bool) -> Screen:
    """There is nothing to practise today."""
    rows = _rows(reminders=reminders)
    if again is None:
        return (line("practice-nothing-yet"),), rows
    return (line("practice-nothing", day=_day(again)),), rows


def switched(again: datetime | None, now: datetime, *, reminders: bool) -> Screen:
    """What stands under the word that reminders are on or off now."""
    if again is not None and again <= now:
        return (), (_REVIEW, *_rows(reminders=reminders))
    return nothing_due(again, reminders=reminders)
