"""One form for phrases that only look different, used to find duplicates."""

import unicodedata


def same_form(phrase: str) -> str:
    """Letters, digits and marks only, in small letters: spaces and punctuation do not count."""
    plain = unicodedata.normalize("NFKC", phrase).casefold()
    return "".join(char for char in plain if unicodedata.category(char)[0] in "LMN") or plain.strip()
