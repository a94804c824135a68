"""What the outbox holds, as values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from db.session import JSON

STAFF_CHAT = "staff"
ALERTS_BELOW = 10  # priority is lane * 10 + 3 - severity rank; lane 0 holds the alerts to staff


class OutboxState(StrEnum):
    """Where a delivery stands. ATTEMPTING found after a crash means: perhaps sent, perhaps not."""

    PENDING = "pending"
    ATTEMPTING = "attempting"
    SENT = "sent"
    FAILED = "failed"


class Method(StrEnum):
    """What is to be done in Telegram."""

    SEND = "send"
    PHOTO = "photo"
    FILE = "file"
    EDIT = "edit"
    DELETE = "delete"
    OPEN_TOPIC = "open_topic"
    RENAME_TOPIC = "rename_topic"


@dataclass(frozen=True, slots=True)
class NewDelivery:
    """A delivery to add.

    `chat`: the pseudonym of a chat, or STAFF_CHAT. `order_key`: deliveries of one key leave one after the
    other, oldest first. `priority`: smaller first; the most urgent delivery of a key lifts all that wait
    before it. `needs_topic`, `needs_card`: it waits, without holding up its key, until the case has one.
    `replace_key`: a PENDING delivery with the same key is replaced. `purpose`: what settling it leads to.
    `payload` is sealed.
    """

    method: Method
    chat: str
    order_key: str
    priority: int
    payload: Mapping[str, JSON]
    case: str | None = None
    needs_topic: bool = False
    needs_card: bool = False
    replace_key: str | None = None
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class Delivery:
    """A delivery that may leave now. `topic` and `card` are those of its case at this moment."""

    id: int
    created_at: datetime
    attempts: int
    possible_repeat: bool
    new: NewDelivery
    topic: int | None = None
    card: int | None = None


@dataclass(frozen=True, slots=True)
class Settled:
    """A delivery that was given up together with others; `purpose` and `case` as they were added."""

    id: int
    purpose: str
    case: str | None
