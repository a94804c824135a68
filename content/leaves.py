"""A piece of content taken apart into its single values, each with its place."""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from content.yaml_lines import Place

TRANSLATED = frozenset(
    (
        *("title", "summary", "goal", "cover_alt", "closing"),
        *("text", "hint", "because", "mistaken", "then"),
        *("sources", "review"),
    )
)
"""Fields that say the same in other words in every language."""
FIRST = ("kind", "id")
"""Fields that tell best where two languages part."""
NAMED = frozenset(("misconceptions", "flags"))
"""Fields that give words to ids: the ids are the same in every language."""


def leaves(value: object, place: Place = ()) -> Iterator[tuple[Place, object]]:
    """All single values below `value`, in the order of their fields, ids of a mapping sorted."""
    match value:
        case BaseModel():
            for name in sorted(type(value).model_fields, key=_rank):
                yield from leaves(getattr(value, name), (*place, name))
        case Mapping():
            for key in sorted(value):
                yield from leaves(value[key], (*place, key))
        case tuple():
            for number, one in enumerate(value):
                yield from leaves(one, (*place, number))
        case _:
            yield place, value


def _rank(name: str) -> int:
    return FIRST.index(name) if name in FIRST else len(FIRST)


def skeleton(value: BaseModel) -> list[tuple[Place, object]]:
    """What is the same in every language: all values but words; of words only that they are there."""
    return [(place, None if _is_words(place) else one) for place, one in leaves(value) if not _apart(place)]


def _is_words(place: Place) -> bool:
    return place[-1] in TRANSLATED or (len(place) == 2 and place[0] in NAMED)


def _apart(place: Place) -> bool:
    """Sources and reviews may differ in everything."""
    return place[0] in ("sources", "review")
