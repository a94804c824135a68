"""Damage: what is left of a good update when somebody has tampered with it."""

import json
from collections.abc import Callable
from copy import deepcopy
from random import Random
from typing import Any

from bot.simulator.model import Json
from tests.promises import hostile

DEEP, NESTED = 300, 0.1


def damaged(update: Json, random: Random) -> Json:
    """The update with one to three things wrong. It may lose its id, its kind, everything."""
    broken = deepcopy(update)
    for _ in range(random.choice((1, 1, 2, 3))):
        random.choice(DAMAGE)(broken, random)
    if random.random() < NESTED:
        _nest(broken, random)
    return broken


def damaged_bytes(updates: list[Json], random: Random) -> bytes:
    """A whole answer of `getUpdates` with some bytes changed, lost or doubled."""
    body = bytearray(json.dumps({"ok": True, "result": updates}).encode())
    for _ in range(random.choice((1, 4, 40))):
        at = random.randrange(len(body))
        match random.randrange(4):
            case 0:
                body[at] = random.randrange(256)
            case 1:
                del body[at : at + random.choice((1, 30))]
            case 2:
                body[at:at] = body[at : at + 20]
            case _:
                body[at:at] = random.choice((b"\\ud83d", b"\x00", b"\xff\xfe", b"[" * 50, b"null", b"1e999"))
    return bytes(body)


def _places(node: Any, found: list[tuple[Any, Any]] | None = None) -> list[tuple[Any, Any]]:
    """Every (container, key) in a tree."""
    found = [] if found is None else found
    pairs = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in pairs:
        found.append((node, key))
        _places(value, found)
    return found


def _drop(update: Json, random: Random) -> None:
    places = [place for place in _places(update) if isinstance(place[0], dict)]
    if places:
        container, key = random.choice(places)
        del container[key]


def _replace(update: Json, random: Random) -> None:
    if places := _places(update):
        container, key = random.choice(places)
        container[key] = deepcopy(random.choice((*hostile.ODD, hostile.text(random))))


def _nest(update: Json, random: Random) -> None:
    if places := _places(update):
        container, key = random.choice(places)
        for _ in range(DEEP):
            container[key] = (
                {"reply_to_message": container[key]} if random.random() < 0.5 else [container[key]]
            )


def _swap(update: Json, random: Random) -> None:
    if places := _places(update):
        (one, first), (other, second) = random.choice(places), random.choice(places)
        one[first] = deepcopy(other[second])


def _add(update: Json, random: Random) -> None:
    containers = [update, *(c[k] for c, k in _places(update) if isinstance(c[k], dict))]
    random.choice(containers)[hostile.noise(random)] = deepcopy(random.choice(hostile.ODD))


DAMAGE: tuple[Callable[[Json, Random], None], ...] = (_drop, _drop, _replace, _replace, _swap, _add)


def too_deep(updates: list[Json], random: Random) -> bytes:
    """An answer with a value nested about as deep as the interpreter can go, or far deeper."""
    depth = random.choice((random.randrange(900, 1000), random.randrange(200, 1000), 100_000))
    nest = b"[" * depth + b"]" * depth
    good = json.dumps({"ok": True, "result": updates[:1]}).encode()
    return good.replace(b'"update_id"', b'"deep": ' + nest + b', "update_id"', 1)
