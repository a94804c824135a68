"""From the words that a pattern matched back to what the child really wrote, for the people who read it.

Patterns match over tidied views (repeats collapsed, slang spelt out), so that their words can differ from the
child's own; staff must never read words that the child did not write.
"""

from collections.abc import Callable, Sequence

from rapidfuzz import fuzz

from bot.domain.shortening import torn

LIKE_ENOUGH = 60.0
"""Below this similarity (0 to 100) the words stand for no place in the text (another keyboard layout)."""

LONGEST = 1000
"""Characters of a message that are searched: more would cost time for a card that nobody could read."""

Edges = Callable[[str], Sequence[int]]
"""Where words begin or end in a text, its two ends included."""


def as_written(words: str, written: Sequence[str], edges: Edges) -> str:
    """The piece of one of the texts that the words stand for; the words when nothing is like them.

    It begins and ends with whole words: half a Thai word reads as another one.
    """
    found = (_piece(words, text[:LONGEST], edges) for text in written)
    best = max(found, default=(0.0, words), key=lambda scored: scored[0])
    return best[1]


def _piece(words: str, text: str, edges: Edges) -> tuple[float, str]:
    place = fuzz.partial_ratio_alignment(words.casefold(), _same_length(text), score_cutoff=LIKE_ENOUGH)
    if place is None or not words.strip():
        return 0.0, words
    start, end = place.dest_start, place.dest_end + _spread(words, text[place.dest_start : place.dest_end])
    if len(words) > len(text):
        start, end = 0, len(text)
    return place.score, _whole(text, start, end, edges).strip()


def _spread(words: str, piece: str) -> int:
    """By how much the child's writing is longer, where letters were spaced apart."""
    return max(0, piece.count(" ") - words.count(" "))


def _same_length(text: str) -> str:
    """Small letters, one for one, so that positions stay what they are."""
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def _whole(text: str, start: int, end: int, edges: Edges) -> str:
    """The piece with the words that it cuts, and with the marks that belong to its last letter."""
    whole = [at for at in edges(text) if not torn(text, at)]
    first = max((at for at in whole if at <= start), default=0)
    return text[first : min((at for at in whole if at >= end), default=len(text))]
