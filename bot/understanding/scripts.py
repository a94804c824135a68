"""Which writing a message is in, and whether the screen can read it."""

import unicodedata
from collections import Counter

from bot.understanding.normalise import is_thai

UNREAD_SHARE = 0.25
"""A message with this share of letters in other scripts goes to people. Editorial: low, to fail to them."""


OTHER = "other"
NAMED = (
    "myanmar",
    "khmer",
    "lao",
    "cjk",
    "arabic",
    "devanagari",
    "cyrillic",
    "hangul",
    "hiragana",
    "katakana",
)
"""Scripts that staff are told by name, as Unicode begins the names of their letters; the rest is `OTHER`."""


def letters_by_script(text: str) -> Counter[str]:
    """How many letters of the text are "thai", "latin", of one of `NAMED`, or "other"."""
    return Counter(_script(c) for c in text if unicodedata.category(c)[0] == "L")


def _script(char: str) -> str:
    if is_thai(char):
        return "thai"
    first, _, rest = unicodedata.name(char, "").lower().partition(" ")
    if first == "latin" or (first == "fullwidth" and rest.startswith("latin")):
        return "latin"
    return first if first in NAMED else OTHER


def readable(text: str) -> bool:
    """Whether nearly all letters are Thai or Latin; a message without letters is readable."""
    letters = letters_by_script(text)
    return _unread(letters).total() < max(2.0, UNREAD_SHARE * letters.total())


def language(text: str, *, romanised: bool) -> str:
    """A guess at the language: "th", "en" or "unknown", and of what is not read here the commonest script.

    Thai written in Latin letters is "th".
    """
    letters = letters_by_script(text)
    if not letters:
        return "unknown"
    if _unread(letters).total() > letters["thai"] + letters["latin"]:
        return unread(text)
    return "th" if romanised or letters["thai"] else "en"


def unread(text: str) -> str:
    """The commonest script of a text that is not read here, "other" for one without a name."""
    return next((script for script, _ in _unread(letters_by_script(text)).most_common(1)), OTHER)


def _unread(letters: Counter[str]) -> Counter[str]:
    return Counter({script: count for script, count in letters.items() if script not in {"thai", "latin"}})
