"""What the children of a benchmark do: go through a lesson, or ask. The echo bot gets as many updates."""

import asyncio
from collections.abc import Awaitable, Callable

from bot.simulator.model import Message
from tests.actor import Actor
from tests.bench.load import Child, Phone
from tests.simulation import Simulation

CHILDREN = 64
ACTS = 12
LESSON = "tricked"
ONWARD = ("next", "start", "answer", "solution", "skip", "stay")
QUESTION = "ค้ามนุษย์คืออะไรหรอ"

Prepare = Callable[[Simulation], Awaitable[list[Child]]]


def phones(sim: Simulation) -> list[Phone]:
    """New children with their phones."""
    return [Phone(sim, sim.newcomer(f"child {number}")) for number in range(CHILDREN)]


async def learners(sim: Simulation) -> list[Child]:
    """Children at the first card of a lesson; one update is one tap that turns the page."""
    return list(await asyncio.gather(*(_learner(phone) for phone in phones(sim))))


async def _learner(phone: Phone) -> Child:
    await phone.tap(await phone.start(), "language:th")
    await phone.tap(_last(phone.actor), f"lesson:{LESSON}")

    async def turn_pages() -> int:
        for _ in range(ACTS):
            await phone.tap(_last(phone.actor), _onward(_last(phone.actor)))
        return ACTS

    return turn_pages


def _onward(message: Message) -> str:
    """A button that goes on: the next page, the start, an answer, what is right, or past the question."""
    offered = [str(button["callback_data"]) for row in message.buttons for button in row]
    return next(data for move in ONWARD for data in offered if f":{move}" in data)


async def tappers(sim: Simulation) -> list[Child]:
    """The echo bot's children: one update is one tap that changes the message."""
    return list(await asyncio.gather(*(_tapper(phone) for phone in phones(sim))))


async def _tapper(phone: Phone) -> Child:
    message = await phone.start()

    async def tap() -> int:
        for _ in range(ACTS):
            await phone.tap(message, "next")
        return ACTS

    return tap


async def askers(sim: Simulation) -> list[Child]:
    """Children who have chosen a language; one update is one question."""
    return list(await asyncio.gather(*(_asker(phone) for phone in phones(sim))))


async def _asker(phone: Phone) -> Child:
    first = await phone.start()
    if any("language:th" in str(row) for row in first.buttons):
        await phone.tap(first, "language:th")

    async def ask() -> int:
        for _ in range(ACTS):
            await phone.say(QUESTION)
        return ACTS

    return ask


def _last(actor: Actor) -> Message:
    message = actor.last_message()
    if message is None:
        raise LookupError("the bot has said nothing")
    return message
