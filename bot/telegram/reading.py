"""What parsing makes of an update, and the small questions asked of hostile values."""

import re
from dataclasses import dataclass
from enum import StrEnum

from telegram import Message
from telegram.constants import MessageLimit

from bot.domain.inputs import Input, MediaKind
from bot.origin import ChatSeen

LARGEST_ID = 2**52
TEXT_LIMIT = int(MessageLimit.MAX_TEXT_LENGTH)
COMMAND = re.compile(r"/([a-z0-9_]{1,32})(?:@([a-z0-9_]{1,64}))?(?:\s+(.*))?", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class BotSelf:
    """Who the bot is on Telegram; `username` without the @."""

    id: int
    username: str


class Reason(StrEnum):
    """Why an update leads to nothing; counted by name."""

    BUSINESS = "business"
    CHANNEL = "channel"
    EDIT = "edit"
    FROM_BOT = "from_bot"
    GUEST = "guest"
    KIND = "kind"
    MALFORMED = "malformed"
    MEMBERSHIP = "membership"
    NOT_ADDRESSED = "not_addressed"
    OTHER_BOT = "other_bot"
    SERVICE = "service"
    STAFF_EDIT = "staff_edit"


@dataclass(frozen=True, slots=True)
class Parsed:
    """Something happened that the bot answers; `chat` is where."""

    input: Input
    chat: ChatSeen | None


@dataclass(frozen=True, slots=True)
class Moved:
    """A group lives under another id now. `ref` is its pseudonym so far."""

    ref: str
    chat_id: int
    staff: bool


@dataclass(frozen=True, slots=True)
class StaffMembership:
    """The bot was put out of the staff group, or let in again."""

    present: bool


@dataclass(frozen=True, slots=True)
class Ignored:
    """Nothing for the bot."""

    reason: Reason


Reading = Parsed | Moved | StaffMembership | Ignored


@dataclass(frozen=True, slots=True)
class Command:
    """A command as written; `bot` is the name after the @, small letters, empty without one."""

    name: str
    bot: str
    argument: str


class MalformedError(ValueError):
    """A value that Telegram would never send."""


def identifier(value: object) -> int:
    """An id of Telegram's.

    Raises:
        MalformedError: not a whole number, zero, or more than 52 bits.
    """
    if not isinstance(value, int) or isinstance(value, bool) or value == 0 or abs(value) >= LARGEST_ID:
        raise MalformedError("id")
    return value


def clean(value: object) -> str:
    """A text that can be stored and sent: no lone surrogates, no NUL, at most 4,096 characters."""
    if not isinstance(value, str):
        return ""
    return encodable(value)[:TEXT_LIMIT]


def encodable(text: str) -> str:
    """The text without what no database and no request can carry: halves of characters, and NUL."""
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return whole.replace("\x00", "")


def command_of(text: str) -> Command | None:
    """The command that a text is, if it is one."""
    match = COMMAND.fullmatch(text.strip())
    if match is None:
        return None
    name, bot, argument = match.groups(default="")
    return Command(name.lower(), bot.lower(), argument.strip())


def words_of(message: Message) -> str:
    """Every word that a message holds: text, caption, a poll's or checklist's words, rich text."""
    poll, checklist = message.poll, message.checklist
    parts = [message.text, message.caption]
    parts += [poll.question, *(option.text for option in poll.options)] if poll else []
    parts += [checklist.title, *(task.text for task in checklist.tasks)] if checklist else []
    parts += _rich_words(message.api_kwargs.get("rich_message"))
    return clean("\n".join(part for part in parts if isinstance(part, str) and part))


def _rich_words(node: object, depth: int = 20) -> list[str]:
    """The words of a rich message (Bot API 10.1), which the library does not know yet."""
    if depth == 0:
        return []
    if isinstance(node, str):
        return [node]
    if isinstance(node, list):
        return [word for part in node for word in _rich_words(part, depth - 1)]
    if isinstance(node, dict):
        return [word for key in node.keys() - SILENT for word in _rich_words(node[key], depth - 1)]
    return []


SILENT = {"type", "url", "name", "language", "size", "align", "valign", "custom_emoji_id"}
"""Strings in a rich message that nobody reads."""


_KINDS = (
    ("photo", MediaKind.PHOTO),
    ("video", MediaKind.VIDEO),
    ("video_note", MediaKind.VIDEO),
    ("animation", MediaKind.VIDEO),
    ("voice", MediaKind.VOICE),
    ("audio", MediaKind.VOICE),
    ("sticker", MediaKind.STICKER),
    ("document", MediaKind.DOCUMENT),
    ("contact", MediaKind.CONTACT),
    ("venue", MediaKind.LOCATION),
    ("location", MediaKind.LOCATION),
)


def media_of(message: Message) -> MediaKind:
    """What kind of thing a message without text is."""
    return next((kind for name, kind in _KINDS if getattr(message, name, None)), MediaKind.OTHER)


def topic_of(message: object) -> int | None:
    """The forum topic; None in General and in groups without topics."""
    if not isinstance(message, Message) or not message.is_topic_message or message.message_thread_id is None:
        return None
    return identifier(message.message_thread_id)


def reply_of(message: Message) -> Message | None:
    """The message replied to by hand. In a topic every message points at the topic's creation: no reply."""
    other = message.reply_to_message
    if other is None or other.forum_topic_created is not None:
        return None
    return None if other.message_id == topic_of(message) else other
