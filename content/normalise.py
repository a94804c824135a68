"""One form for phrases that only look different, used to find duplicates."""

import unicodedata

_MOST = 4096
"""So many characters are remembered at most."""


class _Kept(dict[int, str | None]):
    """For `str.translate`: letters, digits and marks stay, all else goes; found out when it is first seen."""

    def __missing__(self, code: int) -> str | None:
        char = chr(code)
        found = char if unicodedata.category(char)[0] in "LMN" else None
        if len(self) < _MOST:  # what is written may be hostile
            self[code] = found
        return found


_KEPT = _Kept()


def same_form(phrase: str) -> str:
    """Letters, digits and marks only, in small letters: spaces and punctuation do not count."""
    plain = unicodedata.normalize("NFKC", phrase).casefold()
    return plain.translate(_KEPT) or plain.strip()
