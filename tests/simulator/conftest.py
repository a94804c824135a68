"""Fixtures of the simulator's own tests."""

from collections.abc import AsyncIterator, Callable, Coroutine
from typing import Any

import pytest
from aiohttp import ClientSession

from tests.simulation import Simulation

Api = Callable[..., Coroutine[Any, Any, Any]]


@pytest.fixture
async def simulator() -> AsyncIterator[Simulation]:
    """A running world with the demo cast."""
    async with Simulation() as sim:
        yield sim


@pytest.fixture
async def http(simulator: Simulation) -> AsyncIterator[ClientSession]:
    """A plain HTTP client for the running world."""
    async with ClientSession(base_url=simulator.base_url) as session:
        yield session


class RefusedError(Exception):
    """What the Bot API answered instead of a result."""

    def __init__(self, status: int, body: dict[str, Any]) -> None:
        super().__init__(body["description"])
        self.status = status
        self.body = body


@pytest.fixture
def api(simulator: Simulation, http: ClientSession) -> Api:
    """Call a Bot API method with JSON parameters; returns the result or raises RefusedError."""

    async def call(method: str, **params: Any) -> Any:
        async with http.post(f"/bot{simulator.token}/{method}", json=params) as answer:
            body = await answer.json()
            assert answer.status == body.get("error_code", 200)
            if not body["ok"]:
                raise RefusedError(answer.status, body)
            return body["result"]

    return call
