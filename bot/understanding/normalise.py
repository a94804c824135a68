"""Spelling made plain: pure functions from a hostile string to a tidy one.

The order of `tidy` matters. First the string is made safe (lone surrogates and controls dropped, length
capped), then one code point per meaning (NFKC, sara am put together again, invisible marks removed), then
tricks of spelling undone (stretched letters, letters spaced or dotted apart). Nothing here knows a word of
any language; word lists live in `content/understanding/`.
"""

import re
import unicodedata
from collections.abc import Mapping

from pythainlp.util import normalize as _pythainlp_normalize
from pythainlp.util import remove_tonemark, remove_zw, thai_digit_to_arabic_digit

MAX_CHARS = 4096
"""A Telegram message holds at most 4,096 characters (Bot API, `Message.text`)."""

LEAST_APART, LONGEST_APART, MEAN_APART = 3, 7, 4.5
"""Pieces of a text whose words stand apart, letters of the longest, and of all of them in the mean."""

_THAI = "\u0e01-\u0e4f"
_DEPENDENT = "\u0e30-\u0e3a\u0e45\u0e47-\u0e4e"
_UNWANTED = {"Cc", "Cs", "Co", "Cn"}
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_STRETCHED = re.compile(r"([^\W\d])\1{2,}|(\d)\2{3,}|([^\w\s])\3{1,}")
_APART = re.compile(
    rf"(?<![\w{_THAI}])(?:[{_THAI}][{_DEPENDENT}]*[\s.\-_*,/|]+){{3,}}[{_THAI}][{_DEPENDENT}]*(?![{_THAI}])"
    r"|(?<!\w)(?:[a-z][\s.\-_*,/|]){3,}[a-z](?!\w)"
)
_APART_MARKS = re.compile(r"[\s.\-_*,/|]+")
_INSIDE_WORD = re.compile(rf"(?<=[{_THAI}])[.\-_*·~'\"|+]+(?=[{_THAI}])")
_PAUSE = re.compile(r"\.{2,}")
_APOSTROPHE = re.compile(r"(?<=[a-z])['’`´](?=[a-z])")
_PILED = re.compile("[\u0e48-\u0e4c]{4,}|[\u0e30\u0e32\u0e33\u0e45]{4,}")
_TONES = frozenset("\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c")


def safe(text: str) -> str:
    """The text without lone surrogates, controls and unassigned characters, at most `MAX_CHARS` long."""
    kept = (c if c not in "\r\n\t" else " " for c in text[:MAX_CHARS])
    return "".join(c for c in kept if unicodedata.category(c) not in _UNWANTED)


def composed(text: str) -> str:
    """One code point per meaning: NFKC, lower case, nothing invisible, sara am whole, Arabic digits."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = _PAUSE.sub(" ", text)
    text = _INVISIBLE.sub("", remove_zw(text))
    text = text.replace("\u0e4d\u0e32", "\u0e33").replace("\u0e40\u0e40", "\u0e41")
    # What pythainlp sorts takes time by the square of such a pile's height.
    text = _PILED.sub(lambda pile: pile.group()[-1], text)
    return thai_digit_to_arabic_digit(_pythainlp_normalize(text))[:MAX_CHARS]


def unstretched(text: str) -> str:
    """Letters drawn out three times or more stand once (Latin: twice), digits three times, symbols once."""
    return _STRETCHED.sub(_shorten, text)


def _shorten(match: re.Match[str]) -> str:
    letter, digit, symbol = match.groups()
    if letter:
        return str(letter) * (2 if letter.isascii() else 1)
    return str(digit) * 3 if digit else str(symbol)


def rejoined(text: str) -> str:
    """Letters spaced or dotted apart are put together again: four or more single letters in a row."""
    text = _APART.sub(lambda m: _APART_MARKS.sub("", m.group()), text)
    return _INSIDE_WORD.sub("", text)


def apart(text: str) -> bool:
    """Whether Thai words or syllables stand one by one: three pieces or more, all short, and nothing else."""
    pieces = text.split()
    thai = len(pieces) >= LEAST_APART and all(map(is_thai, "".join(pieces)))
    return (
        thai and max(map(len, pieces)) <= LONGEST_APART and len("".join(pieces)) <= MEAN_APART * len(pieces)
    )


def tidy(text: str) -> str:
    """The plain form that all views start from. Applying it twice changes nothing more; it never raises."""
    text = safe(text)
    for _ in range(4):
        plain = _APOSTROPHE.sub("", rejoined(unstretched(composed(text))))
        plain = " ".join(plain.split())
        if plain == text:
            break
        text = plain
    return text


def toneless(text: str) -> str:
    """The text without tone marks, the short-vowel mark and the silencer."""
    return "".join(c for c in remove_tonemark(text) if c not in _TONES)


def tone_poor(text: str) -> bool:
    """Whether tone marks are left out: eight Thai letters or more with under 3 marks in a hundred."""
    thai = [c for c in text if is_thai(c)]
    return len(thai) >= 8 and sum(c in _TONES for c in thai) < 0.03 * len(thai)


def relettered(text: str, lookalikes: Mapping[str, str]) -> str:
    """Symbols, digits and foreign letters inside a word become the letters they stand for.

    `lookalikes` maps one character to the letter it imitates; a Thai value applies next to Thai letters, a
    Latin value between Latin letters. A number standing alone is left as it is.
    """
    return "".join(_letter(text, i, lookalikes) for i in range(len(text)))


def _letter(text: str, at: int, lookalikes: Mapping[str, str]) -> str:
    char = text[at]
    meant = lookalikes.get(char)
    if meant is None:
        return char
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if is_thai(meant):
        fits = bool(before) and is_thai(before) and not _latin(after)
    else:
        fits = _latin(before) and (_latin(after) or (not after.isspace() and _latin(text[at + 2 : at + 3])))
    return meant if fits else char


def _latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


def is_thai(char: str) -> bool:
    """Whether the character is a Thai letter, vowel or mark (not a digit or the baht sign)."""
    return "\u0e01" <= char <= "\u0e3a" or "\u0e40" <= char <= "\u0e4e"
