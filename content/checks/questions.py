"""Questions: an answer that is right, and a named misconception behind each that is not."""

from collections import Counter
from collections.abc import Iterator, Sequence

from content.problems import Problem
from content.schema import (
    Asked,
    Choice,
    Fit,
    Item,
    Lesson,
    Option,
    Order,
    Several,
    Situation,
    Step,
    Truth,
    Way,
)
from content.tree import Sheet
from content.yaml_lines import Place


def asked(sheet: Sheet[Lesson], place: Place, question: Asked) -> Iterator[Problem]:
    """Faults of one question."""
    match question:
        case Choice(options=options) | Several(options=options):
            yield from _options(sheet, (*place, "options"), question, options)
            yield from _distinct(sheet, (*place, "options"), options)
        case Situation(ways=ways):
            yield from _ways(sheet, (*place, "ways"), ways)
            yield from _distinct(sheet, (*place, "ways"), ways)
        case Order(items=items):
            yield from _distinct(sheet, (*place, "items"), items)
        case _:
            return


def _options(
    sheet: Sheet[Lesson], place: Place, question: Asked, options: Sequence[Option]
) -> Iterator[Problem]:
    right = sum(option.right for option in options)
    if isinstance(question, Choice) and right != 1:
        yield sheet.problem(place, f"question {question.id!r} has {right} right options, not 1")
    if isinstance(question, Several) and right in (0, len(options)):
        yield sheet.problem(place, f"question {question.id!r} needs right and wrong options")
    for number, option in enumerate(options):
        if option.right != (option.misconception is None):
            yield sheet.problem(
                (*place, number), f"option {option.id!r}: wrong ones, and only they, name a misconception"
            )


def _ways(sheet: Sheet[Lesson], place: Place, ways: Sequence[Way]) -> Iterator[Problem]:
    fits = Counter(way.fit for way in ways)
    if not fits[Fit.GOOD] or not fits[Fit.RISKY]:
        yield sheet.problem(place, "a situation needs a good and a risky way")
    for number, way in enumerate(ways):
        if (way.fit is Fit.RISKY) != (way.misconception is not None):
            yield sheet.problem(
                (*place, number), f"way {way.id!r}: risky ones, and only they, name a misconception"
            )


def _distinct(sheet: Sheet[Lesson], place: Place, parts: Sequence[Option | Way | Item]) -> Iterator[Problem]:
    ids, texts = [part.id for part in parts], [part.text for part in parts]
    for number, (name, text) in enumerate(zip(ids, texts, strict=True)):
        if name in ids[:number]:
            yield sheet.problem((*place, number, "id"), f"the id {name!r} stands twice")
        if text in texts[:number]:
            yield sheet.problem((*place, number, "text"), f"{name!r} reads the same as another one")


def misconceptions_of(step: Step) -> Iterator[tuple[Place, str]]:
    """The misconceptions that a step names, each with its place in it."""
    match step:
        case Choice(options=parts) | Several(options=parts):
            yield from _named("options", parts)
        case Situation(ways=parts):
            yield from _named("ways", parts)
        case Truth(misconception=name) | Order(misconception=name):
            yield ("misconception",), name
        case _:
            return


def _named(field: str, parts: Sequence[Option | Way]) -> Iterator[tuple[Place, str]]:
    for number, part in enumerate(parts):
        if part.misconception is not None:
            yield (field, number, "misconception"), part.misconception
