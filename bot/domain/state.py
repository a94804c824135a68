"""What the bot knows, as values. A turn reads them, `decide` returns changed ones, the turn stores them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from bot.domain.learning.progress import Activity, Memory, Practice, Progress, StoryProgress
from content.schema import AgeBand, Category, Severity

_NO_PROGRESS: Mapping[str, Progress] = MappingProxyType({})
_NO_STORIES: Mapping[str, StoryProgress] = MappingProxyType({})
_NO_MEMORY: Mapping[str, Memory] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Learner:
    """A child, known only by a keyed pseudonym.

    `screen` counts the screens of lessons, stories and practice: a tap that carries another number is an old
    one. `activity`: what the newest of them belongs to; `lesson`, `story`, `practice`: which one that is.
    `memory`: how well each answered question is remembered. `reminders`: the child wants to be reminded;
    `reminded`: how often, since they last wrote or tapped.
    `asked_for_person`: the next text goes to staff. `naming`: the next text may be a nickname for the
    certificate; any other input ends that. `hidden`: the chat was hidden; nothing unprompted
    until the child returns. `tapped`: the last messages of which a button that counts once was tapped.
    """

    ref: str
    language: str | None = None
    age_band: AgeBand | None = None
    lesson: str | None = None
    screen: int = 0
    progress: Mapping[str, Progress] = field(default_factory=lambda: _NO_PROGRESS)
    activity: Activity = Activity.LESSON
    story: str | None = None
    stories: Mapping[str, StoryProgress] = field(default_factory=lambda: _NO_STORIES)
    practice: Practice | None = None
    memory: Mapping[str, Memory] = field(default_factory=lambda: _NO_MEMORY)
    reminders: bool = False
    reminded: int = 0
    asked_for_person: bool = False
    naming: bool = False
    hidden: bool = False
    reachable: bool = True
    seen_at: datetime | None = None
    tapped: tuple[int, ...] = ()


class CaseStatus(StrEnum):
    """Where a case stands."""

    NEW = "new"
    CLAIMED = "claimed"
    ANSWERED = "answered"
    WAITING_FOR_CHILD = "waiting_for_child"
    RESOLVED = "resolved"
    FALSE_ALARM = "false_alarm"
    HANDED_ON = "handed_on"
    REOPENED = "reopened"

    @property
    def open(self) -> bool:
        """Whether staff still have something to do."""
        return self not in (CaseStatus.RESOLVED, CaseStatus.FALSE_ALARM, CaseStatus.HANDED_ON)


@dataclass(frozen=True, slots=True)
class Sign:
    """A piece of a child's words, and the gravest of what matched it (the name of a pattern or a phrase)."""

    words: str
    category: Category | None
    pattern: str


@dataclass(frozen=True, slots=True)
class Case:
    """One child's need for help, from the first message until it is closed.

    `why` holds the child's words that decided it (sealed at rest), `patterns` the names of the curated
    phrases and patterns that they matched, `signs` what each of them was taken for, `examples` the curated
    phrases that are most like them. `reading` names the way of reading where it was not the best one.
    `topic` and `card` are ids in the staff group, None until Telegram has given them. `raised` counts how
    often it was raised again, `waiting_since` is the moment from which an answer is owed (None: `opened_at`),
    `alarmed_at` the last call to all staff. `machine_read`: False when a message could not be read by the
    machine. `said_only_asking`: the child tapped "only asking" after the last words. `discreet`: the chat was
    hidden or deleted; whoever writes now may not be the child, so nothing tells of the case until somebody
    asks for a person or is in need. `told_how`: staff were told that only replies go to the child.
    """

    ref: str
    name: str
    child: str
    severity: Severity
    opened_at: datetime
    status: CaseStatus = CaseStatus.NEW
    categories: tuple[Category, ...] = ()
    about: str | None = None
    language: str = "th"
    age_band: AgeBand | None = None
    why: tuple[str, ...] = ()
    machine_read: bool = True
    claimed_by: str | None = None
    closing_asked_by: str | None = None
    safe_to_write: bool = True
    reachable: bool = True
    raised: int = 0
    topic: int | None = None
    card: int | None = None
    last_child_at: datetime | None = None
    waiting_since: datetime | None = None
    alarmed_at: datetime | None = None
    said_only_asking: bool = False
    discreet: bool = False
    patterns: tuple[str, ...] = ()
    signs: tuple[Sign, ...] = ()
    examples: tuple[str, ...] = ()
    reading: str | None = None
    told_how: bool = False


class Role(StrEnum):
    """What a person in the staff group may do. A lead adds and removes others."""

    STAFF = "staff"
    LEAD = "lead"


@dataclass(frozen=True, slots=True)
class StaffMember:
    """A person on the roster. `label` is what colleagues see, given by a lead; children never see it."""

    ref: str
    label: str
    role: Role
    expires_at: datetime | None = None

    def valid_at(self, moment: datetime) -> bool:
        """Whether the entry still gives authority."""
        return self.expires_at is None or moment < self.expires_at


class Author(StrEnum):
    """Who wrote a message of a case."""

    CHILD = "child"
    STAFF = "staff"
    MACHINE = "machine"


class Way(StrEnum):
    """How a child sent words: as their own, by changing what they had sent, or passed on from a chat."""

    WRITTEN = "written"
    CHANGED = "changed"
    FORWARDED = "forwarded"


@dataclass(frozen=True, slots=True)
class CaseMessage:
    """A message kept with a case, sealed with its key. `topic_message`: its id in the staff group."""

    ref: str
    case: str
    author: Author
    text: str
    at: datetime
    staff: str | None = None
    topic_message: int | None = None
    opened: bool = True
    way: Way = Way.WRITTEN


class SuggestionKind(StrEnum):
    """What staff suggest for the data: no alarm was needed, one was missed, a question needs an answer."""

    FALSE_ALARM = "falsealarm"
    MISSED = "missed"
    FAQ = "faq"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something learned from a case, without any of the child's words and without the case's name.

    `text` is what a colleague retyped in own words (for FAQ the question, with its `answer`). `patterns`
    name what the reading matched. `author` is the colleague's pseudonym.
    """

    ref: str
    kind: SuggestionKind
    author: str
    at: datetime
    language: str
    severity: Severity = Severity.NONE
    categories: tuple[Category, ...] = ()
    patterns: tuple[str, ...] = ()
    text: str = ""
    answer: str = ""


_NO_COUNTS: Mapping[str, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class State:
    """All that one turn may look at.

    For a child's input: the learner, their latest case (open or closed), the staff replies not yet opened,
    and what they wrote within the last minutes. For a staff input: the roster entry of the person (None: not
    on it), the case of the topic and its child, the case message replied to, the roster and the open cases.
    For a case's input: the case, its child, and (for a lost topic) the log of the case. For what needs
    it: the log of the child's or the topic's case, and the anonymous `counts` of the last days by name.
    """

    learner: Learner | None = None
    case: Case | None = None
    staff: StaffMember | None = None
    roster: tuple[StaffMember, ...] = ()
    open_cases: tuple[Case, ...] = ()
    replied_to: CaseMessage | None = None
    unopened: tuple[CaseMessage, ...] = ()
    log: tuple[CaseMessage, ...] = ()
    recent_words: tuple[str, ...] = ()
    names_in_use: frozenset[str] = frozenset()
    counts: Mapping[str, int] = field(default_factory=lambda: _NO_COUNTS)

    @property
    def open_case(self) -> Case | None:
        """The child's case while staff still have something to do."""
        return self.case if self.case is not None and self.case.status.open else None
