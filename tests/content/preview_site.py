"""The pages of the preview as a browser would read them, for tests."""

import json
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from content.checks import run_checks
from content.loader import build
from content.preview.site import site
from content.preview.words import page_words
from content.reading import read_tree

VOID = frozenset(("meta", "link", "input", "img", "br"))


@dataclass
class Page(HTMLParser):
    """One page taken apart: its text, its ids, its tags with their attributes."""

    markup: str
    texts: list[str] = field(default_factory=list)
    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.feed(self.markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    @property
    def text(self) -> str:
        """Everything that can be read, in order."""
        return "".join(self.texts)

    def values(self, attribute: str) -> list[str]:
        """The values of an attribute, wherever it stands."""
        return [attrs[attribute] for _, attrs in self.tags if attribute in attrs]


def built(root: Path) -> dict[str, bytes]:
    """The site of a content folder, whether or not its check is content."""
    tree, problems = read_tree(root)
    return site(build(tree), [*problems, *run_checks(tree)], page_words())


def pages(root: Path) -> dict[str, Page]:
    """The pages of a content folder by name."""
    return {name: Page(data.decode()) for name, data in built(root).items() if name.endswith(".html")}


def search_data(files: dict[str, bytes]) -> Any:
    """What the script searches."""
    found = re.match(r"const DATA = (.*);\n", files["preview.js"].decode())
    assert found
    return json.loads(found[1])
