"""The table of methods and types: `spec/*.yaml` as rules. spec/README.md explains the words."""

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from content.yaml_lines import read_values

FOLDER = Path(__file__).parent / "spec"
SHORT = re.compile(r"(?P<type>(?:list )*\w+)(?P<required>!?)(?: (?P<min>-?\d+)?\.\.(?P<max>\d+)?)?")


@dataclass(frozen=True, slots=True)
class Rule:
    """What one field must be."""

    type: str
    required: bool = False
    min: int | None = None
    max: int | None = None
    bytes: bool = False
    one_of: tuple[Any, ...] = ()
    pattern: str | None = None
    words: dict[str, str] = field(default_factory=dict)

    @property
    def item(self) -> "Rule":
        """The rule for the items of a list."""
        return Rule(self.type.removeprefix("list "), words=self.words)


@dataclass(frozen=True, slots=True)
class Shape:
    """An object's fields, a union of objects, or (`value`) a plain value with a name."""

    name: str
    fields: dict[str, Rule] = field(default_factory=dict)
    value: Rule | None = None
    prefix: str = ""
    not_object: str = ""
    from_text: str = ""
    exactly_one: tuple[str, ...] = ()
    none: str = ""
    many: str = ""
    by_key: dict[str, str] = field(default_factory=dict)
    by_field: dict[str, dict[str, str]] = field(default_factory=dict)
    wrong: str = ""


WORDS = ("missing", "empty", "long", "wrong", "bare", "bare_empty", "bare_long")


def rule(written: str | dict[str, Any]) -> Rule:
    """A rule from its short or its long form.

    Raises:
        ValueError: for a short form that cannot be read.
    """
    if isinstance(written, str):
        return _short(written)
    known = {key: value for key, value in written.items() if key not in WORDS}
    words = {key: value for key, value in written.items() if key in WORDS}
    return Rule(**known | {"one_of": tuple(written.get("one_of", ())), "words": words})


def _short(written: str) -> Rule:
    hit = SHORT.fullmatch(written)
    if hit is None:
        raise ValueError(f"unreadable field in the table: {written}")
    low, high = hit["min"], hit["max"]
    return Rule(hit["type"], bool(hit["required"]), int(low) if low else None, int(high) if high else None)


def _fields(written: dict[str, Any]) -> dict[str, Rule]:
    return {name: rule(value) for name, value in written.items()}


def _shape(name: str, written: dict[str, Any]) -> Shape:
    made = dict(written)
    made["fields"] = _fields(made.get("fields", {}))
    if "value" in made:
        made["value"] = rule(made["value"])
    made["exactly_one"] = tuple(made.get("exactly_one", ()))
    return Shape(name, **made)


def _read(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = read_values((FOLDER / name).read_text(encoding="utf-8"))
    return loaded


@cache
def methods() -> dict[str, Shape]:
    """Every method by its name in small letters: Telegram does not mind the case."""
    table = _read("methods.yaml")
    return {name.lower(): Shape(name, _fields(fields)) for name, fields in table.items()}


@cache
def actions() -> dict[str, Shape]:
    """Bodies of the control API by the action's name."""
    return {name: Shape(name, _fields(fields)) for name, fields in _read("actions.yaml").items()}


@cache
def shapes() -> dict[str, Shape]:
    """Every type by its name."""
    return {name: _shape(name, written) for name, written in _read("types.yaml").items()}
