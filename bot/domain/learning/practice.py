"""Practice as a child meets it: what is due today, what was missed in a lesson, the mixed check."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from bot.domain.child import Turn, save, say, show, toast
from bot.domain.effects import Count, Effect, Lane
from bot.domain.learning import practising
from bot.domain.learning.asking import first_answer
from bot.domain.learning.practice_screens import Screen, nothing_due, round_end, round_screen
from bot.domain.learning.practising import Move
from bot.domain.learning.progress import Activity, Memory, Practice
from bot.domain.learning.remembering import key_of, next_due, remembered
from bot.domain.state import Learner
from content.schema import Lesson, Question

Effects = tuple[Effect, ...]


def open_review(turn: Turn) -> Effects:
    """What is due today."""
    return _begin(turn, practising.review(turn.world.content, turn.language, turn.learner, turn.moment))


def open_missed(turn: Turn, lesson_id: str) -> Effects:
    """What was missed in a lesson; nothing missed is as good as nothing due."""
    return _begin(turn, practising.missed(turn.world.content, turn.language, turn.learner, lesson_id))


def open_check(turn: Turn) -> Effects:
    """The mixed check over all lessons."""
    return _begin(turn, practising.check(turn.world.content, turn.language, turn.learner))


def _begin(turn: Turn, practice: Practice | None) -> Effects:
    if practice is None:
        parts, rows = nothing_due(next_due(turn.learner.memory), reminders=turn.learner.reminders)
        return save(turn), say(turn, *parts, rows=rows, lane=Lane.LESSON)
    turn = _at(turn, practice)
    parts, rows = _screen(turn, practice)
    begun = Count(f"practice_begun:{practice.kind}")
    return save(turn), say(turn, *parts, rows=rows, lane=Lane.LESSON), begun


def _at(turn: Turn, practice: Practice) -> Turn:
    learner = replace(
        turn.learner, activity=Activity.PRACTICE, practice=practice, screen=turn.learner.screen + 1
    )
    return turn.knowing(learner)


def tap_practice(turn: Turn, message_id: int, query: str, move: Move) -> Effects:
    """A button of the question on the screen. Where it has left the content since, the next one is shown."""
    begun = turn.learner.practice
    was = _onward(turn, begun) if begun is not None else None
    asked = _question(turn, was) if was is not None else None
    if was is None or asked is None:
        return save(turn), toast(turn, query, "toast-old-button")
    lesson, question = asked
    now = practising.moved(question, was, move) if was == begun else was
    if now is None:
        return save(turn), toast(turn, query, "toast-old-button")
    right = first_answer(was.asking, now.asking)
    if right is not None:
        turn = turn.knowing(answered(turn.learner, lesson.id, question.id, turn.moment.now, right=right))
    now = _onward(turn, now)
    turn = _at(turn, now)
    parts, rows = _screen(turn, now)
    ended = (Count(f"practice_finished:{now.kind}"),) if practising.over(now) else ()
    return (save(turn), toast(turn, query), show(turn, message_id, *parts, rows=rows), *ended)


def _onward(turn: Turn, at: Practice) -> Practice:
    return practising.onward(turn.world.content, turn.language, at)


def answered(learner: Learner, lesson: str, question: str, now: datetime, *, right: bool) -> Learner:
    """The learner who remembers that a question was answered, wherever it was asked."""
    key = key_of(lesson, question)
    memory: Mapping[str, Memory] = MappingProxyType(
        {**learner.memory, key: remembered(learner.memory.get(key), now, right=right)}
    )
    return replace(learner, memory=memory)


def _question(turn: Turn, at: Practice) -> tuple[Lesson, Question] | None:
    """The question at which a round stands, or None when it is over."""
    if practising.over(at):
        return None
    return practising.found(turn.world.content, turn.language, at.queue[at.at])


def _screen(turn: Turn, at: Practice) -> Screen:
    asked = _question(turn, at)
    if asked is None:
        again = next_due(turn.learner.memory)
        return round_end(at, again, turn.moment.now, reminders=turn.learner.reminders)
    return round_screen(*asked, at, turn.child, turn.learner.screen)
