"""Where every value of a YAML file begins and ends, so that one can be replaced and all else stays."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from content.yaml_lines import Place

_READER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
BLOCK_STYLES = frozenset(("|", ">"))


@dataclass(frozen=True, slots=True)
class Node:
    """A value as it is written.

    `start`, `end`: offsets of its first character and behind its last one. `style`: quote or `|`, `>` of a
    scalar, `[`, `{` of a list or mapping in brackets, empty for what is written without. `column`: of the key
    or the item. `in_brackets`: whether something around it is written in brackets.
    """

    start: int
    end: int
    style: str
    column: int
    in_brackets: bool


def nodes(text: str) -> dict[Place, Node]:
    """All values of the one document. Lines must end with a plain line feed, and the file be well-formed."""
    builder = _Builder(text)
    for event in builder.events:
        if isinstance(event, yaml.DocumentStartEvent):
            builder.value(builder.next(), (), 0, in_brackets=False)
            break
    return builder.found


def _ends(event: Any) -> bool:
    return isinstance(event, yaml.CollectionEndEvent)


class _Builder:
    """Walks the events of the parser."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.events: Iterator[Any] = yaml.parse(text, Loader=_READER)
        self.found: dict[Place, Node] = {}

    def next(self) -> Any:
        """The next event."""
        return next(self.events)

    def value(self, event: Any, place: Place, column: int, *, in_brackets: bool) -> int:
        """Note the value that begins with this event; the offset behind it."""
        start: int = event.start_mark.index
        if isinstance(event, yaml.MappingStartEvent):
            end, style = self.mapping(event, place, in_brackets=in_brackets), "{"
        elif isinstance(event, yaml.SequenceStartEvent):
            end, style = self.sequence(event, place, in_brackets=in_brackets), "["
        else:
            end, style = self.scalar_end(event), event.style or ""
        if isinstance(event, yaml.CollectionStartEvent) and not event.flow_style:
            style = ""
        self.found[place] = Node(start, end, style, column, in_brackets)
        return end

    def scalar_end(self, event: Any) -> int:
        """A text in block style ends with its last words, not where the next value begins."""
        start, end = event.start_mark.index, event.end_mark.index
        return start + len(self.text[start:end].rstrip()) if event.style in BLOCK_STYLES else int(end)

    def mapping(self, start: Any, place: Place, *, in_brackets: bool) -> int:
        """The entries, each with the column of its key."""
        end: int = start.end_mark.index
        inner = in_brackets or bool(start.flow_style)
        while not _ends(key := self.next()):
            column = key.start_mark.column
            end = self.value(self.next(), (*place, key.value), column, in_brackets=inner)
        return int(key.end_mark.index) if start.flow_style else end

    def sequence(self, start: Any, place: Place, *, in_brackets: bool) -> int:
        """The items, each with the column of its dash."""
        end: int = start.end_mark.index
        number, inner = 0, in_brackets or bool(start.flow_style)
        while not _ends(item := self.next()):
            end = self.value(item, (*place, number), start.start_mark.column, in_brackets=inner)
            number += 1
        return int(item.end_mark.index) if start.flow_style else end
