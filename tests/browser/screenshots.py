"""Takes the README's pictures anew: `python -m tests.browser.screenshots`. All in them is invented."""

import asyncio
import tempfile
from contextlib import AsyncExitStack
from pathlib import Path

from playwright.async_api import Browser, Locator, Page

from content.content import Content
from content.loader import load
from tests.browser import chromium
from tests.browser.demo import ROOT, Demo, running_demo
from tests.browser.lesson import arrive, first_lesson
from tests.browser.phone import Phone
from tests.browser.visit import PHONE, Look, visiting
from tests.simulation import CHILD, OTHER_CHILD, STAFF

PICTURES = ROOT / "bot" / "simulator" / "pictures"
MOST_BYTES = 250_000

HELP: Look = {"viewport": {"width": 1180, "height": 1150}, "color_scheme": "light"}
LESSON: Look = {**PHONE, "device_scale_factor": 2.0, "color_scheme": "light"}
CASE: Look = {"viewport": {"width": 620, "height": 1000}, "color_scheme": "light"}

CHILD_SAYS = "Help, someone says they will show my picture to my friends. I'm so scared"
STAFF_SAY = "Thank you for telling us. We believe you. Please don't pay, and keep the chat as proof."


async def main() -> None:
    """Start two demos, one a language, and take all pictures."""
    path, content = chromium.find(), load()
    assert path, "no Chromium on this machine"
    PICTURES.mkdir(exist_ok=True)
    async with AsyncExitStack() as stack:
        browser = await stack.enter_async_context(chromium.chromium(path))
        await in_english(stack, browser, content)
        await in_thai(stack, browser, content)


async def demo_in(stack: AsyncExitStack, language: str) -> Demo:
    """A demo whose people and staff use this language."""
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    return await stack.enter_async_context(running_demo(folder, language, {"STAFF_LANGUAGE": language}))


async def in_english(stack: AsyncExitStack, browser: Browser, content: Content) -> None:
    """The child and staff side by side; then the case alone, claimed and answered."""
    demo = await demo_in(stack, "en")
    async with visiting(browser, demo, HELP) as visit:
        await visit.open(OTHER_CHILD, STAFF)
        child, staff = visit.phone(OTHER_CHILD), visit.phone(STAFF)
        await asks_for_help(child, content)
        await reads_the_case(staff, content)
        await take(visit.page, "help.png")
    async with visiting(browser, demo, CASE) as visit:
        await visit.open(STAFF)
        staff = visit.phone(STAFF)
        await reads_the_case(staff, content)
        await answers(staff, content)
        await take(staff.pane, "staff-case.png")


async def asks_for_help(child: Phone, content: Content) -> None:
    """The child gets past the first questions and writes what is wrong."""
    await arrive(child, content, "en")
    await child.say(CHILD_SAYS)
    await child.reads(content.texts.say("en", "staff-told"))


async def reads_the_case(staff: Phone, content: Content) -> None:
    """Staff open the newest topic."""
    topic = staff.pane.locator('[data-testid^="topic-"]').filter(has_text=CHILD_SAYS)
    await topic.click()
    await staff.reads(content.texts.say("en", "card-how-to-answer"))


async def answers(staff: Phone, content: Content) -> None:
    """Staff take the case and answer the child's words."""
    say = content.texts.say
    await staff.tap(say("en", "button-case-claim"))
    await staff.reads(say("en", "note-claimed", staff=say("en", "first-lead")))
    await staff.answer(await staff.reads(CHILD_SAYS), STAFF_SAY)
    await staff.reads(say("en", "delivery-sent"))


async def in_thai(stack: AsyncExitStack, browser: Browser, content: Content) -> None:
    """A question of a lesson on a small phone."""
    demo, say = await demo_in(stack, "th"), content.texts.say
    async with visiting(browser, demo, LESSON) as visit:
        await visit.open(CHILD, language="th")
        child, lesson = visit.phone(CHILD), first_lesson(content, "th")
        await arrive(child, content, "th")
        await child.tap(say("th", "button-lessons"))
        await child.tap(say("th", "button-lesson-new", number=lesson.order, title=lesson.title))
        await child.tap(say("th", "button-start"))
        await child.tap(say("th", "button-next"))
        await child.reads(lesson.questions[0].text)
        await take(visit.page, "lesson-phone.png")


async def take(what: Page | Locator, name: str) -> None:
    """Write one picture, once nothing moves and no toast covers anything."""
    page = what if isinstance(what, Page) else what.page
    await page.locator(".toast").last.wait_for(state="detached")
    await page.evaluate("document.fonts.ready")
    await page.mouse.move(0, 0)
    await what.screenshot(path=PICTURES / name, animations="disabled")
    size = (PICTURES / name).stat().st_size
    assert size < MOST_BYTES, f"{name} has {size} bytes"


if __name__ == "__main__":
    asyncio.run(main())
