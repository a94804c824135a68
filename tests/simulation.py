"""The simulated Telegram for tests: start it, let people speak and tap, and see what their phones show.

    async with Simulation() as sim:
        await sim.child.start()
        await sim.child.say("hello")
        card = await sim.child.wait_for("Hello")
        await sim.child.tap("Next", on=card)

`sim.base_url` and `sim.token` go to the bot under test. Waiting is on events, never on sleeping;
`sim.advance(seconds)` moves the simulator's clock. Rate limits are off unless asked for.
"""

import asyncio
from collections.abc import Callable
from contextlib import AsyncExitStack
from types import TracebackType
from typing import Any, Self

from bot.simulator import demo_world, members, running, taps
from bot.simulator.clock import Clock
from bot.simulator.journal import Call
from bot.simulator.model import Chat, Json, Member, Person
from bot.simulator.world import Event, World
from tests.actor import PATIENCE, Actor

CHILD, OTHER_CHILD, PEER, STAFF, SECOND_STAFF = 510000001, 510000002, 520000001, 530000001, 530000002
GROUP, STAFF_ROOM = -4100000001, -1004200000001


class Simulation:
    """A world with the demo cast behind a real server on loopback."""

    def __init__(self, *, rate_limits: bool = False, clock: Clock | None = None, seed: int = 1) -> None:
        self.world: World = demo_world(clock=clock, seed=seed)
        self.world.limits.on = rate_limits
        self.token = self.world.bot.token
        self.base_url = ""
        self.child = Actor(self, CHILD)
        self.other_child = Actor(self, OTHER_CHILD)
        self.peer = Actor(self, PEER)
        self.staff = Actor(self, STAFF)
        self.second_staff = Actor(self, SECOND_STAFF)
        self._stack = AsyncExitStack()
        self._changes: set[asyncio.Event] = set()

    async def __aenter__(self) -> Self:
        self.world.listeners.add(self._heard)
        self.base_url = await self._stack.enter_async_context(running(self.world))
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._stack.aclose()

    @property
    def api_url(self) -> str:
        """What python-telegram-bot calls `base_url`: the token is to follow."""
        return f"{self.base_url}/bot"

    @property
    def group(self) -> Chat:
        """The ordinary group of friends (the bot is a plain member)."""
        return self.world.chats[GROUP]

    @property
    def staff_room(self) -> Chat:
        """The staff forum (the bot is an administrator)."""
        return self.world.chats[STAFF_ROOM]

    def actor(self, person: int) -> "Actor":
        """Anyone, by id."""
        return Actor(self, self.world.person(person).id)

    def newcomer(self, name: str = "Somebody", kind: Any = "child", language: str = "th") -> "Actor":
        """Somebody who was not there before: a stranger to every chat."""
        person = Person(max(self.world.people) + 1, name, kind, language)
        return Actor(self, self.world.add_person(person).id)

    def join(self, who: "Actor", chat: Chat, status: Any = "member", *, anonymous: bool = False) -> None:
        """Put somebody into a chat."""
        rights = set(members.ADMIN) if status == "administrator" else set()
        members.change(self.world, chat, who.id, who.id, Member(status, rights, anonymous))

    def add_bot(self, chat: Chat, by: "Actor", payload: str = "") -> None:
        """Add the bot to a group, as a `?startgroup=payload` link does."""
        members.move(self.world, chat.id, self.world.bot.id, "add", by.id, payload)

    def advance(self, seconds: float) -> None:
        """Move the simulator's clock forward; polls that are due close."""
        self.world.clock.advance(seconds)
        taps.close_due(self.world)

    def calls(self, method: str = "") -> list[Call]:
        """Bot API calls so far, of one method or all."""
        return [call for call in self.world.journal.calls if method in ("", call.method)]

    def inject(self, update: Json) -> int:
        """Put any update object into the bot's queue; returns its id."""
        return self.world.queue.inject(update)

    def _heard(self, _: Event) -> None:
        for change in self._changes:
            change.set()

    async def until(self, happened: Callable[[], Any], patience: float = PATIENCE, what: str = "it") -> Any:
        """Wait until something is true of the world; returns what `happened` returned.

        Raises:
            AssertionError: when it stays false for `patience` seconds.
        """
        change = asyncio.Event()
        self._changes.add(change)
        try:
            async with asyncio.timeout(patience):
                while not (result := happened()):
                    change.clear()
                    await first_of(change, 0.05)
                return result
        except TimeoutError:
            raise AssertionError(f"{what} did not happen within {patience} s") from None
        finally:
            self._changes.discard(change)


async def first_of(change: asyncio.Event, seconds: float) -> None:
    """Wait for a change, or a moment: calls that change no phone are seen too."""
    try:
        async with asyncio.timeout(seconds):
            await change.wait()
    except TimeoutError:
        return
