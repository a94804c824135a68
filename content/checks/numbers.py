"""Phone numbers: only those of helplines.yaml, and never one of the red list."""

import re
from collections.abc import Iterator

from content.contacts import Allowed, Found, digit_runs, long_numbers, number, short_numbers
from content.passages import passages
from content.problems import Problem
from content.tree import Tree

_NOT_A_WORD = re.compile(r"[^\w]+")


def check(tree: Tree) -> Iterator[Problem]:
    """Numbers that are no help line's, and red-listed ones wherever they stand."""
    allowed = Allowed.of(line for _, _, line in tree.lines()).numbers
    red, calls = _red_list(tree), _call_words(tree)
    for passage in passages(tree):
        for offset, found in _red(passage.text, red):
            yield passage.problem(f"the number {found} is on the red list and is never published", offset)
        for offset, found in _called(passage.text, calls):
            if not _fine(found, allowed | red):
                yield passage.problem(f"the number {found} is not in helplines.yaml", offset)


def _red_list(tree: Tree) -> frozenset[str]:
    listed = tree.wording.value.red_list if tree.wording else ()
    return frozenset(number(entry) for entry in listed)


def _call_words(tree: Tree) -> re.Pattern[str]:
    words = tree.wording.value.call_words if tree.wording else ()
    parts = [rf"\b{re.escape(w)}\b" if w.isascii() else re.escape(w) for w in words]
    return re.compile("|".join(parts) or r"(?!)", re.IGNORECASE)


def _red(text: str, red: frozenset[str]) -> Iterator[Found]:
    for offset, found in {*long_numbers(text), *digit_runs(text)}:
        if number(found) in red:
            yield offset, found


def _fine(found: str, known: frozenset[str]) -> bool:
    """Whether it is a known number, or several that only stand side by side ("1300 191")."""
    return number(found) in known or all(part in known for _, part in digit_runs(found))


def _called(text: str, calls: re.Pattern[str]) -> Iterator[Found]:
    """Long numbers anywhere; short ones after a call word on their line, or alone on a line."""
    yield from long_numbers(text)
    start = 0
    for line in text.split("\n"):
        call = calls.search(line)
        alone = _NOT_A_WORD.sub("", line).isdigit()
        for offset, found in short_numbers(line):
            if alone or (call and offset >= call.end()):
                yield start + offset, found
        start += len(line) + 1
