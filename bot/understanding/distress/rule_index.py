"""Which rules can speak of a text at all: those with a line of which one telling slot has a place in it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby

from bot.understanding.distress.rules import Rule
from content.notation import Line

EVERYWHERE = 1_000_000
"""Counts for a list whose words stand in nearly every message, "me" above all."""


class RuleIndex:
    """Thousands of lines by the slot of each that has the fewest words. `common`: lists that tell nothing."""

    def __init__(
        self, rules: Sequence[Rule], lists: Mapping[str, Collection[str]], common: Collection[str]
    ) -> None:
        self._rules = rules
        self._words = {name: EVERYWHERE if name in common else len(words) for name, words in lists.items()}
        self._by_list: dict[str, list[tuple[int, int]]] = {}
        for number, rule in enumerate(rules):
            for place, line in enumerate(rule.lines):
                for name in self._telling(line):
                    self._by_list.setdefault(name, []).append((number, place))

    def possible(self, found: Collection[str]) -> Iterator[tuple[Rule, list[Line]]]:
        """Rules in their order, each with its lines that may fit where these lists have places."""
        hits = sorted({hit for name in found for hit in self._by_list.get(name, ())})
        for number, lines in groupby(hits, key=lambda hit: hit[0]):
            rule = self._rules[number]
            yield rule, [rule.lines[place] for _, place in lines]

    def _telling(self, line: Line) -> tuple[str, ...]:
        return min(line.needs(), key=lambda lists: sum(self._words.get(name, 1) for name in lists))
