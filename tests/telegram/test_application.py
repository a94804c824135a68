"""Polling, from the simulated Telegram to a turn: nothing is lost or handled twice, nothing stops it."""

import asyncio
import json
from datetime import UTC, datetime
from typing import Any

import pytest
from telegram.error import InvalidToken

from bot.domain.inputs import CommandReceived, TextReceived
from bot.telegram.application import ALLOWED_UPDATES
from db.store import Store
from tests.logs import logged
from tests.simulation import Simulation
from tests.telegram.bench import FULL, Bench, running
from tests.telegram.updates import message, update

POISON: dict[str, Any] = {"message": {"message_id": 1, "date": "not a date", "chat": {"id": 1}}}


def numbers(bench: Bench) -> list[int]:
    return [int(text) for text in bench.turns.texts]


async def test_it_brings_a_text_to_a_turn_and_empties_the_inbox(store: Store, sim: Simulation) -> None:
    async with running(store, sim) as bench:
        await sim.child.start()
        await sim.child.say("hello")
        await bench.until(lambda: bench.turns.texts)
    assert bench.turns.texts == ["hello"]
    assert await bench.waiting() == 0
    assert len(bench.in_flight) == 0


async def test_it_asks_for_exactly_the_updates_that_it_reads(store: Store, sim: Simulation) -> None:
    async with running(store, sim):
        pass
    asked = [call.params.get("allowed_updates") for call in sim.calls("getUpdates")]
    assert asked[0] == list(ALLOWED_UPDATES)


async def test_it_never_drops_pending_updates(store: Store, sim: Simulation) -> None:
    await sim.child.start()
    await sim.child.say("written while the bot was away")
    async with running(store, sim) as bench:
        await bench.until(lambda: bench.turns.texts)
    assert all(not call.params.get("drop_pending_updates") for call in sim.calls("deleteWebhook"))


async def test_it_keeps_the_order_of_ten_chats_of_ten(store: Store, sim: Simulation) -> None:
    children = [sim.newcomer() for _ in range(10)]
    for child in children:
        await child.start()
    async with running(store, sim) as bench:
        bench.turns.delay = lambda one: 0.002 if isinstance(one, TextReceived) and int(one.text) % 3 else 0.0
        for number in range(12):
            for child in children:
                await child.say(str(number))
        await bench.until(lambda: len(bench.turns.texts) == 120)
    for child in children:
        ref = store.sealer.pseudonym("person", child.id)
        texts = [one.text for one in bench.turns.inputs if isinstance(one, TextReceived) and one.child == ref]
        assert texts == [str(number) for number in range(12)]


@pytest.mark.parametrize("code", [401, 404, 409, 500, 502])
async def test_polling_survives_a_refusal(store: Store, sim: Simulation, code: int) -> None:
    async with running(store, sim) as bench:
        sim.world.faults.fail_next("getUpdates", code)
        await sim.child.start()
        await sim.child.say("hello")
        await bench.until(lambda: bench.turns.texts)
    assert bench.watch.alarms() == ()


async def test_polling_survives_a_429(store: Store, sim: Simulation) -> None:
    async with running(store, sim) as bench:
        sim.world.faults.fail_next("getUpdates", 429, retry_after=1)
        await sim.child.start()
        await bench.until(lambda: 429 in [call.status for call in sim.calls("getUpdates")])
        await sim.child.say("hello")
        await bench.until(lambda: bench.turns.texts)
    assert [type(one) for one in bench.turns.inputs] == [CommandReceived, TextReceived]
    assert bench.watch.alarms() == ()


async def test_polling_survives_an_answer_that_is_no_json(store: Store, sim: Simulation) -> None:
    async with running(store, sim) as bench:
        sim.world.faults.garbage_next = 1
        await sim.child.start()
        await bench.until(lambda: sim.world.faults.garbage_next == 0)
        await sim.child.say("hello")
        await bench.until(lambda: bench.turns.texts)
    assert [type(one) for one in bench.turns.inputs] == [CommandReceived, TextReceived]
    assert bench.watch.alarms() == ()


async def test_the_watch_alarms_while_the_token_is_revoked(store: Store, sim: Simulation) -> None:
    async with running(store, sim) as bench:
        sim.world.faults.token_revoked = True
        await sim.child.start()
        await bench.until(lambda: "token_refused" in bench.watch.alarms())
        sim.world.faults.token_revoked = False
        await bench.until(lambda: bench.turns.inputs)
        assert bench.watch.alarms() == ()


async def test_a_poison_update_holds_up_nothing(store: Store, sim: Simulation) -> None:
    await sim.child.start()
    await sim.child.say("before")
    sim.inject(dict(POISON))
    await sim.child.say("after")
    async with running(store, sim) as bench:
        await bench.until(lambda: len(bench.turns.texts) == 2)
        before = len(sim.calls("getUpdates"))
        await asyncio.sleep(0.3)
        assert len(sim.calls("getUpdates")) - before <= 3
    assert bench.turns.texts == ["before", "after"]
    assert await bench.dead() == ["not_parsable"]


async def test_it_confirms_nothing_that_it_could_not_store(store: Store, sim: Simulation) -> None:
    async with running(store, sim) as bench:
        bench.commit_errors = [FULL, FULL]
        await sim.child.start()
        await sim.child.say("hello")
        await bench.until(lambda: bench.turns.texts)
    assert bench.turns.texts == ["hello"]


async def test_it_replays_what_was_stored_but_not_done_before_it_polls(store: Store, sim: Simulation) -> None:
    await sim.child.start()
    seen = [update(number, message=message(text=str(number))) for number in range(900, 930)]
    async with store.begin() as work:
        rows = [(one["update_id"], json.dumps(one).encode()) for one in seen]
        await work.inbox.store(rows, datetime(2026, 3, 1, tzinfo=UTC))
        await work.commit()
    bench = Bench(store, sim)
    polls: list[int] = []
    bench.turns.delay = lambda _: polls.append(len(sim.calls("getUpdates"))) or 0.0  # type: ignore[func-returns-value]
    await bench.start()
    await bench.until(lambda: len(bench.turns.texts) == 30)
    await bench.stop()
    assert numbers(bench) == list(range(900, 930))
    assert polls[0] == 0


async def test_a_bot_that_died_within_its_turns_handles_them_at_the_next_start(
    store: Store, sim: Simulation
) -> None:
    await sim.child.start()
    first = Bench(store, sim)
    first.turns.delay = lambda _: 1000.0
    await first.start()
    for number in range(20):
        await sim.child.say(str(number))
    await first.until(lambda: len(first.in_flight) == 21)
    await _die(first)
    async with running(store, sim) as second:
        await second.until(lambda: len(second.turns.texts) == 20)
    assert numbers(second) == list(range(20))


async def _die(bench: Bench) -> None:
    """End as a killed process does: nothing more is handled or confirmed."""
    for task in asyncio.all_tasks():
        if "Application:" in task.get_name() or "Updater:" in task.get_name():
            task.cancel()
    await asyncio.sleep(0.01)
    bench.application._running = False
    await bench.gateway.stop()
    await bench.gateway.disconnect()


async def test_a_replay_never_takes_what_is_on_its_way(store: Store, sim: Simulation) -> None:
    async with running(store, sim) as bench:
        bench.turns.delay = lambda _: 0.2
        await sim.child.start()
        await sim.child.say("hello")
        await bench.until(lambda: len(bench.in_flight) == 2)
        assert await bench.gateway.replay() == 0
        await bench.until(lambda: bench.turns.texts)
    assert bench.turns.texts == ["hello"]


async def test_a_replay_takes_up_what_was_given_up(store: Store, sim: Simulation) -> None:
    async with running(store, sim) as bench:
        async with store.begin() as work:
            raw = b'{"update_id":900,"message":' + _json(message(text="hello")) + b"}"
            await work.inbox.store([(900, raw)], bench.clock.now())
            await work.commit()
        assert await bench.gateway.replay() == 1
        await bench.until(lambda: bench.turns.texts)


async def test_a_replay_buries_what_the_library_cannot_read_any_more(store: Store, sim: Simulation) -> None:
    async with running(store, sim) as bench:
        async with store.begin() as work:
            await work.inbox.store([(900, b'{"update_id":900,"message":{}}')], bench.clock.now())
            await work.commit()
        await bench.gateway.replay()
        assert await bench.dead() == ["not_parsable"]
        assert len(bench.in_flight) == 0


def _json(value: Any) -> bytes:
    return json.dumps(value).encode()


async def test_it_retries_a_turn_whose_commit_failed(store: Store, sim: Simulation) -> None:
    async with running(store, sim) as bench:
        bench.turns.errors = [FULL]
        await sim.child.start()
        await bench.until(lambda: bench.turns.inputs)
    assert [one.attempt for one in bench.turns.origins] == [1, 1]


async def test_it_refuses_to_start_with_a_token_that_telegram_does_not_know(
    store: Store, sim: Simulation
) -> None:
    sim.world.faults.token_revoked = True
    bench = Bench(store, sim)
    with pytest.raises(InvalidToken):
        await bench.gateway.connect()
    await bench.stop()


async def test_it_waits_for_the_network_at_the_start(
    store: Store, sim: Simulation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.telegram.application.RETRY_SECONDS", 0.01)
    sim.world.faults.fail_next("getMe", 502)
    async with running(store, sim) as bench:
        assert bench.application.bot.id == sim.world.bot.id


async def test_no_word_of_a_child_is_logged_at_any_level(
    store: Store, sim: Simulation, capsys: pytest.CaptureFixture[str]
) -> None:
    with logged("DEBUG") as out:
        async with running(store, sim) as bench:
            bench.turns.errors = [RuntimeError("secret words of an error")]
            await sim.child.start()
            await sim.child.say("secret words of a child")
            sim.inject({"message": {"message_id": 1, "date": "secret words", "chat": {"id": 1}}})
            await bench.until(lambda: bench.turns.texts)
        everything = out.getvalue() + "".join(capsys.readouterr())
    assert "update.failed" in everything
    assert "secret words" not in everything
    assert sim.token not in everything
    assert str(sim.child.id) not in everything
