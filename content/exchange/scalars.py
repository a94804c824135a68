"""A text written as a YAML scalar: plain where it can be, else in quotes or as a block."""

import json
import re

from content.yaml_lines import read_yaml

_OPENING = ("", '"', "'", "|", ">")
"""Beginnings that would open quotes or a block, also where the text happens to close them."""
_INDICATORS = re.compile(r"[|>][-+0-9]*")


def one_line(text: str, style: str, *, in_brackets: bool) -> str:
    """The text on one line of the file, in the given style (a quote, or empty) where that can hold it."""
    if style == "'" and "\n" not in text:
        return _single(text)
    if style != '"' and _is_plain(text, in_brackets=in_brackets):
        return text
    return _single(text) if '"' in text and "\n" not in text else json.dumps(text, ensure_ascii=False)


def _single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _is_plain(text: str, *, in_brackets: bool) -> bool:
    """Whether it means itself without quotes; the parser knows best."""
    if "\n" in text or text != text.strip() or text[:1] in _OPENING:
        return False
    if in_brackets:
        return _reads(f"{{k: {text}}}", {"k": text}) and _reads(f"[{text}]", [text])
    return _reads(f"k: {text}", {"k": text}) and _reads(f"- {text}", [text])


def _reads(written: str, as_data: object) -> bool:
    read = read_yaml("", written)
    return not read.problems and bool(read.data == as_data)


def block(text: str, indent: str, header: str = "|") -> str:
    """The text line by line below a header; a header for folded text becomes one that keeps its lines."""
    indicators = _INDICATORS.match(header)
    behind = header[indicators.end() :] if indicators else ""
    ending = re.sub(r"[0-9|>]", "", indicators[0]) if indicators else ""
    lines = (f"{indent}{line}" if line else "" for line in text.split("\n"))
    return "\n".join((f"|{ending}{behind}", *lines))
