"""A second client library reads everything the simulator says, strictly, and can drive it."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot, Dispatcher, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramRetryAfter
from aiogram.filters import CommandStart
from aiogram.types import (
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    Update,
)

from tests.outside import faults, strangers
from tests.simulation import Simulation
from tests.simulator.calls import GOOD
from tests.simulator.scenario import direct, play


@pytest.fixture
async def bot(simulator: Simulation) -> AsyncIterator[Bot]:
    """The other library's bot, pointed at the simulator."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(simulator.base_url))
    async with Bot(simulator.token, session=session) as made:
        yield made


async def test_it_says_nothing_the_library_does_not_know(simulator: Simulation, bot: Bot) -> None:
    await play(simulator, bot)
    updates = [Update.model_validate(one.body()) for one in simulator.world.queue.ready()]
    known = [name for update in updates for name in strangers(update)]
    assert (known, len(updates) > 30) == ([], True)
    assert {update.event_type for update in updates} >= {
        "message",
        "poll_answer",
        "chat_member",
        "callback_query",
    }


async def test_it_takes_and_answers_what_the_library_knows(simulator: Simulation, bot: Bot) -> None:
    await play(simulator, bot)
    assert faults(simulator.calls()) == []


@pytest.mark.parametrize("name", GOOD)
async def test_the_library_knows_what_it_accepts(name: str, simulator: Simulation) -> None:
    await simulator.child.start()
    method, params = GOOD[name]
    await direct(simulator)(method, **params)
    assert faults(simulator.calls()) == []


async def test_it_carries_a_conversation(simulator: Simulation, bot: Bot) -> None:
    router = Router()

    @router.message(CommandStart())
    async def greet(message: Message) -> None:
        button = InlineKeyboardButton(text="Next", callback_data="next")
        await message.answer("hello", reply_markup=InlineKeyboardMarkup(inline_keyboard=[[button]]))

    @router.callback_query()
    async def go_on(query: CallbackQuery) -> None:
        assert isinstance(query.message, Message)
        await query.answer("good")
        await query.message.edit_text("page 2")

    dispatcher = Dispatcher()
    dispatcher.include_router(router)
    polling = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False, polling_timeout=5))
    await simulator.child.start()
    await simulator.child.wait_for("hello")
    await simulator.child.tap("Next")
    await simulator.child.wait_for("page 2")
    await simulator.child.wait_for_toast("good")
    await dispatcher.stop_polling()
    await polling


async def test_its_refusals_become_the_librarys_errors(simulator: Simulation, bot: Bot) -> None:
    with pytest.raises(TelegramForbiddenError, match="initiate"):
        await bot.send_message(simulator.child.id, "a")
    await simulator.child.start()
    with pytest.raises(TelegramBadRequest, match="message text is empty"):
        await bot.send_message(simulator.child.id, "")
    simulator.world.faults.fail_next("sendMessage", 429, retry_after=7)
    with pytest.raises(TelegramRetryAfter) as late:
        await bot.send_message(simulator.child.id, "a")
    assert late.value.retry_after == 7
