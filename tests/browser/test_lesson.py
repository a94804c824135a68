"""A child takes a whole lesson by its buttons."""

import pytest

from content.content import Content
from tests.browser.lesson import to_the_end
from tests.browser.visit import Visit

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_a_child_takes_a_lesson_to_its_end_and_sees_the_score(wide: Visit, content: Content) -> None:
    child = await wide.newcomer()
    await wide.open(child)
    phone = wide.phone(child)
    await phone.reads(await to_the_end(wide, phone, content, "en"))
