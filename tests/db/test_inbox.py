"""Tests of db/inbox.py."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from db.errors import SealError
from db.inbox import DeadLetter, InboxCounts
from db.store import UnitOfWork
from tests.storage import NOW

LATER = NOW + timedelta(minutes=1)


async def test_it_gives_back_what_was_stored(uow: UnitOfWork) -> None:
    await uow.inbox.store([(7, b'{"a":1}')], NOW)
    assert await uow.inbox.waiting(10) == [(7, b'{"a":1}')]


async def test_it_says_which_updates_were_new(uow: UnitOfWork) -> None:
    await uow.inbox.store([(1, b"1"), (2, b"2")], NOW)
    assert await uow.inbox.store([(2, b"2"), (3, b"3")], NOW) == {3}


async def test_it_keeps_the_first_version_of_a_known_update(uow: UnitOfWork) -> None:
    await uow.inbox.store([(1, b"first")], NOW)
    await uow.inbox.store([(1, b"second")], NOW)
    assert await uow.inbox.waiting(10) == [(1, b"first")]


async def test_it_takes_an_update_that_comes_twice_at_once_as_one(uow: UnitOfWork) -> None:
    assert await uow.inbox.store([(1, b"first"), (1, b"second")], NOW) == {1}
    assert await uow.inbox.waiting(10) == [(1, b"first")]


async def test_it_stores_nothing_without_complaint(uow: UnitOfWork) -> None:
    assert await uow.inbox.store([], NOW) == frozenset()


async def test_it_replays_the_oldest_first_and_trusts_no_order_of_ids(uow: UnitOfWork) -> None:
    await uow.inbox.store([(900, b"a")], NOW)
    await uow.inbox.store([(5, b"b"), (6, b"c")], LATER)
    assert [number for number, _ in await uow.inbox.waiting(10)] == [900, 5, 6]


async def test_it_replays_no_more_than_asked(uow: UnitOfWork) -> None:
    await uow.inbox.store([(n, b"x") for n in range(5)], NOW)
    assert len(await uow.inbox.waiting(2)) == 2


async def test_it_holds_ids_of_64_bits(uow: UnitOfWork) -> None:
    await uow.inbox.store([(2**62, b"x")], NOW)
    assert await uow.inbox.waiting(1) == [(2**62, b"x")]


async def test_it_does_not_replay_what_is_done(uow: UnitOfWork) -> None:
    await uow.inbox.store([(1, b"x")], NOW)
    await uow.inbox.done(1, NOW)
    assert await uow.inbox.waiting(10) == []


async def test_it_knows_an_update_again_after_it_is_done(uow: UnitOfWork) -> None:
    await uow.inbox.store([(1, b"x")], NOW)
    await uow.inbox.done(1, NOW)
    assert await uow.inbox.store([(1, b"x")], NOW) == frozenset()


async def test_it_empties_what_is_done(uow: UnitOfWork) -> None:
    await uow.inbox.store([(1, b"x")], NOW)
    await uow.inbox.done(1, NOW)
    row = await uow._session.one(text("SELECT raw FROM inbox"))
    assert row is not None
    assert row.raw is None


async def test_it_counts_attempts(uow: UnitOfWork) -> None:
    await uow.inbox.store([(1, b"x")], NOW)
    assert [await uow.inbox.failed(1, "ValueError", NOW) for _ in range(3)] == [1, 2, 3]


async def test_it_still_replays_what_failed(uow: UnitOfWork) -> None:
    await uow.inbox.store([(1, b"x")], NOW)
    await uow.inbox.failed(1, "ValueError", NOW)
    assert await uow.inbox.waiting(10) == [(1, b"x")]


async def test_it_counts_no_attempts_of_an_unknown_update(uow: UnitOfWork) -> None:
    assert await uow.inbox.failed(404, "ValueError", NOW) == 0


async def test_it_keeps_an_unreadable_update_as_a_dead_letter(uow: UnitOfWork) -> None:
    await uow.inbox.dead(None, b"\xff not json", "JSONDecodeError", NOW)
    assert await uow.inbox.dead_letters(10) == [DeadLetter(None, b"\xff not json", "JSONDecodeError")]


async def test_it_does_not_replay_a_dead_letter(uow: UnitOfWork) -> None:
    await uow.inbox.store([(1, b"x")], NOW)
    await uow.inbox.dead(1, b"x", "ValueError", NOW)
    assert await uow.inbox.waiting(10) == []


async def test_it_buries_a_stored_update_as_it_came(uow: UnitOfWork) -> None:
    await uow.inbox.store([(1, b"raw")], NOW)
    await uow.inbox.bury(1, "malformed", NOW)
    assert await uow.inbox.dead_letters(10) == [DeadLetter(1, b"raw", "malformed")]
    assert await uow.inbox.waiting(10) == []


async def test_it_counts_what_waits_and_what_is_dead(uow: UnitOfWork) -> None:
    await uow.inbox.store([(1, b"x"), (2, b"x"), (3, b"x")], NOW)
    await uow.inbox.done(1, NOW)
    await uow.inbox.dead(2, b"x", "ValueError", NOW)
    assert await uow.inbox.counts() == InboxCounts(waiting=1, dead=1)


async def test_it_purges_old_settled_ids_but_nothing_that_waits(uow: UnitOfWork) -> None:
    await uow.inbox.store([(1, b"x"), (2, b"x")], NOW)
    await uow.inbox.done(1, NOW)
    assert await uow.inbox.purge(settled_before=LATER, dead_before=NOW) == 1
    assert await uow.inbox.waiting(10) == [(2, b"x")]


async def test_it_purges_dead_letters_by_their_own_date(uow: UnitOfWork) -> None:
    await uow.inbox.dead(None, b"x", "ValueError", NOW)
    assert await uow.inbox.purge(settled_before=LATER, dead_before=NOW) == 0
    assert await uow.inbox.purge(settled_before=LATER, dead_before=LATER) == 1


async def test_it_does_not_open_an_update_moved_to_another_row(uow: UnitOfWork) -> None:
    await uow.inbox.store([(1, b"one"), (2, b"two")], NOW)
    await uow._session.run(text("UPDATE inbox SET raw = (SELECT raw FROM inbox WHERE update_id = 1)"))
    with pytest.raises(SealError):
        await uow.inbox.waiting(10)
