"""The report as a browser shows and prints it."""

from datetime import date
from pathlib import Path
from urllib.request import pathname2url

import pytest
from playwright.async_api import Browser, ViewportSize

from bot.charts.page import page
from bot.domain.figures import saying
from bot.domain.learning.insights import Period, insights
from tests.domain.learning.counted import PLENTY
from tests.domain.tiny_content import content, texts

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

A4_INSIDE: ViewportSize = {"width": 680, "height": 1000}
"""A4 less its margins, in the pixels of print (96 an inch)."""

TOO_WIDE = """() => [...document.querySelectorAll("body *")]
  .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map((one) => one.outerHTML.slice(0, 80))"""
FACES = "() => [...document.fonts].map((face) => `${face.family} ${face.status}`)"


@pytest.mark.parametrize("language", ["th", "en"])
async def test_it_prints_on_a4_and_asks_nobody_for_anything(
    language: str, browser: Browser, tmp_path: Path
) -> None:
    figures = insights(PLENTY, content(), language, Period(date(2026, 1, 1), date(2026, 3, 31)))
    file = tmp_path / "report.html"
    file.write_text(page(figures, saying(texts(), language), language, "The Organisation"), encoding="utf-8")
    view = await browser.new_page(viewport=A4_INSIDE)
    asked, said = list[str](), list[str]()
    view.on("request", lambda request: asked.append(request.url))
    view.on("console", lambda message: said.append(message.text))
    await view.emulate_media(media="print")
    await view.goto(f"file://{pathname2url(str(file))}")
    await view.evaluate("document.fonts.ready")
    assert await view.evaluate(TOO_WIDE) == []
    assert await view.evaluate(FACES) == ["Mitr loaded", "Mitr loaded"]
    assert (await view.pdf(prefer_css_page_size=True)).startswith(b"%PDF")
    assert [address for address in asked if not address.startswith(("file:", "data:"))] == []
    assert said == []
    await view.close()
