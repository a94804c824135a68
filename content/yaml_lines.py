"""YAML of which every value knows its line.

Every scalar is read as text and the schema gives it its type, so that `no`, `1300` and `12:00` stay what
the author wrote. An empty value, `~` and `null` mean "nothing". Anchors, aliases and tags are refused:
they make a file mean something other than what it shows.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from content.problems import Problem

Place = tuple[str | int, ...]
"""The way to a value: keys of mappings and positions in lists."""

_READER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_TYPED: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOTHING = frozenset({"", "~", "null"})
_DEEPEST = 20
"""Levels of nesting, far more than any schema has; deeper files would exhaust the stack."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Where the values of one file stand; `blocks` are those written with `|`, line break for line break."""

    starts: Mapping[Place, int] = field(default_factory=dict)
    blocks: frozenset[Place] = frozenset()

    def at(self, place: Place) -> int:
        """The line of a value, or of the nearest part around it that the file does hold.

        Parts of the place that the file lacks (the tag that pydantic adds to a union) are passed over.
        """
        found: Place = ()
        for part in place:
            found = (*found, part) if (*found, part) in self.starts else found
        return self.starts.get(found, 1)


@dataclass(frozen=True, slots=True)
class YamlFile:
    """A file as data, with the lines of its values and what is wrong with its form."""

    data: Any
    lines: Lines
    problems: tuple[Problem, ...]


def read_yaml(file: str, text: str) -> YamlFile:
    """Read one document. Never raises: what cannot be read is a problem, and the data is then None."""
    builder = _Builder(file, yaml.parse(text, Loader=_READER))
    try:
        data = builder.document()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        why = getattr(error, "problem", None) or "characters that YAML does not allow"
        builder.problem(mark.line if mark else 0, f"not readable as YAML: {why}")
        data = None
    return YamlFile(data, Lines(builder.starts, frozenset(builder.blocks)), tuple(builder.problems))


def read_values(text: str) -> Any:
    """The values of one document as YAML types them, without lines: for files that no author of words writes.

    Raises:
        yaml.YAMLError: not YAML.
    """
    return yaml.load(text, Loader=_TYPED)  # noqa: S506 - the safe loader, in C where there is one


class _Builder:
    """Builds plain data from parser events and notes the line of every value."""

    def __init__(self, file: str, events: Iterator[Any]) -> None:
        self.file = file
        self.events = events
        self.starts: dict[Place, int] = {}
        self.blocks: set[Place] = set()
        self.problems: list[Problem] = []

    def problem(self, line: int, message: str) -> None:
        """Note a problem at a line that is counted from 0, as the parser counts."""
        self.problems.append(Problem(self.file, line + 1, message))

    def document(self) -> Any:
        """The one document of the file."""
        events, data, seen = self.events, None, False
        for start in (event for event in events if isinstance(event, yaml.DocumentStartEvent)):
            line: int = getattr(start.start_mark, "line", 0)
            if seen:
                self.problem(line, "a second document (---): one file holds one")
                break
            data, seen = self.value(next(events), ()), True
        return data

    def value(self, event: Any, place: Place) -> Any:
        """The value that begins with this event."""
        if len(place) > _DEEPEST:
            raise yaml.MarkedYAMLError(problem="nested too deeply", problem_mark=event.start_mark)
        line: int = event.start_mark.line
        self.starts.setdefault(place, line + 1)
        self.refuse_tricks(event, line)
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(place)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(place)
        return None if isinstance(event, yaml.AliasEvent) else self.scalar(event, place)

    def refuse_tricks(self, event: Any, line: int) -> None:
        """Anchors, aliases and tags are problems."""
        if event.anchor is not None:
            self.problem(line, f"anchors and aliases are not allowed: {event.anchor}")
        if getattr(event, "tag", None) is not None:
            self.problem(line, f"tags are not allowed: {event.tag}")

    def scalar(self, event: Any, place: Place) -> str | None:
        """Text, or None for a plain empty value."""
        if event.style == "|":
            self.blocks.add(place)
        plain = event.style in (None, "")
        return None if plain and event.value in _NOTHING else str(event.value)

    def sequence(self, place: Place) -> list[Any]:
        """The items up to the end of the list."""
        items: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.value(event, (*place, len(items))))
        return items

    def mapping(self, place: Place) -> dict[str, Any]:
        """The entries up to the end of the mapping; a key that stands twice is a problem."""
        entries: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = str(self.value(event, (*place, "")))
            if key in entries:
                self.problem(event.start_mark.line, f"the key {key!r} stands twice")
            self.starts[(*place, key)] = event.start_mark.line + 1
            entries[key] = self.value(next(self.events), (*place, key))
        return entries
