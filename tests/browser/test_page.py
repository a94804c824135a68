"""The page itself: its languages, its size, and that everybody can use it."""

from collections.abc import Awaitable, Callable

import pytest
from playwright.async_api import expect

from content.content import Content
from tests.browser.visit import Visit
from tests.simulation import STAFF

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

FINGER = 44
"""Pixels that a finger needs each way; a link inside a sentence is as high as its line (WCAG 2.2, 2.5.8)."""

CONTROLS = """() => [...document.querySelectorAll("button, select, input, textarea")]
  .filter((one) => one.checkVisibility() && !one.matches(".text-link, .spoiler"))
  .map((one) => {
    const { width, height } = one.getBoundingClientRect();
    const name = one.getAttribute("aria-label") || one.closest("label")?.innerText || one.innerText;
    return { what: one.outerHTML.slice(0, 120), name: name.trim(), width, height };
  })"""

OVERFLOW = "() => document.documentElement.scrollWidth - window.innerWidth"


async def test_the_page_changes_its_language_and_remembers_it(wide: Visit) -> None:
    person = await wide.newcomer()
    await wide.open(person, language="th")
    start = wide.phone(person).pane.get_by_test_id("start")
    thai = await start.inner_text()
    await wide.press("lang-en")
    await expect(start).to_have_text("Start")
    await wide.page.goto(wide.demo.address)
    await expect(start).to_have_text("Start")
    await wide.press("lang-th")
    await expect(start).to_have_text(thai)


async def test_nothing_is_unnamed_or_too_small_to_press_on_a_laptop(wide: Visit, content: Content) -> None:
    await walk(wide, content, lambda: usable(wide))


async def test_nothing_is_unnamed_too_small_or_too_wide_on_a_phone(small: Visit, content: Content) -> None:
    async def look() -> None:
        await usable(small)
        assert await small.page.evaluate(OVERFLOW) == 0

    await walk(small, content, look)


async def usable(visit: Visit) -> None:
    """Everything to press has a name, and is large enough."""
    controls = await visit.page.evaluate(CONTROLS)
    bad = [one for one in controls if not one["name"] or min(one["width"], one["height"]) < FINGER]
    assert controls
    assert bad == []


async def walk(visit: Visit, content: Content, look: Callable[[], Awaitable[None]]) -> None:
    """Look at every screen of the page: guide, start, chat, menus, controls, topics, a case."""
    person = await visit.newcomer()
    await visit.open(person, STAFF, guide=True)
    await look()
    await visit.press("guide-done")
    await look()
    await in_the_chat(visit, person, content, look)
    await with_staff(visit, look)
    await at_the_controls(visit, look)


async def in_the_chat(
    visit: Visit, person: int, content: Content, look: Callable[[], Awaitable[None]]
) -> None:
    child = visit.phone(person)
    await child.start()
    await child.reads(content.texts.say("en", "welcome"))
    await look()
    await child.tap(content.texts.say("en", "language-name"))
    await child.say("an uncle makes me keep a secret and touches me")
    await child.reads(content.texts.say("en", "staff-told"))
    await look()
    await child.press("place-menu")
    await look()
    await visit.page.keyboard.press("Escape")


async def with_staff(visit: Visit, look: Callable[[], Awaitable[None]]) -> None:
    await to_the_front(visit, STAFF)
    staff = visit.phone(STAFF)
    await look()
    await staff.pane.locator('[data-testid^="topic-"]').last.click()
    await look()
    await staff.pane.get_by_test_id("message-menu").last.click()
    await look()
    await visit.page.keyboard.press("Escape")
    await staff.press("back")
    await staff.press("back")
    await look()


async def at_the_controls(visit: Visit, look: Callable[[], Awaitable[None]]) -> None:
    burger = visit.page.get_by_test_id("burger")
    if await burger.is_visible():
        await burger.click()
        await look()
    await visit.press("controls-open")
    await expect(visit.page.get_by_test_id("reset")).to_be_visible()
    await look()


async def to_the_front(visit: Visit, person: int) -> None:
    """On a small screen only one phone is seen."""
    if not await visit.phone(person).pane.is_visible():
        await visit.press(f"chip-{person}")
