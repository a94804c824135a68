"""Which texts can go into a cell and come back as they were."""

import re
import unicodedata

LONGEST = 32_767
"""Characters that a cell can hold: the limit of the file format."""

_CODED = re.compile(r"_x[0-9A-Fa-f]{4}_")
"""How spreadsheets write a character that XML cannot hold."""
_REFUSED = frozenset({"Cc", "Cs", "Zl", "Zp"})
_NO_CHARACTERS = frozenset({0xFEFF, 0xFFFE, 0xFFFF})


def cleaned(text: str) -> str:
    """The text with plain line ends and without space around it: so it is compared."""
    return text.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n").strip()


def unfit(text: str) -> str | None:
    """Why the text cannot stand in a cell and in a YAML file alike, or None when it can."""
    if len(text) > LONGEST:
        return f"too long: {len(text)} characters, at most {LONGEST} in a cell"
    for char in text:
        if char != "\n" and (unicodedata.category(char) in _REFUSED or ord(char) in _NO_CHARACTERS):
            return f"a character that may not stand in a text: U+{ord(char):04X}"
    if coded := _CODED.search(text):
        return f"{coded[0]!r} means a character in a spreadsheet and may not stand in a text"
    return None
