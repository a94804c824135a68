"""New content without a restart: whole or not at all, and staff are told."""

import asyncio
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from bot import wiring
from bot.domain.inputs import CommandReceived
from bot.origin import FromTimer
from bot.reloading import NotPublishedError, Reloading
from bot.settings import Settings
from bot.turns import Judge, Turns
from content.content import Content
from content.loader import load
from content.problems import ContentError, Problem
from tests.clock import FakeClock
from tests.content import tiny_tree
from tests.domain.tiny_content import content, world
from tests.storage import opened
from tests.unit.test_reading_mode import Telling

OLD, NEW = content(), replace(content(), helplines=())


@dataclass
class Answering:
    """Answers no tap."""

    async def answer(self, query: str, text: str | None = None, *, alert: bool = False) -> None:
        """Nothing."""


@dataclass
class Bench:
    """A reloading on a real store, and what it was asked for."""

    turns: Turns
    reloading: Reloading
    told: Callable[[], "asyncio.Future[list[str]]"]
    read: list[Content] = field(default_factory=list)


@asynccontextmanager
async def bench(folder: Path, load: Callable[[], Content]) -> AsyncIterator[Bench]:
    clock, read = FakeClock(), list[Content]()

    def make_reader(new: Content) -> Telling:
        read.append(new)
        return Telling("letters")

    with ThreadPoolExecutor(1) as threads:
        async with opened(folder) as store:
            turns = Turns(
                store, world(), Judge(Telling("trained"), threads), clock, Answering(), lambda: None
            )
            reloading = Reloading(
                load=load,
                make_reader=make_reader,
                executor=threads,
                turns=turns,
                store=store,
                clock=clock,
                wake=lambda: None,
            )

            async def told() -> list[str]:
                async with store.begin() as uow:
                    rows = await uow.outbox.due(clock.now(), 10)
                return [str(row.new.payload["text"]) for row in rows]

            yield Bench(turns, reloading, lambda: asyncio.ensure_future(told()), read)


async def test_new_content_takes_the_place_of_the_old_one_with_its_reader(tmp_path: Path) -> None:
    async with bench(tmp_path, lambda: NEW) as on:
        assert await on.reloading.reload()
        assert on.turns.world.content is NEW
        assert on.turns.world.policy == world().policy
        assert on.turns.world.reading == "letters"
        assert on.read == [NEW]
        assert ["📗" in text for text in await on.told()] == [True]


async def test_broken_content_keeps_the_old_one_and_says_why(tmp_path: Path) -> None:
    problems = [Problem(f"th/lessons/l{n}.yaml", n, f"fault {n}") for n in range(1, 6)]

    def broken() -> Content:
        raise ContentError(problems)

    async with bench(tmp_path, broken) as on:
        assert not await on.reloading.reload()
        assert on.turns.world.content is OLD
        (said,) = await on.told()
        assert "5 places" in said
        assert "th/lessons/l1.yaml:1: fault 1" in said
        assert "fault 4" not in said


async def test_a_broken_file_of_the_screen_keeps_the_old_content_and_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tiny_tree.build(tmp_path / "content")
    tiny_tree.plant(root, "understanding/patterns/violence.yaml", "{me}", "{}")
    monkeypatch.setattr(wiring, "load", lambda: load(root))

    async with bench(tmp_path, lambda: wiring._publishable(Settings.model_construct())) as on:
        assert not await on.reloading.reload()
        assert on.turns.world.content is OLD
        (said,) = await on.told()
        assert "understanding/patterns/violence.yaml:8: violence_told: not a slot: {}" in said


async def test_content_that_nobody_answers_for_is_not_taken(tmp_path: Path) -> None:
    def draft() -> Content:
        raise NotPublishedError

    async with bench(tmp_path, draft) as on:
        assert not await on.reloading.reload()
        assert on.turns.world.content is OLD
        assert len(await on.told()) == 1


async def test_what_nobody_expected_reaches_whoever_asked_and_changes_nothing(tmp_path: Path) -> None:
    def gone() -> Content:
        raise OSError("the disk is gone")

    async with bench(tmp_path, gone) as on:
        with pytest.raises(OSError, match="disk"):
            await on.reloading.reload()
        assert on.turns.world.content is OLD


async def test_a_turn_after_it_speaks_from_the_new_content(tmp_path: Path) -> None:
    async with bench(tmp_path, lambda: replace(OLD, lessons={"th": {}, "en": {}})) as on:
        await on.reloading.reload()
        await on.turns.run(CommandReceived("child", 1, "lessons"), origin=FromTimer(1))
        assert not any("first" in text for text in await on.told())
