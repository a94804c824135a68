"""The help word: a whole message that calls for help, whatever the state of the talk."""

import re
from collections.abc import Iterable

from bot.understanding.views import Views
from content.schema import HelpWords

MOST_FILLERS = 4
"""So many words around a help word change nothing."""

_IGNORED = re.compile(r"[\W_]+")


class HelpWordList:
    """Knows the help words in every way that they are written."""

    def __init__(self, words: HelpWords, views: Views) -> None:
        self._fillers = tuple(sorted(map(_bare, words.fillers), key=len, reverse=True))
        self._words = frozenset(_bare(v.tidy) for w in words.words for v in views.of(w))

    def called(self, tidy: str) -> bool:
        """Whether the string is nothing but a help word, with at most a few fillers before or behind it."""
        bare = _bare(tidy)
        return any(form in self._words for form in self._without_fillers(bare))

    def _without_fillers(self, bare: str) -> Iterable[str]:
        yield bare
        for _ in range(MOST_FILLERS):
            shorter = next(filter(None, (self._cut(bare, filler) for filler in self._fillers)), None)
            if shorter is None:
                return
            bare = shorter
            yield bare

    def _cut(self, bare: str, filler: str) -> str | None:
        """The rest, where the filler stands at an end of it."""
        if bare.endswith(filler):
            return bare.removesuffix(filler)
        return bare.removeprefix(filler) if bare.startswith(filler) else None


def _bare(text: str) -> str:
    return re.sub(r"([a-z])\1+", r"\1", _IGNORED.sub("", text))
