"""Which writing a message is in, and whether the screen can read it."""

import unicodedata
from collections import Counter

from bot.understanding.normalise import is_thai

UNREAD_SHARE = 0.25
"""A message with this share of letters in other scripts goes to people. Editorial: low, to fail to them."""


def letters_by_script(text: str) -> Counter[str]:
    """How many letters of the text are Thai, Latin or of another script."""
    return Counter(_script(c) for c in text if unicodedata.category(c)[0] == "L")


def _script(char: str) -> str:
    if is_thai(char):
        return "thai"
    return "latin" if unicodedata.name(char, "").startswith(("LATIN", "FULLWIDTH LATIN")) else "other"


def readable(text: str) -> bool:
    """Whether nearly all letters are Thai or Latin; a message without letters is readable."""
    letters = letters_by_script(text)
    return letters["other"] < max(2.0, UNREAD_SHARE * letters.total())


def language(text: str, *, romanised: bool) -> str:
    """A guess at the language: "th", "en", "other" or "unknown". Thai written in Latin letters is "th"."""
    letters = letters_by_script(text)
    if not letters:
        return "unknown"
    if letters["other"] > letters["thai"] + letters["latin"]:
        return "other"
    return "th" if romanised or letters["thai"] else "en"
