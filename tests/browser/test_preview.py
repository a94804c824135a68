"""The pages of `python -m content preview`, opened from files on a phone as reviewers have it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from content.checks import run_checks
from content.loader import CONTENT_ROOT, build
from content.preview.site import site, write
from content.preview.words import page_words
from content.reading import read_tree
from tests.browser.test_page import FINGER, OVERFLOW

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

SECRET = "ความลับ"
SIZES = ({"width": 390, "height": 844}, {"width": 360, "height": 640})

CONTROLS = """() => [...document.querySelectorAll("button, select, input, summary, .bar a")]
  .filter((one) => one.checkVisibility())
  .map((one) => {
    const label = one.closest("label");
    const { height } = (label ?? one).getBoundingClientRect();
    return { what: one.outerHTML.slice(0, 120), name: (label ?? one).innerText.trim(), height };
  })"""

FAINT = """() => {
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => parts(colour).slice(0, 3).map((one) => one / 255)
    .map((one) => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)
    .reduce((sum, one, at) => sum + one * [0.2126, 0.7152, 0.0722][at], 0);
  const ground = (one) => {
    for (let at = one; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (parts(colour)[3] !== 0) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const faint = new Set();
  for (const one of document.querySelectorAll("body *:not(svg *)")) {
    if (![...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
    const [low, high] = [light(getComputedStyle(one).color), light(ground(one))].sort((a, b) => a - b);
    if ((high + 0.05) / (low + 0.05) < 4.5) faint.add(one.outerHTML.slice(0, 120));
  }
  return [...faint];
}"""


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The preview of the shipped content."""
    out = tmp_path_factory.mktemp("preview") / "pages"
    tree, problems = read_tree(CONTENT_ROOT)
    write(site(build(tree), [*problems, *run_checks(tree)], page_words()), out)
    return out


def first(folder: Path, kind: str, suffix: str) -> str:
    """The address of the first page of a kind in one language of the pages."""
    files = [path for path in folder.glob(f"{kind}{suffix}.html") if path.name.count(".") == 1 + bool(suffix)]
    return min(files).as_uri()


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser) -> AsyncIterator[Page]:
    """A phone's browser, which must end without a complaint and without having asked for anything."""
    context = await browser.new_context(viewport=SIZES[0])  # type: ignore[arg-type]
    opened, troubles = await context.new_page(), list[str]()
    opened.on("pageerror", lambda error: troubles.append(str(error)))
    opened.on("console", lambda said: troubles.append(said.text))
    opened.on("request", lambda asked: troubles.extend([asked.url] * asked.url.startswith("http")))
    yield opened
    await context.close()
    assert troubles == []


async def test_a_reviewer_searches_and_opens_a_lesson(page: Page, folder: Path) -> None:
    await page.goto((folder / "index.html").as_uri())
    await page.get_by_role("searchbox").fill(SECRET)
    hit = page.locator("#hits li").first
    await expect(hit.locator("mark")).to_have_text(SECRET)
    await page.locator("#kind").select_option("lesson")
    await hit.get_by_role("link").press("Enter")
    await expect(page.locator("body.lesson h1")).to_be_visible()
    assert "#" in page.url
    assert await page.evaluate(OVERFLOW) <= 0


async def test_filters_leave_only_what_is_asked_for(page: Page, folder: Path) -> None:
    await page.goto((folder / "index.en.html").as_uri())
    shown = page.locator(".items li").filter(visible=True)
    everything = await shown.count()
    await page.locator("#kind").select_option("story")
    stories = await page.locator('.items li[data-kind="story"]').count()
    await expect(shown).to_have_count(stories)
    assert 0 < stories < everything
    await page.locator("#state").select_option("published")
    await expect(page.locator("#found")).to_contain_text("of")


async def test_one_language_can_be_read_alone(page: Page, folder: Path) -> None:
    await page.goto(first(folder, "lesson-*", ".en"))
    await page.get_by_role("checkbox", name="English").press("Space")
    await expect(page.locator('.column[lang="en"]').first).to_be_hidden()
    await expect(page.locator('.column[lang="th"]').first).to_be_visible()


@pytest.mark.parametrize("kind", ["index", "lesson-*", "story-*", "faq-*", "helplines"])
@pytest.mark.parametrize("suffix", ["", ".en"])
async def test_every_kind_of_page_can_be_used_on_a_phone(
    page: Page, folder: Path, kind: str, suffix: str
) -> None:
    for size in SIZES:
        await page.set_viewport_size(size)  # type: ignore[arg-type]
        await page.goto(first(folder, kind, suffix))
        assert await page.evaluate(OVERFLOW) <= 0
    controls = await page.evaluate(CONTROLS)
    assert controls
    assert [one for one in controls if not one["name"] or one["height"] < FINGER] == []
    assert await page.evaluate(FAINT) == []
