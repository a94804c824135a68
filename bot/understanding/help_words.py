"""The help word: a whole message that calls for help, whatever the state of the talk."""

import re
from collections.abc import Iterable

from bot.understanding.knowledge import HelpWords
from bot.understanding.views import Views

_IGNORED = re.compile(r"[\W_]+")


class HelpWordList:
    """Knows the help words in every way that they are written."""

    def __init__(self, words: HelpWords, views: Views) -> None:
        self._fillers = tuple(sorted(map(_bare, words.fillers), key=len, reverse=True))
        self._words = frozenset(_bare(v.tidy) for w in words.words for v in views.of(w))

    def called(self, tidy: str) -> bool:
        """Whether the string is nothing but a help word, polite particles and emoji aside."""
        bare = _bare(tidy)
        return any(form in self._words for form in self._without_fillers(bare))

    def _without_fillers(self, bare: str) -> Iterable[str]:
        yield bare
        for _ in range(3):
            ending = next((f for f in self._fillers if bare.endswith(f) and bare != f), None)
            if ending is None:
                return
            bare = bare.removesuffix(ending)
            yield bare


def _bare(text: str) -> str:
    return re.sub(r"([a-z])\1+", r"\1", _IGNORED.sub("", text))
