"""A call for help on the page: from the child to staff, and back."""

import pytest
from playwright.async_api import expect

from content.content import Content
from tests.browser.phone import Phone
from tests.browser.visit import Visit
from tests.simulation import STAFF

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

CHILD_SAYS = "Please help, he has locked me in and is hitting me right now"
STAFF_SAY = "I have read this. You did right to write. Can you call 191?"
LAST_WORDS = "my brother keeps hitting me every night"
STAFF_LANGUAGE = "th"
A_MINUTE = 65.0
"""After which a group may be written to as often as Telegram lets a bot, whatever other tests made it say."""


async def opened_case(staff: Phone, words: str) -> None:
    """Staff open the topic whose newest line are the child's words."""
    topic = staff.pane.locator('[data-testid^="topic-"]').filter(has_text=words)
    await expect(topic.get_by_test_id("unread")).to_be_visible()
    await topic.click()


async def test_an_emergency_reaches_staff_and_their_answer_reaches_the_child(
    wide: Visit, content: Content
) -> None:
    say = content.texts.say
    await wide.pass_time(A_MINUTE)
    person = await wide.newcomer()
    await wide.open(person, STAFF)
    child, staff = wide.phone(person), wide.phone(STAFF)

    await child.start()
    await child.tap(say("en", "language-name"))
    await child.say(CHILD_SAYS)
    told = await child.reads(say("en", "reply-emergency"))
    text = await told.inner_text()
    assert [line.contact for line in content.helplines if line.contact in text]

    await opened_case(staff, CHILD_SAYS)
    await staff.reads(say(STAFF_LANGUAGE, "card-how-to-answer"))
    await expect(staff.pane.locator(".chat-title")).to_contain_text(emergency(content))
    await staff.tap(say(STAFF_LANGUAGE, "button-case-claim"))
    await staff.reads(say(STAFF_LANGUAGE, "note-claimed", staff=say(STAFF_LANGUAGE, "first-lead")))

    await staff.answer(await staff.reads(CHILD_SAYS), STAFF_SAY)
    answer = await child.reads(STAFF_SAY)
    await expect(answer).to_contain_text(say("en", "from-staff"))
    await staff.reads(say(STAFF_LANGUAGE, "delivery-sent"))


def emergency(content: Content) -> str:
    """How the title of an emergency begins."""
    return content.texts.say(STAFF_LANGUAGE, "case-title-emergency", name="").strip()


async def test_hiding_leaves_nothing_but_the_quiz_card(wide: Visit, content: Content) -> None:
    say = content.texts.say
    person = await wide.newcomer()
    await wide.open(person)
    child = wide.phone(person)
    await child.start()
    await child.tap(say("en", "language-name"))
    await child.say(LAST_WORDS)
    await child.reads(say("en", "staff-told"))

    await child.tap(say("en", "button-hide"))
    await child.tap(say("en", "button-hide-yes"))

    await child.reads(say("en", "quiz-card"))
    await expect(child.pane.get_by_test_id("message")).to_have_count(1)
    await expect(child.pane).not_to_contain_text(LAST_WORDS)
