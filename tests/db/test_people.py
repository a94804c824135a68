"""Tests of db/chats.py and db/roster.py."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.domain.state import Role, StaffMember
from db.chats import ChatKind
from db.errors import SealError
from db.store import UnitOfWork
from tests.db.conftest import Clock
from tests.storage import NOW

LEAD = StaffMember("staff1", "Nok from the office", Role.LEAD)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize("kind", ChatKind)
async def test_it_finds_a_chat_again(uow: UnitOfWork, kind: ChatKind) -> None:
    await uow.chats.remember("ref", kind, -1001234567890, NOW)
    assert await uow.chats.chat_id("ref") == -1001234567890


async def test_it_knows_no_chat_that_was_never_seen(uow: UnitOfWork) -> None:
    assert await uow.chats.chat_id("stranger") is None


async def test_it_writes_nothing_when_the_chat_is_known(uow: UnitOfWork) -> None:
    await uow.chats.remember("ref", ChatKind.PRIVATE, 42, NOW)
    await uow.chats.remember("ref", ChatKind.PRIVATE, 42, NOW + HOUR)
    row = await uow._session.one(text("SELECT noted_at FROM chats"))
    assert row is not None
    assert row.noted_at == NOW.timestamp() * 1_000_000


async def test_it_follows_a_staff_group_set_anew(uow: UnitOfWork) -> None:
    for chat_id in (-1, -2):
        await uow.chats.remember("staff", ChatKind.STAFF, chat_id, NOW)
    assert await uow.chats.chat_id("staff") == -2


async def test_it_follows_a_group_that_migrated(uow: UnitOfWork) -> None:
    await uow.chats.remember("group", ChatKind.GROUP, -5, NOW)
    await uow.chats.migrated("group", -1005)
    assert await uow.chats.chat_id("group") == -1005


async def test_it_forgets_a_chat(uow: UnitOfWork) -> None:
    await uow.chats.remember("ref", ChatKind.PRIVATE, 42, NOW)
    await uow.chats.forget("ref")
    assert await uow.chats.chat_id("ref") is None


async def test_it_does_not_answer_one_chat_in_another(uow: UnitOfWork) -> None:
    await uow.chats.remember("ref", ChatKind.PRIVATE, 42, NOW)
    await uow._session.run(text("UPDATE chats SET ref = 'other'"))
    with pytest.raises(SealError):
        await uow.chats.chat_id("other")


async def test_it_knows_who_is_on_the_roster(uow: UnitOfWork) -> None:
    await uow.roster.save(LEAD, NOW)
    assert await uow.roster.get("staff1") == LEAD


async def test_it_knows_no_stranger(uow: UnitOfWork) -> None:
    await uow.roster.save(LEAD, NOW)
    assert await uow.roster.get("stranger") is None


async def test_it_changes_an_entry(uow: UnitOfWork) -> None:
    await uow.roster.save(LEAD, NOW)
    changed = StaffMember("staff1", "Nok", Role.STAFF, NOW + HOUR)
    await uow.roster.save(changed, NOW)
    assert await uow.roster.all() == [changed]


async def test_it_lists_everybody(uow: UnitOfWork) -> None:
    other = StaffMember("staff2", "Lek", Role.STAFF)
    for member in (LEAD, other):
        await uow.roster.save(member, NOW)
    assert await uow.roster.all() == [LEAD, other]


async def test_it_knows_nobody_whose_time_is_over(uow: UnitOfWork, clock: Clock) -> None:
    await uow.roster.save(StaffMember("staff2", "Lek", Role.STAFF, NOW + HOUR), NOW)
    assert await uow.roster.get("staff2") is not None
    clock.move(HOUR)
    assert (await uow.roster.get("staff2"), await uow.roster.all()) == (None, [])


async def test_it_takes_a_person_off(uow: UnitOfWork) -> None:
    await uow.roster.save(LEAD, NOW)
    await uow.roster.remove("staff1", NOW)
    assert await uow.roster.get("staff1") is None


async def test_it_deletes_expired_entries_only(uow: UnitOfWork) -> None:
    await uow.roster.save(LEAD, NOW)
    await uow.roster.save(StaffMember("staff2", "Lek", Role.STAFF, NOW + HOUR), NOW)
    assert (await uow.roster.expire(NOW + HOUR), await uow.roster.all()) == (1, [LEAD])


async def test_it_lets_no_entry_be_moved_to_another_person(uow: UnitOfWork) -> None:
    await uow.roster.save(LEAD, NOW)
    await uow._session.run(text("UPDATE roster SET ref = 'stranger'"))
    with pytest.raises(SealError):
        await uow.roster.get("stranger")
