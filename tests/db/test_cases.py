"""Tests of db/cases.py."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.domain.state import CaseStatus, Sign
from content.schema import AgeBand, Category, Severity
from db.errors import CaseGoneError, SealError, StaleCaseError
from db.store import Store, UnitOfWork
from tests.db.samples import a_case, a_message
from tests.storage import NOW

LATER = NOW + timedelta(days=1)
MONTH = timedelta(days=30)
CLOSED = CaseStatus.RESOLVED


async def test_it_gives_back_every_field(store: Store) -> None:
    case = a_case(
        status=CaseStatus.CLAIMED,
        categories=(Category.GROOMING, Category.SELF_HARM),
        about="friend",
        age_band=AgeBand.MIDDLE,
        why=("he asked for photos", "ช่วยด้วย"),
        signs=(
            Sign("he asked for photos", Category.GROOMING, "asks_for_pictures"),
            Sign("ช่วยด้วย", None, "x"),
        ),
        examples=("he wants my pictures",),
        reading="lexical",
        machine_read=False,
        claimed_by="staff1",
        closing_asked_by="staff2",
        safe_to_write=False,
        reachable=False,
        raised=2,
        topic=70,
        card=71,
        last_child_at=LATER,
    )
    async with store.begin() as uow:
        await uow.cases.save(case, NOW)
        await uow.commit()
    async with store.begin() as uow:
        assert await uow.cases.get("case1") == case


async def test_it_knows_no_case_that_is_not_there(uow: UnitOfWork) -> None:
    assert await uow.cases.get("nothing") is None


async def test_it_opens_a_case_that_was_kept_before_it_knew_what_words_were_taken_for(store: Store) -> None:
    async with store.begin() as uow:
        await uow.cases.save(a_case(why=("told",), patterns=("hit_by",)), NOW)
        await _forget_fields(uow, "signs", "examples", "reading", "patterns")
        await uow.commit()
    async with store.begin() as uow:
        assert await uow.cases.get("case1") == a_case(why=("told",))


async def _forget_fields(uow: UnitOfWork, *names: str) -> None:
    """Store the body of the case as an older program would have stored it."""
    key, context = await uow.cases._keys.get("case1"), "cases:body:case1"
    row = await uow._session.one(text("SELECT body FROM cases"))
    assert row is not None
    body = json.loads(key.open(row.body, context=context))
    sealed = key.seal(json.dumps({k: v for k, v in body.items() if k not in names}).encode(), context=context)
    await uow._session.run(text("UPDATE cases SET body = :body"), body=sealed)


async def test_it_keeps_a_change(store: Store) -> None:
    async with store.begin() as uow:
        await uow.cases.save(a_case(), NOW)
        await uow.commit()
    async with store.begin() as uow:
        case = await uow.cases.get("case1")
        assert case is not None
        await uow.cases.save(replace(case, severity=Severity.EMERGENCY), LATER)
        assert await uow.cases.get("case1") == a_case(severity=Severity.EMERGENCY)


async def test_it_refuses_to_save_a_case_read_somewhere_else(store: Store) -> None:
    async with store.begin() as uow:
        await uow.cases.save(a_case(), NOW)
        await uow.commit()
    async with store.begin() as uow:
        with pytest.raises(StaleCaseError):
            await uow.cases.save(a_case(), NOW)


async def test_it_finds_the_open_case_of_a_child(uow: UnitOfWork) -> None:
    await uow.cases.save(a_case("old", status=CLOSED), NOW)
    await uow.cases.save(a_case("open"), NOW)
    await uow.cases.save(a_case("other", child="child2"), NOW)
    case = await uow.cases.open_of("child1")
    assert case is not None
    assert case.ref == "open"


async def test_it_finds_no_open_case_of_a_child_whose_cases_are_closed(uow: UnitOfWork) -> None:
    await uow.cases.save(a_case(status=CLOSED), NOW)
    assert await uow.cases.open_of("child1") is None


async def test_it_finds_the_newest_case_of_a_child(uow: UnitOfWork) -> None:
    await uow.cases.save(a_case("newer", opened_at=LATER, status=CLOSED), LATER)
    await uow.cases.save(a_case("older"), NOW)
    case = await uow.cases.latest_of("child1")
    assert case is not None
    assert case.ref == "newer"


async def test_it_finds_a_case_by_its_topic(uow: UnitOfWork) -> None:
    await uow.cases.save(a_case(), NOW)
    await uow.cases.set_topic("case1", 70)
    await uow.cases.set_card("case1", 71)
    assert await uow.cases.by_topic(70) == a_case(topic=70, card=71)


async def test_it_finds_no_case_by_the_topic_of_none(uow: UnitOfWork) -> None:
    await uow.cases.save(a_case(), NOW)
    assert await uow.cases.by_topic(1) is None


async def test_it_lists_open_cases_oldest_first(uow: UnitOfWork) -> None:
    await uow.cases.save(a_case("b", opened_at=LATER), NOW)
    await uow.cases.save(a_case("a"), NOW)
    await uow.cases.save(a_case("c", status=CLOSED), NOW)
    assert [case.ref for case in await uow.cases.open()] == ["a", "b"]


async def test_it_knows_the_names_in_use(uow: UnitOfWork) -> None:
    await uow.cases.save(a_case("a", name="calm river"), NOW)
    await uow.cases.save(a_case("b", name="quiet cloud", status=CLOSED), NOW)
    assert await uow.cases.names_in_use() == {"calm river", "quiet cloud"}


async def test_it_opens_a_case_again(uow: UnitOfWork) -> None:
    await uow.cases.save(a_case(status=CLOSED), NOW)
    await uow.cases.save(a_case(status=CaseStatus.REOPENED), LATER)
    assert await uow.cases.open_of("child1") == a_case(status=CaseStatus.REOPENED)


async def test_it_expires_a_case_that_was_closed_long_ago(uow: UnitOfWork) -> None:
    await uow.cases.save(a_case(status=CLOSED), NOW)
    assert await uow.cases.expire(NOW + MONTH + timedelta(seconds=1), MONTH) == 1
    assert await uow.cases.get("case1") is None


async def test_it_expires_no_case_before_its_time(uow: UnitOfWork) -> None:
    await uow.cases.save(a_case(status=CLOSED), NOW)
    assert await uow.cases.expire(NOW + MONTH, MONTH) == 0


async def test_it_never_expires_an_open_case(uow: UnitOfWork) -> None:
    await uow.cases.save(a_case(), NOW)
    assert await uow.cases.expire(NOW + 100 * MONTH, MONTH) == 0


async def test_it_counts_the_time_from_the_first_closing_not_from_later_changes(uow: UnitOfWork) -> None:
    await uow.cases.save(a_case(status=CLOSED), NOW)
    await uow.cases.save(a_case(status=CLOSED, reachable=False), NOW + MONTH)
    assert await uow.cases.expire(NOW + MONTH + timedelta(seconds=1), MONTH) == 1


async def test_it_counts_the_time_anew_after_a_case_was_opened_again(uow: UnitOfWork) -> None:
    for status, at in ((CLOSED, NOW), (CaseStatus.REOPENED, LATER), (CLOSED, NOW + MONTH)):
        await uow.cases.save(a_case(status=status), at)
    assert await uow.cases.expire(NOW + MONTH + timedelta(seconds=1), MONTH) == 0


async def test_it_expires_a_case_once(uow: UnitOfWork) -> None:
    await uow.cases.save(a_case(status=CLOSED), NOW)
    await uow.cases.expire(NOW + 2 * MONTH, MONTH)
    assert await uow.cases.expire(NOW + 2 * MONTH, MONTH) == 0


async def test_it_leaves_no_content_in_an_expired_row(uow: UnitOfWork) -> None:
    await uow.cases.save(a_case(status=CLOSED), NOW)
    await uow.cases.record(a_message())
    await uow.cases.expire(NOW + 2 * MONTH, MONTH)
    row = await uow._session.one(
        text(
            "SELECT child, name, body, (SELECT count(*) FROM case_keys) AS keys, "
            "(SELECT count(*) FROM case_messages) AS messages FROM cases"
        )
    )
    assert row is not None
    assert tuple(row) == (None, None, None, 0, 0)


async def test_it_takes_no_message_after_the_key_is_destroyed(uow: UnitOfWork) -> None:
    await uow.cases.save(a_case(status=CLOSED), NOW)
    await uow.cases.expire(NOW + 2 * MONTH, MONTH)
    with pytest.raises(CaseGoneError):
        await uow.cases.record(a_message())


async def test_it_does_not_bring_an_expired_case_back(store: Store) -> None:
    async with store.begin() as uow:
        await uow.cases.save(a_case(status=CLOSED), NOW)
        await uow.cases.expire(NOW + 2 * MONTH, MONTH)
        await uow.commit()
    async with store.begin() as uow:
        with pytest.raises(CaseGoneError):
            await uow.cases.save(a_case(), NOW)


async def test_it_cannot_read_a_kept_copy_once_the_key_is_destroyed(uow: UnitOfWork) -> None:
    await uow.cases.save(a_case(status=CLOSED), NOW)
    copy = await uow._session.one(text("SELECT body FROM cases"))
    assert copy is not None
    await uow.cases.expire(NOW + 2 * MONTH, MONTH)
    with pytest.raises(SealError):
        uow._session.sealer.open(copy.body, context="cases:body:case1")


async def test_it_does_not_open_a_case_under_the_key_of_another(store: Store) -> None:
    async with store.begin() as uow:
        for ref in ("case1", "case2"):
            await uow.cases.save(a_case(ref), NOW)
        await uow._session.run(text("UPDATE cases SET body = (SELECT body FROM cases WHERE ref = 'case1')"))
        await uow.commit()
    async with store.begin() as uow:
        with pytest.raises(SealError):
            await uow.cases.get("case2")
