"""Tests of db/case_messages.py."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.domain.state import Author, CaseStatus, Way
from db.cases import Cases
from db.errors import CaseGoneError, SealError
from db.store import UnitOfWork
from tests.db.samples import a_case, a_message
from tests.storage import NOW


@pytest.fixture(autouse=True)
async def _case(uow: UnitOfWork) -> None:
    await uow.cases.save(a_case(), NOW)


async def test_it_gives_back_every_field(uow: UnitOfWork) -> None:
    theirs = {"author": Author.STAFF, "staff": "staff1", "text": "เราอยู่ตรงนี้", "opened": False}
    message = a_message(topic_message=9, way=Way.FORWARDED, **theirs)
    await uow.cases.record(message)
    assert await uow.cases.message("message1") == message


async def test_it_knows_no_message_that_is_not_there(uow: UnitOfWork) -> None:
    assert await uow.cases.message("nothing") is None


async def test_it_reads_messages_back_with_the_stored_key(uow: UnitOfWork) -> None:
    await uow.cases.record(a_message())
    assert await Cases(uow._session).message("message1") == a_message()


async def test_it_refuses_a_message_of_an_unknown_case(uow: UnitOfWork) -> None:
    with pytest.raises(CaseGoneError):
        await uow.cases.record(a_message(case="nothing"))


async def test_it_lists_the_messages_of_one_case_in_order(uow: UnitOfWork) -> None:
    await uow.cases.save(a_case("case2", child="child2"), NOW)
    for ref, case in (("z", "case1"), ("m", "case2"), ("a", "case1")):
        await uow.cases.record(a_message(ref, case=case))
    assert [message.ref for message in await uow.cases.messages("case1")] == ["z", "a"]


async def test_it_finds_a_message_by_its_post(uow: UnitOfWork) -> None:
    await uow.cases.record(a_message())
    await uow.cases.set_topic_message("message1", 33)
    assert await uow.cases.message_by_topic_message("case1", 33) == a_message(topic_message=33)


async def test_it_does_not_find_a_post_of_another_case(uow: UnitOfWork) -> None:
    await uow.cases.record(a_message(topic_message=33))
    assert await uow.cases.message_by_topic_message("case2", 33) is None


async def test_it_lists_replies_that_the_child_has_not_opened(uow: UnitOfWork) -> None:
    await uow.cases.record(a_message("asked", opened=False))
    for ref, opened in (("first", False), ("seen", True), ("second", False)):
        await uow.cases.record(a_message(ref, author=Author.STAFF, opened=opened))
    assert [message.ref for message in await uow.cases.unopened("child1")] == ["first", "second"]


async def test_it_shows_a_child_no_reply_to_another(uow: UnitOfWork) -> None:
    await uow.cases.record(a_message(author=Author.STAFF, opened=False))
    assert await uow.cases.unopened("child2") == []


async def test_it_still_shows_a_reply_after_the_case_was_closed(uow: UnitOfWork) -> None:
    await uow.cases.record(a_message(author=Author.STAFF, opened=False))
    await uow.cases.save(a_case(status=CaseStatus.RESOLVED), NOW)
    assert len(await uow.cases.unopened("child1")) == 1


async def test_it_remembers_what_was_opened(uow: UnitOfWork) -> None:
    for ref in ("first", "second"):
        await uow.cases.record(a_message(ref, author=Author.STAFF, opened=False))
    await uow.cases.mark_opened(["first"])
    assert [message.ref for message in await uow.cases.unopened("child1")] == ["second"]


async def test_it_loses_all_messages_with_the_case(uow: UnitOfWork) -> None:
    await uow.cases.record(a_message(author=Author.STAFF, opened=False))
    await uow.cases.save(a_case(status=CaseStatus.RESOLVED), NOW)
    await uow.cases.expire(NOW + timedelta(days=2), timedelta(days=1))
    assert (await uow.cases.unopened("child1"), await uow.cases.message("message1")) == ([], None)


async def test_it_does_not_open_a_message_put_into_another_row(uow: UnitOfWork) -> None:
    for ref in ("one", "two"):
        await uow.cases.record(a_message(ref))
    await uow._session.run(
        text("UPDATE case_messages SET body = (SELECT body FROM case_messages WHERE ref = 'one')")
    )
    with pytest.raises(SealError):
        await uow.cases.message("two")
