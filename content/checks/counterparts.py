"""Lessons and stories: the same ones in every language, alike in all but their words."""

from collections.abc import Iterator, Mapping

from content.leaves import skeleton
from content.problems import Problem
from content.schema import Lesson, Story
from content.tree import DEFAULT_LANGUAGE, Sheet, Tree
from content.yaml_lines import Place

Told = Lesson | Story
Sheets = Mapping[str, tuple[Sheet[Lesson], ...]] | Mapping[str, tuple[Sheet[Story], ...]]


def check(tree: Tree) -> Iterator[Problem]:
    """What is missing in a language, or differs from the default one."""
    for language in tree.other_languages:
        yield from _differences(tree, tree.lessons, language)
        yield from _differences(tree, tree.stories, language)


def _differences(tree: Tree, sheets: Sheets, language: str) -> Iterator[Problem]:
    wanted = {sheet.value.id: sheet for sheet in sheets.get(DEFAULT_LANGUAGE, ())}
    found = {sheet.value.id: sheet for sheet in sheets[language]}
    for name, sheet in wanted.items():
        yield from _absent(tree, sheet, language) if name not in found else _compared(sheet, found[name])
    for name, sheet in found.items():
        if name not in wanted:
            yield from _absent(tree, sheet, DEFAULT_LANGUAGE)


def _absent(tree: Tree, sheet: Sheet[Lesson] | Sheet[Story], language: str) -> Iterator[Problem]:
    """A file that is there but broken is told of elsewhere."""
    file = "/".join((language, *sheet.file.split("/")[1:]))
    if not tree.has_broken(file):
        yield Problem(file, 1, f"missing: {sheet.file} has no counterpart in {language!r}")


def _compared(wanted: Sheet[Lesson] | Sheet[Story], found: Sheet[Lesson] | Sheet[Story]) -> Iterator[Problem]:
    """The first difference: after it, everything stands elsewhere."""
    mine, theirs = skeleton(found.value), skeleton(wanted.value)
    for (place, value), (there, other) in zip(mine, theirs, strict=False):
        if place != there:
            told = f"{_dotted(place)} stands where {wanted.file} has {_dotted(there)}"
            yield found.problem(place[:-1], told)
            return
        if value != other:
            yield found.problem(place, f"{_dotted(place)} is {value!s}, but {other!s} in {wanted.file}")
            return
    if len(mine) != len(theirs):
        yield found.problem((), f"ends elsewhere than {wanted.file}")


def _dotted(place: Place) -> str:
    return ".".join(map(str, place))
