"""The staff group. Who wrote is a pseudonym; an anonymous admin or a channel is nobody (`staff=None`)."""

from collections.abc import Callable

from telegram import Message, Update
from telegram._message import MaybeInaccessibleMessage
from telegram.ext import filters

from bot.domain.inputs import StaffCommanded, StaffTapped, StaffWrote
from bot.origin import ChatSeen
from bot.telegram.reading import (
    BotSelf,
    Command,
    Ignored,
    Parsed,
    Reading,
    Reason,
    clean,
    command_of,
    identifier,
    reply_of,
    topic_of,
    words_of,
)

Person = Callable[[int], str]


def message(
    update: Update, message: Message, chat: ChatSeen, me: BotSelf, person: Person, *, edited: bool
) -> Reading:
    """A message in a topic or in General."""
    if edited:
        return Ignored(Reason.STAFF_EDIT)
    if message.is_automatic_forward or (_from_bot(message) and message.sender_chat is None):
        return Ignored(Reason.FROM_BOT)
    if filters.StatusUpdate.ALL.check_update(update):
        return Ignored(Reason.SERVICE)
    command = command_of(clean(message.text)) if message.forward_origin is None else None
    if command is None:
        return Parsed(_wrote(message, me, person), chat)
    if command.bot not in ("", me.username.lower()):
        return Ignored(Reason.OTHER_BOT)
    return Parsed(_commanded(message, command, person), chat)


def tap(message: MaybeInaccessibleMessage, chat: ChatSeen, staff: str, query: str, data: str) -> Reading:
    """A button under one of the bot's messages."""
    return Parsed(StaffTapped(staff, identifier(message.message_id), topic_of(message), query, data), chat)


def _wrote(message: Message, me: BotSelf, person: Person) -> StaffWrote:
    reply = reply_of(message)
    return StaffWrote(
        staff=_writer(message, person),
        message_id=message.message_id,
        topic=topic_of(message),
        text=words_of(message),
        reply_to=identifier(reply.message_id) if reply else None,
        forwarded=message.forward_origin is not None,
        has_media=message.effective_attachment is not None,
        replies_to_bot=_is_from(reply, me),
    )


def _commanded(message: Message, command: Command, person: Person) -> StaffCommanded:
    reply = reply_of(message)
    return StaffCommanded(
        staff=_writer(message, person),
        message_id=message.message_id,
        topic=topic_of(message),
        command=command.name,
        argument=command.argument,
        target=_writer(reply, person) if reply and not _from_bot(reply) else None,
        reply_to=identifier(reply.message_id) if reply else None,
    )


def _writer(message: Message, person: Person) -> str | None:
    if message.sender_chat is not None or message.from_user is None or message.from_user.is_bot:
        return None
    return person(message.from_user.id)


def _is_from(message: Message | None, me: BotSelf) -> bool:
    """Whether the bot itself wrote it; anonymous admins look like another bot."""
    return message is not None and message.from_user is not None and message.from_user.id == me.id


def _from_bot(message: Message) -> bool:
    return message.from_user is not None and message.from_user.is_bot
