"""Searches bytes for planted strings and ids, in every form in which a program might have written them.

    needles = Needles()
    needles.add("an unusual sentence")
    needles.add(7_310_000_000_001)
    assert needles.found_in(Path("phuean.db").read_bytes()) == set()

One pass over the haystack, however many needles there are: the first bytes of each form are looked up.
"""

import base64
import json
import struct
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

Needle = str | int

PREFIX = 6
"""Bytes by which forms are looked up; a shorter form is left out, since chance would find it."""


def forms(needle: Needle) -> Iterator[bytes]:
    """UTF-8, UTF-16, base64 in its three shapes, hexadecimal, JSON; numbers also as machines store them."""
    if isinstance(needle, int):
        yield from numbers(needle)
    text = str(needle)
    plain = (text.encode("utf-8"), text.encode("utf-16-le"), text.encode("utf-16-be"))
    for one in plain:
        yield one
        yield one.hex().encode()
        yield one.hex().upper().encode()
        yield from in_base64(one)
    yield json.dumps(text)[1:-1].encode()
    yield json.dumps(text)[1:-1].upper().replace("\\U", "\\u").encode()


def numbers(number: int) -> Iterator[bytes]:
    """Eight bytes in both orders, and six as SQLite stores a number of that size."""
    for layout in ("<q", ">q"):
        yield struct.pack(layout, number)
    if 2**31 <= abs(number) < 2**47:
        yield number.to_bytes(6, "big", signed=True)
    yield f"{abs(number):x}".encode()


def in_base64(plain: bytes) -> Iterator[bytes]:
    """Base64 shows bytes in three shapes, after where they begin; both alphabets. Edges are left out."""
    for shift in range(3):
        for encode in (base64.b64encode, base64.urlsafe_b64encode):
            coded = encode(b"\0" * shift + plain + b"\0" * (-(shift + len(plain)) % 3))
            yield coded[-(-shift * 8 // 6) : (shift + len(plain)) * 8 // 6]


class Needles:
    """A growing set of needles, looked for in the given forms."""

    def __init__(
        self, needles: Iterable[Needle] = (), forms: Callable[[Needle], Iterable[bytes]] = forms
    ) -> None:
        self._forms_of = forms
        self._forms: dict[bytes, list[tuple[bytes, Needle]]] = defaultdict(list)
        self._known: set[Needle] = set()
        for one in needles:
            self.add(one)

    def __len__(self) -> int:
        return len(self._known)

    def __contains__(self, needle: object) -> bool:
        return needle in self._known

    def add(self, needle: Needle) -> None:
        """Look for one more."""
        if needle in self._known:
            return
        self._known.add(needle)
        for form in set(self._forms_of(needle)):
            if len(form) >= PREFIX:
                self._forms[form[:PREFIX]].append((form, needle))

    def found_in(self, haystack: bytes) -> set[Needle]:
        """The needles that are there."""
        starts, found = self._forms, set[Needle]()
        for at in range(len(haystack) - PREFIX + 1):
            entry = starts.get(haystack[at : at + PREFIX])
            if entry is not None:
                found |= {needle for form, needle in entry if haystack.startswith(form, at)}
        return found
