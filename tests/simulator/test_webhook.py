"""Delivery by webhook."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from tests.simulation import Simulation
from tests.simulator.conftest import Api, RefusedError


class Receiver:
    """A bot that listens; `status` is what it answers."""

    def __init__(self) -> None:
        self.status = 200
        self.got: list[tuple[str, str]] = []

    async def take(self, request: web.Request) -> web.Response:
        """One delivery."""
        update = await request.json()
        secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        self.got.append((update["message"]["text"], secret))
        return web.Response(status=self.status)


@pytest.fixture
async def receiver() -> AsyncIterator[tuple[Receiver, str]]:
    """A receiver and its address."""
    listening = Receiver()
    app = web.Application()
    app.router.add_post("/hook", listening.take)
    async with TestServer(app) as server:
        yield listening, str(server.make_url("/hook"))


async def test_it_delivers_in_order_with_the_secret(
    simulator: Simulation, api: Api, receiver: tuple[Receiver, str]
) -> None:
    listening, url = receiver
    await api("setWebhook", url=url, secret_token="s3cret")
    for text in ("one", "two"):
        await simulator.child.say(text)
    await simulator.until(lambda: len(listening.got) == 2)
    assert listening.got == [("one", "s3cret"), ("two", "s3cret")]


async def test_it_keeps_what_was_not_taken(
    simulator: Simulation, api: Api, receiver: tuple[Receiver, str]
) -> None:
    listening, url = receiver
    listening.status = 500
    await api("setWebhook", url=url)
    await simulator.child.say("one")
    await simulator.until(lambda: listening.got)
    await simulator.until(lambda: "last_error_message" in simulator.world.webhook)
    info = await api("getWebhookInfo")
    assert (info["pending_update_count"], info["last_error_message"][-3:]) == (1, "500")


async def test_it_refuses_polling_while_a_webhook_is_set(api: Api, receiver: tuple[Receiver, str]) -> None:
    await api("setWebhook", url=receiver[1])
    with pytest.raises(RefusedError, match="can't use getUpdates method while webhook is active"):
        await api("getUpdates")
    assert await api("deleteWebhook")
    assert await api("getUpdates") == []


async def test_it_calls_this_machine_only(api: Api) -> None:
    with pytest.raises(RefusedError, match="only calls this machine"):
        await api("setWebhook", url="https://example.org/hook")
