"""The whole bot with its real reader, fed by the simulated Telegram with strange updates."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from unittest.mock import patch

from bot.domain.judgement import Judgement, Status
from bot.simulator.model import Json, Person
from bot.simulator.world import World
from bot.understanding import MODES
from bot.wiring import running_bot
from bot.workers import pacing
from tests import shared
from tests.machine.fast_store import place
from tests.promises import hostile
from tests.promises.autopsy import look, records
from tests.promises.fuzz_machine import errors_noted
from tests.promises.mutating import damaged, too_deep
from tests.promises.nursery import DATABASE, Life
from tests.promises.schema import KINDS, Drawer
from tests.promises.waiting import until
from tests.promises.watching import Watched

ASKED_FOR = ("message", "edited_message", "callback_query", "my_chat_member")
"""The kinds that the bot asks Telegram for; others come too, now and then."""

AT_ONCE = 50
PATIENCE = 60.0


@dataclass(slots=True)
class Lived:
    """What a whole bot made of a sample."""

    updates: int = 0
    errors: list[str] = field(default_factory=list)
    texts: int = 0
    not_read: int = 0
    stuck: int = 0
    replies: int = 0

    @property
    def ok(self) -> bool:
        """Whether nothing went wrong in a bot that had something to say."""
        return not (self.errors or self.not_read or self.stuck) and self.replies > self.updates / 10

    @property
    def text(self) -> str:
        """In words."""
        faults = f" ({', '.join(sorted(set(self.errors)))})" if self.errors else ""
        return (
            f"{self.updates} more through the whole bot: "
            f"{len(self.errors)} errors{faults}, {self.stuck} stuck, "
            f"{self.not_read} of {self.texts} texts beyond the real reader, {self.replies} posts"
        )


class Counting:
    """The real reader, counting what it could not read."""

    def __init__(self, lived: Lived) -> None:
        self._reader = shared.reader(MODES[0])
        self._lived = lived

    def judge(self, text: str, recent: Sequence[str] = ()) -> Judgement:
        judgement = self._reader.judge(text, recent)
        self._lived.texts += 1
        self._lived.not_read += judgement.status is Status.FAILED
        return judgement


async def whole_bot(count: int, seed: int) -> Lived:
    """Feed a bot so many updates."""
    lived, random = Lived(count), Random(seed)
    with TemporaryDirectory(prefix="phuean-", dir=place()) as folder, errors_noted(lived.errors), unpaced():
        async with Watched(seed) as watched:
            everybody_started(watched.world)
            life = Life(watched.sim.base_url, watched.sim.token, folder)
            async with running_bot(life.settings(), shared.content(), reader=Counting(lived)):
                for batch in batches(count, random):
                    await feed(watched, batch, random)
                    lived.stuck += not await settled(watched, life.database)
            lived.replies = len(watched.posts.kept)
        lived.stuck += len(set(watched.queue.ids) - records(Path(folder) / DATABASE).known)
    return lived


def everybody_started(world: World) -> None:
    """All who may be named in an update exist and have pressed Start, so that answers reach them."""
    for number in {*hostile.CHILDREN, *world.people}:
        person = world.people.get(number) or world.add_person(Person(number, "Somebody", "child", "en"))
        person.started = True


def batches(count: int, random: Random) -> Iterator[list[Json]]:
    """Updates, some at a time. Their ids are Telegram's business."""
    drawer = Drawer(random)
    for first in range(0, count, AT_ONCE):
        made = [drawn(drawer, random) for _ in range(min(AT_ONCE, count - first))]
        yield [{name: value for name, value in update.items() if name != "update_id"} for update in made]


def drawn(drawer: Drawer, random: Random) -> Json:
    """Words, a kind that is asked for, any kind, or something damaged."""
    chance = random.random()
    kind = random.choice(ASKED_FOR if chance < 0.7 else KINDS)
    update = drawer.words(1) if chance < 0.5 else without_moves(drawer.update(kind, 1))
    return damaged(update, random) if chance > 0.85 else update


def without_moves(update: Json) -> Json:
    """Nobody but Telegram says that a group lives elsewhere now: where it says so, it is so."""
    for message in update.values():
        for name in ("migrate_to_chat_id", "migrate_from_chat_id"):
            if isinstance(message, dict):
                message.pop(name, None)
    return update


async def feed(watched: Watched, batch: list[Json], random: Random) -> None:
    """Hand a batch to Telegram, after an answer that cannot be read."""
    watched.queue.inject_raw(too_deep([{"update_id": 1}], random))
    for update in batch:
        watched.queue.inject(update)


async def settled(watched: Watched, database: Path) -> bool:
    """Whether everything came to its end in time."""

    def over() -> bool:
        return not (watched.queue.raw or watched.queue.waiting or look(database).backlog)

    return await until(over, PATIENCE)


@contextmanager
def unpaced() -> Iterator[None]:
    """Without limits to how fast the bot speaks."""
    with (
        patch.object(pacing, "CHAT_BURST", 10_000),
        patch.object(pacing, "GROUP_PER_WINDOW", 10_000),
        patch.object(pacing, "OVERALL_PER_SECOND", 10_000),
    ):
        yield
