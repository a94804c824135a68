"""A workbook into the content: all of it, or nothing and everything that must be mended."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from openpyxl import Workbook

from content.exchange.changes import Change, Compared
from content.exchange.editing import Edited, edited
from content.exchange.faults import CellError, Fault, RefusedError
from content.exchange.rows import Kind, Row, rows
from content.exchange.sheets import Filled, read_sheet
from content.exchange.trial import Owners, problems_with
from content.problems import ContentError, Problem
from content.reading import read_tree
from content.schema import ReviewState
from content.tree import Tree


@dataclass(frozen=True, slots=True)
class Imported:
    """What would be written. `unsigned`: reviews that were given before their texts changed."""

    rows: int
    changes: tuple[Change, ...]
    files: tuple[Edited, ...]
    unsigned: tuple[str, ...]


def planned(book: Workbook, root: Path, today: date) -> Imported:
    """What importing the workbook would change. Nothing is written.

    Raises:
        ContentError: the content cannot be read, with or without the workbook.
        RefusedError: something in the workbook, or in the content with it, is wrong; carries all of it.
    """
    tree, problems = read_tree(root)
    if problems:
        raise ContentError(problems)
    filled, faults = _read(book, tree)
    known = {kind: {row.name: row for row in rows(tree, kind)} for kind in Kind}
    changes, more = _compared(filled, known, tree, today)
    files, unsafe = _edited(root, changes, filled)
    faults += [*more, *unsafe]
    if files:
        told = _on_trial(root, files, filled, changes)
        faults += [one for one in told if isinstance(one, Fault)]
        problems = [one for one in told if isinstance(one, Problem)]
    if faults or problems:
        raise RefusedError(map(str, (*_in_order(faults), *problems)))
    return Imported(len(filled), tuple(changes), files, tuple(_unsigned(changes, known)))


def _read(book: Workbook, tree: Tree) -> tuple[list[Filled], list[Fault]]:
    filled: list[Filled] = []
    faults: list[Fault] = []
    for sheet in book.worksheets:
        if sheet.title in set(Kind):
            some, wrong = read_sheet(sheet, tree.languages)
            filled += some
            faults += wrong
        else:
            faults.append(Fault(sheet.title, 1, "", f"unknown sheet: the sheets are {', '.join(Kind)}"))
    if not set(book.sheetnames) & set(Kind):
        faults.append(Fault("", 1, "", f"there is none of the sheets {', '.join(Kind)}"))
    return filled, faults


Known = dict[Kind, dict[str, Row]]


def _compared(
    filled: Iterable[Filled], known: Known, tree: Tree, today: date
) -> tuple[list[Change], list[Fault]]:
    changes: list[Change] = []
    faults: list[Fault] = []
    for one in filled:
        compared = Compared(known[Kind(one.sheet)], tree.languages, today)
        for found in compared.of_row(one):
            if isinstance(found, Change):
                changes.append(found)
            else:
                faults.append(found)
    return changes, faults


def _edited(
    root: Path, changes: Iterable[Change], filled: Iterable[Filled]
) -> tuple[tuple[Edited, ...], list[Fault]]:
    by_file: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        by_file[change.spot.file].append(change)
    numbers = {(one.sheet, one.name): one for one in filled}
    files, faults = [], []
    for file, some in sorted(by_file.items()):
        try:
            files.append(edited(root, file, some))
        except CellError as error:
            row = numbers[some[0].row.kind, some[0].row.name]
            faults.append(row.fault(some[0].language, f"{file}: {error}"))
    return tuple(files), faults


def _on_trial(
    root: Path, files: Sequence[Edited], filled: Sequence[Filled], changes: Sequence[Change]
) -> list[Fault | Problem]:
    tree, problems = problems_with(root, files)
    owners = Owners(tree, filled, changes)
    return [owners.told(problem) for problem in problems]


def _in_order(faults: Iterable[Fault]) -> list[Fault]:
    order = [*Kind]
    return sorted(faults, key=lambda one: (order.index(Kind(one.sheet)) if one.sheet in order else -1, one))


def _unsigned(changes: Sequence[Change], known: Known) -> Iterator[str]:
    """Reviews that stand as they were, though a text that they answer for changed."""
    signed_now = {
        (change.row.name, change.language) for change in changes if change.row.review == change.row.name
    }
    for change in changes:
        review = known[change.row.kind].get(change.row.review)
        if review is None or (review.name, change.language) in signed_now:
            continue
        state, reviewer, on = review.spots[change.language].texts
        if state != ReviewState.DRAFT:
            signed = f"{state} by {reviewer} on {on}"
            yield f"{review.name} ({change.language}): {signed}, before its texts changed"


def write(root: Path, files: Iterable[Edited]) -> None:
    """Write all files, or none.

    Raises:
        RefusedError: a file was changed by someone else in the meantime.
        OSError: a file cannot be written; those before it have their old text again.
    """
    files = tuple(files)
    if moved := [one.file for one in files if (root / one.file).read_bytes() != one.before]:
        raise RefusedError(f"{file}: changed in the meantime, nothing was written" for file in moved)
    done: list[Edited] = []
    try:
        for one in files:
            done.append(one)
            _replace(root / one.file, one.after)
    except OSError:
        for one in done:
            (root / one.file).write_bytes(one.before)
        raise


def _replace(path: Path, data: bytes) -> None:
    """Never half a file, also when the machine stops."""
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_bytes(data)
        beside.chmod(path.stat().st_mode)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
