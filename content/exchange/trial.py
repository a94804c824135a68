"""Whether the content would still be sound with changed files: the real checks on a copy."""

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from content.checks import run_checks
from content.checks.teaching import check as check_teaching
from content.exchange.changes import Change
from content.exchange.editing import Edited
from content.exchange.faults import Fault
from content.exchange.rows import Kind, Row, What, rows
from content.exchange.sheets import Filled
from content.problems import Problem
from content.reading import read_tree
from content.tree import Sheet, Tree

_CODE = shutil.ignore_patterns("*.py", "__pycache__")


def problems_with(root: Path, files: Iterable[Edited]) -> tuple[Tree, list[Problem]]:
    """The content as it would be, and everything that would be wrong with it."""
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "content"
        shutil.copytree(root, copy, ignore=_CODE)
        for file in files:
            (copy / file.file).write_bytes(file.after)
        tree, problems = read_tree(copy)
        return tree, sorted({*problems, *run_checks(tree), *check_teaching(tree, copy)})


Place = tuple[str, int]
"""A file and a line."""


class Owners:
    """Which row of the spreadsheet stands behind a line of a file."""

    def __init__(self, tree: Tree, filled: Iterable[Filled], changes: Iterable[Change]) -> None:
        by_name = {(one.sheet, one.name): one for one in filled}
        changed = {(change.row.kind, change.row.name, change.language) for change in changes}
        self.found: dict[Place, tuple[Filled, str]] = {}
        self.sure: set[Place] = set()
        for kind in Kind:
            sheets = _sheets(tree, kind)
            for row in rows(tree, kind):
                if one := by_name.get((kind, row.name)):
                    for language, place in _lines(row, sheets):
                        self.own(place, one, language, sure=(kind, row.name, language) in changed)

    def own(self, place: Place, filled: Filled, language: str, *, sure: bool) -> None:
        """The first row of a line has it, but a changed row goes first."""
        if place not in self.found or (sure and place not in self.sure):
            self.found[place] = (filled, language)
        if sure:
            self.sure.add(place)

    def told(self, problem: Problem) -> Fault | Problem:
        """The problem at its row, or as it is where no row stands behind it."""
        owner = self.found.get((problem.file, problem.line))
        return owner[0].fault(owner[1], problem.message) if owner else problem


def _sheets(tree: Tree, kind: Kind) -> dict[str, Sheet[Any]]:
    by_kind: dict[Kind, Iterable[tuple[Sheet[Any], ...]]] = {
        Kind.LESSONS: tree.lessons.values(),
        Kind.STORIES: tree.stories.values(),
        Kind.FAQ: tree.faq.values(),
    }
    return {sheet.file: sheet for some in by_kind[kind] for sheet in some}


def _lines(row: Row, sheets: dict[str, Sheet[Any]]) -> Iterator[tuple[str, Place]]:
    """The lines on which a row stands, each with its language."""
    for language, spot in row.spots.items():
        lines = sheets[spot.file].lines
        first = lines.at(spot.place)
        last = first
        if row.what is What.TEXT:
            last += spot.shown.count("\n") + (spot.place in lines.blocks)
        elif row.what is What.PHRASINGS:
            last = max(first, *(lines.at((*spot.place, nth)) for nth in range(len(spot.texts))))
        else:
            last = max(line for place, line in lines.starts.items() if place[: len(spot.place)] == spot.place)
        for line in range(first, last + 1):
            yield language, (spot.file, line)
