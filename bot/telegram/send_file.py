"""Sends staff a file: a drawing as a picture, a table as a document. None: the words must go alone.

In these files are anonymous numbers, meant to be shown to others: alone of all posts to staff they can be
saved and passed on.
"""

import asyncio

import structlog
from telegram import Bot, InputFile, Message, ReplyParameters
from telegram.constants import MessageLimit
from telegram.error import BadRequest

from bot.outcome import Address, Sent
from bot.pictures.drawing import PictureError, png_of
from bot.telegram.errors import Verdict, classify
from bot.telegram.reading import encodable
from db.deliveries import Delivery

REFUSED = (Verdict.PERMANENT, Verdict.NO_ACCESS)
"""Telegram does not take this file, whatever is tried."""

DRAWING = ".svg"
BOM = "utf-8-sig"
"""With its mark at the beginning, spreadsheets read a table's letters as what they are."""

log = structlog.get_logger(__name__)


async def send_file(
    bot: Bot, delivery: Delivery, text: str, reply: ReplyParameters | None, to: Address
) -> Sent | None:
    """One attempt.

    Raises:
        TelegramError: as for a text, what is no refusal of the file.
    """
    words = encodable(text)
    if len(words) > int(MessageLimit.CAPTION_LENGTH):
        return None
    try:
        message = await _sent(bot, delivery, words, reply, to)
    except PictureError as error:
        log.error("file.not_made", exc_info=error)  # noqa: TRY400
        return None
    except BadRequest as error:
        if classify(error) not in REFUSED:
            raise
        log.warning("file.refused")
        return None
    return Sent(message.message_id)


async def _sent(
    bot: Bot, delivery: Delivery, words: str, reply: ReplyParameters | None, to: Address
) -> Message:
    name, content = str(delivery.new.payload["name"]), str(delivery.new.payload["content"])
    if name.endswith(DRAWING):
        png = await asyncio.to_thread(png_of, content)
        photo = InputFile(png, filename=f"{name.removesuffix(DRAWING)}.png")
        return await bot.send_photo(to.chat_id, photo, caption=words, reply_parameters=reply)
    document = InputFile(content.encode(BOM), filename=name)
    return await bot.send_document(to.chat_id, document, caption=words, reply_parameters=reply)
