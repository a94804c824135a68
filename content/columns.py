"""How wide a text is on a screen."""

import unicodedata
from functools import lru_cache

_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"
_SKIN_TONES = range(0x1F3FB, 0x1F400)


def columns(text: str) -> int:
    """Display columns: 0 for combining marks, 2 for wide characters and emoji, 1 for the rest.

    Widths are those of Unicode's East Asian Width; parts joined into one emoji count as that one.
    """
    total = 0
    for before, char in zip(f" {text}", text, strict=False):
        if char == _EMOJI_STYLE:
            total += 2 - _width(before)
        elif before != _JOINER:
            total += _width(char)
    return total


@lru_cache(maxsize=4096)
def _width(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"} or ord(char) in _SKIN_TONES:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1
