"""What happened, in the past tense. Frozen, parsed, never a Telegram object.

`child`, `staff` and `group` are keyed pseudonyms, never Telegram ids.
"""

from dataclasses import dataclass
from enum import StrEnum


class MediaKind(StrEnum):
    """What was sent instead of words. The bot never fetches it."""

    PHOTO = "photo"
    VIDEO = "video"
    VOICE = "voice"
    STICKER = "sticker"
    DOCUMENT = "document"
    CONTACT = "contact"
    LOCATION = "location"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class TextReceived:
    """A child wrote in the private chat; `edited` when an earlier message was changed."""

    child: str
    message_id: int
    text: str
    edited: bool = False
    forwarded: bool = False


@dataclass(frozen=True, slots=True)
class CommandReceived:
    """A child sent a command; `argument` is what follows it (for /start: the deep link's payload)."""

    child: str
    message_id: int
    command: str
    argument: str = ""


@dataclass(frozen=True, slots=True)
class ButtonTapped:
    """A child tapped a button of a message in the private chat. `data` is hostile until parsed."""

    child: str
    message_id: int
    query: str
    data: str


@dataclass(frozen=True, slots=True)
class MediaReceived:
    """A child sent something that is not text. `caption` is screened like text."""

    child: str
    message_id: int
    kind: MediaKind
    caption: str = ""
    forwarded: bool = False


@dataclass(frozen=True, slots=True)
class ChatBlocked:
    """A child blocked the bot or deleted the chat."""

    child: str


@dataclass(frozen=True, slots=True)
class ChatUnblocked:
    """A child let the bot in again."""

    child: str


@dataclass(frozen=True, slots=True)
class StaffWrote:
    """Somebody wrote in the staff group. Authority is decided by the roster, not by membership.

    `staff` is None for an anonymous admin or a channel. `reply_to` is the message replied to by hand
    (a topic's creation message does not count); `replies_to_bot` tells whether the bot wrote that one.
    """

    staff: str | None
    message_id: int
    topic: int | None
    text: str
    reply_to: int | None = None
    forwarded: bool = False
    has_media: bool = False
    replies_to_bot: bool = False


@dataclass(frozen=True, slots=True)
class StaffCommanded:
    """Somebody sent a command in the staff group.

    `target` is the person whose message was replied to, `reply_to` that message.
    """

    staff: str | None
    message_id: int
    topic: int | None
    command: str
    argument: str = ""
    target: str | None = None
    reply_to: int | None = None


@dataclass(frozen=True, slots=True)
class StaffTapped:
    """Somebody tapped a button in the staff group."""

    staff: str | None
    message_id: int
    topic: int | None
    query: str
    data: str


@dataclass(frozen=True, slots=True)
class TappedElsewhere:
    """Somebody tapped a button where none of ours belongs (an ordinary group, an inline message)."""

    person: str
    query: str


@dataclass(frozen=True, slots=True)
class GroupAddressed:
    """Somebody spoke to the bot in an ordinary group: a command, a mention, or a reply to it."""

    group: str
    message_id: int
    command: str | None = None


@dataclass(frozen=True, slots=True)
class BotAddedToGroup:
    """The bot was added to an ordinary group."""

    group: str


class TimerKind(StrEnum):
    """What a timer is for."""

    RAISE_CASE = "raise_case"
    REMIND = "remind"


@dataclass(frozen=True, slots=True)
class TimerDue:
    """A timer's moment came. `subject` is what it is about (RAISE_CASE: the case, REMIND: the child)."""

    kind: TimerKind
    subject: str
    round: int


class SendOutcome(StrEnum):
    """How a durable effect ended."""

    SENT = "sent"
    BLOCKED = "blocked"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ReplySettled:
    """A staff member's reply to a child was sent, or could not be."""

    case: str
    case_message: str
    outcome: SendOutcome


@dataclass(frozen=True, slots=True)
class TopicLost:
    """The topic of a case is gone from the staff group; `topic` is the id that Telegram no longer knows."""

    case: str
    topic: int


ChildInput = TextReceived | CommandReceived | ButtonTapped | MediaReceived | ChatBlocked | ChatUnblocked
StaffInput = StaffWrote | StaffCommanded | StaffTapped
GroupInput = GroupAddressed | BotAddedToGroup | TappedElsewhere
CaseInput = TimerDue | ReplySettled | TopicLost
Input = ChildInput | StaffInput | GroupInput | CaseInput
