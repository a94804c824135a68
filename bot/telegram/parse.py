"""From Telegram's updates to inputs. Everything that comes in is hostile until it has passed here.

private chat    every message, tap and block is the child's
staff group     every message and tap; who has authority is the roster's question, not ours
other groups    only what is addressed to the bot is looked at
anything else   ignored, with a reason that is counted
"""

from collections.abc import Callable

from telegram import CallbackQuery, Chat, ChatMember, ChatMemberUpdated, Message, Update

from bot.domain.inputs import BotAddedToGroup, ChatBlocked, ChatUnblocked, TappedElsewhere
from bot.origin import ChatSeen
from bot.staff_room import StaffRoom
from bot.telegram import parse_group, parse_private, parse_staff
from bot.telegram.reading import (
    BotSelf,
    Ignored,
    MalformedError,
    Moved,
    Parsed,
    Reading,
    Reason,
    StaffMembership,
    clean,
    identifier,
)
from db.chats import ChatKind
from db.deliveries import STAFF_CHAT

__all__ = ["BotSelf", "Parser"]

Pseudonym = Callable[[str, int], str]
PRESENT = (ChatMember.OWNER, ChatMember.ADMINISTRATOR, ChatMember.MEMBER, ChatMember.RESTRICTED)
UNASKED = {
    "business_connection": Reason.BUSINESS,
    "business_message": Reason.BUSINESS,
    "edited_business_message": Reason.BUSINESS,
    "deleted_business_messages": Reason.BUSINESS,
    "channel_post": Reason.CHANNEL,
    "edited_channel_post": Reason.CHANNEL,
    "guest_message": Reason.GUEST,
}


class Parser:
    """Reads updates. `pseudonym(kind, id)` makes the keyed names; kinds are "person" and "group"."""

    def __init__(self, *, me: BotSelf, staff: StaffRoom, pseudonym: Pseudonym) -> None:
        self._me = me
        self._staff = staff
        self._pseudonym = pseudonym

    def parse(self, update: Update) -> Reading:
        """What the update means. Never raises: what cannot be read is ignored as malformed."""
        try:
            return self._read(update)
        except (AttributeError, KeyError, MalformedError, TypeError, ValueError):
            return Ignored(Reason.MALFORMED)

    def _read(self, update: Update) -> Reading:
        if update.message is not None:
            return self._message(update, update.message, edited=False)
        if update.edited_message is not None:
            return self._message(update, update.edited_message, edited=True)
        if update.callback_query is not None:
            return self._tap(update.callback_query)
        if update.my_chat_member is not None:
            return self._membership(update.my_chat_member)
        unasked = (reason for name, reason in UNASKED.items() if getattr(update, name) is not None)
        return Ignored(next(unasked, Reason.KIND))

    def _message(self, update: Update, message: Message, *, edited: bool) -> Reading:
        identifier(message.message_id)
        seen = self._seen(message.chat)
        if seen is None:
            return Ignored(Reason.CHANNEL)
        if message.business_connection_id is not None:
            return Ignored(Reason.BUSINESS)
        if seen.kind is ChatKind.PRIVATE:
            return parse_private.message(update, message, seen, self._me.username, edited=edited)
        moved = self._moved(message, seen)
        if moved is not None:
            return moved
        if seen.kind is ChatKind.STAFF:
            return parse_staff.message(update, message, seen, self._me, self._person, edited=edited)
        return parse_group.message(message, seen, self._me.id, self._me.username, edited=edited)

    def _moved(self, message: Message, seen: ChatSeen) -> Moved | None:
        if message.migrate_to_chat_id is not None:
            staff = seen.kind is ChatKind.STAFF
            return Moved(seen.ref, identifier(message.migrate_to_chat_id), staff)
        if message.migrate_from_chat_id == self._staff.chat_id:
            return Moved(STAFF_CHAT, seen.chat_id, staff=True)
        return None

    def _tap(self, query: CallbackQuery) -> Reading:
        person, query_id, data = identifier(query.from_user.id), clean(query.id), clean(query.data)
        if query.from_user.is_bot or not query_id:
            return Ignored(Reason.FROM_BOT)
        seen = self._seen(query.message.chat) if query.message is not None else None
        if query.message is None or seen is None or seen.kind is ChatKind.GROUP:
            return Parsed(TappedElsewhere(self._person(person), query_id), None)
        if seen.kind is ChatKind.STAFF:
            return parse_staff.tap(query.message, seen, self._person(person), query_id, data)
        if seen.chat_id != person:
            raise MalformedError("a tap in somebody else's private chat")
        return parse_private.tap(query.message, seen, query_id, data)

    def _membership(self, change: ChatMemberUpdated) -> Reading:
        seen = self._seen(change.chat)
        if seen is None:
            return Ignored(Reason.CHANNEL)
        was, present = change.old_chat_member.status in PRESENT, change.new_chat_member.status in PRESENT
        if seen.kind is ChatKind.STAFF:
            return StaffMembership(present)
        if was == present:
            return Ignored(Reason.MEMBERSHIP)
        if seen.kind is ChatKind.PRIVATE:
            return Parsed(ChatUnblocked(seen.ref) if present else ChatBlocked(seen.ref), seen)
        return Parsed(BotAddedToGroup(seen.ref), seen) if present else Ignored(Reason.MEMBERSHIP)

    def _seen(self, chat: Chat) -> ChatSeen | None:
        chat_id = identifier(chat.id)
        if chat_id == self._staff.chat_id:
            return ChatSeen(STAFF_CHAT, ChatKind.STAFF, chat_id)
        if chat.type == Chat.PRIVATE and chat_id > 0:
            return ChatSeen(self._person(chat_id), ChatKind.PRIVATE, chat_id)
        if chat.type in (Chat.GROUP, Chat.SUPERGROUP) and chat_id < 0:
            return ChatSeen(self._pseudonym("group", chat_id), ChatKind.GROUP, chat_id)
        return None

    def _person(self, person: int) -> str:
        return self._pseudonym("person", identifier(person))
