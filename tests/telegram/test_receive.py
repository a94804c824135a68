"""One stored update is taken to its end, whatever fails."""

import asyncio
from typing import Any

import pytest
from telegram import Update

from bot.domain.inputs import TextReceived
from bot.staff_room import StaffRoom
from bot.telegram.receive import Receiver
from db.store import Store
from tests.clock import FakeClock
from tests.telegram.bench import FULL, NotingTurns
from tests.telegram.fakes import Observer
from tests.telegram.test_parse_private import membership
from tests.telegram.updates import (
    STAFF_CHAT_ID,
    group_message,
    message,
    parser,
    staff_chat,
    staff_message,
    update,
)


class Line:
    """A receiver on a real store with a clock that stands still."""

    def __init__(self, store: Store) -> None:
        from bot.telegram.in_flight import InFlight

        self.store = store
        self.clock = FakeClock()
        self.turns = NotingTurns(store)
        self.staff = StaffRoom(STAFF_CHAT_ID)
        self.observer = Observer()
        self.in_flight = InFlight()
        self.receiver = Receiver(
            parser=parser(self.staff),
            turns=self.turns,
            store=store,
            staff=self.staff,
            clock=self.clock,
            observer=self.observer,
            in_flight=self.in_flight,
        )

    async def take(self, number: int = 1, **content: Any) -> None:
        """Store an update and take it to its end; time passes while it waits."""
        async with self.store.begin() as work:
            await work.inbox.store([(number, b"{}")], self.clock.now())
            await work.commit()
        self.in_flight.begin([number])
        received = Update.de_json(update(number, **content), None)
        task = asyncio.create_task(self.receiver.handle(received, number))
        while not task.done():
            await asyncio.sleep(0.001)
            if self.clock.anyone_sleeps():
                await self.clock.advance(1)
        await task

    async def waiting(self) -> int:
        async with self.store.begin() as work:
            return (await work.inbox.counts()).waiting

    async def dead(self) -> list[str]:
        async with self.store.begin() as work:
            return [one.reason for one in await work.inbox.dead_letters(10)]

    async def counted(self) -> list[str]:
        async with self.store.begin() as work:
            return [name for _, name, _ in await work.counters.since(self.clock.now().date())]


@pytest.fixture
def line(store: Store) -> Line:
    return Line(store)


async def test_it_runs_the_turn_with_its_origin(line: Line) -> None:
    await line.take(message=message(text="hello"))
    assert line.turns.texts == ["hello"]
    origin = line.turns.origins[0]
    assert (origin.update_id, origin.attempt, origin.last) == (1, 1, False)
    assert origin.chat is not None


async def test_it_ends_the_flight(line: Line) -> None:
    await line.take(message=message(text="hello"))
    assert len(line.in_flight) == 0


async def test_it_counts_what_it_ignores_and_marks_it_done(line: Line) -> None:
    await line.take(message=group_message(text="not for the bot"))
    assert await line.counted() == ["ignored_not_addressed"]
    assert await line.waiting() == 0


async def test_it_keeps_what_is_malformed(line: Line) -> None:
    await line.take(message=message(message_id="5", text="hello"))
    assert await line.dead() == ["malformed"]
    assert await line.waiting() == 0


async def test_it_skips_a_stub(line: Line) -> None:
    await line.take()
    assert not line.turns.inputs
    assert await line.waiting() == 1


async def test_it_tries_again_after_a_fault(line: Line) -> None:
    line.turns.errors = [RuntimeError("a fault")]
    await line.take(message=message(text="hello"))
    assert line.turns.texts == ["hello"]
    assert [one.attempt for one in line.turns.origins] == [1, 2]


async def test_it_hands_a_turn_that_keeps_failing_to_a_person_then_buries_it(line: Line) -> None:
    line.turns.poison = "hello"
    await line.take(message=message(text="hello"))
    assert [one.last for one in line.turns.origins] == [False] * 3 + [True] * 3
    assert await line.dead() == ["turn_failed"]
    assert await line.waiting() == 0


async def test_it_counts_no_attempt_while_storage_fails(line: Line) -> None:
    line.turns.errors = [FULL] * 8
    await line.take(message=message(text="hello"))
    assert {one.attempt for one in line.turns.origins} == {1}
    assert line.turns.texts == ["hello"]


async def test_it_stops_retrying_when_told_and_leaves_the_update_waiting(line: Line) -> None:
    line.turns.errors = [FULL] * 99
    line.receiver.stop()
    await line.take(message=message(text="hello"))
    assert await line.waiting() == 1
    assert len(line.in_flight) == 0


async def test_it_follows_the_staff_group(line: Line) -> None:
    await line.take(message=staff_message(migrate_to_chat_id=-100_999))
    assert line.staff.chat_id == -100_999


async def test_it_remembers_where_the_staff_group_moved(line: Line) -> None:
    pseudonym = line.store.sealer.pseudonym
    line.staff = line.receiver._staff = await StaffRoom.load(line.store, STAFF_CHAT_ID, pseudonym)
    line.receiver._parser = parser(line.staff)
    await line.take(message=staff_message(migrate_to_chat_id=-100_999))
    assert (await StaffRoom.load(line.store, STAFF_CHAT_ID, pseudonym)).chat_id == -100_999
    assert (await StaffRoom.load(line.store, -5, pseudonym)).chat_id == -5


async def test_it_treats_the_new_staff_group_as_staff(line: Line) -> None:
    await line.take(message=staff_message(migrate_to_chat_id=-100_999))
    moved = {**staff_chat(), "id": -100_999}
    await line.take(number=2, message=staff_message(text="hello", chat=moved))
    assert not isinstance(line.turns.inputs[0], TextReceived)


async def test_it_tells_the_watch_that_the_bot_was_put_out(line: Line) -> None:
    await line.take(my_chat_member=membership("member", "left", staff_chat()))
    assert line.observer.notes == [("staff", False)]
    assert await line.waiting() == 0
