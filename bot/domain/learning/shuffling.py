"""Another order for every child, and always the same one for the same child."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Protocol, TypeVar


class Named(Protocol):
    """What has an id."""

    @property
    def id(self) -> str:
        """The id."""
        ...


N = TypeVar("N", bound=Named)


def shuffled(things: Sequence[N], *seeds: str) -> tuple[N, ...]:
    """The things in an order that only their ids and the seeds decide; each order is equally likely."""
    return tuple(sorted(things, key=lambda one: sha256("\0".join((*seeds, one.id)).encode()).digest()))


def displaced(things: Sequence[N], *seeds: str) -> tuple[N, ...]:
    """Shuffled, but never in the order in which they stand, which would give the answer away."""
    found = shuffled(things, *seeds)
    return found if found != tuple(things) else (*found[1:], found[0])
