"""Files for staff, carried out against the simulated Telegram."""

from typing import Any

import pytest

from bot.outcome import Later, Sent
from bot.telegram.send import Telegram
from db.deliveries import Delivery, Method
from tests.simulation import Simulation
from tests.telegram.deliveries import delivery, staff

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><rect width="9" height="9"/></svg>'


def chart(text: str = "words", content: str = SVG, **more: Any) -> Delivery:
    return delivery(Method.FILE, {"text": text, "name": "a.svg", "content": content, **more})


def table(content: str = "หนึ่ง,2\r\n", **more: Any) -> Delivery:
    return delivery(Method.FILE, {"text": "words", "name": "a.csv", "content": content, **more})


async def test_a_drawing_arrives_as_a_picture_with_its_words(telegram: Telegram, sim: Simulation) -> None:
    sent = await telegram.carry_out(chart(), staff(sim))
    message = sim.staff.last_message(sim.staff_room)
    assert message is not None
    assert message.photo is not None
    assert (sent, message.text) == (Sent(message.id), "words")
    size = message.photo["sizes"][-1]
    assert (size["width"], size["height"]) == (80, 40)


async def test_a_table_arrives_as_a_document_that_spreadsheets_read(
    telegram: Telegram, sim: Simulation
) -> None:
    await telegram.carry_out(table(), staff(sim))
    message = sim.staff.last_message(sim.staff_room)
    assert message is not None
    assert message.media is not None
    document = message.media["document"]
    assert (document["file_name"], document["mime_type"]) == ("a.csv", "text/csv")
    assert sim.world.files[document["file_id"]].decode("utf-8-sig") == "หนึ่ง,2\r\n"
    assert sim.world.files[document["file_id"]].startswith(b"\xef\xbb\xbf")


async def test_it_answers_the_one_who_asked(telegram: Telegram, sim: Simulation) -> None:
    asked = await sim.staff.say("/insights", sim.staff_room)
    await telegram.carry_out(chart(reply_to=asked.id), staff(sim))
    message = sim.staff.last_message(sim.staff_room)
    assert message is not None
    assert message.reply_to == asked.id


async def test_anonymous_numbers_can_be_passed_on(telegram: Telegram, sim: Simulation) -> None:
    for one in (chart(), table()):
        await telegram.carry_out(one, staff(sim))
    assert [message.protected for message in sim.staff.from_bot(sim.staff_room)] == [False, False]


async def test_a_possible_repeat_is_marked(telegram: Telegram, sim: Simulation) -> None:
    one = delivery(Method.FILE, {"text": "words", "name": "a.svg", "content": SVG}, repeat=True)
    await telegram.carry_out(one, staff(sim))
    assert sim.staff.text(sim.staff_room) == "[again None]\n\nwords"


@pytest.mark.parametrize("content", ["", "no drawing", "<svg xmlns='http://www.w3.org/2000/svg'"])
async def test_where_no_picture_can_be_made_the_words_go_alone(
    content: str, telegram: Telegram, sim: Simulation
) -> None:
    assert isinstance(await telegram.carry_out(chart(content=content), staff(sim)), Sent)
    message = sim.staff.last_message(sim.staff_room)
    assert message is not None
    assert (message.text, message.photo, message.protected) == ("words", None, True)


@pytest.mark.parametrize(
    "refusal", ["PHOTO_INVALID_DIMENSIONS", "not enough rights to send photos to the chat"]
)
async def test_a_file_that_telegram_refuses_goes_as_words(
    refusal: str, telegram: Telegram, sim: Simulation
) -> None:
    sim.world.faults.fail_next("sendPhoto", 400, description=f"Bad Request: {refusal}")
    assert isinstance(await telegram.carry_out(chart(), staff(sim)), Sent)
    assert sim.staff.text(sim.staff_room) == "words"


async def test_words_that_are_too_long_for_a_picture_go_alone(telegram: Telegram, sim: Simulation) -> None:
    await telegram.carry_out(chart("w" * 1025), staff(sim))
    assert sim.staff.text(sim.staff_room) == "w" * 1025


async def test_a_flood_makes_it_wait(telegram: Telegram, sim: Simulation) -> None:
    sim.world.faults.fail_next("sendDocument", 429, retry_after=7)
    assert await telegram.carry_out(table(), staff(sim)) == Later(7, "flood")
