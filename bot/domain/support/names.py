"""Readable two-word names for cases, so that staff can speak about one without any id."""

from itertools import count

from bot.domain.world import Moment, World

_TRIES = 50


def case_name(world: World, moment: Moment, taken: frozenset[str]) -> str:
    """A name that no open case has; a number is added when chance keeps finding taken ones."""
    names = (_name(world, moment, attempt) for attempt in range(_TRIES))
    free = next((name for name in names if name not in taken), None)
    return free or _numbered(_name(world, moment, 0), taken)


def _numbered(name: str, taken: frozenset[str]) -> str:
    return next(one for one in (f"{name} {number}" for number in count(2)) if one not in taken)


def _name(world: World, moment: Moment, attempt: int) -> str:
    number = moment.number(f"name{attempt}")
    first, second = (_words(world, key) for key in ("case-name-first", "case-name-second"))
    return f"{first[number % len(first)]} {second[number // len(first) % len(second)]}"


def _words(world: World, key: str) -> list[str]:
    return world.content.texts.say(world.policy.staff_language, key).split()
