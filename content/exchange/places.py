"""Places with ids instead of numbers, which stay the same when something is put in before them."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from content.leaves import NAMED, TRANSLATED
from content.yaml_lines import Place

_APART = frozenset(("sources", "review"))


def named(stem: str, value: Any, place: Place) -> str:
    """The place below `value`, after the stem of its file: `tricked.steps.what_it_is.text`."""
    names = [stem]
    for part in place:
        names.append(_id(value, part) if isinstance(part, int) else part)
        value = getattr(value, str(part)) if isinstance(value, BaseModel) else value[part]
    return ".".join(names)


def _id(items: Sequence[Any], number: int) -> str:
    """The id of an item; with its number where the id stands twice."""
    name = str(items[number].id)
    first = next(nth for nth, item in enumerate(items) if item.id == name)
    return name if first == number else f"{name}~{number + 1}"


def is_text(place: Place) -> bool:
    """Whether words that are translated stand at this place of a lesson or a story."""
    if place[0] in _APART:
        return False
    return place[-1] in TRANSLATED or (len(place) == 2 and place[0] in NAMED)


def inside(data: Any, place: Place) -> Any:
    """What stands at a place of plain data, or None when nothing does."""
    for part in place:
        if isinstance(data, Mapping):
            data = data.get(part)
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            return None
    return data
