"""Plain text only: the bot sends texts as they stand, so markup would be seen, and could hide something."""

import re
import unicodedata
from collections.abc import Iterator

from content.passages import Passage, read_by_people
from content.problems import Problem
from content.tree import Tree

_MARKUP = {
    "an HTML tag": re.compile(r"</?[a-zA-Z][^<>\n]*>|<!--"),
    "an HTML entity": re.compile(r"&(?:[a-zA-Z]+|#\d+|#x[0-9a-fA-F]+);"),
    "a Markdown link": re.compile(r"\[[^\]\n]+\]\([^)\n]*\)"),
    "Markdown emphasis": re.compile(r"\*\*|__|~~|\|\||(?<!\w)[*_](?=[^\s*_])[^*_\n]*(?<=[^\s*_])[*_](?!\w)"),
    "Markdown code": re.compile(r"`"),
    "a Markdown heading": re.compile(r"^#{1,6} ", re.MULTILINE),
    "a Markdown quotation": re.compile(r"^> ", re.MULTILINE),
}
_JOINS_EMOJI = "\u200d"


def check(tree: Tree) -> Iterator[Problem]:
    """Markup and invisible characters in what the bot says."""
    for passage in read_by_people(tree):
        for name, pattern in _MARKUP.items():
            if match := pattern.search(passage.text):
                yield passage.problem(f"{name} in plain text: {match[0]!r}", match.start())
        yield from _invisible(passage)


def _invisible(passage: Passage) -> Iterator[Problem]:
    for offset, char in enumerate(passage.text):
        if char not in {"\n", _JOINS_EMOJI} and unicodedata.category(char) in {"Cc", "Cf", "Co", "Cs"}:
            yield passage.problem(f"an invisible character: U+{ord(char):04X}", offset)
