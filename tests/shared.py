"""What takes seconds to build and never changes: once for all tests of a process."""

from functools import cache

from bot.understanding import Understanding, reader_of
from content.content import Content
from content.loader import CONTENT_ROOT, build
from content.reading import read_tree


@cache
def content() -> Content:
    """The shipped content as it is, also while somebody is in the middle of editing it."""
    tree, _ = read_tree(CONTENT_ROOT)
    return build(tree)


@cache
def reader(mode: str) -> Understanding:
    """A reader of the shipped content.

    Raises:
        UnusableError: the files of that mode cannot be used here.
    """
    return reader_of(content(), mode)
