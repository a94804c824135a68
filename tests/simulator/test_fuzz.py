"""Nothing that a bot or a page sends breaks the simulator."""

import asyncio
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.simulator import demo_world, people
from bot.simulator.actions import ACTIONS, act
from bot.simulator.call import call
from bot.simulator.errors import TroubleError
from bot.simulator.spec import Shape, actions, methods
from bot.simulator.world import World
from tests.simulation import CHILD, GROUP, STAFF, STAFF_ROOM

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


def lively() -> World:
    """A world where something has happened."""
    world = demo_world(seed=1)
    people.start(world, CHILD)
    people.send(world, STAFF, STAFF_ROOM, "hello")
    return world


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
    try:
        act(world, name, data.draw(params(actions()[name])))
    except (TroubleError, ValueError):
        return


def test_every_action_has_its_line_in_the_table() -> None:
    assert set(actions()) == set(ACTIONS)
