"""The things that exist in the simulated Telegram. Plain data, no behaviour beyond small questions."""

from dataclasses import dataclass, field
from typing import Any, Literal

Json = dict[str, Any]
ChatKind = Literal["private", "group", "supergroup"]
PersonKind = Literal["child", "peer", "staff"]
Status = Literal["creator", "administrator", "member", "restricted", "left", "kicked"]

GENERAL = 1
"""Thread id of a forum's General topic (`GENERAL_FORUM_TOPIC_ID` in the Bot API server)."""

ANONYMOUS_ADMIN = 1087968824
"""Id of @GroupAnonymousBot, the sender that Telegram shows for anonymous admins."""

PRESENT = ("creator", "administrator", "member", "restricted")


@dataclass(slots=True)
class Person:
    """Somebody with a phone."""

    id: int
    name: str
    kind: PersonKind = "child"
    language: str = "th"
    username: str | None = None
    started: bool = False
    blocked: bool = False
    cleared_to: int = 0


@dataclass(slots=True)
class Bot:
    """The one bot of this world, as its owner set it up."""

    id: int
    username: str
    name: str
    token: str
    privacy: bool = True
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[tuple[str, int, int, str], list[Json]] = field(default_factory=dict)
    menu_buttons: dict[int, Json] = field(default_factory=dict)


@dataclass(slots=True)
class Member:
    """How somebody (or the bot) belongs to a chat."""

    status: Status = "member"
    rights: set[str] = field(default_factory=set)
    anonymous: bool = False

    @property
    def present(self) -> bool:
        """Whether they see the chat."""
        return self.status in PRESENT

    @property
    def admin(self) -> bool:
        """Creator or administrator."""
        return self.status in ("creator", "administrator")

    def may(self, right: str) -> bool:
        """Whether an admin right such as `can_manage_topics` is held."""
        return self.status == "creator" or (self.status == "administrator" and right in self.rights)


@dataclass(slots=True)
class Topic:
    """A forum topic; its id is the id of the service message that created it."""

    id: int
    name: str
    icon_color: int
    closed: bool = False
    creator: int = 0
    icon_custom_emoji_id: str | None = None


@dataclass(slots=True)
class Option:
    """One answer of a poll and who chose it."""

    id: str
    text: str
    voters: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Poll:
    """A poll or quiz."""

    id: str
    question: str
    options: list[Option]
    type: str = "regular"
    anonymous: bool = True
    multiple: bool = False
    revoting: bool = True
    correct: list[int] = field(default_factory=list)
    explanation: str | None = None
    explanation_entities: list[Json] = field(default_factory=list)
    description: str | None = None
    open_period: int | None = None
    close_date: int | None = None
    closed: bool = False

    @property
    def voters(self) -> set[int]:
        """Everyone who has voted."""
        return {person for option in self.options for person in option.voters}


@dataclass(slots=True)
class Message:
    """One message; `sender` is a person's or the bot's id, `touched` the turn when it last changed."""

    id: int
    chat: int
    date: int
    sender: int
    text: str | None = None
    entities: list[Json] = field(default_factory=list)
    topic: int | None = None
    reply_to: int | None = None
    buttons: list[list[Json]] = field(default_factory=list)
    keyboard_sent: bool = False
    anonymous: bool = False
    protected: bool = False
    edited: int | None = None
    photo: Json | None = None
    media: Json | None = None
    poll: Poll | None = None
    service: Json | None = None
    forward: Json | None = None
    via_bot: bool = False
    inline_id: str | None = None
    touched: int = 0


@dataclass(slots=True)
class Chat:
    """A private chat (id = the person's id), an ordinary group or a supergroup."""

    id: int
    kind: ChatKind
    title: str = ""
    forum: bool = False
    members: dict[int, Member] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    next_id: int = 1
    pinned: list[int] = field(default_factory=list)
    protected: bool = False
    migrated_to: int | None = None
    instance: str = ""
    keyboards: dict[int, Json] = field(default_factory=dict)
    force_reply: dict[int, int] = field(default_factory=dict)
    typing: list[Json] = field(default_factory=list)

    def take_id(self) -> int:
        """The next message id."""
        self.next_id += 1
        return self.next_id - 1

    def member(self, someone: int) -> Member:
        """Their membership; a stranger counts as `left`."""
        return self.members.get(someone) or Member("left")


@dataclass(slots=True)
class Callback:
    """A tap that waits for `answerCallbackQuery`."""

    id: str
    person: int
    chat: int
    message: int
    at: float
    answered: bool = False


@dataclass(slots=True)
class InlineQuery:
    """What somebody typed after the bot's name, and what the bot offered."""

    id: str
    person: int
    chat: int
    query: str
    at: float
    results: list[Json] = field(default_factory=list)
