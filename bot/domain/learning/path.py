"""Which steps of a lesson a child meets: by age, and by the shorter way."""

from collections.abc import Collection

from bot.domain.learning.progress import Progress
from content.schema import AgeBand, Asked, Card, Lesson, Level, Question, Step


def met(lesson: Lesson, band: AgeBand | None, *, short: bool) -> tuple[int, ...]:
    """The places of the steps that a child meets. Who told no age meets what the youngest do."""
    return tuple(place for place, step in enumerate(lesson.steps) if _fits(step, band, short=short))


def suits(ages: Collection[AgeBand], band: AgeBand | None) -> bool:
    """Whether what is meant for these ages (none: for all) suits a child. None: who told no age."""
    return not ages or (band or AgeBand.YOUNGER) in ages


def _fits(step: Step, band: AgeBand | None, *, short: bool) -> bool:
    easy = not isinstance(step, Asked) or step.level is Level.EASY
    return suits(step.ages, band) and (easy or not short)


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
