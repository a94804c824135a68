"""What Telegram refuses, and what nobody can know, while one delivery is carried out."""

from typing import Any

import pytest
from telegram import Bot
from telegram.error import BadRequest

from bot.outcome import Address, Failed, Later, Migrated, Unknown
from bot.simulator import members
from bot.simulator.model import Member
from bot.telegram.request import AiohttpRequest
from bot.telegram.send import Telegram
from tests.simulation import Simulation
from tests.telegram.deliveries import child, staff, words
from tests.telegram.fakes import closed_port


async def test_it_says_where_a_group_moved_to(telegram: Telegram, sim: Simulation) -> None:
    old = sim.group
    members.migrate(sim.world, old.id)
    assert old.migrated_to is not None
    assert await telegram.carry_out(words(), Address(old.id)) == Migrated(old.migrated_to)


async def test_it_says_how_long_telegram_wants_to_rest(telegram: Telegram, sim: Simulation) -> None:
    await sim.child.start()
    sim.world.faults.fail_next("sendMessage", 429, retry_after=17)
    assert await telegram.carry_out(words(), child(sim)) == Later(17, "flood")


@pytest.mark.parametrize("code", [500, 502])
async def test_it_does_not_know_after_an_error_of_the_server(
    telegram: Telegram, sim: Simulation, code: int
) -> None:
    await sim.child.start()
    sim.world.faults.fail_next("sendMessage", code)
    assert await telegram.carry_out(words(), child(sim)) == Unknown()


async def test_it_does_not_know_when_the_answer_never_came(sim: Simulation) -> None:
    await sim.child.start()
    sim.world.faults.swallow_next = 1
    request = AiohttpRequest(read_timeout=0.1)
    async with Bot(sim.token, base_url=sim.api_url, request=request, get_updates_request=request) as bot:
        assert await Telegram(bot, str).carry_out(words(), child(sim)) == Unknown()


async def test_it_does_not_know_when_half_of_a_long_text_was_sent(
    telegram: Telegram, sim: Simulation, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    await sim.child.start()
    real, calls = Bot.send_message, [0]

    async def second_fails(self: Bot, **given: Any) -> Any:
        calls[0] += 1
        if calls[0] == 2:
            raise BadRequest("Bad Request: something")
        return await real(self, **given)

    monkeypatch.setattr(type(bot), "send_message", second_fails)
    assert await telegram.carry_out(words("a" * 5000), child(sim)) == Unknown()


async def test_it_knows_when_nothing_was_sent(sim: Simulation) -> None:
    request = AiohttpRequest()
    address = await closed_port()
    bot = Bot(sim.token, base_url=f"{address}/bot", request=request, get_updates_request=request)
    async with request:
        outcome = await Telegram(bot, str).carry_out(words(), child(sim))
    assert isinstance(outcome, Later)


async def test_it_waits_while_the_token_is_refused(telegram: Telegram, sim: Simulation) -> None:
    sim.world.faults.token_revoked = True
    outcome = await telegram.carry_out(words(), child(sim))
    assert isinstance(outcome, Later)
    assert outcome.reason == "revoked"


async def test_it_gives_up_words_that_telegram_always_refuses(telegram: Telegram, sim: Simulation) -> None:
    await sim.child.start()
    assert await telegram.carry_out(words(""), child(sim)) == Failed("permanent")


@pytest.mark.parametrize("description", ["Bad Request: MESSAGE_EMPTY", "Bad Request: chat not found"])
async def test_it_never_gives_up_the_staff_group(
    telegram: Telegram, sim: Simulation, description: str
) -> None:
    sim.world.faults.fail_next("sendMessage", 400, description=description)
    assert isinstance(await telegram.carry_out(words(), staff(sim)), Later)


async def test_it_never_gives_up_a_staff_group_that_it_was_removed_from(
    telegram: Telegram, sim: Simulation
) -> None:
    room = sim.staff_room
    members.change(sim.world, room, sim.staff.id, sim.world.bot.id, Member("kicked"))
    assert isinstance(await telegram.carry_out(words(), staff(sim)), Later)
