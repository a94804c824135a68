"""One person's phone on the page, used by its buttons or by the keyboard alone."""

import re

from playwright.async_api import Locator, Page, expect

MOST_TABS = 150
"""More presses of Tab than any screen of the page has stops."""

FOCUSED = """() => {
  const here = document.activeElement;
  return (here.getAttribute("aria-label") || here.innerText || "").trim();
}"""


class Phone:
    """The pane of one person."""

    def __init__(self, page: Page, person: int) -> None:
        self.page = page
        self.pane = page.get_by_test_id(f"pane-{person}")
        self.buttons = self.pane.get_by_test_id("inline-button")

    def button(self, label: str) -> Locator:
        """The newest button under a message with exactly this label."""
        return self.buttons.filter(has_text=exactly(label)).last

    def messages(self, text: str = "", whose: str = "bot") -> Locator:
        """Messages of `bot`, `mine` or `other` that contain the text, wherever its lines break."""
        return self.pane.locator(f'[data-testid="message"][data-from="{whose}"]').filter(
            has_text=loosely(text)
        )

    async def reads(self, text: str) -> Locator:
        """Wait for a message of the bot with this text."""
        found = self.messages(text).last
        await expect(found).to_be_visible()
        return found

    async def start(self) -> None:
        """Press Start."""
        await self.press("start")

    async def press(self, hook: str) -> None:
        """Press what has this hook."""
        await self.pane.get_by_test_id(hook).click()

    async def tap(self, label: str) -> None:
        """Press a button under a message."""
        await self.button(label).click()

    async def offers(self, label: str) -> None:
        """Wait for a button."""
        await expect(self.button(label)).to_be_visible()

    async def say(self, text: str) -> None:
        """Write and send."""
        await self.pane.get_by_test_id("composer").fill(text)
        await self.press("send")

    async def answer(self, message: Locator, text: str) -> None:
        """Answer one message, through its menu."""
        await message.get_by_test_id("message-menu").click()
        await self.press("menu-reply")
        await self.say(text)


class KeyboardPhone(Phone):
    """The same with Tab and Enter only."""

    async def start(self) -> None:
        await self.enter(await self.pane.get_by_test_id("start").inner_text())

    async def tap(self, label: str) -> None:
        await expect(self.button(label)).to_be_visible()
        await self.enter(label)

    async def enter(self, name: str) -> None:
        """Go on to what has this name, with Tab, and press Enter."""
        for _ in range(MOST_TABS):
            if await self.page.evaluate(FOCUSED) == name:
                return await self.page.keyboard.press("Enter")
            await self.page.keyboard.press("Tab")
        raise AssertionError(f"no Tab leads to {name!r}")


def exactly(text: str) -> re.Pattern[str]:
    """The text and nothing around it."""
    return re.compile(f"^\\s*{loosely(text).pattern}\\s*$")


def loosely(text: str) -> re.Pattern[str]:
    """The text, its white space read as any."""
    return re.compile(r"\s+".join(re.escape(word) for word in text.split()))
