"""Tests of db/learners.py."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.domain.learning.progress import (
    Activity,
    Asking,
    Memory,
    Practice,
    PracticeKind,
    Progress,
    Stage,
    StoryProgress,
)
from bot.domain.state import CaseStatus, Learner
from content.schema import AgeBand
from db.chats import ChatKind
from db.errors import SealError
from db.store import UnitOfWork
from tests.db.samples import a_case, a_delivery
from tests.storage import NOW

FULL = Learner(
    ref="child1",
    language="th",
    age_band=AgeBand.YOUNGER,
    lesson="body",
    screen=12,
    progress={
        "body": Progress(
            stage=Stage.AFTER,
            step=3,
            asking=Asking(("a",), ("b", "d"), 1, hinted=True, solved=True),
            right=("q1",),
            missed=("q2", "q3"),
            probes=(True, False),
            before=2,
            finished=True,
        ),
        "online": Progress(),
    },
    activity=Activity.PRACTICE,
    story="stranger",
    stories={"stranger": StoryProgress("hello", ("gift",), ("safe",))},
    practice=Practice(PracticeKind.CHECK, ("body/q1", "body/q2"), 1, Asking(("a",)), 1),
    memory={"body/q1": Memory(2.5, 6.1, NOW, NOW)},
    asked_for_person=True,
    hidden=True,
    reachable=False,
    seen_at=NOW,
)


async def test_it_gives_back_every_field(uow: UnitOfWork) -> None:
    await uow.learners.save(FULL, NOW)
    assert await uow.learners.get("child1") == FULL


async def test_it_knows_no_stranger(uow: UnitOfWork) -> None:
    await uow.learners.save(FULL, NOW)
    assert await uow.learners.get("child2") is None


async def test_it_keeps_a_change(uow: UnitOfWork) -> None:
    await uow.learners.save(Learner(ref="child1"), NOW)
    await uow.learners.save(FULL, NOW)
    assert await uow.learners.get("child1") == FULL


async def test_it_does_not_hand_one_child_the_data_of_another(uow: UnitOfWork) -> None:
    await uow.learners.save(FULL, NOW)
    await uow._session.run(text("UPDATE learners SET ref = 'child2'"))
    with pytest.raises(SealError):
        await uow.learners.get("child2")


async def test_it_opens_a_learner_stored_before_a_field_was_added(uow: UnitOfWork) -> None:
    sealed = uow._session.sealer.seal(b'{"ref":"child1","screen":4}', context="learners:body:child1")
    await uow.learners.save(FULL, NOW)
    await uow._session.run(text("UPDATE learners SET body = :body"), body=sealed)
    assert await uow.learners.get("child1") == Learner(ref="child1", screen=4)


async def _fill(uow: UnitOfWork) -> None:
    for child in ("child1", "child2"):
        await uow.learners.save(replace(FULL, ref=child), NOW)
        await uow.words.add(child, "words", 5, NOW)
        await uow.messages.add(child, 5, NOW)
        await uow.chats.remember(child, ChatKind.PRIVATE, 42, NOW)


async def _known(uow: UnitOfWork, child: str) -> list[bool]:
    return [
        await uow.learners.get(child) is not None,
        await uow.words.recent(child, NOW) != [],
        await uow.messages.recent(child, NOW) != [],
        await uow.chats.chat_id(child) is not None,
    ]


async def test_it_forgets_everything_about_a_child(uow: UnitOfWork) -> None:
    await _fill(uow)
    await uow.learners.forget("child1", keep_chat=False)
    assert await _known(uow, "child1") == [False, False, False, False]


async def test_it_keeps_the_way_to_answer_when_a_case_is_open(uow: UnitOfWork) -> None:
    await _fill(uow)
    await uow.learners.forget("child1", keep_chat=True)
    assert await _known(uow, "child1") == [False, False, False, True]


async def test_it_forgets_nobody_else(uow: UnitOfWork) -> None:
    await _fill(uow)
    await uow.learners.forget("child1", keep_chat=False)
    assert await _known(uow, "child2") == [True, True, True, True]


async def test_it_destroys_the_closed_cases_of_a_forgotten_child(uow: UnitOfWork) -> None:
    await uow.cases.save(a_case("closed", status=CaseStatus.RESOLVED), NOW)
    await uow.learners.forget("child1", keep_chat=False)
    assert await uow.cases.get("closed") is None


async def test_it_keeps_the_open_case_of_a_forgotten_child(uow: UnitOfWork) -> None:
    await uow.cases.save(a_case("open"), NOW)
    await uow.learners.forget("child1", keep_chat=True)
    assert await uow.cases.open_of("child1") == a_case("open")


async def test_it_keeps_the_closed_cases_of_others(uow: UnitOfWork) -> None:
    await uow.cases.save(a_case("other", child="child2", status=CaseStatus.RESOLVED), NOW)
    await uow.learners.forget("child1", keep_chat=False)
    assert await uow.cases.get("other") is not None


async def test_it_still_lets_the_farewell_leave(uow: UnitOfWork) -> None:
    await uow.outbox.add(a_delivery(payload={"text": "bye", "chat_id": 42}), NOW)
    await uow.learners.forget("child1", keep_chat=False)
    assert [delivery.new.payload["chat_id"] for delivery in await uow.outbox.due(NOW, 9)] == [42]


async def test_it_finds_children_who_were_silent_for_long(uow: UnitOfWork) -> None:
    for number, child in enumerate(("c", "a", "b")):
        await uow.learners.save(Learner(ref=child), NOW + timedelta(days=number))
    assert await uow.learners.quiet_since(NOW + timedelta(days=2), 10) == ["c", "a"]
