"""Invented people and the updates that Telegram would write about what they do.

Ids, names and user names are long and rare, so that a test can search for them.
"""

from dataclasses import dataclass
from itertools import count
from typing import Any

from tests.telegram.updates import ANONYMOUS_ADMIN, BOT, STAFF_CHAT_ID, Json, staff_chat

DATE = 1_772_000_000
CHANNEL_BOT = 136_817_688
"""The sender that Telegram shows for what a channel writes in a group."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a Telegram profile."""

    id: int
    first_name: str
    last_name: str
    username: str
    language_code: str

    @property
    def user(self) -> Json:
        """Telegram's User."""
        return {
            "id": self.id,
            "is_bot": False,
            "first_name": self.first_name,
            "last_name": self.last_name,
            "username": self.username,
            "language_code": self.language_code,
        }

    @property
    def chat(self) -> Json:
        """The private chat with the bot."""
        return {
            "id": self.id,
            "type": "private",
            "first_name": self.first_name,
            "last_name": self.last_name,
            "username": self.username,
        }

    @property
    def profile(self) -> tuple[str, ...]:
        """What nobody else may ever see."""
        return str(self.id), self.first_name, self.last_name, self.username, self.language_code


def a_child(number: int) -> Person:
    """The child of that number."""
    ident = 7_310_000_000_000 + number * 7_919
    name, family, user = f"Chanokfirst{number:03}", f"Wonglast{number:03}", f"kid_handle{number:03}"
    return Person(ident, name, family, user, f"x-kid-{number:03}")


def a_colleague(number: int) -> Person:
    """The staff member of that number."""
    ident = 8_620_000_000_000 + number * 7_907
    name, family, user = f"Pornstaff{number:03}", f"Srisurname{number:03}", f"staff_handle{number:03}"
    return Person(ident, name, family, user, f"x-staff-{number:03}")


class Updates:
    """Writes updates with ever new ids."""

    def __init__(self) -> None:
        self._ids = count(900_001)
        self._messages = count(50_001)
        self._queries = count(70_000_000_001)

    def update(self, **content: Any) -> Json:
        """Any update."""
        return {"update_id": next(self._ids), **content}

    def message(self, who: Person, chat: Json | None = None, **more: Any) -> Json:
        """A message; without a chat, in the private one."""
        number = next(self._messages)
        return {"message_id": number, "date": DATE, "chat": chat or who.chat, "from": who.user, **more}

    def text(self, who: Person, text: str, **more: Any) -> Json:
        """A child writes."""
        return self.update(message=self.message(who, text=text, **more))

    def edit(self, who: Person, message_id: int, text: str) -> Json:
        """A child changes an earlier message."""
        message = self.message(who, text=text, edit_date=DATE) | {"message_id": message_id}
        return self.update(edited_message=message)

    def tap(
        self, who: Person, data: str, on: int, chat: Json | None = None, topic: int | None = None
    ) -> Json:
        """A button of the bot's message `on` is tapped."""
        place = chat or who.chat
        by_bot = {"message_id": on, "date": DATE, "chat": place, "from": _bot(), "text": "-"} | in_topic(
            topic
        )
        query = {"id": str(next(self._queries)), "from": who.user, "chat_instance": "1", "data": data}
        return self.update(callback_query={**query, "message": by_bot})

    def blocked(self, who: Person, *, blocked: bool) -> Json:
        """A child blocks the bot, or lets it in again."""
        states = [{"user": _bot(), "status": "member"}, {"user": _bot(), "status": "kicked", "until_date": 0}]
        old, new = states if blocked else reversed(states)
        change = {"chat": who.chat, "from": who.user, "date": DATE}
        return self.update(my_chat_member={**change, "old_chat_member": old, "new_chat_member": new})

    def staff(
        self, who: Person, text: str, *, topic: int | None = None, reply_to: int | None = None, **more: Any
    ) -> Json:
        """Somebody writes in the staff group."""
        message = self.message(who, staff_chat(), text=text) | in_topic(topic)
        if reply_to is not None:
            message["reply_to_message"] = {
                "message_id": reply_to,
                "date": DATE,
                "chat": staff_chat(),
                "from": _bot(),
                "text": "-",
            } | in_topic(topic)
        return self.update(message=message | more)


def in_topic(topic: int | None) -> Json:
    """What makes a message one of a topic."""
    return {} if topic is None else {"is_topic_message": True, "message_thread_id": topic}


def by_anonymous_admin() -> Json:
    """The sender fields of an anonymous admin of the staff group."""
    user = {"id": ANONYMOUS_ADMIN, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
    return {"from": user, "sender_chat": staff_chat()}


def by_channel(channel: int) -> Json:
    """The sender fields of a channel that writes in the staff group."""
    user = {"id": CHANNEL_BOT, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"}
    return {"from": user, "sender_chat": {"id": channel, "type": "channel", "title": "A channel"}}


def forwarded_from(who: Person) -> Json:
    """What makes a message the copy of one that somebody wrote elsewhere."""
    return {"forward_origin": {"type": "user", "date": DATE, "sender_user": who.user}}


def _bot() -> Json:
    return {"id": BOT.id, "is_bot": True, "first_name": "Phuean", "username": BOT.username}


__all__ = ["STAFF_CHAT_ID", "Person", "Updates", "a_child", "a_colleague"]
