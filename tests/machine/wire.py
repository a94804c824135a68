"""A Telegram in memory that answers the library's requests and keeps every field that was sent.

It knows just enough of the Bot API for relays: chats, topics, message ids. Whoever uses it looks at `calls`.
"""

import json
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import Any

from telegram import Bot
from telegram.request import BaseRequest

from tests.machine.people import DATE
from tests.telegram.updates import BOT, STAFF_CHAT_ID, Json

TOKEN = "123456789:TEST-TOKEN-OF-A-MACHINE-WITHOUT-WIRE"


@dataclass(frozen=True, slots=True)
class Call:
    """One request: the method's name and every field as it would leave for Telegram."""

    method: str
    fields: Json
    answer: Any = None


class Wire(BaseRequest):
    """Answers every request at once. `watch` sees each call."""

    def __init__(self, watch: Callable[[Call], None]) -> None:
        self._watch = watch
        self._ids: dict[int, count[int]] = defaultdict(lambda: count(1001))

    @property
    def read_timeout(self) -> float | None:
        return 5.0

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self,
        url: str,
        method: str,  # noqa: ARG002 - always POST
        request_data: Any = None,
        *_: Any,
        **__: Any,
    ) -> tuple[int, bytes]:
        name = url.rsplit("/", 1)[1]
        fields = dict(request_data.parameters) if request_data else {}
        answer = self._answer(name, fields)
        self._watch(Call(name, fields, answer))
        return 200, json.dumps({"ok": True, "result": answer}).encode()

    def _answer(self, name: str, fields: Json) -> Any:
        match name:
            case "getMe":
                return {"id": BOT.id, "is_bot": True, "first_name": "Phuean", "username": BOT.username}
            case "createForumTopic":
                number = next(self._ids[STAFF_CHAT_ID])
                return {"message_thread_id": number, "name": fields["name"], "icon_color": 7322096}
            case "sendMessage" | "editMessageText" | "sendPhoto" | "sendDocument":
                return self._message(fields)
            case _:
                return True

    def _message(self, fields: Json) -> Json:
        chat = int(fields["chat_id"])
        kind = "supergroup" if chat < 0 else "private"
        number = fields.get("message_id") or next(self._ids[chat])
        message: Json = {"message_id": number, "date": DATE, "chat": {"id": chat, "type": kind}}
        if "message_thread_id" in fields:
            message |= {"message_thread_id": fields["message_thread_id"], "is_topic_message": True}
        return message | {word: fields[word] for word in ("text", "caption") if word in fields}


async def bot_on(wire: Wire) -> Bot:
    """The library's bot on this wire."""
    bot = Bot(TOKEN, request=wire, get_updates_request=wire)
    await bot.initialize()
    return bot
