"""Nothing that a bot or a page sends breaks the simulator."""

import asyncio
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.simulator import demo_world, people, screen
from bot.simulator.actions import ACTIONS, act
from bot.simulator.call import call
from bot.simulator.errors import TroubleError
from bot.simulator.spec import Rule, Shape, actions, methods, shapes
from bot.simulator.world import World
from tests.simulation import CHILD, GROUP, PEER, STAFF, STAFF_ROOM

IDS = st.sampled_from([CHILD, GROUP, STAFF, STAFF_ROOM, 1, 2, 3, -1])
SCALARS = st.none() | st.booleans() | IDS | st.integers() | st.text(max_size=9) | st.floats(allow_nan=False)
KEYS = st.sampled_from(
    ["text", "type", "callback_data", "inline_keyboard", "offset", "length", "id", "method"]
)
VALUES = st.recursive(
    SCALARS, lambda deep: st.lists(deep, max_size=3) | st.dictionaries(KEYS, deep, max_size=3)
)
QUICK = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def params(shape: Shape) -> st.SearchStrategy[dict[str, Any]]:
    """Some of the fields with any values."""
    return st.fixed_dictionaries({}, optional=dict.fromkeys(shape.fields, VALUES))


PEOPLE = st.sampled_from([CHILD, STAFF, PEER, 1])
CHATS = st.sampled_from([CHILD, GROUP, STAFF_ROOM, -1])
NAMED = {
    "person": PEOPLE,
    "by": PEOPLE,
    "member": PEOPLE,
    "chat": CHATS,
    "from_chat": CHATS,
    "message": st.integers(0, 2),
}
"""Whom and what a page names by these fields, so that many actions get beyond the look at their fields."""

PLAIN: dict[str, st.SearchStrategy[Any]] = {
    "int": st.integers(0, 3) | st.integers(),
    "bool": st.booleans(),
    "number": st.integers(0, 99) | st.floats(allow_nan=False, allow_infinity=False),
    "object": st.dictionaries(KEYS, VALUES, max_size=3),
}


def fitting(name: str, rule: Rule) -> st.SearchStrategy[Any]:
    """Values of the right type, whatever they say."""
    if name in NAMED:
        return NAMED[name]
    if rule.type.startswith("list "):
        return st.lists(fitting("", rule.item), min_size=rule.min or 0, max_size=3)
    if rule.type in PLAIN:
        return PLAIN[rule.type]
    if rule.type == "str":
        written = st.text(min_size=rule.min or 0, max_size=min(rule.max or 9, 9))
        return st.sampled_from(rule.one_of) if rule.one_of else written
    return well_formed(shapes()[rule.type])


def well_formed(shape: Shape) -> st.SearchStrategy[Any]:
    """All fields that must be there and some of the others, each of its type."""
    if shape.value is not None:
        return fitting("", shape.value) | IDS
    fields = {name: fitting(name, rule) for name, rule in shape.fields.items()}
    needed = {name for name, rule in shape.fields.items() if rule.required}
    return st.fixed_dictionaries(
        {name: fields[name] for name in fields if name in needed},
        optional={name: fields[name] for name in fields if name not in needed},
    )


def lively() -> World:
    """A world where something has happened."""
    world = demo_world(seed=1)
    people.start(world, CHILD)
    people.send(world, STAFF, STAFF_ROOM, "hello")
    return world


def as_sent(value: object) -> str:
    """As it goes to a page, which knows no infinite numbers."""
    return json.dumps(value, allow_nan=False)


def told(world: World, name: str, given: dict[str, Any]) -> tuple[int, str]:
    """Status and words that an action is answered with, whose body comes as JSON."""
    try:
        answer = act(world, name, json.loads(json.dumps(given)))
    except TroubleError as trouble:
        return trouble.status, str(trouble)
    except ValueError as error:
        return 400, str(error)
    return 200, as_sent(answer)


@pytest.mark.parametrize("name", sorted(methods()))
@QUICK
@given(data=st.data())
def test_it_answers_any_call(name: str, data: st.DataObject) -> None:
    world, shape = lively(), methods()[name]
    sent = data.draw(params(shape)) | ({"timeout": 0} if name == "getupdates" else {})
    answer = asyncio.run(call(world, world.bot.token, name, sent, {}))
    assert answer.status in (200, 400, 403, 409)


@pytest.mark.parametrize("name", sorted(ACTIONS))
@QUICK
@given(data=st.data())
def test_it_bears_any_action(name: str, data: st.DataObject) -> None:
    world = lively()
    status, said = told(world, name, data.draw(well_formed(actions()[name]) | params(actions()[name])))
    assert status in (200, 400, 403, 404, 409)
    assert said
    assert all(as_sent(screen.state(world, person)) for person in world.people)


def test_every_action_has_its_line_in_the_table() -> None:
    assert set(actions()) == set(ACTIONS)
