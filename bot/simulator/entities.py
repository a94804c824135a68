"""Text and its entities: checking, finding and measuring. Offsets are UTF-16 units, limits characters."""

import re

from bot.simulator.errors import bad
from bot.simulator.html import parse_html
from bot.simulator.model import Json

MAX_TEXT = 4096
MAX_CAPTION = 1024

FOUND = (
    ("bot_command", re.compile(r"(?<![\w/@])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w@/])")),
    ("mention", re.compile(r"(?<![\w/@.])@[A-Za-z][A-Za-z0-9_]{3,31}(?!\w)")),
    ("url", re.compile(r"\b(?:https?://[^\s<>]+[^\s<>.,;:!?)\"'])")),
    ("email", re.compile(r"(?<![\w.@])[\w.+-]+@[\w-]+\.[A-Za-z]{2,}(?!\w)")),
    ("hashtag", re.compile(r"(?<!\w)#[\w\u0e31-\u0e4e]*[^\W\d][\w\u0e31-\u0e4e]*")),
)
"""What Telegram marks by itself. Approximations of its scanners, enough for commands, mentions and links.
Thai vowel and tone marks are no word characters to `re`, so tags name them."""


def utf16(text: str) -> int:
    """Length in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def slice_utf16(text: str, offset: int, length: int) -> str:
    """The piece of text that an entity covers."""
    units = text.encode("utf-16-le", "surrogatepass")
    return units[offset * 2 : (offset + length) * 2].decode("utf-16-le", "surrogatepass")


def formatted(text: str, mode: str | None, entities: list[Json] | None) -> tuple[str, list[Json]]:
    """The text as sent, with its entities, from a `parse_mode` or an explicit list.

    Raises:
        ApiError: 400 in Telegram's words for markup that does not parse or an unsupported mode.
    """
    if not mode or not text:
        return tidy(text, checked(text, entities or []))
    if mode.lower() == "html":
        return tidy(*parse_html(text))
    if mode.lower() in ("markdown", "markdownv2"):
        raise bad(f"parse_mode {mode} is not modelled by the simulator; use HTML or entities")
    raise bad("Unsupported parse_mode")


def checked(text: str, entities: list[Json]) -> list[Json]:
    """Entities that lie within the text.

    Raises:
        ApiError: 400 for an entity that begins or ends outside the text or inside a character.
    """
    size = utf16(text)
    for entity in entities:
        start, length = entity["offset"], entity["length"]
        if start < 0 or length < 0 or start + length > size:
            raise bad("entity lies outside the text")
        _check_ends(text, start, length)
    return [dict(entity) for entity in entities if entity["length"] > 0]


def _check_ends(text: str, start: int, length: int) -> None:
    try:
        slice_utf16(text, start, length).encode("utf-8")
    except UnicodeEncodeError:
        reason = "entity begins in a middle of a UTF-16 symbol at byte offset"
        raise bad(f"{reason} {start}") from None


def tidy(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Strip white space at both ends, as Telegram does, moving the entities along."""
    clean = text.replace("\r", "").replace("\0", " ")
    if clean != text and entities:
        entities = [entity for entity in entities if entity["offset"] + entity["length"] <= utf16(clean)]
    left = utf16(clean) - utf16(clean.lstrip())
    stripped = clean.strip()
    size = utf16(stripped)
    moved = (_clip(entity, left, size) for entity in entities)
    return stripped, [entity for entity in moved if entity["length"] > 0]


def _clip(entity: Json, left: int, size: int) -> Json:
    start = max(0, entity["offset"] - left)
    end = min(size, entity["offset"] + entity["length"] - left)
    return {**entity, "offset": start, "length": end - start}


def found(text: str) -> list[Json]:
    """Commands, mentions, links, addresses and tags that Telegram finds by itself."""
    return [
        {"type": kind, "offset": utf16(text[: hit.start()]), "length": utf16(hit.group())}
        for kind, pattern in FOUND
        for hit in pattern.finditer(text)
    ]


def complete(text: str, entities: list[Json]) -> list[Json]:
    """Given entities plus those found where no code, link or mention lies already, in order."""
    closed = [e for e in entities if e["type"] in ("code", "pre", "text_link", "text_mention")]
    extra: list[Json] = []
    for entity in found(text):
        if not any(_overlap(entity, other) for other in closed + extra):
            extra.append(entity)
    return sorted(entities + extra, key=lambda entity: (entity["offset"], -entity["length"]))


def _overlap(one: Json, other: Json) -> bool:
    ends = one["offset"] + one["length"], other["offset"] + other["length"]
    return bool(one["offset"] < ends[1] and other["offset"] < ends[0])
