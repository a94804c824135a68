import pytest

from bot.understanding import Understanding
from bot.understanding.knowledge import Knowledge, load
from bot.understanding.trained import artefact
from bot.understanding.trained.artefact import Trained
from content.content import Content
from content.loader import CONTENT_ROOT, build
from content.reading import read_tree


@pytest.fixture(scope="session")
def content() -> Content:
    tree, _ = read_tree(CONTENT_ROOT)
    return build(tree)


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load()


@pytest.fixture(scope="session")
def reader(content: Content, knowledge: Knowledge) -> Understanding:
    return Understanding(content, knowledge=knowledge)


@pytest.fixture(scope="session")
def trained() -> Trained:
    """The judge that is shipped."""
    return artefact.with_encoder()


@pytest.fixture(scope="session")
def letters() -> Trained:
    """The shipped judge without its encoder."""
    return artefact.letters_only()


@pytest.fixture(scope="session")
def trained_reader(content: Content, knowledge: Knowledge, trained: Trained) -> Understanding:
    return Understanding(content, knowledge=knowledge, trained=trained)


@pytest.fixture(scope="session")
def letters_reader(content: Content, knowledge: Knowledge, letters: Trained) -> Understanding:
    return Understanding(content, knowledge=knowledge, trained=letters)
