"""Pictures for children, carried out against the simulated Telegram."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest
from telegram import Bot

from bot.outcome import Address, Blocked, KeptPicture, Later, Outcome, Sent, Unknown
from bot.pictures.gallery import Gallery
from bot.simulator.model import Message
from bot.telegram.request import AiohttpRequest
from bot.telegram.send import Telegram
from content.drawings import CERTIFICATE, NAMESPACE
from db.deliveries import Delivery, Method
from tests.domain.tiny_content import content
from tests.simulation import Simulation
from tests.telegram.deliveries import ROWS, child, delivery

DRAWING = f'<svg xmlns="{NAMESPACE}" width="1080" height="608"><circle cx="4" cy="4" r="3"/></svg>'
CONTENT = replace(content(), pictures={"first": DRAWING, CERTIFICATE: DRAWING})
KEY = CONTENT.picture_key("first")
PHOTO, TEXT = "sendPhoto", "sendMessage"


@pytest.fixture
def gallery() -> Iterator[Gallery]:
    with ThreadPoolExecutor(1) as painter:
        yield Gallery(lambda: CONTENT, painter)


@pytest.fixture
async def telegram(bot: Bot, gallery: Gallery, sim: Simulation) -> Telegram:
    await sim.child.start()
    return Telegram(bot, lambda language: f"[again {language}]", gallery)


def cover(text: str = "words", *, repeat: bool = False, **more: Any) -> Delivery:
    return delivery(Method.PHOTO, {"text": text, "cover": "first", "alt": "a child", **more}, repeat=repeat)


def certificate() -> Delivery:
    made = {"nickname": "น้องปิ่น", "day": "2026-03-02", "picture_language": "th"}
    return delivery(Method.PHOTO, {"text": "words", "alt": None, **made})


def known(sim: Simulation, file_id: str) -> Address:
    return replace(child(sim), file_id=file_id)


def newest(sim: Simulation) -> Message:
    message = sim.child.last_message()
    assert message is not None
    return message


def kept(outcome: Outcome) -> KeptPicture:
    assert isinstance(outcome, Sent)
    assert outcome.picture is not None
    return outcome.picture


async def test_it_sends_a_picture_with_its_words_and_buttons(telegram: Telegram, sim: Simulation) -> None:
    sent = await telegram.carry_out(cover(rows=ROWS), child(sim))
    message = newest(sim)
    assert message.photo is not None
    assert isinstance(sent, Sent)
    assert (sent.message_id, message.text) == (message.id, "words\n\na child")
    assert [button["callback_data"] for button in message.buttons[0]] == ["yes", "no"]
    assert not message.protected


async def test_it_names_the_picture_the_next_time(telegram: Telegram, sim: Simulation) -> None:
    first = kept(await telegram.carry_out(cover(), child(sim)))
    second = kept(await telegram.carry_out(cover(), known(sim, first.file_id)))
    assert first.key == KEY
    assert second == first
    assert [type(call.params["photo"]) for call in sim.calls(PHOTO)] == [dict, str]


async def test_it_uploads_anew_what_telegram_has_lost(telegram: Telegram, sim: Simulation) -> None:
    found = kept(await telegram.carry_out(cover(), known(sim, "photo-gone")))
    assert [call.ok for call in sim.calls(PHOTO)] == [False, True]
    assert found.file_id != "photo-gone"
    assert len(sim.child.from_bot()) == 1


async def test_it_never_keeps_what_is_made_for_one_child(telegram: Telegram, sim: Simulation) -> None:
    sent = await telegram.carry_out(certificate(), child(sim))
    assert sent == Sent(newest(sim).id)
    assert newest(sim).photo is not None


async def test_it_sends_the_words_where_telegram_takes_no_picture(
    telegram: Telegram, sim: Simulation
) -> None:
    sim.world.faults.fail_next(PHOTO, 400, description="Bad Request: IMAGE_PROCESS_FAILED")
    sent = await telegram.carry_out(cover(rows=ROWS), child(sim))
    message = newest(sim)
    assert (sent, message.text, message.photo) == (Sent(message.id), "words", None)
    assert message.buttons


async def test_it_sends_the_words_where_there_is_no_drawing(telegram: Telegram, sim: Simulation) -> None:
    await telegram.carry_out(cover(cover="nothing"), child(sim))
    assert (newest(sim).text, sim.calls(PHOTO)) == ("words", [])


async def test_it_sends_the_words_where_there_is_no_gallery(bot: Bot, sim: Simulation) -> None:
    await sim.child.start()
    await Telegram(bot, str).carry_out(cover(), child(sim))
    assert newest(sim).text == "words"


async def test_it_leaves_out_what_is_drawn_where_both_do_not_fit(telegram: Telegram, sim: Simulation) -> None:
    await telegram.carry_out(cover("x" * 1020), child(sim))
    assert newest(sim).text == "x" * 1020
    assert newest(sim).photo is not None


async def test_it_sends_long_words_alone(telegram: Telegram, sim: Simulation) -> None:
    await telegram.carry_out(cover("x" * 1025), child(sim))
    assert newest(sim).text == "x" * 1025
    assert sim.calls(PHOTO) == []


async def test_it_marks_a_possible_repeat(telegram: Telegram, sim: Simulation) -> None:
    await telegram.carry_out(cover(repeat=True, language="th", alt=None), child(sim))
    assert newest(sim).text == "[again th]\n\nwords"


async def test_it_waits_when_telegram_asks_for_it(telegram: Telegram, sim: Simulation) -> None:
    sim.world.faults.fail_next(PHOTO, 429, retry_after=7)
    assert await telegram.carry_out(cover(), child(sim)) == Later(7.0, "flood")
    assert sim.calls(TEXT) == []


async def test_it_reports_a_child_who_has_blocked_the_bot(telegram: Telegram, sim: Simulation) -> None:
    await sim.child.block()
    assert await telegram.carry_out(cover(), child(sim)) == Blocked()


async def test_nobody_knows_whether_a_picture_came_when_the_answer_is_lost(
    gallery: Gallery, sim: Simulation
) -> None:
    await sim.child.start()
    request = AiohttpRequest(read_timeout=0.2)
    async with Bot(sim.token, base_url=sim.api_url, request=request, get_updates_request=request) as bot:
        sim.world.faults.swallow_next = 1
        assert await Telegram(bot, str, gallery).carry_out(cover(), child(sim)) == Unknown()
    assert len(sim.child.from_bot()) == 1


async def test_a_tap_on_a_picture_brings_its_words_anew(telegram: Telegram, sim: Simulation) -> None:
    await telegram.carry_out(cover(rows=ROWS), child(sim))
    picture = newest(sim)
    edit = delivery(Method.EDIT, {"text": "the first card", "message_id": picture.id})
    sent = await telegram.carry_out(edit, child(sim))
    assert newest(sim).text == "the first card"
    assert sent == Sent(newest(sim).id)
    assert newest(sim).id != picture.id
