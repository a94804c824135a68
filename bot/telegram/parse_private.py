"""A child's private chat. Whatever holds words becomes words, so that nothing passes the distress screen by.

A command is only what the bot knows, alone on its line: "/help he hurts me" is a text, not a command.
"""

import re

from telegram import Message, Update
from telegram._message import MaybeInaccessibleMessage
from telegram.ext import filters

from bot.domain.inputs import ButtonTapped, CommandReceived, MediaReceived, TextReceived
from bot.origin import ChatSeen
from bot.telegram.names import CHILD_COMMANDS
from bot.telegram.reading import (
    Ignored,
    Parsed,
    Reading,
    Reason,
    clean,
    command_of,
    identifier,
    media_of,
    words_of,
)

PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
"""What a deep link can carry (core.telegram.org/bots/features#deep-linking)."""


def message(update: Update, message: Message, chat: ChatSeen, username: str, *, edited: bool) -> Reading:
    """A message or an edited one."""
    if message.from_user is not None and message.from_user.is_bot:
        return Ignored(Reason.FROM_BOT)
    words, forwarded = words_of(message), message.forward_origin is not None
    attached = message.effective_attachment is not None
    if words and (edited or not attached):
        own = not (edited or forwarded or attached)
        command = _command(clean(message.text), message, chat, username) if own else None
        return Parsed(command or TextReceived(chat.ref, message.message_id, words, edited, forwarded), chat)
    if edited:
        return Ignored(Reason.EDIT)
    if not words and not attached and filters.StatusUpdate.ALL.check_update(update):
        return Ignored(Reason.SERVICE)
    return Parsed(MediaReceived(chat.ref, message.message_id, media_of(message), words, forwarded), chat)


def tap(message: MaybeInaccessibleMessage, chat: ChatSeen, query: str, data: str) -> Reading:
    """A button under one of the bot's messages."""
    return Parsed(ButtonTapped(chat.ref, identifier(message.message_id), query, data), chat)


def _command(text: str, message: Message, chat: ChatSeen, username: str) -> CommandReceived | None:
    command = command_of(text)
    if command is None or command.name not in CHILD_COMMANDS or command.bot not in ("", username.lower()):
        return None
    payload = command.name == "start" and PAYLOAD.fullmatch(command.argument)
    if command.argument and not payload:
        return None
    return CommandReceived(chat.ref, message.message_id, command.name, command.argument)
