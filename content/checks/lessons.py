"""Lessons: long enough, every card and misconception in its place, an ending for everybody."""

import itertools
from collections.abc import Iterable, Iterator

from content.checks.questions import asked, misconceptions_of
from content.problems import Problem
from content.schema import AgeBand, Asked, Card, Lesson, Level, Onward, Order, Pair, Several, Situation, Truth
from content.tree import Sheet, Tree
from content.yaml_lines import Place

CARDS = range(5, 9)
QUESTIONS = range(8, 13)
LEAST_EASY = 3
"""Questions that stay on the shorter way."""
KINDS = (Several, Truth, Order, Situation)
"""Besides questions with one answer, each lesson has one of each."""


def check(tree: Tree) -> Iterator[Problem]:
    """Faults inside each lesson."""
    for language in tree.languages:
        yield from _orders(tree.lessons[language])
        stories = {sheet.value.id for sheet in tree.stories[language]}
        for sheet in tree.lessons[language]:
            yield from _lesson(sheet)
            if not tree.has_broken(f"{language}/stories"):
                yield from _endings_lead(sheet, stories)


def _orders(sheets: Iterable[Sheet[Lesson]]) -> Iterator[Problem]:
    first: dict[int, str] = {}
    for sheet in sheets:
        before = first.setdefault(sheet.value.order, sheet.file)
        if before != sheet.file:
            yield sheet.problem(("order",), f"order {sheet.value.order} is that of {before} too")


def _lesson(sheet: Sheet[Lesson]) -> Iterator[Problem]:
    lesson = sheet.value
    yield from repeated(sheet, ("steps",), [step.id for step in lesson.steps])
    for band in AgeBand:
        yield from _amounts(sheet, band)
    for kind in KINDS:
        if not any(isinstance(question, kind) for question in lesson.questions):
            yield sheet.problem(("steps",), f"no question of kind {kind.__name__.lower()!r}")
    for number, step in enumerate(lesson.steps):
        if isinstance(step, Asked):
            yield from asked(sheet, ("steps", number), step)
            yield from _taught(sheet, number, step)
    yield from _misconceptions(sheet)
    yield from _endings(sheet)
    for number, pair in enumerate(lesson.pairs):
        yield from _pair(sheet, ("pairs", number), pair)


def _amounts(sheet: Sheet[Lesson], band: AgeBand) -> Iterator[Problem]:
    """What a child of an age band meets."""
    met = [step for step in sheet.value.steps if not step.ages or band in step.ages]
    cards = sum(isinstance(step, Card) for step in met)
    questions = [step for step in met if isinstance(step, Asked)]
    easy = sum(question.level is Level.EASY for question in questions)
    told = f"at the age {band!s}"
    if cards not in CARDS:
        yield sheet.problem(("steps",), f"{cards} cards {told}, not {CARDS.start} to {CARDS.stop - 1}")
    if len(questions) not in QUESTIONS:
        wanted = f"not {QUESTIONS.start} to {QUESTIONS.stop - 1}"
        yield sheet.problem(("steps",), f"{len(questions)} questions {told}, {wanted}")
    if easy < LEAST_EASY:
        yield sheet.problem(("steps",), f"{easy} easy questions {told}, at least {LEAST_EASY}")


def _taught(sheet: Sheet[Lesson], number: int, question: Asked) -> Iterator[Problem]:
    before = [step.id for step in sheet.value.steps[:number] if isinstance(step, Card)]
    if question.card not in before:
        yield sheet.problem(
            ("steps", number, "card"), f"no card {question.card!r} stands before the question"
        )


def _misconceptions(sheet: Sheet[Lesson]) -> Iterator[Problem]:
    lesson = sheet.value
    used = set()
    for number, step in enumerate(lesson.steps):
        for place, name in misconceptions_of(step):
            used.add(name)
            if name not in lesson.misconceptions:
                yield sheet.problem(("steps", number, *place), f"misconceptions has no {name!r}")
    for name in lesson.misconceptions:
        if name not in used:
            yield sheet.problem(("misconceptions", name), f"no wrong answer has the misconception {name!r}")


def _endings(sheet: Sheet[Lesson]) -> Iterator[Problem]:
    shares = [ending.from_share for ending in sheet.value.endings]
    if shares[0] != 0 or any(share <= before for before, share in itertools.pairwise(shares)):
        yield sheet.problem(("endings",), "endings begin with from_share 0 and rise")
    yield from repeated(sheet, ("endings",), [ending.id for ending in sheet.value.endings])


def _endings_lead(sheet: Sheet[Lesson], stories: set[str]) -> Iterator[Problem]:
    for number, ending in enumerate(sheet.value.endings):
        place: Place = ("endings", number)
        if (ending.onward is Onward.STORY) != (ending.story is not None):
            yield sheet.problem((*place, "onward"), "onward: 'story' and only it names a story")
        elif ending.story is not None and ending.story not in stories:
            yield sheet.problem((*place, "story"), f"there is no story {ending.story!r}")


def _pair(sheet: Sheet[Lesson], place: Place, pair: Pair) -> Iterator[Problem]:
    for name, probe in (("before", pair.before), ("after", pair.after)):
        here = (*place, name, "options")
        right = sum(option.right for option in probe.options)
        if right != 1:
            yield sheet.problem(here, f"{right} right options {name} in {pair.id!r}, not 1")
        yield from repeated(sheet, here, [option.id for option in probe.options])


def repeated(sheet: Sheet[Lesson], place: Place, ids: list[str]) -> Iterator[Problem]:
    """Ids that stand twice in a list."""
    for number, name in enumerate(ids):
        if name in ids[:number]:
            yield sheet.problem((*place, number, "id"), f"the id {name!r} stands twice")
