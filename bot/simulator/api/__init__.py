"""The Bot API methods. Each file registers its own; `METHODS` is the whole."""

from collections.abc import Callable
from typing import Any

from bot.simulator.api import (
    chats,
    copies,
    documents,
    edits,
    inline,
    messages,
    polls,
    profile,
    topics,
    updates,
)
from bot.simulator.model import Json
from bot.simulator.world import World

Method = Callable[[World, Json], Any]

METHODS: dict[str, Method] = {
    **messages.METHODS,
    **documents.METHODS,
    **edits.METHODS,
    **polls.METHODS,
    **topics.METHODS,
    **chats.METHODS,
    **profile.METHODS,
    **inline.METHODS,
    **copies.METHODS,
    **updates.METHODS,
}
"""By Telegram's name. `getUpdates` alone is a coroutine function."""
