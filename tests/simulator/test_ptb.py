"""python-telegram-bot talks to the simulator as it talks to Telegram."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputPollOption, Update
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, RetryAfter
from telegram.ext import Application, ApplicationBuilder, CallbackQueryHandler, CommandHandler, ContextTypes

from bot.simulator import members
from tests.simulation import Simulation
from tests.simulator.scenario import play

Context = ContextTypes.DEFAULT_TYPE


@pytest.fixture
async def bot(simulator: Simulation) -> AsyncIterator[Bot]:
    """The library's bot, pointed at the simulator."""
    async with Bot(simulator.token, base_url=simulator.api_url) as made:
        yield made


async def greet(update: Update, context: Context) -> None:
    """Answer /start with a button."""
    assert update.message is not None
    button = InlineKeyboardButton("Next", callback_data="next")
    payload = " ".join(context.args or [])
    await update.message.reply_text(f"hello {payload}", reply_markup=InlineKeyboardMarkup([[button]]))


async def go_on(update: Update, _: Context) -> None:
    """Answer the button."""
    assert update.callback_query is not None
    await update.callback_query.answer("good", show_alert=True)
    await update.callback_query.edit_message_text("page 2")


@pytest.fixture
async def application(simulator: Simulation) -> AsyncIterator[Application[Any, Any, Any, Any, Any, Any]]:
    """A polling bot of two handlers."""
    app = ApplicationBuilder().token(simulator.token).base_url(simulator.api_url).build()
    app.add_handler(CommandHandler("start", greet))
    app.add_handler(CallbackQueryHandler(go_on))
    async with app:
        await app.start()
        assert app.updater is not None
        await app.updater.start_polling(timeout=5)
        yield app
        await app.updater.stop()
        await app.stop()


@pytest.mark.usefixtures("application")
async def test_it_carries_a_conversation_by_polling(simulator: Simulation) -> None:
    await simulator.child.start("abc")
    await simulator.child.wait_for("hello abc")
    await simulator.child.tap("Next")
    await simulator.child.wait_for("page 2")
    assert (await simulator.child.wait_for_toast("good"))["alert"]


async def test_it_gives_updates_that_the_library_reads(simulator: Simulation, bot: Bot) -> None:
    await play(simulator, bot)
    updates = await bot.get_updates()
    assert len(updates) > 30
    assert all(update.to_dict() for update in updates)


async def test_it_takes_and_gives_polls(simulator: Simulation, bot: Bot) -> None:
    await simulator.child.start()
    options: list[str | InputPollOption] = [InputPollOption("one"), "two"]
    sent = await bot.send_poll(simulator.child.id, "q", options, type="quiz", correct_option_ids=[1])
    assert sent.poll is not None
    assert (await bot.stop_poll(sent.chat.id, sent.message_id)).is_closed


async def test_it_takes_photos(simulator: Simulation, bot: Bot) -> None:
    from tests.simulator.test_profile import PNG

    await simulator.child.start()
    sent = await bot.send_photo(simulator.child.id, PNG, caption="<b>yours</b>", parse_mode="HTML")
    again = await bot.send_photo(simulator.child.id, sent.photo[-1].file_id)
    assert (sent.caption, again.photo[-1].width) == ("yours", 320)


async def test_it_takes_a_profile(bot: Bot) -> None:
    await bot.set_my_commands([("start", "begin"), ("help", "ask")], language_code="th")
    await bot.set_my_description("a", language_code="en")
    await bot.set_chat_menu_button()
    assert [one.command for one in await bot.get_my_commands(language_code="th")] == ["start", "help"]
    assert (await bot.get_my_description("en")).description == "a"


async def test_it_describes_chats_and_members(simulator: Simulation, bot: Bot) -> None:
    room = simulator.staff_room.id
    chat = await bot.get_chat(room)
    admins = await bot.get_chat_administrators(room)
    one = await bot.get_chat_member(room, simulator.child.id)
    assert (chat.is_forum, [admin.status for admin in admins], one.status) == (
        True,
        ["creator", "administrator"],
        "left",
    )


async def test_it_may_be_asked_for_every_kind_of_update(bot: Bot) -> None:
    assert await bot.get_updates(allowed_updates=Update.ALL_TYPES) == ()


async def test_its_refusals_become_the_librarys_errors(simulator: Simulation, bot: Bot) -> None:
    child = simulator.child
    with pytest.raises(Forbidden, match="initiate"):
        await bot.send_message(child.id, "a")
    await child.start()
    with pytest.raises(BadRequest, match="Message is too long"):
        await bot.send_message(child.id, "x" * 4097)
    await child.block()
    with pytest.raises(Forbidden, match="blocked"):
        await bot.send_message(child.id, "a")
    new = members.migrate(simulator.world, simulator.group.id)
    with pytest.raises(ChatMigrated) as migrated:
        await bot.send_message(simulator.group.id, "a")
    assert migrated.value.new_chat_id == new.id


@pytest.mark.parametrize(
    ("code", "error"), [(429, RetryAfter), (401, InvalidToken), (404, InvalidToken), (409, Conflict)]
)
async def test_its_faults_become_the_librarys_errors(
    code: int, error: type[Exception], simulator: Simulation, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    simulator.world.faults.fail_next("getUpdates", code)
    with pytest.raises(error):
        await bot.get_updates()
