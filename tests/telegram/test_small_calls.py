"""Toasts, typing, commands and the look at the staff group: tried once, never in the way."""

import io
import json
from collections.abc import Mapping

import pytest
from fluent.runtime import FluentBundle, FluentResource
from telegram import Bot, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats, BotCommandScopeChat

from bot.simulator import members
from bot.simulator.model import Member
from bot.telegram.commands import Profile
from bot.telegram.ephemeral import Ephemeral
from bot.telegram.names import CHILD_COMMANDS, STAFF_COMMANDS
from bot.telegram.staff_check import check_staff_group
from content.texts import Texts
from tests.logs import logged
from tests.simulation import Simulation
from tests.telegram.fakes import Observer


async def tapped(sim: Simulation, bot: Bot) -> str:
    await sim.child.start()
    from telegram import InlineKeyboardButton, InlineKeyboardMarkup

    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Yes", callback_data="yes")]])
    await bot.send_message(sim.child.id, "hello", reply_markup=keyboard)
    return await sim.child.tap("Yes")


def noted(out: io.StringIO) -> list[tuple[str, str, str]]:
    """Level, event and object of every line of the log."""
    lines = [json.loads(line) for line in out.getvalue().splitlines()]
    return [(line["level"], line["event"], line.get("what", "")) for line in lines]


async def test_it_answers_a_tap(sim: Simulation, bot: Bot) -> None:
    query = await tapped(sim, bot)
    await Ephemeral(bot).answer(query, "thanks", alert=True)
    toast = await sim.child.wait_for_toast("thanks")
    assert toast["alert"]


async def test_it_stops_the_spinner_without_words(sim: Simulation, bot: Bot) -> None:
    query = await tapped(sim, bot)
    await Ephemeral(bot).answer(query)
    assert (await sim.child.wait_for_toast())["text"] == ""


async def test_it_cuts_a_toast_to_what_telegram_takes(sim: Simulation, bot: Bot) -> None:
    query = await tapped(sim, bot)
    await Ephemeral(bot).answer(query, "a" * 300)
    assert len((await sim.child.wait_for_toast())["text"]) == 200


async def test_a_tap_that_is_too_old_is_no_error(sim: Simulation, bot: Bot) -> None:
    query = await tapped(sim, bot)
    sim.advance(60)
    with logged() as out:
        await Ephemeral(bot).answer(query, "too late")
    assert [call.status for call in sim.calls("answerCallbackQuery")] == [400]
    assert noted(out) == []


async def test_a_broken_line_is_no_error(sim: Simulation, bot: Bot) -> None:
    sim.world.faults.fail_next("sendChatAction", 502)
    with logged() as out:
        await Ephemeral(bot).typing(sim.child.id)
    assert [call.status for call in sim.calls("sendChatAction")] == [502]
    assert noted(out) == [("info", "ephemeral.failed", "typing")]


async def test_it_shows_typing(sim: Simulation, bot: Bot) -> None:
    await sim.child.start()
    await Ephemeral(bot).typing(sim.child.id)
    assert sim.calls("sendChatAction")[-1].params["action"] == "typing"


def texts_of(language: str, changed: Mapping[str, str] | None = None) -> FluentBundle:
    keys = [
        *(f"command-{name}" for name in CHILD_COMMANDS),
        *(f"staff-command-{name}" for name in STAFF_COMMANDS),
        "bot-name",
        "bot-description",
        "bot-short-description",
    ]
    lines = {key: f"{key} in {language}" for key in keys} | dict(changed or {})
    bundle = FluentBundle([language])
    bundle.add_resource(FluentResource("\n".join(f"{key} = {text}" for key, text in lines.items())))
    return bundle


def profile(bot: Bot, changed: Mapping[str, str] | None = None) -> Profile:
    texts = Texts({language: texts_of(language, changed) for language in ("th", "en")})
    return Profile(bot, texts, ("th", "en"))


async def publish(sim: Simulation, bot: Bot, changed: Mapping[str, str] | None = None) -> None:
    await profile(bot, changed).publish(staff_chat=sim.staff_room.id, staff_language="th")


@pytest.mark.parametrize(("code", "language"), [(None, "th"), ("th", "th"), ("en", "en")])
async def test_it_tells_the_commands_in_each_language(
    sim: Simulation, bot: Bot, code: str | None, language: str
) -> None:
    await publish(sim, bot)
    commands = await bot.get_my_commands(BotCommandScopeAllPrivateChats(), code)
    assert [(one.command, one.description) for one in commands] == [
        (name, f"command-{name} in {language}") for name in CHILD_COMMANDS
    ]


async def test_it_offers_only_help_in_groups(sim: Simulation, bot: Bot) -> None:
    await publish(sim, bot)
    commands = await bot.get_my_commands(BotCommandScopeAllGroupChats())
    assert [one.command for one in commands] == ["help"]


async def test_it_offers_staff_commands_in_the_staff_group_only(sim: Simulation, bot: Bot) -> None:
    await publish(sim, bot)
    commands = await bot.get_my_commands(BotCommandScopeChat(sim.staff_room.id))
    assert [one.command for one in commands] == list(STAFF_COMMANDS)


async def test_it_tells_name_and_descriptions(sim: Simulation, bot: Bot) -> None:
    await publish(sim, bot)
    assert (await bot.get_my_name("en")).name == "bot-name in en"
    assert (await bot.get_my_description()).description == "bot-description in th"
    assert (await bot.get_my_short_description("en")).short_description == "bot-short-description in en"


async def test_it_changes_nothing_that_is_the_same(sim: Simulation, bot: Bot) -> None:
    await publish(sim, bot)
    before = len([call for call in sim.calls() if call.method.startswith("set")])
    await publish(sim, bot)
    assert len([call for call in sim.calls() if call.method.startswith("set")]) == before


async def test_it_changes_only_what_is_new(sim: Simulation, bot: Bot) -> None:
    await publish(sim, bot)
    before = len([call for call in sim.calls() if call.method.startswith("set")])
    await publish(sim, bot, {"bot-name": "Friend"})
    changes = [call.method for call in sim.calls() if call.method.startswith("set")][before:]
    assert set(changes) == {"setMyName"}


async def test_a_refusal_does_not_keep_the_bot_from_starting(sim: Simulation, bot: Bot) -> None:
    sim.world.faults.fail_next("getMyName", 429, retry_after=9)
    with logged() as out:
        await publish(sim, bot)
    assert noted(out) == [("warning", "profile.failed", "name")]
    assert (await bot.get_my_name("en")).name == "bot-name in en"
    commands = await bot.get_my_commands(BotCommandScopeChat(sim.staff_room.id))
    assert [one.command for one in commands] == list(STAFF_COMMANDS)


async def test_it_asks_no_further_when_telegram_does_not_answer(sim: Simulation, bot: Bot) -> None:
    sim.world.faults.fail_next("*", 502, count=99)
    await publish(sim, bot)
    assert len(sim.calls("getMyCommands")) == 1
    assert not sim.calls("getMyName")


async def test_it_sees_that_it_is_in_the_staff_group(sim: Simulation, bot: Bot) -> None:
    observer = Observer()
    await check_staff_group(bot, sim.staff_room.id, observer)
    assert observer.notes == [("staff", True)]


async def test_it_sees_that_it_was_put_out_of_the_staff_group(sim: Simulation, bot: Bot) -> None:
    observer = Observer()
    members.change(sim.world, sim.staff_room, sim.staff.id, sim.world.bot.id, Member("kicked"))
    await check_staff_group(bot, sim.staff_room.id, observer)
    assert observer.notes == [("staff", False)]


async def test_it_concludes_nothing_from_a_broken_line(sim: Simulation, bot: Bot) -> None:
    observer = Observer()
    sim.world.faults.fail_next("getChatMember", 502)
    await check_staff_group(bot, sim.staff_room.id, observer)
    assert observer.notes == []
