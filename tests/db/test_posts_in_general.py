"""Cases without a topic of their own: found by the post that shows the child's words."""

import pytest

from db.cases import GENERAL_TOPIC
from db.store import UnitOfWork
from tests.db.samples import a_case, a_message
from tests.storage import NOW


@pytest.fixture(autouse=True)
async def _case(uow: UnitOfWork) -> None:
    await uow.cases.save(a_case(topic=GENERAL_TOPIC), NOW)
    await uow.cases.record(a_message(topic_message=9))


async def test_it_finds_the_case_of_a_post(uow: UnitOfWork) -> None:
    found = await uow.cases.in_general_by_post(9)
    assert found is not None
    assert found.ref == a_case().ref


async def test_it_finds_nothing_by_another_post(uow: UnitOfWork) -> None:
    assert await uow.cases.in_general_by_post(8) is None


async def test_it_finds_no_case_that_has_a_topic(uow: UnitOfWork) -> None:
    await uow.cases.set_topic(a_case().ref, 7)
    assert await uow.cases.in_general_by_post(9) is None


async def test_numbers_of_a_group_that_moved_mean_nothing(uow: UnitOfWork) -> None:
    await uow.cases.forget_topic_messages()
    assert await uow.cases.in_general_by_post(9) is None
    assert await uow.cases.message_by_topic_message(a_case().ref, 9) is None
