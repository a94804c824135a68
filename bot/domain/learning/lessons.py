"""Taking a lesson: open, go on, answer, skip, resume. Every tap is checked against where the child stands."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from bot.domain.actions import action
from bot.domain.child import Rows, Turn, save, say, show, toast
from bot.domain.effects import Count, Effect, Lane
from bot.domain.learning.screens import Screen, end_screen, lesson_screen, may_go_back
from bot.domain.speech import Button, line
from bot.domain.state import Progress
from content.schema import Lesson, Question

Effects = tuple[Effect, ...]


def list_lessons(turn: Turn) -> Effects:
    """All lessons, with what is begun and what is done."""
    lessons = turn.world.content.lessons[turn.language].values()
    rows: Rows = tuple((_lesson_button(turn, lesson),) for lesson in lessons)
    return save(turn), say(turn, line("lessons-intro"), rows=rows, lane=Lane.LESSON)


def _lesson_button(turn: Turn, lesson: Lesson) -> Button:
    progress = turn.learner.progress.get(lesson.id)
    if progress is None:
        key = "button-lesson-new"
    else:
        key = "button-lesson-done" if progress.finished else "button-lesson-begun"
    return Button(line(key, title=lesson.title), action("lesson", lesson.id))


def open_lesson(turn: Turn, lesson_id: str) -> Effects:
    """Begin a lesson, go on where the child stopped, or begin a finished one again."""
    lesson = turn.world.content.lesson(turn.language, lesson_id)
    if lesson is None:
        return list_lessons(turn)
    progress = _resumed(turn.learner.progress.get(lesson_id), lesson)
    turn = _at(turn, lesson.id, progress)
    parts, rows = lesson_screen(lesson, progress, turn.learner.screen)
    begun = (Count(f"lesson_begun:{lesson.id}"),) if progress == Progress() else ()
    return (save(turn), say(turn, *parts, rows=rows, lane=Lane.LESSON), *begun)


def _resumed(progress: Progress | None, lesson: Lesson) -> Progress:
    """Where to go on. A lesson that was finished, or that has become shorter since, begins anew."""
    if progress is None or progress.finished or progress.step >= len(lesson.steps):
        return Progress()
    return progress


def _at(turn: Turn, lesson_id: str, progress: Progress) -> Turn:
    steps: Mapping[str, Progress] = MappingProxyType({**turn.learner.progress, lesson_id: progress})
    learner = replace(turn.learner, lesson=lesson_id, progress=steps, screen=turn.learner.screen + 1)
    return turn.knowing(learner)


def tap_lesson(turn: Turn, message_id: int, query: str, screen: str, move: tuple[str, ...]) -> Effects:
    """A button of a lesson's screen. A tap on a screen that is no longer the current one changes nothing."""
    lesson = turn.world.content.lesson(turn.language, turn.learner.lesson or "")
    if lesson is None or screen != str(turn.learner.screen):
        return save(turn), toast(turn, query, "toast-old-button")
    at = turn.learner.progress.get(lesson.id)
    progress = _moved(lesson, at, move) if at is not None else None
    if progress is None:
        return save(turn), toast(turn, query, "toast-old-button")
    turn = _at(turn, lesson.id, progress)
    parts, rows = _screen(turn, lesson, progress)
    shown = show(turn, message_id, *parts, rows=rows)
    return save(turn), toast(turn, query), shown, *_counts(lesson, progress, move)


def _screen(turn: Turn, lesson: Lesson, progress: Progress) -> Screen:
    if progress.finished:
        return end_screen(lesson, progress, _following(turn, lesson))
    return lesson_screen(lesson, progress, turn.learner.screen)


def _following(turn: Turn, lesson: Lesson) -> Lesson | None:
    lessons = turn.world.content.lessons[turn.language].values()
    return next((other for other in lessons if other.order > lesson.order), None)


def _moved(lesson: Lesson, at: Progress, move: tuple[str, ...]) -> Progress | None:
    """Where a move leads, or None when it is not possible here (a forged or an old button)."""
    step = lesson.steps[at.step] if at.step < len(lesson.steps) and not at.finished else None
    question = step if isinstance(step, Question) else None
    match move:
        case ("next",) if step is not None and (question is None or at.answered is not None):
            return _onward(lesson, at)
        case ("back",) if step is not None and may_go_back(lesson, at):
            return replace(at, step=at.step - 1)
        case ("hint",) if question is not None and at.answered is None and not at.hinted:
            return replace(at, hinted=True)
        case ("skip",) if question is not None and at.answered is None:
            return _onward(lesson, replace(at, skipped=at.skipped + 1))
        case ("answer", option) if question is not None and at.answered is None:
            return _answered(question, at, option)
        case _:
            return None


def _onward(lesson: Lesson, at: Progress) -> Progress:
    last = at.step + 1 >= len(lesson.steps)
    return replace(at, step=at.step + 1, answered=None, hinted=False, finished=last)


def _answered(question: Question, at: Progress, option_id: str) -> Progress | None:
    option = question.option(option_id)
    if option is None:
        return None
    return replace(
        at, answered=option.id, right=at.right + int(option.right), wrong=at.wrong + int(not option.right)
    )


def _counts(lesson: Lesson, progress: Progress, move: tuple[str, ...]) -> Effects:
    finished = (Count(f"lesson_finished:{lesson.id}"),) if progress.finished else ()
    answered = (Count(f"question_{move[0]}:{lesson.id}"),) if move[0] in ("answer", "skip", "hint") else ()
    return (*finished, *answered)
