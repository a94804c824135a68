"""What the screen reads messages by: word lists that exist, patterns that can be read."""

from collections.abc import Iterator, Mapping
from typing import Any

from content.knowledge import included
from content.notation import parse
from content.problems import Problem
from content.schema import Category, Pattern, PatternPack, Severity
from content.tree import Screen, Sheet, Tree
from content.yaml_lines import Place

PATTERNS = "understanding/patterns"
NEEDED = ("filler", "here_now", "kid", "me", "negation", "not_negation", "now", "particle", "past", "present")
"""Word lists that the bot asks for by name."""

Lists = Mapping[str, tuple[str, ...]]


def check(tree: Tree) -> Iterator[Problem]:
    """Categories without patterns, names that stand twice or name nothing, notation that cannot be read."""
    yield from _categories(tree)
    yield from _twice(_list_names(tree.screen), "word list")
    yield from _twice(_pattern_names(tree.screen), "pattern")
    yield from _help_words(tree.screen)
    lists = _lists(tree)
    if lists is not None:
        yield from _needed(tree.screen, lists)
        yield from _included(tree.screen, lists)
    for sheet in tree.screen.patterns:
        for number, pattern in enumerate(sheet.value.patterns):
            yield from _pattern(sheet, ("patterns", number), pattern, lists)


def _categories(tree: Tree) -> Iterator[Problem]:
    present = {sheet.value.category for sheet in tree.screen.patterns}
    for category in Category:
        file = f"{PATTERNS}/{category}.yaml"
        if category not in present and not tree.has_broken(file):
            yield Problem(file, 1, f"missing: the category {category} has no patterns")


Named = tuple[Sheet[Any], Place, str]
"""A name with where it is given."""


def _list_names(screen: Screen) -> Iterator[Named]:
    return ((sheet, ("sets", name), name) for sheet in screen.lists() for name in sheet.value.sets)


def _pattern_names(screen: Screen) -> Iterator[Named]:
    for sheet in screen.patterns:
        for number, pattern in enumerate(sheet.value.patterns):
            yield sheet, ("patterns", number, "id"), pattern.id


def _twice(names: Iterator[Named], what: str) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for sheet, place, name in names:
        here = f"{sheet.file}:{sheet.lines.at(place)}"
        if name in first:
            yield sheet.problem(place, f"the {what} {name!r} stands already in {first[name]}")
        first.setdefault(name, here)


def _help_words(screen: Screen) -> Iterator[Problem]:
    """A help word without a letter would be found in every message that has none."""
    sheet = screen.help_words
    for number, word in enumerate(sheet.value.words if sheet else ()):
        if sheet and not any(map(str.isalnum, word)):
            yield sheet.problem(("words", number), f"the help word {word!r} has no letter")


def _lists(tree: Tree) -> Lists | None:
    """All word lists by name; None while a file that may define some cannot be read."""
    if tree.screen.words is None or tree.has_broken(PATTERNS):
        return None
    return {name: words for sheet in tree.screen.lists() for name, words in sheet.value.sets.items()}


def _needed(screen: Screen, lists: Lists) -> Iterator[Problem]:
    for name in NEEDED:
        if screen.words and not lists.get(name):
            yield screen.words.problem(("sets", name), f"the word list {name!r} is missing or empty")


def _included(screen: Screen, lists: Lists) -> Iterator[Problem]:
    for sheet in screen.lists():
        for name, words in sheet.value.sets.items():
            for number, word in enumerate(words):
                inner, place = included(word), ("sets", name, number)
                if inner is not None and inner not in lists:
                    yield sheet.problem(place, f"no word list is called {inner!r}")
                elif inner is not None and name in _reached(inner, lists):
                    yield sheet.problem(place, f"the word list {name!r} includes itself")


def _reached(name: str, lists: Lists) -> set[str]:
    """The list and all that it includes."""
    found, waiting = set[str](), [name]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += [inner for word in lists.get(one, ()) if (inner := included(word)) is not None]
    return found


def _pattern(
    sheet: Sheet[PatternPack], place: Place, pattern: Pattern, lists: Lists | None
) -> Iterator[Problem]:
    if pattern.severity is Severity.NONE:
        yield sheet.problem((*place, "severity"), "a pattern cannot be 'none'")
    for number, line in enumerate(pattern.match):
        for message in _faults(line, lists):
            yield sheet.problem((*place, "match", number), f"{pattern.id}: {message}")


def _faults(line: str, lists: Lists | None) -> list[str]:
    """Why a line of notation cannot be read.

    A name with an underscore is meant for a list: no child writes one.
    """
    names: list[str] = []

    def noted(name: str) -> str:
        names.append(name)
        return name

    try:
        parse(line, noted)
    except ValueError as error:
        return [str(error)]
    unknown = {} if lists is None else {n: None for n in names if "_" in n and n not in lists}
    return [f"no word list is called {name!r}" for name in unknown]
