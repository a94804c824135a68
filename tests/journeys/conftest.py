import os

import pytest

from bot.simulator import botapi
from bot.understanding import MODES, Understanding
from content.content import Content
from tests import shared


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="record the journeys anew")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--update", default=False) and os.environ.get("CI"):
        raise pytest.UsageError("--update is for a person who reads the difference, not for CI")


@pytest.fixture(scope="session")
def content() -> Content:
    """The shipped content."""
    return shared.content()


@pytest.fixture(scope="session")
def reader() -> Understanding:
    """The real reading; its dictionaries take a moment to load, so they are shared."""
    return shared.reader(MODES[0])


@pytest.fixture(autouse=True)
def lines_break_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer that never comes is a broken line here: nobody waits for a time-out."""
    monkeypatch.setattr(botapi, "SWALLOW_SECONDS", 0.0)
