"""What the screen knows about words, gathered from the files of `content/understanding/`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from content.schema import Cautions, HelpWords, PatternPack, Romanised, Slang, Spelling
from content.schema.base import ContentModel
from content.tree import Screen, Sheet

_NO_SLANG = Slang(slang={}, lookalikes={}, english=(), not_words=())
_NOT_ROMANISED = Romanised(romanised={}, romanised_equal=())
_NO_HELP_WORDS = HelpWords(words=(), fillers=())
_NO_CAUTIONS = Cautions.model_validate(dict.fromkeys(Cautions.model_fields, ()))

M = TypeVar("M", bound=ContentModel)
Sets = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All of it, as one immutable value. `sets`: word lists with those that they include written out."""

    sets: Sets
    packs: tuple[PatternPack, ...]
    spelling: Spelling
    help_words: HelpWords
    cautions: Cautions


def gathered(screen: Screen) -> Knowledge:
    """The knowledge of a screen without problems. What could not be read is empty."""
    slang, romanised = _or(screen.slang, _NO_SLANG), _or(screen.romanised, _NOT_ROMANISED)
    sets = {name: words for sheet in screen.lists() for name, words in sheet.value.sets.items()}
    return Knowledge(
        sets={name: tuple(dict.fromkeys(_expanded(name, sets, ()))) for name in sets},
        packs=tuple(sheet.value for sheet in screen.patterns),
        spelling=Spelling.model_validate(slang.model_dump() | romanised.model_dump()),
        help_words=_or(screen.help_words, _NO_HELP_WORDS),
        cautions=_or(screen.cautions, _NO_CAUTIONS),
    )


def included(word: str) -> str | None:
    """The name of the list that an entry stands for, or None when it stands for itself."""
    return word[1:-1] if word.startswith("<") and word.endswith(">") else None


def _or(sheet: Sheet[M] | None, otherwise: M) -> M:
    return otherwise if sheet is None else sheet.value


def _expanded(name: str, sets: Sets, above: tuple[str, ...]) -> Iterator[str]:
    """The words of a list with those of the lists it includes; circles and unknown names add nothing."""
    if name in above:
        return
    for word in sets.get(name, ()):
        inner = included(word)
        if inner is None:
            yield word
        else:
            yield from _expanded(inner, sets, (*above, name))
