"""Updates of every kind from the Bot API's types, as aiogram's models describe them: a second opinion.

What is drawn is valid by that schema, and plausible where Telegram is: chats have ids of their kind's sign,
and a private chat's id is that of the person who writes in it. Everything in between is up to chance.
"""

import types
from collections.abc import Callable
from datetime import datetime
from enum import Enum
from functools import cache
from random import Random
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from aiogram import types as api
from pydantic import BaseModel

from bot.simulator.model import Json
from tests.promises import hostile

DEEPEST = 3
RARELY = 0.04
CHATS: tuple[tuple[str, tuple[int, ...]], ...] = (
    ("private", hostile.CHILDREN),
    ("supergroup", (hostile.STAFF_ROOM, hostile.STRANGE_GROUP)),
    ("group", (hostile.FRIENDS,)),
    ("channel", (hostile.CHANNEL,)),
)
TEXTS = {"text", "caption", "title", "question", "name", "explanation", "hint"}


class Drawer:
    """Draws objects of the schema."""

    def __init__(self, random: Random, optional: float = RARELY) -> None:
        self._random = random
        self._optional = optional
        self._special: dict[type[BaseModel], Callable[[int], Json]] = {
            api.Chat: lambda _: self.chat(),
            api.User: lambda _: self.user(),
            api.CallbackQuery: lambda _: self.tap(),
        }

    def update(self, kind: str, update_id: int) -> Json:
        """One update of that kind."""
        return {"update_id": update_id, kind: self.value(api.Update.model_fields[kind].annotation, 0)}

    def words(self, update_id: int) -> Json:
        """An update with words in a private chat, and little else."""
        kind = self._random.choice(("message", "message", "message", "edited_message"))
        person = self._random.choice(hostile.CHILDREN)
        message = {
            "message_id": self._random.randrange(1, 2**31),
            "date": hostile.moment(self._random),
            "chat": {"id": person, "type": "private", "first_name": hostile.noise(self._random)},
            "from": self.user(person),
            "text": hostile.text(self._random),
        }
        return {"update_id": update_id, kind: message}

    def chat(self) -> Json:
        """A chat whose id fits its kind."""
        kind, ids = self._random.choice(CHATS)
        return {"id": self._random.choice(ids), "type": kind, "title": hostile.noise(self._random)}

    def user(self, person: int | None = None) -> Json:
        """A person, or a bot."""
        number = person or self._random.choice((*hostile.CHILDREN, hostile.STAFF))
        is_bot = person is None and self._random.random() < 0.1
        return {"id": number, "is_bot": is_bot, "first_name": hostile.noise(self._random)}

    def tap(self) -> Json:
        """A tap on a button under one of the bot's messages, by the person whose chat it is."""
        where = self.chat()
        person = where["id"] if where["type"] == "private" else None
        message = {"message_id": self._random.randrange(1, 50), "date": 0, "chat": where}
        tapped = {"id": str(self._random.randrange(10**18)), "from": self.user(person), "chat_instance": "1"}
        given = {"message": message} if self._random.random() < 0.9 else {"inline_message_id": "x"}
        return {**tapped, **given, "data": hostile.button(self._random)}

    def model(self, model: type[BaseModel], depth: int) -> Json:
        """An object: all that it must have, and some of what it may have."""
        made: Json = {}
        for name, annotation, must in fields_of(model):
            if must or (depth < DEEPEST and self._random.random() < self._optional):
                value = self.value(annotation, depth + 1, name)
                if value is not None:
                    made[name] = value
        return _own_chat(made) if model is api.Message else made

    def value(self, annotation: Any, depth: int, name: str = "") -> Any:
        """A value of an annotated type."""
        origin = get_origin(annotation)
        if origin in (Union, types.UnionType):
            return self.value(self._random.choice(some(annotation)), depth, name)
        if origin is Annotated:
            return self.value(get_args(annotation)[0], depth, name)
        if origin is list:
            inner = get_args(annotation)[0]
            return [self.value(inner, depth, name) for _ in range(self._random.choice((1, 1, 2)))]
        if origin is Literal:
            return plain(self._random.choice(get_args(annotation)))
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            special = self._special.get(annotation)
            return special(depth) if special else self.model(annotation, depth)
        return self._scalar(annotation, name)

    def _scalar(self, annotation: Any, name: str) -> Any:
        if annotation is bool:
            return self._random.random() < 0.5
        if annotation is datetime or name.endswith("date"):
            return hostile.moment(self._random)
        if annotation is int:
            return self._integer(name)
        if annotation is float:
            return self._random.uniform(-90, 90)
        return hostile.text(self._random) if name in TEXTS else hostile.noise(self._random)[:64]

    def _integer(self, name: str) -> int:
        if name.endswith("message_id"):
            return self._random.randrange(1, 2**31)
        if name.endswith("chat_id"):
            return self._random.choice((hostile.STRANGE_GROUP, hostile.FRIENDS - 1))
        return hostile.number(self._random)


def _own_chat(message: Json) -> Json:
    """In a private chat the person writes whose chat it is."""
    if message["chat"]["type"] == "private" and "from" in message:
        message["from"] = {**message["from"], "id": message["chat"]["id"], "is_bot": False}
    return message


@cache
def fields_of(model: type[BaseModel]) -> tuple[tuple[str, Any, bool], ...]:
    """Names on the wire, types, and whether the field must be there; a kind's own name always is."""
    return tuple(
        (
            field.alias or name,
            field.annotation,
            field.is_required() or get_origin(field.annotation) is Literal,
        )
        for name, field in model.model_fields.items()
    )


@cache
def some(annotation: Any) -> tuple[Any, ...]:
    """The members of a union that hold something, in an order that does not hang on who asked first."""
    members = (one for one in get_args(annotation) if one is not type(None) and _usable(one))
    return tuple(sorted(members, key=str))


def _usable(annotation: Any) -> bool:
    return not isinstance(annotation, str) and getattr(annotation, "__name__", "") != "Default"


def plain(value: Any) -> Any:
    """An enumeration's value as JSON holds it."""
    return value.value if isinstance(value, Enum) else value


KINDS = tuple(name for name in api.Update.model_fields if name != "update_id")
"""Every kind of update that the schema knows."""
