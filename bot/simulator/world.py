"""Everything that exists, in memory: people, chats, the bot and its queue. No input or output here."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from bot.simulator.clock import Clock
from bot.simulator.errors import TroubleError
from bot.simulator.faults import Faults
from bot.simulator.journal import Journal
from bot.simulator.limits import Limits
from bot.simulator.model import Bot, Callback, Chat, ChatKind, InlineQuery, Json, Member, Message, Person
from bot.simulator.queue import UpdateQueue


@dataclass(frozen=True, slots=True)
class Event:
    """Something phones show. `render` makes the websocket message for one person."""

    name: str
    chat: int | None
    person: int | None
    render: Callable[[int], Json]


Listener = Callable[[Event], None]


class World:
    """The state of the simulated Telegram."""

    def __init__(self, bot: Bot, clock: Clock | None = None, seed: int | None = None) -> None:
        self.clock = clock or Clock()
        self.random = random.Random(seed)  # noqa: S311 - ids for a test world, no secrets
        self.bot = bot
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.callbacks: dict[str, Callback] = {}
        self.inline: dict[str, InlineQuery] = {}
        self.inline_messages: dict[str, tuple[int, int]] = {}
        self.files: dict[str, bytes] = {}
        self.file_ids: set[str] = set()
        self.counts: Counter[str] = Counter()
        self.webhook: Json = {"url": ""}
        self.queue = UpdateQueue(self.now, self.random.randrange(100_000_000, 900_000_000))
        self.faults = Faults(self.random)
        self.limits = Limits(self.now)
        self.journal = Journal()
        self.listeners: set[Listener] = set()
        self.turn = 0

    def now(self) -> float:
        """Unix seconds of the simulator's clock."""
        return self.clock.now()

    def date(self) -> int:
        """Now, as Telegram dates things."""
        return int(self.now())

    def token_id(self) -> str:
        """A fresh number as a string, as Telegram names queries and polls."""
        return str(self.random.randrange(10**17, 10**19))

    # finding

    def person(self, person_id: int) -> Person:
        """Raises TroubleError (404) for a stranger."""
        try:
            return self.people[person_id]
        except KeyError:
            raise TroubleError(404, f"no person {person_id}") from None

    def chat(self, chat_id: int) -> Chat:
        """Raises TroubleError (404) for an unknown chat."""
        try:
            return self.chats[chat_id]
        except KeyError:
            raise TroubleError(404, f"no chat {chat_id}") from None

    def seen_by(self, person: int, chat_id: int) -> Chat:
        """The chat, if this person is in it. Raises TroubleError (403) for outsiders."""
        chat = self.chat(chat_id)
        if not chat.member(person).present:
            raise TroubleError(403, "not a member of this chat")
        return chat

    def visible_chats(self, person: int) -> list[Chat]:
        """The chats on this person's phone."""
        return [chat for chat in self.chats.values() if chat.member(person).present]

    # making

    def add_person(self, person: Person) -> Person:
        """Somebody new, with a private chat that is not started yet."""
        self.people[person.id] = person
        self.add_chat(person.id, "private", person.name, {person.id: Member(), self.bot.id: Member()})
        return person

    def add_chat(self, chat_id: int, kind: ChatKind, title: str, members: dict[int, Member]) -> Chat:
        """A new, empty chat. In a supergroup, message 1 told of its making: 1 is the General topic's id."""
        first = 2 if kind == "supergroup" else 1
        chat = Chat(chat_id, kind, title, members=members, next_id=first, instance=self.token_id())
        self.chats[chat_id] = chat
        return chat

    def new_chat_id(self, kind: ChatKind) -> int:
        """A free id of the shape that Telegram gives this kind of group."""
        base = -1_000_000_000_000 if kind == "supergroup" else 0
        while (chosen := base - self.random.randrange(10**9, 4 * 10**9)) in self.chats:
            continue
        return chosen

    # telling

    def announce(
        self, name: str, render: Callable[[int], Json], chat: int | None = None, person: int | None = None
    ) -> None:
        """Tell every listener; they decide who sees it by `chat` and `person`."""
        event = Event(name, chat, person, render)
        for listener in tuple(self.listeners):
            listener(event)

    def message(self, chat: Chat, message_id: int | None) -> Message | None:
        """The message, or None when it does not exist (any more)."""
        return chat.messages.get(message_id) if message_id is not None else None
