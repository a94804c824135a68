"""The scenes that play by themselves, and starting over."""

import sqlite3
from contextlib import closing

import pytest
from playwright.async_api import Browser, expect

from content.content import Content
from tests.browser.conftest import Words
from tests.browser.demo import Demo
from tests.browser.visit import WIDE, Visit, visiting
from tests.simulation import CHILD, PEER, STAFF

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

SCENE_MS = 60_000
RESTART_MS = 60_000

IN_A_HURRY = """() => {
  const wait = window.setTimeout;
  window.setTimeout = (act, ms, ...given) => wait(act, ms < 3000 ? ms / 2 : ms, ...given);
}"""
"""A scene's pauses, which are for reading, take half as long; waiting for the bot takes what it takes."""


@pytest.mark.parametrize(("scene", "language"), [("lesson", "th"), ("question", "en"), ("help", "en")])
async def test_a_scene_plays_to_its_end(scene: str, language: str, wide: Visit, words: Words) -> None:
    await wide.page.add_init_script(f"({IN_A_HURRY})()")
    await wide.open(CHILD, language=language)
    await wide.press(f"scene-{scene}")
    bar = wide.page.get_by_test_id("scene-bar")
    await expect(bar).to_have_attribute("data-state", "over", timeout=SCENE_MS)
    name = (
        await wide.page.get_by_test_id(f"pane-{STAFF}").locator("h2").inner_text() if scene == "help" else ""
    )
    await expect(bar).to_have_text(words[language][f"scene_{scene}_over"].format(name=name))


def cases(demo: Demo) -> int:
    """How many cases stand in the bot's database."""
    with closing(sqlite3.connect(f"file:{demo.database}?mode=ro", uri=True)) as database:
        return int(database.execute("SELECT count(*) FROM cases").fetchone()[0])


async def test_starting_over_restarts_the_bot_with_an_empty_database(
    browser: Browser, demo: Demo, content: Content
) -> None:
    # Not the visit of the other tests: their newcomers are gone afterwards, and the browser says so.
    async with visiting(browser, demo, WIDE) as visit:
        await start_over(visit, content)


async def start_over(visit: Visit, content: Content) -> None:
    """Open a case, start over, and be met by a bot that has seen nobody."""
    say = content.texts.say
    await visit.open(PEER, STAFF)
    child = visit.phone(PEER)
    await child.start()
    await child.tap(say("en", "language-name"))
    await child.say("my uncle touches me and i hate it")
    await child.reads(say("en", "staff-told"))
    assert cases(visit.demo) > 0

    await visit.press("controls-open")
    await visit.press("reset")
    await visit.press("reset")

    await child.start()
    await expect(child.messages(say("en", "welcome"))).to_be_visible(timeout=RESTART_MS)
    await expect(visit.phone(STAFF).pane.locator('[data-testid^="topic-"]')).to_have_count(1)
    assert cases(visit.demo) == 0
