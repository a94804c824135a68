"""Carries out one delivery and says how it ended. Never a parse mode: words stay as they are.

The staff group is never given up: where a child's chat would be "blocked", an alert waits and is tried again.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
)
from telegram.constants import ForumTopicLimit
from telegram.error import BadRequest, ChatMigrated, RetryAfter, TelegramError

from bot.outcome import Address, Blocked, Failed, Later, Migrated, Outcome, Sent, TopicLost, Unknown
from bot.pictures.gallery import Gallery
from bot.telegram.errors import Verdict, classify, wait_of
from bot.telegram.portions import Portion, portions
from bot.telegram.reading import encodable
from bot.telegram.send_file import send_file
from bot.telegram.send_picture import PictureSending
from db.deliveries import Delivery, Method

GENERAL_TOPIC = 1
"""A forum's General topic; it is written to by naming no topic (Bot API server, `Client.cpp`)."""

DELETE_BATCH = 100
REVOKED_SECONDS = 30.0
NO_ACCESS_SECONDS = 30.0
BUSY_SECONDS = 5.0
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

RepeatMark = Callable[[str | None], str]
"""The line that marks a possible repeat, in a language (None: the staff's)."""


class Telegram:
    """Sends by way of the library's bot. Without a `gallery` the words of pictures go alone."""

    def __init__(self, bot: Bot, repeat_mark: RepeatMark, gallery: Gallery | None = None) -> None:
        self._bot = bot
        self._repeat_mark = repeat_mark
        self._pictures = PictureSending(bot, gallery) if gallery is not None else None
        self._methods: Mapping[Method, Callable[[Delivery, Address], Awaitable[Outcome]]] = {
            Method.SEND: self._send,
            Method.PHOTO: self._photo,
            Method.FILE: self._file,
            Method.EDIT: self._edit,
            Method.DELETE: self._delete,
            Method.OPEN_TOPIC: self._open_topic,
            Method.RENAME_TOPIC: self._rename_topic,
        }

    async def carry_out(self, delivery: Delivery, to: Address) -> Outcome:
        """Try once. Every error of Telegram and of the network becomes an outcome."""
        try:
            return await self._methods[delivery.new.method](delivery, to)
        except TelegramError as error:
            return _outcome(error, to)

    async def _send(self, delivery: Delivery, to: Address) -> Outcome:
        return await self._post(self._marked(delivery, str(delivery.new.payload["text"])), delivery, to)

    async def _photo(self, delivery: Delivery, to: Address) -> Outcome:
        """A picture with its words; the words alone where Telegram takes no such picture."""
        payload = delivery.new.payload
        text = self._marked(delivery, str(payload["text"]))
        if self._pictures is not None and not to.staff:
            sent = await self._pictures.send(delivery, text, keyboard(payload.get("rows")), to)
            if sent is not None:
                return sent
        return await self._post(text, delivery, to)

    async def _file(self, delivery: Delivery, to: Address) -> Outcome:
        """A file with its words; the words alone where Telegram takes no such file."""
        payload = delivery.new.payload
        text = self._marked(delivery, str(payload["text"]))
        sent = await send_file(self._bot, delivery, text, _reply(payload.get("reply_to")), to)
        return sent or await self._post(text, delivery, to)

    async def _post(self, text: str, delivery: Delivery, to: Address) -> Outcome:
        """Send; what Telegram refuses for its buttons goes without them, since the words matter more."""
        payload = delivery.new.payload
        try:
            return await self._messages(text, payload, to)
        except BadRequest as error:
            if classify(error) is not Verdict.PERMANENT or not payload.get("rows"):
                raise
            return await self._messages(text, {**payload, "rows": None}, to)

    async def _messages(self, text: str, payload: Mapping[str, Any], to: Address) -> Outcome:
        """Send a text in as many messages as it needs; buttons stand under the last."""
        message: Message | None = None
        parts = portions(text, payload)
        for number, part in enumerate(parts, start=1):
            try:
                rows = payload.get("rows") if number == len(parts) else None
                message = await self._message(part, rows, payload, to)
            except TelegramError:
                if message is None:
                    raise
                return Unknown()  # a part of it is there already
            if await self._strayed(message, to):
                return TopicLost()
        return Sent(message.message_id if message else None)

    async def _message(self, part: Portion, rows: Any, payload: Mapping[str, Any], to: Address) -> Message:
        """Send; what Telegram refuses for what is bold goes plainly, since the words matter more."""
        try:
            return await self._attempt(part, rows, payload, to)
        except BadRequest as error:
            if classify(error) is not Verdict.PERMANENT or not part.bold:
                raise
            return await self._attempt(Portion(part.text), rows, payload, to)

    async def _attempt(self, part: Portion, rows: Any, payload: Mapping[str, Any], to: Address) -> Message:
        return await self._bot.send_message(
            chat_id=to.chat_id,
            text=part.text,
            entities=part.bold or None,
            message_thread_id=_thread(to),
            reply_markup=keyboard(rows),
            reply_parameters=_reply(payload.get("reply_to")),
            protect_content=to.staff or bool(payload.get("protect")),
            link_preview_options=NO_PREVIEW,
        )

    async def _strayed(self, message: Message, to: Address) -> bool:
        """Whether Telegram posted into General because the topic is gone; the stray message is taken back."""
        if _thread(to) is None or message.message_thread_id == to.topic:
            return False
        await self._bot.delete_message(to.chat_id, message.message_id)
        return True

    async def _edit(self, delivery: Delivery, to: Address) -> Outcome:
        payload = delivery.new.payload
        message_id = payload.get("message_id") or to.card
        if not isinstance(message_id, int):
            return await self._send(delivery, to)
        try:
            await self._bot.edit_message_text(
                text=encodable(str(payload["text"])),
                chat_id=to.chat_id,
                message_id=message_id,
                reply_markup=keyboard(payload.get("rows")),
                link_preview_options=NO_PREVIEW,
            )
        except TelegramError as error:
            if classify(error) is Verdict.MESSAGE_GONE:
                return await self._send(delivery, to)
            if classify(error) is not Verdict.NOT_MODIFIED:
                raise
        return Sent(message_id)

    async def _delete(self, delivery: Delivery, to: Address) -> Outcome:
        ids = [one for one in _list(delivery.new.payload.get("message_ids")) if isinstance(one, int)]
        for start in range(0, len(ids), DELETE_BATCH):
            await self._delete_batch(ids[start : start + DELETE_BATCH], to)
        return Sent()

    async def _delete_batch(self, ids: Sequence[int], to: Address) -> None:
        """All at once; where one of them cannot be deleted, each by itself."""
        try:
            await self._bot.delete_messages(to.chat_id, ids)
        except TelegramError as error:
            if classify(error) not in (Verdict.MESSAGE_GONE, Verdict.PERMANENT):
                raise
            for message_id in ids if len(ids) > 1 else ():
                await self._delete_batch([message_id], to)

    async def _open_topic(self, delivery: Delivery, to: Address) -> Outcome:
        title = self._marked(delivery, str(delivery.new.payload["title"]), separator=" ")
        try:
            topic = await self._bot.create_forum_topic(
                to.chat_id, title[: int(ForumTopicLimit.MAX_NAME_LENGTH)]
            )
        except TelegramError as error:
            if classify(error) is Verdict.NO_TOPICS:
                # Seen in General is better than not seen.
                return Sent(GENERAL_TOPIC)
            raise
        return Sent(topic.message_thread_id)

    async def _rename_topic(self, delivery: Delivery, to: Address) -> Outcome:
        """A title that cannot be changed is left as it is: the card says the same."""
        thread = _thread(to)
        if thread is None:
            return Sent()
        title = str(delivery.new.payload["title"])[: int(ForumTopicLimit.MAX_NAME_LENGTH)]
        try:
            await self._bot.edit_forum_topic(to.chat_id, thread, title)
        except TelegramError as error:
            if classify(error) not in (Verdict.PERMANENT, Verdict.NO_TOPICS, Verdict.NOT_MODIFIED):
                raise
        return Sent()

    def _marked(self, delivery: Delivery, text: str, separator: str = "\n\n") -> str:
        if not delivery.possible_repeat:
            return text
        language = delivery.new.payload.get("language")
        mark = self._repeat_mark(language if isinstance(language, str) else None)
        return f"{mark}{separator}{text}"


def keyboard(rows: Any) -> InlineKeyboardMarkup | None:
    """Buttons from a payload's rows of {"text", "data"}."""
    if not rows:
        return None
    return InlineKeyboardMarkup(
        [
            [InlineKeyboardButton(button["text"], callback_data=button["data"]) for button in row]
            for row in rows
        ]
    )


def _outcome(error: TelegramError, to: Address) -> Outcome:
    verdict = classify(error)
    if isinstance(error, ChatMigrated):
        return Migrated(error.new_chat_id)
    if isinstance(error, RetryAfter):
        return Later(wait_of(error, BUSY_SECONDS), "flood")
    match verdict:
        case Verdict.UNKNOWN:
            return Unknown()
        case Verdict.LATER:
            return Later(BUSY_SECONDS, "not_sent")
        case Verdict.REVOKED:
            return Later(REVOKED_SECONDS, "revoked")
        case Verdict.TOPIC_LOST if to.topic is not None:
            return TopicLost()
        case _ if to.staff:
            return Later(NO_ACCESS_SECONDS, f"staff_{verdict}")
        case Verdict.BLOCKED:
            return Blocked()
        case _:
            return Failed(str(verdict))


def _thread(to: Address) -> int | None:
    return None if to.topic == GENERAL_TOPIC else to.topic


def _reply(message_id: Any) -> ReplyParameters | None:
    if not isinstance(message_id, int):
        return None
    return ReplyParameters(message_id, allow_sending_without_reply=True)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
