"""Rows of a labelled file that are nearly a text that the product was taught."""

import json
from pathlib import Path

from content.nearness import Texts
from content.taught import Taught, everything
from content.tree import Tree

Near = tuple[int, Taught]
"""The line of a row, and the text that it nearly is."""


def near_rows(file: Path, tree: Tree, root: Path) -> list[Near]:
    """All near rows of a file of JSON objects with a `text`, one a line, `earlier` messages before it.

    Raises:
        OSError: a file cannot be read.
        ContentError: taught messages or questions that cannot be read.
        ValueError: a row is no such object.
    """
    taught = everything(tree, root)
    known = Texts(one.text for one in taught)
    rows = enumerate(file.read_text(encoding="utf-8").split("\n"), start=1)
    found = ((line, known.near(_text(line, row))) for line, row in rows if row.strip())
    return [(line, taught[place]) for line, place in found if place is not None]


def _text(line: int, row: str) -> str:
    value = json.loads(row)
    text = value.get("text") if isinstance(value, dict) else None
    if text is None:
        raise ValueError(f"line {line} is no object with a text")
    return "\n".join((*value.get("earlier", ()), str(text)))
