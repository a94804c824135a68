"""A child takes a whole lesson on a small phone with Tab and Enter only."""

import pytest

from content.content import Content
from tests.browser.lesson import to_the_end
from tests.browser.visit import Visit

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_a_child_takes_a_lesson_on_a_small_phone_by_keyboard_alone(
    small: Visit, content: Content
) -> None:
    child = await small.newcomer(language="th")
    await small.open(child, guide=True)
    phone = small.keyboard_phone(child)
    await phone.enter(await small.page.get_by_test_id("guide-done").inner_text())
    await phone.reads(await to_the_end(small, phone, content, "th"))
