"""Fluent files: messages with their lines, their variables and the texts that they can become."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Any

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from content.problems import Problem

PLACEHOLDER = "……"
"""Stands for a value that is only known when the message is said."""

_MOST_RENDERINGS = 64


class _Seen(Visitor):
    """Gathers what a message refers to."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.references: set[str] = set()
        self.functions: set[str] = set()
        self.selects = False

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 (name set by Visitor)
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802
        self.references.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802
        self.references.add(f"-{node.id.name}")
        self.generic_visit(node)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802
        self.selects = True
        self.generic_visit(node)

    def visit_FunctionReference(self, node: ast.FunctionReference) -> None:  # noqa: N802
        self.functions.add(node.id.name)
        self.generic_visit(node)


@dataclass(frozen=True)
class FluentEntry:
    """One message or term (`-term`) of one file."""

    key: str
    line: int
    file: "FluentFile"
    node: ast.Message | ast.Term

    @cached_property
    def _seen(self) -> _Seen:
        seen = _Seen()
        seen.visit(self.node)
        return seen

    @property
    def variables(self) -> frozenset[str]:
        """Names of the variables that stand in it, not those of what it refers to."""
        return frozenset(self._seen.variables)

    @property
    def references(self) -> frozenset[str]:
        """Keys of the messages and terms (`-term`) that it includes."""
        return frozenset(self._seen.references)

    @property
    def functions(self) -> frozenset[str]:
        """Names of the functions that it calls."""
        return frozenset(self._seen.functions)

    def renderings(self) -> Iterator[str]:
        """Every text that it can become, with PLACEHOLDER for values; at most 64."""
        if self.node.value is not None:
            for _, text in zip(range(_MOST_RENDERINGS), _renderings(self.node.value), strict=False):
                yield text

    @property
    def text_line(self) -> int | None:
        """The line on which its words begin, or None where variants make lines of text and file differ."""
        if self.node.value is None or self._seen.selects:
            return None
        return self.file.line(_start(self.node.value.elements[0]))


@dataclass(frozen=True, eq=False)
class FluentFile:
    """One parsed file; `entries` leaves out what could not be read."""

    file: str
    text: str
    resource: ast.Resource

    def line(self, position: int) -> int:
        """The line (from 1) of a position in the file."""
        return self.text.count("\n", 0, position) + 1

    @cached_property
    def entries(self) -> tuple[FluentEntry, ...]:
        """Messages and terms in the order of the file."""
        return tuple(self._entry(n) for n in self.resource.body if isinstance(n, ast.Message | ast.Term))

    def _entry(self, node: ast.Message | ast.Term) -> FluentEntry:
        name = node.id.name
        key = name if isinstance(node, ast.Message) else f"-{name}"
        return FluentEntry(key, self.line(_start(node.id)), self, node)


def parse_fluent(file: str, text: str) -> tuple[FluentFile, list[Problem]]:
    """Parse a file. What cannot be parsed is a problem with its line; the rest is kept."""
    parsed = FluentFile(file, text, FluentParser(with_spans=True).parse(text))
    return parsed, list(_junk(parsed))


def _junk(parsed: FluentFile) -> Iterator[Problem]:
    for node in parsed.resource.body:
        if isinstance(node, ast.Junk):
            for note in node.annotations:
                position = note.span.start if note.span else 0
                yield Problem(parsed.file, parsed.line(position), f"not readable as Fluent: {note.message}")


def included(key: str, entries: Mapping[str, FluentEntry]) -> frozenset[str]:
    """Keys of everything that a message includes, directly or not; itself among them where it is a circle."""
    found: set[str] = set()
    waiting = [key]
    while waiting:
        entry = entries.get(waiting.pop())
        new = entry.references - found if entry else frozenset[str]()
        found |= new
        waiting.extend(new)
    return frozenset(found)


def all_variables(key: str, entries: Mapping[str, FluentEntry]) -> frozenset[str]:
    """Variables that a message needs, with those of everything that it includes."""
    names = {key, *included(key, entries)} & entries.keys()
    return frozenset().union(*(entries[name].variables for name in names))


def by_key(files: Iterable[FluentFile]) -> dict[str, FluentEntry]:
    """All entries of a language by key; of two with one key the first, which is what is said."""
    entries: dict[str, FluentEntry] = {}
    for file in files:
        for entry in file.entries:
            entries.setdefault(entry.key, entry)
    return entries


def _renderings(pattern: ast.Pattern) -> Iterator[str]:
    choices = [list(_choices(element)) for element in pattern.elements]
    return ("".join(parts) for parts in product(*choices))


def _choices(element: Any) -> Iterator[str]:
    match element:
        case ast.TextElement():
            yield element.value
        case ast.Placeable(expression=ast.SelectExpression(variants=variants)):
            for variant in variants:
                yield from _renderings(variant.value)
        case ast.Placeable(expression=ast.StringLiteral() as literal):
            yield literal.parse()["value"]
        case _:
            yield PLACEHOLDER


def _start(node: ast.SyntaxNode) -> int:
    return node.span.start if node.span else 0
