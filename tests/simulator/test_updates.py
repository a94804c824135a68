"""Getting updates: confirming, waiting, conflicts, kinds, expiry."""

import asyncio

import pytest
from aiohttp import ClientSession

from tests.simulation import Simulation
from tests.simulator.conftest import Api, RefusedError


async def test_it_confirms_only_on_the_next_call(simulator: Simulation, api: Api) -> None:
    await simulator.child.start()
    first = await api("getUpdates")
    again = await api("getUpdates")
    after = await api("getUpdates", offset=first[-1]["update_id"] + 1)
    assert (first == again, len(first), after) == (True, 1, [])


async def test_it_counts_update_ids_up_from_a_random_start(simulator: Simulation, api: Api) -> None:
    for text in ("a", "b", "c"):
        await simulator.child.say(text)
    ids = [update["update_id"] for update in await api("getUpdates")]
    assert ids == list(range(ids[0], ids[0] + 3))
    assert ids[0] > 1000


async def test_it_keeps_only_the_last_for_a_negative_offset(simulator: Simulation, api: Api) -> None:
    for text in ("a", "b", "c"):
        await simulator.child.say(text)
    updates = await api("getUpdates", offset=-1)
    assert [update["message"]["text"] for update in updates] == ["c"]
    assert len(await api("getUpdates")) == 1


async def test_it_gives_at_most_the_limit(simulator: Simulation, api: Api) -> None:
    for text in ("a", "b", "c"):
        await simulator.child.say(text)
    assert len(await api("getUpdates", limit=2)) == 2


async def test_it_waits_for_an_update(simulator: Simulation, api: Api) -> None:
    poll = asyncio.create_task(api("getUpdates", timeout=30))
    await simulator.until(lambda: simulator.world.queue.polled)
    await simulator.child.say("now")
    assert (await poll)[0]["message"]["text"] == "now"


async def test_it_ends_the_older_poll_with_a_conflict(simulator: Simulation, api: Api) -> None:
    older = asyncio.create_task(api("getUpdates", timeout=30))
    await simulator.until(lambda: simulator.world.queue.polled)
    newer = await api("getUpdates")
    with pytest.raises(RefusedError, match="Conflict: terminated by other getUpdates request") as refused:
        await older
    assert (refused.value.status, newer) == (409, [])


async def test_it_lets_the_newer_poll_wait_on_after_the_conflict(simulator: Simulation, api: Api) -> None:
    older = asyncio.create_task(api("getUpdates", timeout=30))
    await simulator.until(lambda: simulator.world.queue.polled)
    newer = asyncio.create_task(api("getUpdates", timeout=30))
    with pytest.raises(RefusedError, match="Conflict"):
        await older
    await simulator.until(lambda: simulator.world.queue.polled)
    await simulator.child.say("now")
    assert [update["message"]["text"] for update in await newer] == ["now"]


async def test_it_leaves_out_opt_in_kinds_by_default(simulator: Simulation, api: Api) -> None:
    simulator.join(simulator.child, simulator.staff_room)
    kinds = [set(update) - {"update_id"} for update in await api("getUpdates")]
    assert {"chat_member"} not in kinds


async def test_it_remembers_the_allowed_kinds(simulator: Simulation, api: Api) -> None:
    await api("getUpdates", allowed_updates=["chat_member"])
    await api("getUpdates")
    simulator.join(simulator.child, simulator.staff_room)
    assert [set(update) - {"update_id"} for update in await api("getUpdates")] == [{"chat_member"}]


@pytest.mark.parametrize(("seconds", "left"), [(86_399, 1), (86_401, 0)])
async def test_it_keeps_messages_for_a_day(seconds: int, left: int, simulator: Simulation, api: Api) -> None:
    await simulator.child.say("hello")
    simulator.advance(seconds)
    assert len(await api("getUpdates")) == left


@pytest.mark.parametrize(("seconds", "left"), [(149, 1), (151, 0)])
async def test_it_keeps_taps_for_150_seconds(
    seconds: int, left: int, simulator: Simulation, api: Api
) -> None:
    await simulator.child.start()
    await api("getUpdates", offset=(await api("getUpdates"))[-1]["update_id"] + 1)
    message = await api("sendMessage", chat_id=simulator.child.id, text="x")
    await simulator.child.tap_data(
        "d", simulator.world.chats[simulator.child.id].messages[message["message_id"]]
    )
    simulator.advance(seconds)
    assert len(await api("getUpdates")) == left


async def test_it_answers_injected_updates_and_bytes_as_they_are(
    simulator: Simulation, api: Api, http: ClientSession
) -> None:
    simulator.inject({"update_id": 7, "message": {"strange": True}})
    assert await api("getUpdates") == [{"update_id": 7, "message": {"strange": True}}]
    simulator.world.queue.inject_raw(b'{"ok": tru')
    async with http.get(f"/bot{simulator.token}/getUpdates") as answer:
        assert await answer.read() == b'{"ok": tru'


async def test_it_slows_down_a_poll_that_repeats_itself_when_asked_to(
    simulator: Simulation, api: Api
) -> None:
    simulator.world.faults.poll_guard = True
    for text in ("a", "b"):
        await simulator.child.say(text)
    assert [len(await api("getUpdates")) for _ in range(2)] == [2, 1]
