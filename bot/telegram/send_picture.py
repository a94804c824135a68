"""Sends a picture: by the id under which Telegram has it, else as a file. None: the words must go alone."""

from typing import Any

import structlog
from telegram import Bot, InlineKeyboardMarkup, InputFile, Message
from telegram.constants import MessageLimit
from telegram.error import BadRequest

from bot.domain.pictures import Cover, Picture
from bot.outcome import Address, KeptPicture, Sent
from bot.pictures.drawing import PictureError
from bot.pictures.gallery import Gallery, picture_in
from bot.telegram.errors import Verdict, classify
from bot.telegram.reading import encodable
from db.deliveries import Delivery

REFUSED = (Verdict.PERMANENT, Verdict.NO_ACCESS)
"""Telegram does not take this picture (or this id of it), whatever is tried."""

log = structlog.get_logger(__name__)


class PictureSending:
    """Sends pictures by way of the library's bot."""

    def __init__(self, bot: Bot, gallery: Gallery) -> None:
        self._bot = bot
        self._gallery = gallery

    async def send(
        self, delivery: Delivery, text: str, keyboard: InlineKeyboardMarkup | None, to: Address
    ) -> Sent | None:
        """One attempt.

        Raises:
            TelegramError: as for a text, what is no refusal of the picture.
        """
        words = caption(text, delivery.new.payload.get("alt"))
        if words is None:
            return None
        picture = picture_in(delivery.new.payload)
        message = await self._known(words, keyboard, to) or await self._new(picture, words, keyboard, to)
        return None if message is None else Sent(message.message_id, self._kept(picture, message))

    async def _known(self, words: str, keyboard: InlineKeyboardMarkup | None, to: Address) -> Message | None:
        return None if to.file_id is None else await self._try(to.file_id, words, keyboard, to)

    async def _new(
        self, picture: Picture, words: str, keyboard: InlineKeyboardMarkup | None, to: Address
    ) -> Message | None:
        try:
            content = await self._gallery.png(picture)
        except PictureError as error:
            log.error("picture.not_made", exc_info=error)  # noqa: TRY400
            return None
        name = picture.name if isinstance(picture, Cover) else "certificate"
        return await self._try(InputFile(content, filename=f"{name}.png"), words, keyboard, to)

    async def _try(
        self, photo: InputFile | str, words: str, keyboard: InlineKeyboardMarkup | None, to: Address
    ) -> Message | None:
        try:
            return await self._bot.send_photo(
                chat_id=to.chat_id, photo=photo, caption=words, reply_markup=keyboard
            )
        except BadRequest as error:
            if classify(error) not in REFUSED:
                raise
            log.warning("picture.refused", known=isinstance(photo, str))
            return None

    def _kept(self, picture: Picture, message: Message) -> KeptPicture | None:
        key = self._gallery.key(picture)
        if key is None or not message.photo:
            return None
        return KeptPicture(key, message.photo[-1].file_id)


def caption(text: str, alt: Any) -> str | None:
    """The words under a picture, what is drawn last; None where not even the words fit."""
    longest = int(MessageLimit.CAPTION_LENGTH)
    full = encodable(f"{text}\n\n{alt}" if alt else text)
    short = encodable(text)
    return next((one for one in (full, short) if len(one) <= longest), None)
