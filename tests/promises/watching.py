"""What Telegram saw: a simulated world that keeps every update it handed out and every post it took."""

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from bot.simulator.faults import Faults
from bot.simulator.journal import Journal
from bot.simulator.model import Json
from bot.simulator.queue import UpdateQueue
from bot.simulator.world import World
from tests.simulation import Simulation

POSTING = ("sendMessage", "sendPhoto", "editMessageText", "createForumTopic", "deleteMessages")
ACTIVE = (*POSTING, "getUpdates")


@dataclass(frozen=True, slots=True)
class Post:
    """One call by which the bot showed something; `life` is the number of the run that made it."""

    method: str
    chat: int
    text: str
    life: int


@dataclass(slots=True)
class Posts(Journal):
    """Keeps the posts that were carried out, and tells when a life becomes active."""

    kept: list[Post] = field(default_factory=list)
    active: asyncio.Event = field(default_factory=asyncio.Event)
    life: int = 0

    def write(self, _at: float, method: str, params: Json, status: int, _answer: object) -> None:
        if status != HTTPStatus.OK:
            return
        if method in ACTIVE:
            self.active.set()
        if method in POSTING:
            self.kept.append(Post(method, int(params["chat_id"]), text_of(params), self.life))


def text_of(params: Json) -> str:
    """The words that a post shows."""
    return str(params.get("text") or params.get("caption") or params.get("name") or "")


class Pushed(UpdateQueue):
    """Remembers the id of every update."""

    def __init__(self, queue: UpdateQueue) -> None:
        super().__init__(queue._now, queue.next_id)
        self.ids: list[int] = []

    def inject(self, update: Json, kind: str = "") -> int:
        self.ids.append(super().inject(update, kind))
        return self.ids[-1]


class Swallowing(Faults):
    """Counts whose answers never came."""

    def __init__(self, world: World, posts: Posts) -> None:
        super().__init__(world.random)
        self._posts = posts
        self.swallowed: Counter[int] = Counter()

    def swallows(self, method: str) -> bool:
        swallowed = super().swallows(method)
        if swallowed:
            self.swallowed[self._posts.kept[-1].chat] += 1
        return swallowed


class Watched:
    """A simulation whose posts, updates and swallowed answers are kept."""

    def __init__(self, seed: int = 1) -> None:
        self.sim = Simulation(seed=seed)
        self.world = self.sim.world
        self.posts = Posts()
        self.queue = Pushed(self.world.queue)
        self.faults = Swallowing(self.world, self.posts)
        self.world.journal, self.world.queue, self.world.faults = self.posts, self.queue, self.faults

    def shown(self, chat: int) -> list[Post]:
        """All posts of a chat, in order."""
        return [post for post in self.posts.kept if post.chat == chat]

    async def __aenter__(self) -> "Watched":
        await self.sim.__aenter__()
        return self

    async def __aexit__(self, *error: Any) -> None:
        await self.sim.__aexit__(*error)
