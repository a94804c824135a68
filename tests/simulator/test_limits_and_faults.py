"""Flood limits, and faults that can be switched on."""

import asyncio

import pytest
from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.simulator.clock import Clock
from tests.simulation import Simulation
from tests.simulator.conftest import Api, RefusedError


async def send(api: Api, chat: int, times: int) -> int:
    """Send until refused; how many passed."""
    for number in range(times):
        try:
            await api("sendMessage", chat_id=chat, text="a")
        except RefusedError:
            return number
    return times


@pytest.fixture
def frozen(simulator: Simulation) -> Simulation:
    """A world whose time stands still, with limits on."""
    simulator.world.clock = Clock(lambda: 1_800_000_000.0)
    simulator.world.limits.on = True
    return simulator


async def test_it_lets_twenty_a_minute_into_a_group(frozen: Simulation, api: Api) -> None:
    assert await send(api, frozen.group.id, 25) == 20
    with pytest.raises(RefusedError, match="Too Many Requests: retry after 60") as refused:
        await api("sendMessage", chat_id=frozen.group.id, text="a")
    frozen.advance(61)
    assert (refused.value.status, refused.value.body["parameters"]) == (429, {"retry_after": 60})
    assert await send(api, frozen.group.id, 1) == 1


async def test_it_counts_edits_and_topics_like_messages(frozen: Simulation, api: Api) -> None:
    room = frozen.staff_room.id
    sent = await api("sendMessage", chat_id=room, text="a")
    for number in range(19):
        await api("editMessageText", chat_id=room, message_id=sent["message_id"], text=str(number))
    with pytest.raises(RefusedError, match="Too Many Requests"):
        await api("createForumTopic", chat_id=room, name="case")


async def test_it_lets_a_burst_pass_in_a_private_chat(frozen: Simulation, api: Api) -> None:
    await frozen.child.start()
    assert await send(api, frozen.child.id, 10) == 5


async def test_it_lets_thirty_a_second_pass_over_all(frozen: Simulation, api: Api) -> None:
    people = [frozen.newcomer() for _ in range(8)]
    for one in people:
        await one.start()
    assert sum([await send(api, one.id, 5) for one in people]) == 30


async def test_it_never_limits_answers_to_taps(frozen: Simulation, api: Api) -> None:
    await frozen.child.start()
    await send(api, frozen.child.id, 10)
    assert await api("sendChatAction", chat_id=frozen.child.id, action="typing")


@pytest.mark.parametrize("code", [400, 401, 403, 404, 409, 429, 500, 502])
async def test_it_refuses_as_planned_and_only_so_often(code: int, simulator: Simulation, api: Api) -> None:
    simulator.world.faults.fail_next("getMe", code)
    with pytest.raises(RefusedError) as refused:
        await api("getMe")
    assert (refused.value.status, (await api("getMe"))["is_bot"]) == (code, True)


async def test_it_plays_a_revoked_token(simulator: Simulation, api: Api) -> None:
    simulator.world.faults.token_revoked = True
    with pytest.raises(RefusedError, match="Unauthorized"):
        await api("getMe")


async def test_it_carries_out_a_swallowed_call_and_never_answers(
    simulator: Simulation, http: ClientSession
) -> None:
    await simulator.child.start()
    simulator.world.faults.swallow_next = 1
    params = {"chat_id": simulator.child.id, "text": "hello"}
    with pytest.raises(asyncio.TimeoutError):
        await http.post(f"/bot{simulator.token}/sendMessage", json=params, timeout=ClientTimeout(total=0.3))
    assert simulator.child.last_message() is not None


async def test_it_drops_a_call_before_it_is_carried_out(simulator: Simulation, http: ClientSession) -> None:
    await simulator.child.start()
    simulator.world.faults.drops["sendMessage"] = 1
    params = {"chat_id": simulator.child.id, "text": "hello"}
    with pytest.raises(ClientError):
        await http.post(f"/bot{simulator.token}/sendMessage", json=params)
    assert simulator.child.last_message() is None


async def test_it_answers_rubbish_when_told_to(simulator: Simulation, http: ClientSession) -> None:
    simulator.world.faults.garbage_next = 1
    async with http.get(f"/bot{simulator.token}/getMe") as answer:
        assert "<html>" in await answer.text()


async def test_it_answers_late_when_told_to(simulator: Simulation, http: ClientSession) -> None:
    simulator.world.faults.delay_ms = 60_000
    with pytest.raises(asyncio.TimeoutError):
        await http.get(f"/bot{simulator.token}/getMe", timeout=ClientTimeout(total=0.2))
