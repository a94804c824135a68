"""An ordinary group: only what is addressed to the bot is looked at, and of that only a command's name."""

from telegram import Message, MessageEntity

from bot.domain.inputs import GroupAddressed
from bot.origin import ChatSeen
from bot.telegram.names import CHILD_COMMANDS
from bot.telegram.reading import Ignored, Parsed, Reading, Reason, clean, command_of, reply_of


def message(message: Message, chat: ChatSeen, bot_id: int, username: str, *, edited: bool) -> Reading:
    """A message that may or may not be for the bot."""
    if edited:
        return Ignored(Reason.EDIT)
    if message.sender_chat is None and message.from_user is not None and message.from_user.is_bot:
        return Ignored(Reason.FROM_BOT)
    text = clean(message.text or message.caption)
    command = command_of(text)
    if command is not None and command.bot not in ("", username.lower()):
        return Ignored(Reason.OTHER_BOT)
    if command is not None and (command.bot or command.name in CHILD_COMMANDS):
        return Parsed(GroupAddressed(chat.ref, message.message_id, command.name), chat)
    if _mentioned(message, text, bot_id, username) or _replied(message, bot_id):
        return Parsed(GroupAddressed(chat.ref, message.message_id), chat)
    return Ignored(Reason.NOT_ADDRESSED)


def _mentioned(message: Message, text: str, bot_id: int, username: str) -> bool:
    entities = (*message.entities, *message.caption_entities)
    if any(entity.user is not None and entity.user.id == bot_id for entity in entities):
        return True
    named = any(entity.type == MessageEntity.MENTION for entity in entities)
    return named and f"@{username.lower()}" in _tokens(text)


def _tokens(text: str) -> set[str]:
    """Words, without the signs around them."""
    return {word.strip(".,:;!?()[]\"'") for word in text.lower().split()}


def _replied(message: Message, bot_id: int) -> bool:
    reply = reply_of(message)
    return reply is not None and reply.from_user is not None and reply.from_user.id == bot_id
