"""The search finds what it must find."""

import base64
import json
import struct

import pytest

from tests.needles import Needles

WORDS, NUMBER = "ช่วยหนูด้วยนะ planted", 7_310_000_000_001

HIDDEN = {
    "utf-8": WORDS.encode(),
    "utf-16-le": WORDS.encode("utf-16-le"),
    "utf-16-be": WORDS.encode("utf-16-be"),
    "base64": base64.b64encode(WORDS.encode()),
    "base64, one byte on": base64.b64encode(b"x" + WORDS.encode()),
    "base64, two bytes on": base64.b64encode(b"xx" + WORDS.encode() + b"yyy"),
    "base64 for addresses": base64.urlsafe_b64encode(b"x" + WORDS.encode()),
    "hexadecimal": WORDS.encode().hex().encode(),
    "HEXADECIMAL": WORDS.encode().hex().upper().encode(),
    "json": json.dumps({"text": WORDS}).encode(),
}
NUMBERS = {
    "decimal": f"id={NUMBER};".encode(),
    "little-endian": struct.pack("<q", NUMBER),
    "big-endian": struct.pack(">q", NUMBER),
    "as sqlite stores it": NUMBER.to_bytes(6, "big"),
    "hexadecimal": f"{NUMBER:x}".encode(),
}


@pytest.mark.parametrize("form", HIDDEN)
def test_it_finds_words_in_every_form(form: str) -> None:
    assert Needles([WORDS]).found_in(b"before" + HIDDEN[form] + b"after") == {WORDS}


@pytest.mark.parametrize("form", NUMBERS)
def test_it_finds_numbers_in_every_form(form: str) -> None:
    assert Needles([NUMBER]).found_in(b"before" + NUMBERS[form] + b"after") == {NUMBER}


def test_it_finds_only_what_is_there() -> None:
    needles = Needles([WORDS, "something else entirely", NUMBER])
    assert needles.found_in(WORDS.encode()) == {WORDS}
    assert needles.found_in(b"nothing of the kind " * 50) == set()
