"""Lessons: whole in themselves, and the same in every language."""

from collections import Counter
from collections.abc import Iterable, Iterator

from content.problems import Problem
from content.schema import Card, Lesson, Question
from content.tree import DEFAULT_LANGUAGE, Sheet, Tree
from content.yaml_lines import Place

LEAST_CARDS = 6
LEAST_QUESTIONS = 8


def check(tree: Tree) -> Iterator[Problem]:
    """Faults inside each lesson, then differences from the default language."""
    for language in tree.languages:
        yield from _orders(tree.lessons[language])
        for sheet in tree.lessons[language]:
            yield from _lesson(sheet)
    for language in tree.other_languages:
        yield from _differences(tree, language)


def _orders(sheets: Iterable[Sheet[Lesson]]) -> Iterator[Problem]:
    first: dict[int, str] = {}
    for sheet in sheets:
        before = first.setdefault(sheet.value.order, sheet.file)
        if before != sheet.file:
            yield sheet.problem(("order",), f"order {sheet.value.order} is that of {before} too")


def _lesson(sheet: Sheet[Lesson]) -> Iterator[Problem]:
    lesson = sheet.value
    cards = sum(isinstance(step, Card) for step in lesson.steps)
    if cards < LEAST_CARDS:
        yield sheet.problem(("steps",), f"{cards} cards, at least {LEAST_CARDS}")
    if len(lesson.questions) < LEAST_QUESTIONS:
        yield sheet.problem(("steps",), f"{len(lesson.questions)} questions, at least {LEAST_QUESTIONS}")
    yield from _repeated(sheet, ("steps",), [step.id for step in lesson.steps])
    for number, step in enumerate(lesson.steps):
        if isinstance(step, Question):
            yield from _question(sheet, ("steps", number), step)


def _question(sheet: Sheet[Lesson], place: Place, question: Question) -> Iterator[Problem]:
    right = sum(option.right for option in question.options)
    if right != 1:
        yield sheet.problem((*place, "options"), f"question {question.id!r} has {right} right options, not 1")
    yield from _repeated(sheet, (*place, "options"), [option.id for option in question.options])
    texts = Counter(option.text for option in question.options)
    for number, option in enumerate(question.options):
        if texts[option.text] > 1:
            yield sheet.problem((*place, "options", number), f"two options of {question.id!r} read the same")


def _repeated(sheet: Sheet[Lesson], place: Place, ids: list[str]) -> Iterator[Problem]:
    for number, name in enumerate(ids):
        if name in ids[:number]:
            yield sheet.problem((*place, number, "id"), f"the id {name!r} stands twice")


def _differences(tree: Tree, language: str) -> Iterator[Problem]:
    wanted = {sheet.value.id: sheet for sheet in tree.lessons.get(DEFAULT_LANGUAGE, ())}
    found = {sheet.value.id: sheet for sheet in tree.lessons[language]}
    for name, sheet in wanted.items():
        yield from _absent(tree, sheet, language) if name not in found else _compare(sheet, found[name])
    for name, sheet in found.items():
        if name not in wanted:
            yield from _absent(tree, sheet, DEFAULT_LANGUAGE)


def _absent(tree: Tree, sheet: Sheet[Lesson], language: str) -> Iterator[Problem]:
    """A file that is there but broken is told of elsewhere."""
    file = f"{language}/lessons/{sheet.value.id}.yaml"
    if not tree.has_broken(file):
        yield Problem(file, 1, f"missing: {sheet.file} has no counterpart in {language!r}")


def _compare(wanted: Sheet[Lesson], found: Sheet[Lesson]) -> Iterator[Problem]:
    if wanted.value.order != found.value.order:
        yield found.problem(
            ("order",), f"order {found.value.order}, but {wanted.value.order} in {wanted.file}"
        )
    mine, theirs = found.value.steps, wanted.value.steps
    for number, (step, other) in enumerate(zip(mine, theirs, strict=False)):
        place: Place = ("steps", number)
        if (step.kind, step.id) != (other.kind, other.id):
            there = f"{other.kind} {other.id!r} in {wanted.file}"
            yield found.problem((*place, "id"), f"{step.kind} {step.id!r} stands where {there} has its place")
            return
        if isinstance(step, Question) and isinstance(other, Question):
            yield from _same_answers(found, (*place, "options"), step, other)
    if len(mine) != len(theirs):
        yield found.problem(("steps",), f"{len(mine)} steps, but {len(theirs)} in {wanted.file}")


def _same_answers(sheet: Sheet[Lesson], place: Place, step: Question, other: Question) -> Iterator[Problem]:
    if len(step.options) != len(other.options):
        told = f"question {step.id!r} has {len(step.options)} options, but {len(other.options)}"
        yield sheet.problem(place, f"{told} in {DEFAULT_LANGUAGE!r}")
    for number, (mine, theirs) in enumerate(zip(step.options, other.options, strict=False)):
        here = (*place, number, "id")
        if mine.id != theirs.id:
            yield sheet.problem(here, f"option {mine.id!r} stands where {theirs.id!r} has its place")
        elif mine.right != theirs.right:
            yield sheet.problem(here, f"option {mine.id!r} is right in one language only")
