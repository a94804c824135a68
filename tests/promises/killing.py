"""Runs a bot in its own process, kills it again and again while children write, then lets it finish."""

import asyncio
import logging
import signal
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from db.keys import load_keys
from db.sealing import Sealer
from tests.promises.autopsy import Findings, Records, examine, look, records
from tests.promises.crowd import SCRIPTS, Child, Crowd, newcomer
from tests.promises.midwife import Midwife, nursery
from tests.promises.nursery import DATABASE, Life
from tests.promises.waiting import until
from tests.promises.watching import Post, Watched

ACTIVE_SECONDS = 30.0
LATEST_KILL = 0.35
LATENCY_MS = 20.0
"""A phone network's answer time, in force from the first activity of a life on."""

BACKLOG = 60
"""Deliveries and updates; beyond it a life may catch up, as the bot is killed faster than it works."""

WAITING_ACTS, LATER_ACTS = 3, 3


@dataclass(frozen=True, slots=True)
class Plan:
    """What is done to the bot. `points` are crash points, each with how often it is passed before the end."""

    kills: int = 0
    points: tuple[tuple[str, int], ...] = ()
    children: int = 30
    reader: str = "plain"
    broken: str = ""
    swallow_rate: float = 0.0
    read_timeout: float = 20.0
    patience: float = 60.0
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that was seen in a run. `trouble` names what the plan wanted and did not get."""

    plan: Plan
    expected: dict[str, list[Post]]
    children: list[Child]
    pseudonyms: dict[int, str]
    posts: list[Post]
    pushed: frozenset[int]
    swallowed: Counter[int]
    deaths: list[Findings]
    trouble: list[str]
    finished: bool
    records: Records


class Run:
    """One bot through many lives on one database."""

    def __init__(self, plan: Plan, midwife: Midwife, watched: Watched, folder: Path) -> None:
        self.plan = plan
        self._midwife = midwife
        self._watched = watched
        self.folder = folder
        self._random = Random(plan.seed)
        self.crowd = Crowd(watched.world, plan.children, self._random)
        self.deaths: list[Findings] = []
        self.trouble: list[str] = []
        folder.mkdir()

    def life(self, *, crash: str = "", nth: int = 1, paced: bool = True) -> Life:
        """A life of this run."""
        self._watched.posts.life += 1
        return Life(
            api_url=self._watched.sim.base_url,
            token=self._watched.sim.token,
            folder=str(self.folder),
            crash=crash,
            nth=nth,
            broken=self.plan.broken,
            read_timeout=self.plan.read_timeout,
            paced=paced,
        )

    async def all(self) -> bool:
        """All crash points, all kills, then a last life; whether that one came to an end."""
        for point, nth in self.plan.points:
            await self._dies_at(point, nth)
        for _ in range(self.plan.kills):
            await self._is_killed()
            if self.deaths[-1].backlog > BACKLOG:
                await self._rests()
        return await self.finishes()

    async def _begins(self, life: Life) -> int:
        """A new life, with messages that wait for it."""
        for _ in range(WAITING_ACTS):
            self.crowd.act()
        self._watched.posts.active.clear()
        return await self._midwife.bear(life)

    async def _is_killed(self) -> None:
        pid = await self._begins(self.life())
        await asyncio.wait_for(self._watched.posts.active.wait(), ACTIVE_SECONDS)
        self._watched.faults.delay_ms = LATENCY_MS
        kill, passed = self._random.uniform(0, LATEST_KILL), 0.0
        for moment in sorted(self._random.uniform(0, kill) for _ in range(LATER_ACTS)):
            await asyncio.sleep(moment - passed)
            self.crowd.act()
            passed = moment
        await asyncio.sleep(kill - passed)
        await self._midwife.end(pid)
        await self._died()

    async def _dies_at(self, point: str, nth: int) -> None:
        pid = await self._begins(self.life(crash=point, nth=nth))
        for _ in range(LATER_ACTS):
            self.crowd.act()
        if await self._midwife.outlive(pid, seconds=10.0) != -signal.SIGKILL:
            self.trouble.append(f"{point} ({nth})")
        await self._died()

    async def _died(self) -> None:
        self._watched.faults.delay_ms = 0
        self._watched.queue.interrupt()  # the poll of the dead: nobody hears its answer
        await asyncio.sleep(0)
        self.deaths.append(examine(self.folder / DATABASE))

    async def _rests(self) -> None:
        """A life that works off most of what has piled up and is stopped in good order."""
        life = self.life(paced=False)
        pid = await self._midwife.bear(life)
        await until(lambda: look(life.database).backlog <= BACKLOG // 4, self.plan.patience)
        if await self._midwife.end(pid, signal.SIGTERM) != 0:
            self.trouble.append("an orderly stop")

    async def finishes(self) -> bool:
        """A life without end, in which the children finish what they do and everything is sent."""
        life = self.life(paced=False)
        self._watched.faults.swallow_rate = self.plan.swallow_rate
        pid = await self._midwife.bear(life)
        done = await until(lambda: self._quiet(life), self.plan.patience)
        self._watched.faults.swallow_rate = 0
        return (await self._midwife.end(pid, signal.SIGTERM) == 0) and done

    def _quiet(self, life: Life) -> bool:
        """Whether nothing is left to do; children who can do something do it."""
        acted = [self.crowd.act() for _ in range(LATER_ACTS)]
        if any(acted) or not self.crowd.finished or self._watched.queue.waiting or not life.database.exists():
            return False
        found = look(life.database)
        return not (found.inbox or found.pending or found.attempting)


_done: dict[Plan, Evidence] = {}


def killed(*plans: Plan) -> list[Evidence]:
    """Carry out plans, each only once; those that are given together share what it takes to start."""
    for reader in sorted({plan.reader for plan in plans}):
        wanted = [plan for plan in plans if plan.reader == reader and plan not in _done]
        if wanted:
            asyncio.run(_killed(reader, wanted))
    return [_done[plan] for plan in plans]


async def _killed(reader: str, plans: Sequence[Plan]) -> None:
    with TemporaryDirectory(prefix="phuean-") as folder, silent_server():
        async with nursery(reader) as midwife:
            expected = await _calm(midwife, Path(folder) / "calm")
            for number, plan in enumerate(plans):
                async with Watched(plan.seed) as watched:
                    run = Run(plan, midwife, watched, Path(folder) / str(number))
                    finished = await run.all()
                    _done[plan] = _evidence(run, watched, expected, finished=finished)


@contextmanager
def silent_server() -> Iterator[None]:
    """Without a word about every connection that a dead bot leaves behind."""
    logger = logging.getLogger("aiohttp.server")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)


def _evidence(run: Run, watched: Watched, expected: dict[str, list[Post]], *, finished: bool) -> Evidence:
    sealer = Sealer(load_keys(value=None, file=run.folder / "master.key"))
    children = run.crowd.children
    return Evidence(
        plan=run.plan,
        expected=expected,
        children=children,
        pseudonyms={child.id: sealer.pseudonym("person", child.id) for child in children},
        posts=watched.posts.kept,
        pushed=frozenset(watched.queue.ids),
        swallowed=watched.faults.swallowed,
        deaths=run.deaths,
        trouble=run.trouble,
        finished=finished,
        records=records(run.folder / DATABASE),
    )


async def _calm(midwife: Midwife, home: Path) -> dict[str, list[Post]]:
    """What each kind of child is shown when nothing goes wrong."""
    async with Watched() as watched:
        run = Run(Plan(), midwife, watched, home)
        run.crowd = Crowd(watched.world, 0, Random(1))
        children = {kind: newcomer(watched.world, kind) for kind in SCRIPTS}
        run.crowd.admit(children.values())
        assert await run.finishes(), "the calm run did not come to an end"
        expected = {kind: watched.shown(child.id) for kind, child in children.items()}
    for kind, posts in expected.items():
        twins = [
            one.text for one, other in pairwise(posts) if (one.method, one.text) == (other.method, other.text)
        ]
        assert posts, f"nothing was shown to a child who is {kind}"
        assert not twins, f"two answers in a row read the same: {twins}"
    return expected
