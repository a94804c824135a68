"""Plays a journey: the real bot, the real store and the simulator; only time is ours.

After each act the runner waits until nothing is left to do: no update, no answer, nothing in the outbox.
While something waits for its moment (pacing, another try) time moves on by itself.
"""

import asyncio
import base64
import math
from collections.abc import Mapping
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from bot.domain.learning.progress import Progress, Stage
from bot.settings import Settings
from bot.simulator import taps
from bot.simulator.clock import Clock as SimulatorClock
from bot.turns import Reader
from bot.wiring import Machine, running_bot
from content.content import Content
from db.deliveries import OutboxState
from tests.clock import FakeClock
from tests.journeys.acts import Acting, verb_of
from tests.journeys.phones import Picture, changes, picture
from tests.journeys.played import Beat, Played
from tests.journeys.stored import Stored, look
from tests.journeys.story import Step, Story
from tests.simulation import GROUP, STAFF_ROOM, Simulation
from tests.simulation import STAFF as LEAD
from tests.storage import MASTER

MONDAY_MORNING = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)
"""Ten o'clock in Bangkok, within office hours."""

BETWEEN_ACTS = 5.0
"""Seconds that people take to read and to type; a moment of the virtual clock."""

LOOK = 0.004
PATIENCE = 15
"""Looks without any change before time moves on."""

MOVES = 120
UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


KEY = base64.b64encode(MASTER).decode()
"""Always the same: the order of answers hangs on the pseudonym of a child."""


class Player:
    """Plays one story in one folder."""

    def __init__(self, story: Story, content: Content, reader: Reader, folder: Path) -> None:
        self.story = story
        self.content = content
        self.clock = FakeClock(MONDAY_MORNING)
        self.sim = Simulation(clock=SimulatorClock(lambda: self.clock.now().timestamp()))
        self._reader = reader
        self._folder = folder
        self._bot: AsyncExitStack | None = None
        self._machine: Machine | None = None
        self._toasts: list[tuple[str, str]] = []

    async def __aenter__(self) -> Self:
        await self.sim.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._stop()
        await self.sim.__aexit__(kind, error, trace)

    @property
    def machine(self) -> Machine:
        """The running bot."""
        assert self._machine is not None, "the bot does not run"
        return self._machine

    async def play(self) -> Played:
        """All steps, one after the other."""
        cast = self._cast()
        people = {name: acting.actor.id for name, acting in cast.items()}
        played = Played(self.story, self.content, self.sim, self._folder / "bot.db", people)
        await self._start()
        await self._rest()
        for step in introductions(self.story.given, self.content):
            await self._do(step, cast)
            await self._rest()
        for who, left in self.story.finished.items():
            await self._finish_lessons(people[who], left)
        self._heard(cast)
        for step in self.story.steps:
            if step.verb == "play":
                await self._play_lesson(step, cast, played)
            else:
                await self._beat(step, cast, played)
        return played

    async def _finish_lessons(self, person: int, left: list[str]) -> None:
        """As if the child had taken all lessons before the journey, apart from those that are left."""
        lessons = next(iter(self.content.lessons.values()))
        done = {one: Progress(stage=Stage.END, finished=True) for one in lessons if one not in left}
        store = self.machine.store
        async with store.begin() as uow:
            learner = await uow.learners.get(store.sealer.pseudonym("person", person))
            assert learner is not None
            await uow.learners.save(replace(learner, progress=done), self.clock.now())
            await uow.commit()

    async def _play_lesson(self, step: Step, cast: dict[str, Acting], played: Played) -> None:
        """Read cards until a question comes, answer it, and so on: one beat for each tap."""
        for answer in step.value:
            await self._read_on(step.who, cast, played)
            await self._beat(Step(step.who, {"answer": answer}), cast, played)
        await self._read_on(step.who, cast, played)
        while "then" in step.act and cast[step.who].question() is not None:
            await self._beat(Step(step.who, {"answer": step.act["then"]}), cast, played)
            await self._read_on(step.who, cast, played)

    async def _read_on(self, who: str, cast: dict[str, Acting], played: Played) -> None:
        while (act := cast[who].onward()) is not None:
            await self._beat(Step(who, act), cast, played)

    def _cast(self) -> dict[str, Acting]:
        sim = self.sim
        actors = {
            "child": sim.child,
            "other_child": sim.other_child,
            "peer": sim.peer,
            "staff": sim.staff,
            "second_staff": sim.second_staff,
            "stranger": sim.newcomer("Stranger", kind="peer"),
        }
        return {name: Acting(sim, actor, name, self.content) for name, actor in actors.items()}

    async def _beat(self, step: Step, cast: dict[str, Acting], played: Played) -> None:
        before, stored = picture(self.sim.world), await self._look(played)
        for acting in cast.values():
            if acting.name != "stranger":
                acting.remember()
        await self.clock.advance(BETWEEN_ACTS)
        try:
            await self._do(step, cast)
            await self._rest()
        except AssertionError as error:
            raise AssertionError(f"at “{step.title()}”: {error}\n{_last(before)}") from None
        toasts = self._heard(cast)
        after = picture(self.sim.world)
        at = self.clock.monotonic()
        played.topics |= {one.id: one.name for one in self.sim.staff_room.topics.values()}
        played.beats.append(Beat(step, at, changes(before, after), toasts, stored, await self._look(played)))

    async def _do(self, step: Step, cast: dict[str, Acting]) -> None:
        match step.who:
            case "time":
                await self._pass(step.verb)
            case "bot":
                await self._of_bot(step.verb)
            case "telegram":
                self._of_telegram(step)
            case who if step.verb == "answer":
                await self._answer(step, cast[who])
            case who:
                await verb_of(cast[who], step.verb)(step.act)

    async def _answer(self, step: Step, who: Acting) -> None:
        """Tap the answer, each button after the screen has followed; `twice` is a double tap at the end."""
        *first, last = who.answering(step.act)
        for label in first:
            await who.tap({"tap": label})
            await self._rest()
        await who.tap({"tap": last, "twice": step.act.get("twice", False)})

    async def _pass(self, span: str) -> None:
        """`2m`, `1h`, `90d`: from one timer of the bot to the next, as time does."""
        left = float(span[:-1]) * UNITS[span[-1]]
        while left > 0:
            hop = min(left, await self._to_next_timer())
            await self.clock.advance(hop)
            await self._rest()
            left -= hop

    async def _to_next_timer(self) -> float:
        """Seconds until the bot wakes by itself."""
        if self._machine is None:
            return math.inf
        async with self.machine.store.begin() as uow:
            due = await uow.timers.next_due()
        return math.inf if due is None else max(0.0, (due - self.clock.now()).total_seconds())

    async def _of_bot(self, verb: str) -> None:
        assert verb in ("restart", "stop", "start"), verb
        if verb in ("restart", "stop"):
            await self._stop()
        if verb in ("restart", "start"):
            await self._start()

    def _of_telegram(self, step: Step) -> None:
        """`cut_next: 1`: the next answer gets lost; `fail_next: [method, code]`: the next call is refused."""
        faults = self.sim.world.faults
        if step.verb == "cut_next":
            faults.swallow_next = int(step.value)
        else:
            method, code, *description = step.value
            faults.fail_next(method, int(code), **({"description": description[0]} if description else {}))

    async def _start(self) -> None:
        self._bot = AsyncExitStack()
        settings = self._settings()
        bot = running_bot(settings, self.content, clock=self.clock, reader=self._reader)
        self._machine = await self._bot.enter_async_context(bot)

    async def _stop(self) -> None:
        if self._bot is not None:
            await self._bot.aclose()
        self._bot = self._machine = None

    def _settings(self) -> Settings:
        room = {"staff": STAFF_ROOM, "group": GROUP}[self.story.settings.get("staff_room", "staff")]
        values: dict[str, Any] = {
            "bot_token": self.sim.token,
            "bot_api_url": self.sim.base_url,
            "database_url": f"sqlite+aiosqlite:///{self._folder / 'bot.db'}",
            "master_key": KEY,
            "heartbeat_file": self._folder / "heartbeat",
            "staff_chat_id": room,
            "staff_lead_id": LEAD,
            "organisation": self.story.settings.get("organisation", "Example Foundation"),
        }
        return Settings(_env_file=None, **values)

    def _heard(self, cast: dict[str, Acting]) -> tuple[tuple[str, str], ...]:
        """Toasts with words, and forget them."""
        heard = [(name, str(one["text"])) for name, who in cast.items() for one in who.actor.toasts]
        for who in cast.values():
            who.actor.toasts.clear()
        return tuple(one for one in heard if one[1])

    async def _look(self, played: Played) -> Stored:
        if self._machine is None:
            return played.beats[-1].after
        stored = await look(self.machine.store, played.people)
        played.names += [case.name for case in stored.cases.values() if case.name not in played.names]
        return stored

    # waiting

    async def _rest(self) -> None:
        """Wait until nothing is left to do; move time where something waits for its moment."""
        if self._machine is None:
            return
        still, before, moves = 0, (-1, -1), 0
        while not await self._idle():
            await asyncio.sleep(LOOK)
            now = (self.sim.world.journal.written, len(self.sim.world.queue.waiting))
            still, before = (still + 1 if now == before else 0), now
            if still >= PATIENCE:
                assert moves < MOVES, "the bot does not come to rest"
                await self.clock.advance(1.0)
                still, moves = 0, moves + 1

    async def _idle(self) -> bool:
        world = self.sim.world
        alive = (one for one in world.callbacks.values() if world.now() - one.at < taps.CALLBACK_SECONDS)
        if world.queue.waiting or any(not one.answered for one in alive):
            return False
        async with self.machine.store.begin() as uow:
            inbox, outbox = await uow.inbox.counts(), await uow.outbox.counts()
            due = await uow.timers.next_due()
        if due is not None and due <= self.clock.now():
            return False
        return not (inbox.waiting or outbox[OutboxState.PENDING] or outbox[OutboxState.ATTEMPTING])


def introductions(given: Mapping[str, str], content: Content) -> list[Step]:
    """How children came to know the bot, and colleagues onto the roster, before the journey begins."""
    steps: list[Step] = []
    for who, value in given.items():
        if value in content.languages:
            named = content.texts.say(value, "language-name")
            steps += [Step(who, {"start": ""}), Step(who, {"tap": named})]
            steps.append(Step(who, {"tap": "button-age-skip"}))
        else:
            steps.append(Step(who, {"say": "👋"}))
            steps.append(Step("staff", {"say": f"/add {value}", "reply_to": "👋"}))
    return steps


def _last(shown: Picture) -> str:
    """The last messages, to see where a journey went astray."""
    return "\n".join(f"[{one.place}] {one.text} {one.buttons}" for one in list(shown.values())[-6:])
