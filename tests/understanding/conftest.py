import pytest

from bot.understanding import Understanding
from bot.understanding.knowledge import Knowledge, load
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
