"""The cover of a lesson on a phone: it loads, it fits, and a screen reader is told what it shows."""

import re

import pytest
from playwright.async_api import expect

from content.content import Content
from content.drawings import COVER_SIZE
from tests.browser.lesson import arrive, first_lesson
from tests.browser.visit import Visit

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_a_cover_fits_a_small_phone_and_is_told_in_words(small: Visit, content: Content) -> None:
    say, lesson = content.texts.say, first_lesson(content, "en")
    child = await small.newcomer()
    await small.open(child)
    phone = small.phone(child)
    await arrive(phone, content, "en")
    await phone.tap(say("en", "button-lessons"))
    await phone.tap(say("en", "button-lesson-new", number=lesson.order, title=lesson.title))
    message = await phone.reads(say("en", "picture-shows", drawn=" ".join(lesson.cover_alt.split())))
    picture = message.get_by_role("img").first
    await expect(picture).to_have_js_property("naturalWidth", COVER_SIZE[0])
    told = re.compile(re.escape(lesson.cover_alt.split("\n")[0]))
    await expect(picture).to_have_accessible_description(told)
    box = await picture.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
