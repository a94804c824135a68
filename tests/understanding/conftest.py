import pytest

from bot.understanding import Understanding
from bot.understanding.trained import artefact
from bot.understanding.trained.artefact import Trained
from content.content import Content
from content.knowledge import Knowledge
from tests import shared


@pytest.fixture(scope="session")
def content() -> Content:
    return shared.content()


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return shared.content().knowledge


@pytest.fixture(scope="session")
def reader() -> Understanding:
    return shared.reader("lexical")


@pytest.fixture(scope="session")
def trained() -> Trained:
    """The judge that is shipped."""
    return artefact.with_encoder()


@pytest.fixture(scope="session")
def letters() -> Trained:
    """The shipped judge without its encoder."""
    return artefact.letters_only()


@pytest.fixture(scope="session")
def trained_reader() -> Understanding:
    return shared.reader("trained")


@pytest.fixture(scope="session")
def letters_reader() -> Understanding:
    return shared.reader("letters")
