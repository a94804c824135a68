"""A visit to the page: a browser window of some size, and the invented people who were asked to it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, TypedDict

from playwright.async_api import Browser, Page, expect

from tests.browser.demo import Demo
from tests.browser.phone import KeyboardPhone, Phone

PATIENCE_MS = 45_000
"""How long a press may take on a busy machine until its answer stands on the page."""

expect.set_options(timeout=PATIENCE_MS)

SEEN = """([panes, guide]) => {
  localStorage.setItem("phuean.panes", panes);
  if (guide) localStorage.setItem("phuean.guide", "seen");
}"""


class Look(TypedDict, total=False):
    """What a window is like, in Playwright's words."""

    viewport: dict[str, int]
    color_scheme: str
    device_scale_factor: float
    has_touch: bool
    is_mobile: bool


WIDE: Look = {"viewport": {"width": 1280, "height": 800}}
PHONE: Look = {"viewport": {"width": 360, "height": 640}, "has_touch": True, "is_mobile": True}


@dataclass(slots=True)
class Visit:
    """One window with the page. `troubles`: what its console and its network complained about."""

    demo: Demo
    page: Page
    troubles: list[str] = field(default_factory=list)

    async def newcomer(self, name: str = "Dao", language: str = "en") -> int:
        """A child whom the bot has never met; returns the id."""
        asked = {"name": name, "kind": "child", "language": language}
        person: dict[str, Any] = await self.control("person", asked)
        return int(person["id"])

    async def control(self, action: str, body: dict[str, Any]) -> Any:
        """Move the simulated world."""
        answer = await self.page.request.post(f"{self.demo.address}/sim/{action}", data=body)
        return (await answer.json())["result"]

    async def pass_time(self, seconds: float) -> None:
        """Move the chats' clock, which the bot follows."""
        await self.control("clock", {"advance": seconds})

    async def open(self, *people: int, language: str = "en", guide: bool = False) -> None:
        """Open the page with these people's phones; with `guide`, as on the first visit."""
        panes = ",".join(map(str, people))
        await self.page.goto(f"{self.demo.address}/?lang={language}")
        await self.page.evaluate(SEEN, [panes, not guide])
        await self.page.reload()
        await expect(
            self.page.get_by_test_id("panes").locator("section").filter(visible=True).first
        ).to_be_visible()

    async def press(self, hook: str) -> None:
        """Press what has this hook, outside the phones."""
        await self.page.get_by_test_id(hook).click()

    def complain(self, kind: str, text: str) -> None:
        """Remember what the browser's console says, but for plain remarks."""
        if kind in ("error", "warning"):
            self.troubles.append(text)

    def phone(self, person: int) -> Phone:
        """Somebody's phone."""
        return Phone(self.page, person)

    def keyboard_phone(self, person: int) -> KeyboardPhone:
        """Somebody's phone without a mouse or a finger."""
        return KeyboardPhone(self.page, person)


@asynccontextmanager
async def visiting(browser: Browser, demo: Demo, look: Look) -> AsyncIterator[Visit]:
    """A window of its own, with nothing remembered from another."""
    context = await browser.new_context(**look)  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE_MS)
    page = await context.new_page()
    visit = Visit(demo, page)
    page.on("pageerror", lambda error: visit.complain("error", str(error)))
    page.on("console", lambda said: visit.complain(said.type, said.text))
    try:
        yield visit
    finally:
        await context.close()
