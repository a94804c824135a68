"""Delivery by webhook: one update at a time, repeated with growing pauses until it is taken or expires."""

import asyncio

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.simulator.model import Json
from bot.simulator.queue import Waiting
from bot.simulator.world import World

IDLE_SECONDS = 0.05
MAX_PAUSE = 60.0
TIMEOUT = ClientTimeout(total=60)


async def deliver(world: World) -> None:
    """Call the webhook for as long as the server runs; idle while none is set."""
    pause = 1.0
    async with ClientSession(timeout=TIMEOUT) as session:
        while True:
            waiting = world.queue.ready() if world.webhook["url"] else []
            if not waiting:
                await asyncio.sleep(IDLE_SECONDS)
                continue
            pause = await deliver_one(world, session, waiting[0], pause)


async def deliver_one(world: World, session: ClientSession, update: Waiting, pause: float) -> float:
    """Post one update; returns the pause to make after the next failure, in seconds."""
    hook = world.webhook
    error = await post(session, hook, update.body())
    if error is None:
        world.queue.waiting = [one for one in world.queue.waiting if one is not update]
        return 1.0
    hook |= {"last_error_date": world.date(), "last_error_message": error}
    await asyncio.sleep(pause)
    return min(MAX_PAUSE, pause * 2)


async def post(session: ClientSession, hook: Json, body: Json) -> str | None:
    """None when the update was taken, else why not."""
    headers = {"X-Telegram-Bot-Api-Secret-Token": hook["secret"]} if hook.get("secret") else {}
    try:
        async with session.post(hook["url"], json=body, headers=headers) as answer:
            return None if answer.status // 100 == 2 else f"Wrong response from the webhook: {answer.status}"
    except (ClientError, TimeoutError) as error:
        return f"Connection failed: {type(error).__name__}"
