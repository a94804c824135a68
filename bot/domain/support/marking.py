"""Where the matched pieces stand in the child's own message, so that staff see them at a glance."""

import re
from collections.abc import Iterable, Sequence

from bot.domain.shortening import torn
from bot.domain.speech import Place


def places(text: str, pieces: Sequence[str]) -> tuple[Place, ...]:
    """Where each piece stands first, in order; those that overlap or touch are one.

    A piece that the child did not write in these letters (its reading was repaired) has no place.
    """
    found = sorted(place for piece in pieces if (place := _place(text, piece)) is not None)
    return _apart(found)


def _place(text: str, piece: str) -> Place | None:
    """The first place with whole words; else the first one, with the words that it cuts."""
    words = piece.split()
    if not words:
        return None
    # What a case keeps of a piece has single spaces; the child may have written lines.
    spans = [match.span() for match in re.finditer(r"\s+".join(map(re.escape, words)), text)]
    whole = (span for span in spans if not any(_in_word(text, at) for at in span))
    first = next(whole, spans[0] if spans else None)
    return None if first is None else _widened(text, *first)


def _widened(text: str, start: int, end: int) -> Place:
    """The place with the words and the signs that it cuts."""
    while _cuts(text, start):
        start -= 1
    while _cuts(text, end):
        end += 1
    return start, end


def _cuts(text: str, at: int) -> bool:
    return _in_word(text, at) or torn(text, at)


def _in_word(text: str, at: int) -> bool:
    """Whether two Latin letters meet here: the only words that can be told apart without a dictionary."""
    around = text[at - 1 : at + 1] if at else ""
    return len(around) == 2 and around.isascii() and around.isalnum()


def _apart(found: Iterable[Place]) -> tuple[Place, ...]:
    apart: list[Place] = []
    for start, end in found:
        if apart and start <= apart[-1][1]:
            before, until = apart.pop()
            apart.append((before, max(end, until)))
        else:
            apart.append((start, end))
    return tuple(apart)
