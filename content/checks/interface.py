"""Interface texts: the same keys and variables in every language, and nothing that fails when it is said."""

from collections.abc import Iterator, Mapping

from fluent.syntax import ast

from content.fluent_files import FluentEntry, all_variables, by_key, included
from content.problems import Problem
from content.tree import DEFAULT_LANGUAGE, Tree

_FUNCTIONS = frozenset({"NUMBER", "DATETIME"})


def check(tree: Tree) -> Iterator[Problem]:
    """Faults inside each language, then differences from the default one."""
    keys = {language: by_key(tree.interface[language]) for language in tree.languages}
    for language in tree.languages:
        yield from _twice(tree, language)
        for entry in keys[language].values():
            yield from _entry(entry, keys[language])
    for language in tree.other_languages:
        if DEFAULT_LANGUAGE in keys and keys[language]:
            yield from _differences(keys[DEFAULT_LANGUAGE], keys[language], language)


def _twice(tree: Tree, language: str) -> Iterator[Problem]:
    first: dict[str, FluentEntry] = {}
    for entry in (entry for file in tree.interface[language] for entry in file.entries):
        before = first.setdefault(entry.key, entry)
        if before is not entry:
            yield _problem(entry, f"the key {entry.key} stands already in {before.file.file}:{before.line}")


def _entry(entry: FluentEntry, entries: Mapping[str, FluentEntry]) -> Iterator[Problem]:
    if entry.node.value is None:
        yield _problem(entry, f"{entry.key} has no text")
    if entry.node.attributes and isinstance(entry.node, ast.Message):
        yield _problem(entry, f"{entry.key} has an attribute, which nothing reads")
    for name in sorted(entry.references - entries.keys()):
        yield _problem(entry, f"{entry.key} includes {name}, which does not exist")
    if entry.key in included(entry.key, entries):
        yield _problem(entry, f"{entry.key} includes itself")
    for name in sorted(entry.functions - _FUNCTIONS):
        yield _problem(entry, f"{entry.key} calls the unknown function {name}")


def _differences(
    wanted: Mapping[str, FluentEntry], found: Mapping[str, FluentEntry], language: str
) -> Iterator[Problem]:
    """Terms (`-name`) are a language's own affair and need not be equal."""
    for key, entry in wanted.items():
        if key not in found and not key.startswith("-"):
            yield _problem(entry, f"the key {key} is missing in {language!r}")
    for key, entry in found.items():
        if key.startswith("-"):
            continue
        if key not in wanted:
            yield _problem(entry, f"the key {key} is missing in {DEFAULT_LANGUAGE!r}")
        elif (mine := all_variables(key, found)) != (theirs := all_variables(key, wanted)):
            yield _problem(
                entry, f"{key} needs {_names(mine)} here but {_names(theirs)} in {DEFAULT_LANGUAGE!r}"
            )


def _names(variables: frozenset[str]) -> str:
    return ", ".join(f"${name}" for name in sorted(variables)) or "no variable"


def _problem(entry: FluentEntry, message: str) -> Problem:
    return Problem(entry.file.file, entry.line, message)
