"""Which steps of a lesson a child meets: by age, and by the shorter way."""

from bot.domain.learning.progress import Progress
from content.schema import AgeBand, Asked, Card, Lesson, Level, Question, Step


def met(lesson: Lesson, band: AgeBand | None, *, short: bool) -> tuple[int, ...]:
    """The places of the steps that a child meets. Who told no age meets what the youngest do."""
    age = band or AgeBand.YOUNGER
    return tuple(place for place, step in enumerate(lesson.steps) if _fits(step, age, short=short))


def _fits(step: Step, age: AgeBand, *, short: bool) -> bool:
    if step.ages and age not in step.ages:
        return False
    return not short or not isinstance(step, Asked) or step.level is Level.EASY


def questions(lesson: Lesson, band: AgeBand | None, *, short: bool) -> tuple[Question, ...]:
    """The questions that a child meets."""
    steps = (lesson.steps[place] for place in met(lesson, band, short=short))
    return tuple(step for step in steps if isinstance(step, Asked))


def cards(lesson: Lesson, band: AgeBand | None) -> tuple[int, ...]:
    """The places of the cards that a child meets."""
    return tuple(p for p in met(lesson, band, short=False) if isinstance(lesson.steps[p], Card))


def following(lesson: Lesson, band: AgeBand | None, at: Progress) -> int | None:
    """The place of the next step, or None when this was the last one."""
    return next((place for place in met(lesson, band, short=at.short) if place > at.step), None)


def before(lesson: Lesson, band: AgeBand | None, at: Progress) -> int | None:
    """The place of the step before, or None at the first."""
    return next((p for p in reversed(met(lesson, band, short=at.short)) if p < at.step), None)
