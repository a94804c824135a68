"""How one attempt to carry out a delivery ended, and where it was going. Values only.

Sent         Telegram took it (`message_id`: of the message, or of the topic; `picture`: if it has one)
Blocked      the child blocked the bot, deleted the account or never pressed Start: no way to reach them
TopicLost    the case's topic is gone from the staff group
Migrated     the group lives under a new id; nothing was sent
Failed       Telegram refused this very message and always will
Later        nothing was sent; try again after `seconds`
Unknown      nobody can say whether it was sent: try again, marked as a possible repeat
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Address:
    """Where a delivery goes: a chat id, and for a case the topic and the card in the staff group.

    `file_id`: of a picture that Telegram has already.
    """

    chat_id: int
    staff: bool = False
    topic: int | None = None
    card: int | None = None
    file_id: str | None = None


@dataclass(frozen=True, slots=True)
class KeptPicture:
    """A picture that Telegram has now, by our key, and the id under which it can be sent again."""

    key: str
    file_id: str


@dataclass(frozen=True, slots=True)
class Sent:
    """Telegram took it. `message_id` is None where nothing has an id (a deletion)."""

    message_id: int | None = None
    picture: KeptPicture | None = None


@dataclass(frozen=True, slots=True)
class Blocked:
    """The person cannot be reached any more."""


@dataclass(frozen=True, slots=True)
class TopicLost:
    """The topic of the case is gone."""


@dataclass(frozen=True, slots=True)
class Migrated:
    """The group has a new id."""

    chat_id: int


@dataclass(frozen=True, slots=True)
class Failed:
    """Refused for good. `reason` is a name of ours, never Telegram's sentence (it may quote the text)."""

    reason: str


@dataclass(frozen=True, slots=True)
class Later:
    """Not sent; try again after `seconds`."""

    seconds: float
    reason: str = "busy"


@dataclass(frozen=True, slots=True)
class Unknown:
    """Maybe sent."""


Settled = Sent | Blocked | TopicLost | Failed
"""What ends a delivery and has consequences; the rest means that the sender tries again."""

Outcome = Settled | Migrated | Later | Unknown
