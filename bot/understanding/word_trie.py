"""A dictionary for newmm that takes 5 MB instead of 60: the same answers from a trie in C++."""

from collections.abc import Iterable

import marisa_trie
from pythainlp.util import Trie

LONGEST = 64
"""Characters: no entry of a dictionary is longer."""


class WordTrie(Trie):
    """What `pythainlp.tokenize.newmm.segment` asks of a dictionary, and no more."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = marisa_trie.Trie(sorted({word.strip()[:LONGEST] for word in words}))

    def prefixes(self, text: str, start: int = 0) -> list[str]:
        """The words that begin at `start`, the shortest first."""
        found: list[str] = self._words.prefixes(text[start : start + LONGEST])
        return found

    def __contains__(self, word: object) -> bool:
        return word in self._words

    def __len__(self) -> int:
        return len(self._words)
