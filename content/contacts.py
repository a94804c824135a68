"""Numbers, links and handles in a text, in the one form in which they are compared."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from content.schema import HelpLine

Found = tuple[int, str]
"""Where something stands in a text, and what it is."""

_LONG = re.compile(r"\+?\(?\d(?:[ ().\u2010-\u2015\u00a0-]{0,3}\d){6,}")
_HOURS = re.compile(r"(?<!\d)[0-2]?\d[.:][0-5]\d ?[\u2010-\u2015-] ?[0-2]?\d[.:][0-5]\d(?!\d)")
_SHORT = re.compile(r"(?<![\d,.])\d{3,6}(?!\d|[,.]\d)")
_RUN = re.compile(r"\d+")
_LABEL = r"[\w\u0e00-\u0e7f-]+"
_DOTTED = re.compile(rf"{_LABEL}(?:\.{_LABEL})+")
_SCHEME = re.compile(r"\b\w+://([^\s/?#]*)")
_HANDLE = re.compile(r"(?<![\w.@])@[A-Za-z][\w.]{2,}")
_TOP_LEVEL = re.compile(
    r"\.(com|org|net|th|io|me|app|info|gov|edu|co|ly|gg|xyz|site|online|link|page|dev|ai|tv|uk|eu|asia|ngo"
    r"|shop|top|club|live|store|biz|cc|ru|cn|la|kh|mm|vn|sg|to)(?![\w-])",
    re.IGNORECASE,
)


_MOST = 4096
"""So many characters are remembered at most."""


class _Digits(dict[int, str]):
    """For `str.translate`: what each character becomes, found out when it is first seen."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        found = str(unicodedata.digit(char, char))
        if len(self) < _MOST:  # what is written may be hostile
            self[code] = found
        return found


_DIGITS = _Digits()


def plain_digits(text: str) -> str:
    """The text with the digits of any script (Thai ones too) as 0-9; its length stays the same."""
    return text if text.isascii() else text.translate(_DIGITS)


def number(text: str) -> str:
    """A phone number as bare digits, with Thailand's +66 as the 0 that is dialled inside the country."""
    digits = re.sub(r"\D", "", plain_digits(text))
    abroad = digits.startswith("66") and len(digits) >= 10
    return f"0{digits[2:].removeprefix('0')}" if abroad else digits


def host(text: str) -> str:
    """A host name in small letters without `www.`."""
    return text.casefold().removeprefix("www.")


def long_numbers(text: str) -> Iterator[Found]:
    """Whatever looks like a phone number of seven or more digits, as it is written; not opening hours."""
    for match in _LONG.finditer(_HOURS.sub(_blank, plain_digits(text))):
        yield match.start(), match[0]


def short_numbers(text: str) -> Iterator[Found]:
    """Numbers of three to six digits that are no part of a long one; years and sums are among them."""
    without_long = _LONG.sub(_blank, plain_digits(text))
    for match in _SHORT.finditer(without_long):
        yield match.start(), match[0]


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def digit_runs(text: str) -> Iterator[Found]:
    """Every unbroken run of digits."""
    for match in _RUN.finditer(plain_digits(text)):
        yield match.start(), match[0]


def hosts(text: str) -> Iterator[Found]:
    """Host names in the text, with or without a scheme before them, mail addresses included.

    Without a scheme a dotted word counts when a part after its first dot is a known top-level domain.
    """
    for match in _SCHEME.finditer(text):
        yield match.start(1), host(match[1])
    # Blanked with what no host name holds, so that a link is found once.
    for match in _DOTTED.finditer(_SCHEME.sub(lambda link: "/" * len(link[0]), text)):
        if _TOP_LEVEL.search(match[0]):
            yield match.start(), host(match[0])


def handles(text: str) -> Iterator[Found]:
    """Account names such as @someone."""
    for match in _HANDLE.finditer(text):
        yield match.start(), match[0].casefold()


@dataclass(frozen=True, slots=True)
class Allowed:
    """What may be named in a text: the contacts of the help lines and nothing else."""

    numbers: frozenset[str] = field(default_factory=frozenset)
    hosts: frozenset[str] = field(default_factory=frozenset)
    handles: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def of(cls, lines: Iterable[HelpLine]) -> "Allowed":
        """Everything that the help lines name as their contact."""
        contacts = [(line.kind, line.contact) for line in lines]
        return cls(
            frozenset(number(contact) for kind, contact in contacts if kind == "phone"),
            frozenset(name for _, contact in contacts for _, name in hosts(contact)),
            frozenset(name for _, contact in contacts for _, name in handles(contact)),
        )
