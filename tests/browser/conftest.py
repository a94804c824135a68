import os
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
import yaml
from playwright.async_api import Browser

from content.content import Content
from tests import shared
from tests.browser import chromium
from tests.browser.demo import ROOT, Demo, running_demo
from tests.browser.visit import PHONE, WIDE, Visit, visiting

Words = dict[str, dict[str, str]]


@pytest.fixture(scope="session")
def browser_path() -> str:
    """Where Chromium is. Without one the tests are skipped, but never where everything must hold."""
    path = chromium.find()
    if path is None and os.environ.get("CI"):
        pytest.fail("no Chromium on this machine, and CI is set")
    if path is None:
        pytest.skip("no Chromium on this machine")
    return path


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser(browser_path: str) -> AsyncIterator[Browser]:
    """One browser for all tests."""
    async with chromium.chromium(browser_path) as running:
        yield running


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def demo(browser_path: str, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Demo]:
    """One demo for all tests; each test brings a child of its own."""
    del browser_path  # without a browser nothing is started
    async with running_demo(tmp_path_factory.mktemp("demo")) as running:
        yield running


@pytest_asyncio.fixture(loop_scope="session")
async def wide(browser: Browser, demo: Demo) -> AsyncIterator[Visit]:
    """A visit on a laptop, which must end without any complaint of the browser."""
    async with visiting(browser, demo, WIDE) as visit:
        yield visit
        assert visit.troubles == []


@pytest_asyncio.fixture(loop_scope="session")
async def small(browser: Browser, demo: Demo) -> AsyncIterator[Visit]:
    """A visit on a small phone, which must end without any complaint of the browser."""
    async with visiting(browser, demo, PHONE) as visit:
        yield visit
        assert visit.troubles == []


@pytest.fixture(scope="session")
def content() -> Content:
    """The shipped content: labels and answers are looked up, never repeated in a test."""
    return shared.content()


@pytest.fixture(scope="session")
def words() -> Words:
    """The words of the page, by language and key."""
    table: Words = yaml.safe_load((ROOT / "content" / "simulator_page.yaml").read_text(encoding="utf-8"))
    return table
