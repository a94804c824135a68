"""Finding the words of many lists in one pass over a text."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from bot.understanding.normalise import is_thai
from bot.understanding.words import Text, splits_cluster

LONG = 7
"""Thai entries of so many characters are found even where newmm cut the words differently."""
INNER = 4
"""Thai entries of so many characters are found inside a compound whose other parts are words too."""
MAX_PER_LIST = 300
"""So many places of one list are kept; more of the same tells nothing new and would only cost time."""


class Place(NamedTuple):
    """Where an entry stands: the first and the last word it covers.

    A tuple: a long message has thousands of them, and they are sorted.
    """

    first: int
    last: int


Places = Mapping[str, list[Place]]


class Lexicon:
    """Named lists of entries; an entry is a string in the form of `Text.joined`."""

    def __init__(self, lists: Mapping[str, Iterable[str]], dictionary: frozenset[str]) -> None:
        """`dictionary`: the known Thai words, to tell a part of a compound from a chance string."""
        self._dictionary = dictionary
        self._root: dict[str, object] = {}
        for name, entries in lists.items():
            for entry in entries:
                self._add(entry, name)

    def _add(self, entry: str, name: str) -> None:
        node = self._root
        for char in entry:
            node = node.setdefault(char, {})  # type: ignore[assignment]
        names = node.setdefault("", [])
        if isinstance(names, list) and name not in names:
            names.append(name)

    def find(self, text: Text) -> dict[str, list[Place]]:
        """The places of every list in the text, in order of their first word."""
        found: dict[str, list[Place]] = {}
        joined, edges = text.joined, _edges(text)
        for start in range(len(joined)):
            if not splits_cluster(joined, start):
                self._walk(text, joined, edges, start, found)
        return {name: sorted(set(places)) for name, places in found.items()}

    def _walk(
        self, text: Text, joined: str, edges: frozenset[int], start: int, found: dict[str, list[Place]]
    ) -> None:
        node: object = self._root
        for position in range(start, len(joined) + 1):
            if not isinstance(node, dict):
                return
            names = node.get("")
            if names and self._stands_alone(text, edges, start, position):
                _keep(found, names, Place(text.index_at(start), text.index_at(position - 1)))
            node = node.get(joined[position]) if position < len(joined) else None

    def _stands_alone(self, text: Text, edges: frozenset[int], start: int, end: int) -> bool:
        if start in edges and end in edges:
            return True
        joined, size = text.joined, end - start
        if not is_thai(joined[start]) or size < INNER or splits_cluster(joined, end):
            return False
        return size >= LONG or self._is_part(text, start, end)

    def _is_part(self, text: Text, start: int, end: int) -> bool:
        before = text.joined[text.starts[text.index_at(start)] : start]
        last = text.index_at(end - 1)
        after = text.joined[end : text.starts[last] + len(text.words[last].text)]
        return all(not rest or rest in self._dictionary for rest in (before, after))


def _keep(found: dict[str, list[Place]], names: Iterable[str], place: Place) -> None:
    for name in names:
        places = found.setdefault(name, [])
        if len(places) < MAX_PER_LIST:
            places.append(place)


def _edges(text: Text) -> frozenset[int]:
    starts = text.starts
    ends = [s + len(w.text) for s, w in zip(starts, text.words, strict=True)]
    return frozenset(starts) | frozenset(ends)
