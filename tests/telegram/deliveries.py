"""Deliveries to carry out against the simulated Telegram."""

from collections.abc import Mapping
from typing import Any

from bot.outcome import Address, Sent
from bot.telegram.send import Telegram
from db.deliveries import Delivery, Method, NewDelivery
from tests.clock import START
from tests.simulation import Simulation

ROWS = [[{"text": "Yes", "data": "yes"}, {"text": "No", "data": "no"}]]


def delivery(
    method: Method, payload: Mapping[str, Any], *, repeat: bool = False, chat: str = "nok"
) -> Delivery:
    return Delivery(1, START, 0, repeat, NewDelivery(method, chat, "key", 0, payload))


def words(text: str = "hello", **more: Any) -> Delivery:
    return delivery(Method.SEND, {"text": text, **more})


def staff(sim: Simulation, **more: Any) -> Address:
    return Address(sim.staff_room.id, staff=True, **more)


def child(sim: Simulation) -> Address:
    return Address(sim.child.id)


async def topic(telegram: Telegram, sim: Simulation, title: str = "Blue Heron") -> int:
    opened = await telegram.carry_out(delivery(Method.OPEN_TOPIC, {"title": title}), staff(sim))
    assert isinstance(opened, Sent)
    assert opened.message_id is not None
    return opened.message_id
