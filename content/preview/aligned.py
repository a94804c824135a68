"""The same part in several languages, side by side, also while one language lacks it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar


class Named(Protocol):
    """A part with an id that is the same in every language."""

    @property
    def id(self) -> str:
        """The id."""


T = TypeVar("T", bound=Named)
T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Versions(Generic[T_co]):
    """One part as it stands in each language that has it."""

    id: str
    by_language: Mapping[str, T_co]

    @property
    def first(self) -> T_co:
        """The version of the first language that has it."""
        return next(iter(self.by_language.values()))


def aligned(parts: Mapping[str, Iterable[T]]) -> tuple[Versions[T], ...]:
    """Parts of several languages by id, in the order of the first language.

    What only another language has stands after the part that goes before it there.
    """
    by_id = {language: {one.id: one for one in some} for language, some in parts.items()}
    return tuple(
        Versions(name, {language: some[name] for language, some in by_id.items() if name in some})
        for name in _order(tuple(some) for some in by_id.values())
    )


def _order(lists: Iterable[Sequence[str]]) -> list[str]:
    order: list[str] = []
    for names in lists:
        place = 0
        for name in names:
            if name in order:
                place = order.index(name) + 1
            else:
                order.insert(place, name)
                place += 1
    return order
