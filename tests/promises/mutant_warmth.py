"""Fills the caches of libraries that reading a message needs, once for all trials."""

from bot.understanding import Understanding
from content.loader import CONTENT_ROOT, build
from content.reading import read_tree


def read_once() -> None:
    """The word lists of pythainlp are in memory afterwards."""
    tree, _ = read_tree(CONTENT_ROOT)
    Understanding(build(tree)).judge("")
