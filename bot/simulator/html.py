"""Telegram's HTML parse mode: a closed list of tags, errors with byte offsets, as in TDLib."""

import re
from dataclasses import dataclass

from bot.simulator.errors import ApiError, bad
from bot.simulator.model import Json

SIMPLE = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em"), "italic"),
    **dict.fromkeys(("u", "ins"), "underline"),
    **dict.fromkeys(("s", "strike", "del"), "strikethrough"),
    "tg-spoiler": "spoiler",
    "code": "code",
    "pre": "pre",
}
KNOWN = (*SIMPLE, "a", "span", "tg-emoji", "blockquote")
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(r"&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|([a-z]+));?")
TAG = re.compile(r"<(/?)([^\s<>/]*)([^<>]*)>")
ATTRIBUTE = re.compile(r"([a-zA-Z-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")


@dataclass(slots=True)
class Open:
    """A start tag that waits for its end."""

    tag: str
    attributes: dict[str, str]
    start: int
    at: int


class HtmlParser:
    """One pass over one text."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.plain = ""
        self.units = 0
        self.stack: list[Open] = []
        self.entities: list[Json] = []

    def parse(self) -> tuple[str, list[Json]]:
        """The plain text and its entities. Raises ApiError (400) for markup Telegram refuses."""
        at = 0
        while at < len(self.source):
            at = self._step(at)
        if self.stack:
            raise cannot(f'Can\'t find end tag corresponding to start tag "{self.stack[-1].tag}"')
        self.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return self.plain, self.entities

    def _step(self, at: int) -> int:
        char = self.source[at]
        if char == "<":
            return self._tag(at)
        if char == "&" and (hit := REFERENCE.match(self.source, at)) and (text := decoded(hit)):
            self._add(text)
            return hit.end()
        self._add(char)
        return at + 1

    def _add(self, text: str) -> None:
        self.plain += text
        self.units += len(text.encode("utf-16-le", "surrogatepass")) // 2

    def _tag(self, at: int) -> int:
        hit = TAG.match(self.source, at)
        if hit is None:
            raise cannot(f"Unclosed start tag at byte offset {self._bytes(at)}")
        if hit.group(1):
            self._end(hit.group(2).lower(), at)
        else:
            self._start(hit.group(2).lower(), hit.group(3), at)
        return hit.end()

    def _start(self, tag: str, rest: str, at: int) -> None:
        if tag not in KNOWN:
            raise cannot(f'Unsupported start tag "{tag}" at byte offset {self._bytes(at)}')
        attributes = attributes_of(rest)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise cannot(f'Tag "span" must have class "tg-spoiler" at byte offset {self._bytes(at)}')
        self.stack.append(Open(tag, attributes, self.units, len(self.plain)))

    def _end(self, tag: str, at: int) -> None:
        if not self.stack:
            raise cannot(f"Unexpected end tag at byte offset {self._bytes(at)}")
        opened = self.stack.pop()
        if tag and tag != opened.tag:
            where = f"Unmatched end tag at byte offset {self._bytes(at)}"
            raise cannot(f'{where}, expected "</{opened.tag}>", found "</{tag}>"')
        if self.units > opened.start:
            self._close(opened)

    def _close(self, opened: Open) -> None:
        entity = kind_of(opened, self.plain[opened.at :])
        if entity is None:
            return
        place = {"offset": opened.start, "length": self.units - opened.start}
        if self._is_code_in_pre(opened, place):
            return
        self.entities.append({"type": entity.pop("type"), **place, **entity})

    def _is_code_in_pre(self, opened: Open, place: Json) -> bool:
        outer = self.stack[-1] if self.stack else None
        if opened.tag != "code" or outer is None or outer.tag != "pre" or outer.start != place["offset"]:
            return False
        language = opened.attributes.get("class", "")
        if language.startswith("language-"):
            outer.attributes["language"] = language.removeprefix("language-")
        return True

    def _bytes(self, at: int) -> int:
        return len(self.source[:at].encode("utf-8", "surrogatepass"))


def kind_of(opened: Open, text: str) -> Json | None:
    """The entity that a finished tag makes, without its place; None where Telegram makes none."""
    attributes = opened.attributes
    if opened.tag == "a":
        return link_of(attributes.get("href") or text)
    if opened.tag == "span":
        return {"type": "spoiler"}
    if opened.tag == "blockquote":
        return {"type": "expandable_blockquote" if "expandable" in attributes else "blockquote"}
    if opened.tag == "tg-emoji":
        return {"type": "custom_emoji", "custom_emoji_id": attributes.get("emoji-id", "")}
    if opened.tag == "pre" and "language" in attributes:
        return {"type": "pre", "language": attributes["language"]}
    return {"type": SIMPLE[opened.tag]}


def link_of(target: str) -> Json | None:
    """A text link, or None for what is no link (Telegram then sends plain text)."""
    if "." not in target and not target.startswith(("tg://", "http://localhost", "https://localhost")):
        return None
    whole = target if "://" in target else f"http://{target}"
    return {"type": "text_link", "url": whole + "/" if whole.count("/") == 2 and "?" not in whole else whole}


def decoded(hit: re.Match[str]) -> str:
    """The character of a reference, or nothing if Telegram leaves it as it stands."""
    decimal, hexadecimal, name = hit.groups()
    if name:
        return NAMED.get(name, "")
    code = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""


def attributes_of(rest: str) -> dict[str, str]:
    """Attributes of a start tag, names in small letters, values with references decoded."""
    found = {}
    for hit in ATTRIBUTE.finditer(rest):
        value = hit.group(2) or hit.group(3) or hit.group(4) or ""
        found[hit.group(1).lower()] = REFERENCE.sub(lambda m: decoded(m) or m.group(), value)
    return found


def cannot(reason: str) -> ApiError:
    """400 with the words all parse errors begin with."""
    return bad(f"can't parse entities: {reason}")


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Plain text and entities of a text in Telegram's HTML."""
    return HtmlParser(source).parse()
