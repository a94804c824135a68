"""Changes made in the texts of the files, proved to have changed nothing else. Nothing is written here."""

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from content.exchange.changes import Change
from content.exchange.faults import CellError
from content.exchange.places import inside
from content.exchange.rows import Spot, What
from content.exchange.scalars import one_line
from content.exchange.yaml_edits import Editing
from content.yaml_lines import read_yaml

_FIELDS = ("state", "reviewer", "reviewed_on")
_EMPTY = {"state": "draft", "reviewer": '""', "reviewed_on": "null"}
_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Edited:
    """A file before and after."""

    file: str
    before: bytes
    after: bytes


def edited(root: Path, file: str, changes: Iterable[Change]) -> Edited:
    """The file with all changes that concern it.

    Raises:
        CellError: the file is written in a way in which it cannot be changed safely.
    """
    before = (root / file).read_bytes()
    raw = before.decode("utf-8")
    head, newline = (_MARK if raw.startswith(_MARK) else ""), _newline(raw)
    text = raw.removeprefix(_MARK).replace("\r\n", "\n")
    editing, wanted = Editing(text), deepcopy(read_yaml(file, text).data)
    for change in changes:
        _edit(editing, change)
        _expect(wanted, change)
    after = editing.result()
    _prove(file, after, wanted)
    return Edited(file, before, (head + after.replace("\n", newline)).encode())


def _newline(raw: str) -> str:
    windows = raw.count("\r\n")
    if windows not in (0, raw.count("\n")):
        raise CellError("the file mixes line ends: save it with one kind of them")
    return "\r\n" if windows else "\n"


def _edit(editing: Editing, change: Change) -> None:
    match change.row.what:
        case What.TEXT:
            editing.put_text(change.spot.place, change.texts[0])
        case What.PHRASINGS:
            editing.put_list(change.spot.place, change.texts, change.spot.texts)
        case What.REVIEW:
            _edit_review(editing, change.spot, change.texts)


def _edit_review(editing: Editing, spot: Spot, texts: tuple[str, ...]) -> None:
    asked = dict(zip(_FIELDS, texts, strict=True))
    if spot.place in editing.nodes:
        for name, old in zip(_FIELDS, spot.texts, strict=True):
            if asked[name] != old:
                editing.put_key(spot.place, name, asked[name], _EMPTY[name])
        return
    written = (f"{name}: {one_line(text, '', in_brackets=True)}" for name, text in asked.items() if text)
    editing.add_key(spot.place[:-1], f"review: {{{', '.join(written)}}}")


def _expect(data: Any, change: Change) -> None:
    """Make the same change in plain data."""
    *around, last = change.spot.place
    holder = inside(data, tuple(around))
    match change.row.what:
        case What.TEXT:
            holder[last] = change.texts[0]
        case What.PHRASINGS:
            holder[last] = list(change.texts)
        case What.REVIEW:
            holder[last] = dict(zip(_FIELDS, change.texts, strict=True))


def _prove(file: str, after: str, wanted: Any) -> None:
    read = read_yaml(file, after)
    if read.problems or _plain(read.data) != _plain(wanted):
        raise CellError("the file is written in a way that cannot be changed here: change it by hand")


def _plain(data: Any) -> Any:
    """Without the space around texts, and without what is empty: neither means anything to the schema."""
    if isinstance(data, dict):
        return {key: plain for key, value in data.items() if (plain := _plain(value)) not in (None, "")}
    if isinstance(data, list):
        return [_plain(item) for item in data]
    return data.strip() if isinstance(data, str) else data
