"""Looks at every request that leaves for Telegram: may it, where does it go, whom does it tell what."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tests.machine.people import Person
from tests.machine.wire import Call
from tests.telegram.updates import STAFF_CHAT_ID

SEND = {
    "chat_id",
    "text",
    "entities",
    "reply_markup",
    "message_thread_id",
    "reply_parameters",
    "protect_content",
    "link_preview_options",
}
ALLOWED: Mapping[str, set[str]] = {
    "getMe": set(),
    "sendMessage": SEND,
    "sendPhoto": {"chat_id", "photo", "caption", "reply_markup", "reply_parameters"},
    "sendDocument": {"chat_id", "document", "caption", "reply_parameters"},
    "editMessageText": {"chat_id", "message_id", "text", "reply_markup", "link_preview_options"},
    "createForumTopic": {"chat_id", "name"},
    "editForumTopic": {"chat_id", "message_thread_id", "name"},
    "deleteMessage": {"chat_id", "message_id"},
    "deleteMessages": {"chat_id", "message_ids"},
    "answerCallbackQuery": {"callback_query_id", "text", "show_alert"},
}
"""Methods of the Bot API and the fields that the bot may fill in; everything else is a fault."""

NESTED: Mapping[str, set[str]] = {
    "entities": {"type", "offset", "length"},
    "reply_markup": {"inline_keyboard"},
    "inline_keyboard": {"text", "callback_data"},
    "reply_parameters": {"message_id", "allow_sending_without_reply"},
    "link_preview_options": {"is_disabled"},
}
COPYING = ("forward", "copy")

REPLY = re.compile(r"reply-(\d+)-\d+-end")
"""A staff member's words for the child of that number."""

WORDS = re.compile(r"words-(\d+)-\d+-end")
"""The words of the child of that number."""


@dataclass
class Watch:
    """What was seen, and everything that must not be."""

    children: Sequence[Person]
    hidden_from_staff: Sequence[str]
    hidden_from_children: Sequence[str]
    calls: int = 0
    foreign: list[str] = field(default_factory=list)
    copies: list[str] = field(default_factory=list)
    leaks: list[str] = field(default_factory=list)
    misrouted: list[str] = field(default_factory=list)
    arrived: set[str] = field(default_factory=set)
    posts: dict[int, list[int]] = field(default_factory=dict)
    topics: dict[int, int] = field(default_factory=dict)
    tapped_by: dict[str, int] = field(default_factory=dict)

    @property
    def relayed(self) -> int:
        """Replies of staff that a child could read."""
        return len(self.arrived)

    def __call__(self, call: Call) -> None:
        """Look at one request."""
        self.calls += 1
        if call.method.lower().startswith(COPYING):
            self.copies.append(call.method)
        beyond = set(call.fields) - ALLOWED.get(call.method, set())
        self.foreign += [f"{call.method}.{name}" for name in (*beyond, *strange(call.fields))]
        if call.method not in ALLOWED:
            self.foreign.append(call.method)
        self._where(call)

    def _where(self, call: Call) -> None:
        chat = call.fields.get("chat_id") or self.tapped_by.get(str(call.fields.get("callback_query_id")))
        text = json.dumps({**call.fields, "chat_id": None}, ensure_ascii=False)
        if chat == STAFF_CHAT_ID:
            self.leaks += [f"{one!r} to staff" for one in self.hidden_from_staff if one in text]
            self._in_topic(call, text)
        elif chat is not None:
            self.leaks += [f"{one!r} to a child" for one in self.hidden_from_children if one in text]
            self._to_child(int(chat), text)

    def _to_child(self, chat: int, text: str) -> None:
        """A reply belongs to one child, and no child sees another's words."""
        for found in REPLY.finditer(text):
            if self.children[int(found[1])].id == chat:
                self.arrived.add(found[0])
            else:
                self.misrouted.append(f"{found[0]} to another child")
        self.misrouted += [f"{found[0]} to a child" for found in WORDS.finditer(text)]

    def _in_topic(self, call: Call, text: str) -> None:
        """A child's words stand in one topic, and no other child's stand there."""
        topic = call.fields.get("message_thread_id")
        for found in WORDS.finditer(text):
            child = int(found[1])
            if topic is None or self.topics.setdefault(int(topic), child) != child:
                self.misrouted.append(f"{found[0]} into another topic")
            if call.method == "sendMessage":
                self.posts.setdefault(child, []).append(call.answer["message_id"])


def strange(value: object, owner: str = "") -> Iterator[str]:
    """Fields of nested objects that are not allowed."""
    if isinstance(value, Mapping):
        if owner in NESTED:
            yield from (f"{owner}.{name}" for name in set(value) - NESTED[owner])
        for name, inner in value.items():
            yield from strange(inner, str(name))
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from strange(inner, owner)
