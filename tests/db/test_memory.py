"""Tests of db/words.py and db/messages.py."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from db.errors import SealError
from db.store import UnitOfWork
from tests.storage import NOW

MINUTE = timedelta(minutes=1)


async def test_it_remembers_recent_words_oldest_first(uow: UnitOfWork) -> None:
    for number, word in enumerate(("hello", "ช่วยด้วย")):
        await uow.words.add("child1", word, number, NOW + number * MINUTE)
    assert await uow.words.recent("child1", NOW + 2 * MINUTE) == ["hello", "ช่วยด้วย"]


async def test_it_remembers_five_at_most(uow: UnitOfWork) -> None:
    for number in range(8):
        await uow.words.add("child1", str(number), number, NOW)
    assert await uow.words.recent("child1", NOW) == ["3", "4", "5", "6", "7"]


async def test_it_remembers_thirty_minutes_at_most(uow: UnitOfWork) -> None:
    await uow.words.add("child1", "old", 1, NOW)
    await uow.words.add("child1", "new", 2, NOW + 20 * MINUTE)
    assert await uow.words.recent("child1", NOW + 30 * MINUTE) == ["new"]


async def test_it_drops_old_words_when_new_ones_come(uow: UnitOfWork) -> None:
    await uow.words.add("child1", "old", 1, NOW)
    await uow.words.add("child1", "new", 2, NOW + 30 * MINUTE)
    row = await uow._session.one(text("SELECT recent FROM words"))
    assert row is not None
    assert b"old" not in uow._session.sealer.open(row.recent, context="words:recent:child1")


async def test_it_puts_an_edited_message_in_place_of_the_first_version(uow: UnitOfWork) -> None:
    for message_id, word in ((1, "first"), (2, "other"), (1, "edited")):
        await uow.words.add("child1", word, message_id, NOW)
    assert await uow.words.recent("child1", NOW) == ["other", "edited"]


async def test_it_keeps_the_words_of_children_apart(uow: UnitOfWork) -> None:
    await uow.words.add("child1", "mine", 1, NOW)
    assert await uow.words.recent("child2", NOW) == []


async def test_it_forgets_words(uow: UnitOfWork) -> None:
    await uow.words.add("child1", "mine", 1, NOW)
    await uow.words.forget("child1")
    assert await uow.words.recent("child1", NOW) == []


async def test_it_expires_words(uow: UnitOfWork) -> None:
    await uow.words.add("child1", "old", 1, NOW)
    await uow.words.add("child2", "new", 1, NOW + MINUTE)
    assert await uow.words.expire(NOW + 30 * MINUTE) == 1
    assert await uow.words.recent("child2", NOW + 30 * MINUTE) == ["new"]


async def test_it_does_not_mix_up_words_moved_to_another_child(uow: UnitOfWork) -> None:
    await uow.words.add("child1", "mine", 1, NOW)
    await uow._session.run(text("UPDATE words SET child = 'child2'"))
    with pytest.raises(SealError):
        await uow.words.recent("child2", NOW)


async def test_it_remembers_message_ids(uow: UnitOfWork) -> None:
    for message_id in (9, 7, 8):
        await uow.messages.add("child1", message_id, NOW)
    await uow.messages.add("child2", 1, NOW)
    assert await uow.messages.recent("child1", NOW) == [7, 8, 9]


async def test_it_remembers_a_message_once(uow: UnitOfWork) -> None:
    for _ in range(2):
        await uow.messages.add("child1", 7, NOW)
    assert await uow.messages.recent("child1", NOW) == [7]


async def test_it_names_no_message_that_telegram_would_not_delete(uow: UnitOfWork) -> None:
    await uow.messages.add("child1", 7, NOW)
    assert await uow.messages.recent("child1", NOW + timedelta(hours=48)) == []


async def test_it_forgets_removed_messages(uow: UnitOfWork) -> None:
    for message_id in (7, 8, 9):
        await uow.messages.add("child1", message_id, NOW)
    await uow.messages.remove("child1", [7, 9])
    assert await uow.messages.recent("child1", NOW) == [8]


async def test_it_removes_nothing_without_complaint(uow: UnitOfWork) -> None:
    await uow.messages.add("child1", 7, NOW)
    await uow.messages.remove("child1", [])
    assert await uow.messages.recent("child1", NOW) == [7]


async def test_it_expires_message_ids(uow: UnitOfWork) -> None:
    await uow.messages.add("child1", 7, NOW)
    await uow.messages.add("child1", 8, NOW + MINUTE)
    assert await uow.messages.expire(NOW + timedelta(hours=48)) == 1
