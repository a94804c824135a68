"""The machine is the bot: it answers, it forgets nothing when it dies, and it says when it is stuck."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.turns.turns import Turns
from tests.machine.fast_store import CrashError
from tests.machine.machine import Machine, new_machine
from tests.machine.outbox import waiting
from tests.machine.people import Updates, a_child
from tests.machine.phones import Phones

CHILD = a_child(1)


@pytest.fixture
def phones() -> Phones:
    return Phones()


@pytest.fixture
async def machine(tmp_path: Path, phones: Phones) -> AsyncIterator[Machine]:
    running = await new_machine(tmp_path, phones.carry_out)
    yield running
    await running.stop()


async def test_it_answers_a_child_and_tells_staff(machine: Machine, phones: Phones) -> None:
    await machine.take(Updates().text(CHILD, "urgent words"))
    await machine.drain()
    assert len(phones.chats[CHILD.id]) >= 1
    assert any("urgent words" in text for text in phones.told)


async def test_it_takes_an_update_once(machine: Machine, phones: Phones) -> None:
    update = Updates().text(CHILD, "urgent words")
    for _ in range(2):
        await machine.take(update)
    await machine.drain()
    assert sum("urgent words" in text for text in phones.told) == 1


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("visit", [1, 4, 9, 15])
async def test_it_takes_up_what_a_crash_left(
    machine: Machine, phones: Phones, visit: int, *, after: bool
) -> None:
    update = Updates().text(CHILD, "urgent words")
    machine.fuse.set(visit, after=after)
    with pytest.raises(CrashError):
        await machine.take(update)
    await machine.crash()
    await machine.restart()
    await machine.take(update)
    await machine.drain()
    assert sum("urgent words" in text for text in phones.told) == 1


async def test_it_says_when_a_turn_fails(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(*_: object, **__: object) -> None:
        raise ValueError("broken")

    monkeypatch.setattr(Turns, "run", broken)
    with pytest.raises(AssertionError, match="a turn failed"):
        await machine.take(Updates().text(CHILD, "calm"))


async def test_it_gives_up_posts_of_a_forgotten_case_whose_topic_is_gone(
    machine: Machine, phones: Phones
) -> None:
    updates = Updates()
    await machine.take(updates.text(CHILD, "concern"))
    await machine.take(updates.tap(CHILD, "person", on=1))
    await machine.drain()
    (topic,) = phones.topics
    phones.delete_topic(topic)
    await machine.take(updates.tap(CHILD, "delete:yes", on=1))
    await machine.drain()
    async with machine.store.begin() as work:
        assert await waiting(work) == []
