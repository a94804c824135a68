"""Words of people on one line, cut to a length without tearing a sign such as an emoji."""

import unicodedata

_JOINER = "\u200d"
_CLINGING = frozenset("\u0e33\u0eb3\u200c\u200d\uff9e\uff9f")
"""Signs that belong to the one before them though they are no marks in Unicode: sara am, joiners."""
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_TAGS = range(0xE0020, 0xE0080)
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
_FIRST_JAMO = (range(0x1100, 0x1160), range(0xA960, 0xA980))
_LATER_JAMO = (range(0x1160, 0x1200), range(0xD7B0, 0xD7FC))
_HANGUL = range(0xAC00, 0xD7A4)
_VIRAMA = 9
_TURNING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
"""Signs that turn the direction of writing: what stands behind a child's words must stay readable."""


def brief(text: str, most: int) -> str:
    """The text on one line, with at most `most` characters; what was cut away is an ellipsis."""
    plain = " ".join(text.translate(_TURNING).split())
    if len(plain) <= most:
        return plain
    at = most - 1
    while torn(plain, at):
        at -= 1
    return f"{plain[:at].rstrip()}…"


def torn(text: str, at: int) -> bool:
    """Whether a cut before this place would tear what is read as one sign. In doubt it would."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    return _clings(after) or before == _JOINER or _stacked(before, after) or _halves_a_flag(text, at)


def _clings(sign: str) -> bool:
    code = ord(sign)
    marks = unicodedata.category(sign).startswith("M") or sign in _CLINGING
    return marks or code in _SKIN_TONES or code in _TAGS


def _stacked(before: str, after: str) -> bool:
    """Letters under letters (Burmese and Indian scripts), and Korean syllables written in parts."""
    if any(ord(before) in jamo for jamo in _FIRST_JAMO):
        return any(ord(after) in part for part in (*_FIRST_JAMO, *_LATER_JAMO, _HANGUL))
    return any(ord(after) in jamo for jamo in _LATER_JAMO) or (
        unicodedata.combining(before) == _VIRAMA and after.isalpha()
    )


def _halves_a_flag(text: str, at: int) -> bool:
    start = at
    while start and ord(text[start - 1]) in _FLAG_LETTERS:
        start -= 1
    return ord(text[at]) in _FLAG_LETTERS and (at - start) % 2 == 1
