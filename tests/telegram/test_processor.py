"""Order within a chat, chats side by side."""

import asyncio
from collections import defaultdict

from telegram import Update

from bot.telegram.processor import ChatOrderProcessor, order_key
from tests.clock import breathe
from tests.telegram.updates import message, person, private, tap, update


def from_child(child: int, number: int) -> Update:
    return Update.de_json(update(number, message=message(chat=private(child), text=str(number))), None)


async def test_it_keeps_the_order_of_ten_chats_of_ten() -> None:
    processor, seen = ChatOrderProcessor(), defaultdict[int, list[int]](list)

    async def handle(child: int, number: int) -> None:
        # The earlier ones take longer, so that without an order they would end last.
        for _ in range(40 - number):
            await asyncio.sleep(0)
        seen[child].append(number)

    await asyncio.gather(
        *(
            processor.process_update(from_child(child, number), handle(child, number))
            for number in range(30)
            for child in range(1, 11)
        )
    )
    assert [seen[child] for child in range(1, 11)] == [list(range(30))] * 10


async def test_it_handles_chats_side_by_side() -> None:
    processor, gate, running = ChatOrderProcessor(), asyncio.Event(), 0

    async def handle() -> None:
        nonlocal running
        running += 1
        await gate.wait()

    tasks = [
        asyncio.create_task(processor.process_update(from_child(child, child), handle()))
        for child in range(1, 51)
    ]
    await breathe()
    assert running == 50
    gate.set()
    await asyncio.gather(*tasks)


async def test_one_spamming_chat_takes_one_place_only() -> None:
    processor, gate, handled = ChatOrderProcessor(running=2), asyncio.Event(), []

    async def slow() -> None:
        await gate.wait()

    async def quick() -> None:
        handled.append("other child")

    spam = [
        asyncio.create_task(processor.process_update(from_child(1, number), slow())) for number in range(1000)
    ]
    await breathe()
    await processor.process_update(from_child(2, 5000), quick())
    assert handled == ["other child"]
    gate.set()
    await asyncio.gather(*spam)


async def test_it_goes_on_with_a_chat_after_an_error() -> None:
    processor, handled = ChatOrderProcessor(), []

    async def fail() -> None:
        raise RuntimeError("a fault")

    async def fine() -> None:
        handled.append(2)

    await asyncio.gather(
        processor.process_update(from_child(1, 1), fail()),
        processor.process_update(from_child(1, 2), fine()),
        return_exceptions=True,
    )
    assert handled == [2]


async def test_it_forgets_chats_that_are_quiet() -> None:
    processor = ChatOrderProcessor()

    async def fine() -> None:
        await asyncio.sleep(0)

    await asyncio.gather(*(processor.process_update(from_child(n, n), fine()) for n in range(1, 20)))
    assert not processor._turnstiles


async def test_it_can_be_cancelled_while_a_chat_waits() -> None:
    processor, gate = ChatOrderProcessor(), asyncio.Event()

    async def slow() -> None:
        await gate.wait()

    tasks = [asyncio.create_task(processor.process_update(from_child(1, n), slow())) for n in range(3)]
    await breathe()
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    assert not processor._turnstiles


def test_it_orders_polls_by_their_user() -> None:
    answer = {"poll_id": "1", "user": person(7), "option_ids": [0], "option_persistent_ids": ["0"]}
    assert order_key(Update.de_json(update(poll_answer=answer), None)) == "user:7"


def test_it_orders_a_tap_with_its_chat() -> None:
    written = from_child(510_000_001, 1)
    assert order_key(Update.de_json(update(callback_query=tap()), None)) == order_key(written)


def test_it_has_an_order_for_anything() -> None:
    assert order_key("rubbish") == order_key(Update(1)) == "other"
