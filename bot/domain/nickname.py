"""What of a typed line can be drawn as a nickname."""

import re
import unicodedata

from content.columns import columns

LONGEST = 24
"""Display columns; more would be too small to read on the certificate."""

_LETTERS = re.compile(r"[\u0e01-\u0e3a\u0e40-\u0e4e\u0e50-\u0e59A-Za-z0-9\u00c0-\u017e]")
"""Letters, marks and digits of Thai and Latin: what the typeface of the certificate has."""

_SIGNS = " .-'()"
_MARKS_TOGETHER = 2
"""A vowel and a tone: more marks on one letter would run over other lines."""


def nickname(text: str) -> str | None:
    """The nickname in a message: one short line with something that can be drawn, else None."""
    line = unicodedata.normalize("NFC", text).strip()
    if "\n" in line:
        return None
    kept = " ".join("".join(_drawable(line)).split())
    fits = any(_is_letter(one) for one in kept) and columns(kept) <= LONGEST
    return kept if fits else None


def _drawable(line: str) -> list[str]:
    kept: list[str] = []
    marks = 0
    for one in line:
        marks = marks + 1 if unicodedata.category(one) == "Mn" else 0
        drawn = one in _SIGNS or (_LETTERS.fullmatch(one) is not None and unicodedata.category(one) in _KINDS)
        if drawn and marks <= _MARKS_TOGETHER:
            kept.append(one)
    return kept


_KINDS = frozenset({"Lu", "Ll", "Lo", "Lm", "Mn", "Nd"})


def _is_letter(one: str) -> bool:
    return unicodedata.category(one) in _KINDS - {"Mn"}
