"""What shall happen, as orders. Durable ones become rows of the outbox; `Toast` is tried once.

An alert to staff cannot be ephemeral: no such type exists.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum

from bot.domain.inputs import TimerKind
from bot.domain.learning.insights import Insights
from bot.domain.pictures import Picture
from bot.domain.speech import Message, Part
from bot.domain.state import Case, CaseMessage, Learner, StaffMember, Suggestion


class Lane(IntEnum):
    """Who goes first when Telegram lets only so many messages through."""

    ALERT = 0
    REPLY = 1
    LESSON = 2
    REMINDER = 3


@dataclass(frozen=True, slots=True)
class SayToChild:
    """Send a message. `reply`: the case message that it carries, whose delivery staff want to know."""

    child: str
    message: Message
    languages: tuple[str, ...]
    lane: Lane = Lane.REPLY
    reply: CaseMessage | None = None


@dataclass(frozen=True, slots=True)
class ShowPicture:
    """Send a picture with a message as its caption; where it cannot be sent, the words go alone.

    `alt`: what is drawn, for whom cannot see it; said under the caption, and only with the picture.
    """

    child: str
    picture: Picture
    message: Message
    languages: tuple[str, ...]
    lane: Lane = Lane.LESSON
    alt: Part | None = None


@dataclass(frozen=True, slots=True)
class EditForChild:
    """Replace a message that the child already has (it is sent anew where it is gone)."""

    child: str
    message_id: int
    message: Message
    languages: tuple[str, ...]
    lane: Lane = Lane.LESSON


@dataclass(frozen=True, slots=True)
class DeleteForChild:
    """Delete both sides' messages of the last 48 hours in the child's chat, as known when it is carried out.

    What waits to be sent to the child leaves before it, and is deleted with the rest.
    """

    child: str


@dataclass(frozen=True, slots=True)
class OpenTopic:
    """Make the topic of a case in the staff group."""

    case: Case
    title: Part


@dataclass(frozen=True, slots=True)
class RenameTopic:
    """Give the topic of a case the title that fits it now."""

    case: Case
    title: Part


class PostKind(StrEnum):
    """What a post in a case's topic is; replies to CHILD_WORDS go to the child."""

    CARD = "card"
    CHILD_WORDS = "child_words"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class PostInCase:
    """Post in the case's topic (waits until the topic exists)."""

    case: Case
    message: Message
    kind: PostKind = PostKind.NOTE
    reply_to: int | None = None
    record: CaseMessage | None = None


@dataclass(frozen=True, slots=True)
class EditCard:
    """Bring the case's card up to date (a newer edit replaces one that still waits)."""

    case: Case
    message: Message


@dataclass(frozen=True, slots=True)
class PostToStaff:
    """Post in the staff group's General topic."""

    message: Message
    lane: Lane = Lane.ALERT
    reply_to: int | None = None


class Form(StrEnum):
    """How staff are shown figures."""

    CHART = "chart"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class FileForStaff:
    """Post figures as a file in the staff group's General topic; if it cannot be sent, its words go alone."""

    form: Form
    figures: Insights
    message: Message
    reply_to: int | None = None


@dataclass(frozen=True, slots=True)
class SayInGroup:
    """Answer in an ordinary group."""

    group: str
    message: Message
    languages: tuple[str, ...]
    reply_to: int | None = None


@dataclass(frozen=True, slots=True)
class Toast:
    """Answer a button tap with a short line (ephemeral: the query dies within seconds anyway)."""

    query: str
    words: Part | None
    languages: tuple[str, ...]
    alert: bool = False


@dataclass(frozen=True, slots=True)
class SaveLearner:
    """Store the learner."""

    learner: Learner


@dataclass(frozen=True, slots=True)
class ForgetLearner:
    """Delete all that is known of a child, closed cases included (their keys are destroyed).

    `keep_chat`: an open case must still be able to answer.
    """

    child: str
    keep_chat: bool


@dataclass(frozen=True, slots=True)
class RememberWords:
    """Add to the sealed window of recent messages; an edited message takes the place of the earlier one."""

    child: str
    message_id: int
    text: str


@dataclass(frozen=True, slots=True)
class ForgetRecentWords:
    """Empty the window of recent messages that a judgement uses."""

    child: str


@dataclass(frozen=True, slots=True)
class SaveCase:
    """Store the case."""

    case: Case


@dataclass(frozen=True, slots=True)
class RecordInCase:
    """Keep a message with its case."""

    message: CaseMessage


@dataclass(frozen=True, slots=True)
class MarkOpened:
    """The child opened these staff replies."""

    messages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StartTimer:
    """Wake the case at a moment, also across a restart."""

    kind: TimerKind
    subject: str
    due: datetime
    round: int = 0


@dataclass(frozen=True, slots=True)
class StopTimers:
    """Forget the timers about a subject."""

    subject: str


@dataclass(frozen=True, slots=True)
class SaveStaff:
    """Put a person on the roster, or change the entry."""

    member: StaffMember


@dataclass(frozen=True, slots=True)
class RemoveStaff:
    """Take a person off the roster."""

    staff: str


@dataclass(frozen=True, slots=True)
class Audit:
    """Write to the audit. `actor`, `subject`: pseudonyms or refs; `detail` never holds a child's words."""

    action: str
    actor: str | None
    subject: str | None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """Add one to an anonymous counter of the day."""

    name: str


@dataclass(frozen=True, slots=True)
class KeepSuggestion:
    """Keep what a case taught, for the people who tend the data."""

    suggestion: Suggestion


ToChild = SayToChild | ShowPicture | EditForChild | DeleteForChild
ToStaff = OpenTopic | RenameTopic | PostInCase | EditCard | PostToStaff | FileForStaff
Durable = ToChild | ToStaff | SayInGroup
ChildChange = SaveLearner | ForgetLearner | RememberWords | ForgetRecentWords
CaseChange = SaveCase | RecordInCase | MarkOpened | StartTimer | StopTimers
Change = ChildChange | CaseChange | SaveStaff | RemoveStaff | Audit | Count | KeepSuggestion
Effect = Durable | Change | Toast
