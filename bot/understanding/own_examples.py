"""Whether each pattern finds what it says it finds, and leaves what it says it leaves."""

from collections.abc import Callable, Iterable, Iterator

from bot.domain.judgement import Judgement
from content.problems import Problem
from content.schema import Category, Pattern, PatternPack, Severity
from content.tree import Sheet

Judge = Callable[[str], Judgement]


def failing(packs: Iterable[Sheet[PatternPack]], judge: Judge) -> Iterator[Problem]:
    """One problem for each example that is read otherwise than its pattern says, at its line."""
    for sheet in packs:
        for number, pattern in enumerate(sheet.value.patterns):
            for kind, examples in (("finds", pattern.finds), ("leaves", pattern.leaves)):
                for nth, example in enumerate(examples):
                    why = _why(kind, sheet.value.category, pattern, judge(example))
                    place = ("patterns", number, kind, nth)
                    yield from (sheet.problem(place, f"{pattern.id} {one}: {example!r}") for one in why)


def _why(kind: str, category: Category, pattern: Pattern, judged: Judgement) -> Iterator[str]:
    found = pattern.id in {reason.pattern for reason in judged.reasons}
    if kind == "leaves":
        return _of_counterexample(judged, found=found)
    return _of_example(category, pattern, judged, found=found)


def _of_example(category: Category, pattern: Pattern, judged: Judgement, *, found: bool) -> Iterator[str]:
    if not found:
        yield "does not find its example"
    if judged.severity.rank < pattern.severity.rank:
        yield f"is {pattern.severity}, its example is read as {judged.severity}"
    if category not in judged.categories:
        yield f"is of {category}, its example is read as {', '.join(judged.categories) or 'nothing'}"


def _of_counterexample(judged: Judgement, *, found: bool) -> Iterator[str]:
    if found:
        yield "finds what it leaves"
    if judged.severity.rank > Severity.CONCERN.rank:
        yield f"leaves what is read as {judged.severity}"
