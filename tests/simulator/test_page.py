"""What the simulator's page is served with, and that its scenes know the bot's buttons."""

import re

import pytest
from aiohttp import ClientSession

from content.content import Content
from tests import shared

LABELS = {
    "scene_taps_language": ("language-name",),
    "scene_taps_age": ("button-age-skip",),
    "scene_taps_lesson": ("button-next", "button-next-lesson"),
    "scene_taps_avoid": (
        "button-back",
        "button-hint",
        "button-skip",
        "button-menu",
        "button-help",
        "button-hide",
    ),
}
"""Which of the bot's labels each pattern of the scenes must find."""

CASES = [(key, label, language) for key in LABELS for label in LABELS[key] for language in ("th", "en")]


@pytest.fixture(scope="module")
def content() -> Content:
    """The shipped content."""
    return shared.content()


@pytest.mark.parametrize("path", ["/js/main.js", "/css/base.css", "/icon.svg"])
async def test_it_lets_browsers_ask_whether_a_file_has_changed(path: str, http: ClientSession) -> None:
    async with http.get(path) as answer:
        assert (answer.status, answer.headers["Cache-Control"]) == (200, "no-cache")


async def test_it_never_lets_a_browser_keep_the_first_file(http: ClientSession) -> None:
    async with http.get("/") as answer:
        assert answer.headers["Cache-Control"] == "no-store"


async def words_of(http: ClientSession, language: str) -> dict[str, str]:
    """The words of the page in one language."""
    async with http.get("/sim/words") as answer:
        told: dict[str, str] = (await answer.json())["result"][language]
        return told


@pytest.mark.parametrize(("key", "label", "language"), CASES)
async def test_it_knows_the_labels_that_scenes_press(
    key: str, label: str, language: str, content: Content, http: ClientSession
) -> None:
    words = await words_of(http, language)
    assert re.search(words[key], content.texts.say(language, label, title="A"), re.IGNORECASE)


@pytest.mark.parametrize("language", ["th", "en"])
async def test_it_does_not_take_a_button_that_leads_away_for_one_that_leads_on(
    language: str, content: Content, http: ClientSession
) -> None:
    words = await words_of(http, language)
    away = [content.texts.say(language, label) for label in LABELS["scene_taps_avoid"]]
    assert not [label for label in away if re.search(words["scene_taps_lesson"], label, re.IGNORECASE)]
