"""Lessons as a child meets them: the course, opening, tapping. A tap is checked against where they stand."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from bot.domain.actions import action
from bot.domain.child import Rows, Turn, save, say, say_under_cover, show_on, toast
from bot.domain.effects import Count, Effect, Lane
from bot.domain.learning import certificate
from bot.domain.learning.answers import verdict
from bot.domain.learning.lesson_screens import Screen, lesson_screen
from bot.domain.learning.practice import answered
from bot.domain.learning.progress import Activity, Progress, Stage
from bot.domain.learning.taking import Move, moved, resumed
from bot.domain.speech import Button, line
from content.schema import Asked, Lesson

Effects = tuple[Effect, ...]


def list_lessons(turn: Turn) -> Effects:
    """The course: all lessons, with what is begun and what is done."""
    lessons = turn.world.content.lessons[turn.language].values()
    rows: Rows = tuple((_lesson_button(turn, lesson),) for lesson in lessons)
    if certificate.earned(turn):
        rows += ((Button(line("button-check"), action("check")),), *certificate.ROW)
    return save(turn), say(turn, line("lessons-intro"), rows=rows, lane=Lane.LESSON)


def _lesson_button(turn: Turn, lesson: Lesson) -> Button:
    at = turn.learner.progress.get(lesson.id)
    if at is None:
        key = "button-lesson-new"
    else:
        key = "button-lesson-done" if at.finished else "button-lesson-begun"
    return Button(line(key, number=lesson.order, title=lesson.title), action("lesson", lesson.id))


def open_lesson(turn: Turn, lesson_id: str) -> Effects:
    """Show the cover of a lesson (as a picture the first time), go on, or begin a finished one again."""
    lesson = turn.world.content.lesson(turn.language, lesson_id)
    if lesson is None:
        return list_lessons(turn)
    was = turn.learner.progress.get(lesson_id)
    turn = _at(turn, lesson.id, resumed(lesson, was))
    parts, rows = _screen(turn, lesson)
    if was is None:
        return save(turn), say_under_cover(turn, lesson.id, lesson.cover_alt, *parts, rows=rows)
    return save(turn), say(turn, *parts, rows=rows, lane=Lane.LESSON)


def _at(turn: Turn, lesson_id: str, at: Progress) -> Turn:
    steps: Mapping[str, Progress] = MappingProxyType({**turn.learner.progress, lesson_id: at})
    learner = replace(
        turn.learner,
        activity=Activity.LESSON,
        lesson=lesson_id,
        progress=steps,
        screen=turn.learner.screen + 1,
    )
    return turn.knowing(learner)


def tap_lesson(turn: Turn, message_id: int, query: str, move: Move) -> Effects:
    """A button of the lesson on the screen."""
    lesson = turn.world.content.lesson(turn.language, turn.learner.lesson or "")
    was = turn.learner.progress.get(lesson.id) if lesson is not None else None
    now = moved(lesson, turn.learner.age_band, was, move) if lesson is not None and was is not None else None
    if lesson is None or was is None or now is None:
        return save(turn), toast(turn, query, "toast-old-button")
    turn = _at(_remembering(turn, lesson, was, now), lesson.id, now)
    parts, rows = _screen(turn, lesson)
    shown = show_on(turn, message_id, *parts, rows=rows, under_picture=was.stage is Stage.COVER)
    return save(turn), toast(turn, query), shown, *map(Count, counted(lesson, was, now, move))


def _remembering(turn: Turn, lesson: Lesson, was: Progress, now: Progress) -> Turn:
    """The turn of a child who remembers what this move answered."""
    learner = turn.learner
    for question in now.right[len(was.right) :]:
        learner = answered(learner, lesson.id, question, turn.moment.now, right=True)
    for question in now.missed[len(was.missed) :]:
        learner = answered(learner, lesson.id, question, turn.moment.now, right=False)
    return turn.knowing(learner)


def _screen(turn: Turn, lesson: Lesson) -> Screen:
    at, learner = turn.learner.progress[lesson.id], turn.learner
    following = _following(turn, lesson)
    parts, rows = lesson_screen(lesson, learner.age_band, at, learner.ref, learner.screen, following)
    return parts, (*rows, *certificate.ROW) if at.stage is Stage.END and certificate.earned(turn) else rows


def _following(turn: Turn, lesson: Lesson) -> Lesson | None:
    lessons = turn.world.content.lessons[turn.language].values()
    return next((other for other in lessons if other.order > lesson.order), None)


def counted(lesson: Lesson, was: Progress, now: Progress, move: Move) -> tuple[str, ...]:
    """What a move adds to the anonymous counts. Of questions only the first answer counts."""
    return (*_of_lesson(lesson, was, now), *_of_question(lesson, was, now, move))


def _of_lesson(lesson: Lesson, was: Progress, now: Progress) -> tuple[str, ...]:
    names = []
    if was.stage is Stage.COVER:
        names.append(f"lesson_begun:{lesson.id}")
    if now.stage is Stage.END and was.stage in (Stage.STEPS, Stage.SHORTER, Stage.AFTER):
        names.append(f"lesson_finished:{lesson.id}")
        if was.stage is Stage.AFTER and len(now.probes) == len(lesson.pairs):
            names.append(f"lesson_gain:{lesson.id}:{now.before}:{sum(now.probes)}")
    return tuple(names)


def _of_question(lesson: Lesson, was: Progress, now: Progress, move: Move) -> tuple[str, ...]:
    step = lesson.steps[was.step] if was.stage is Stage.STEPS and was.step < len(lesson.steps) else None
    if not isinstance(step, Asked):
        return ()
    here = f"{lesson.id}:{step.id}"
    if now.skipped > was.skipped:
        return (f"question_skipped:{here}",)
    if len(now.right) > len(was.right):
        return (f"question_right:{here}",)
    if len(now.missed) > len(was.missed):
        found = verdict(step, now.asking.submitted or ())
        shown = found.misconceptions if found is not None else ()
        return (f"question_missed:{here}", *(f"misconception:{lesson.id}:{name}" for name in shown))
    return (f"question_hint:{here}",) if move == ("hint",) else ()
