"""How much of the content is in which state of review."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from content.preview.items import Item, Kind
from content.schema import ReviewState


@dataclass(frozen=True, slots=True)
class Row:
    """One kind in one language: how many are draft, reviewed, published."""

    kind: Kind
    language: str
    numbers: tuple[int, ...]


def counts(listed: Iterable[Item], languages: Sequence[str]) -> tuple[Row, ...]:
    """Rows for everything that is reviewed, which help lines are not."""
    return tuple(_rows(tuple(listed), languages))


def _rows(listed: Sequence[Item], languages: Sequence[str]) -> Iterator[Row]:
    for kind in (Kind.LESSON, Kind.STORY, Kind.FAQ):
        for language in languages:
            states = [one.states.get(language) for one in listed if one.kind is kind]
            yield Row(kind, language, tuple(states.count(state) for state in ReviewState))
