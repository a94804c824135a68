"""A text in as many messages as it needs, and what is bold in each of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from telegram import MessageEntity
from telegram.constants import MessageLimit

from bot.domain.speech import Place
from bot.telegram.reading import encodable

LIMIT = int(MessageLimit.MAX_TEXT_LENGTH)


@dataclass(frozen=True, slots=True)
class Portion:
    """What fits into one message; places are counted in Telegram's way (UTF-16)."""

    text: str
    bold: tuple[MessageEntity, ...] = ()


def portions(text: str, payload: Mapping[str, Any], limit: int = LIMIT) -> list[Portion]:
    """The text cut into messages of at most `limit` characters.

    `text` is that of the payload, perhaps with a mark in front; `bold` of the payload says what stands out.
    """
    whole = encodable(text)
    bold = _bold(whole, payload)
    return [Portion(whole[at:end], _entities(whole, at, end, bold)) for at, end in _cuts(whole, limit)]


def _bold(text: str, payload: Mapping[str, Any]) -> Sequence[Place]:
    """The places in the text as it leaves; none where it had to be cleaned, since they would be wrong."""
    told = str(payload["text"])
    if not text.endswith(told):
        return ()
    before = len(text) - len(told)
    return [(before + start, before + end) for start, end in payload.get("bold") or ()]


def _entities(text: str, at: int, end: int, bold: Sequence[Place]) -> tuple[MessageEntity, ...]:
    """What is bold between two places, counted from the first."""
    inside = [(max(first, at) - at, min(last, end) - at) for first, last in bold]
    marks = [MessageEntity(MessageEntity.BOLD, first, last - first) for first, last in inside if first < last]
    return tuple(MessageEntity.adjust_message_entities_to_utf_16(text[at:end], marks))


def _cuts(text: str, limit: int) -> list[Place]:
    """Cut at a line's or word's end where one is near; the white space there is left out."""
    cuts: list[Place] = []
    at = 0
    while len(text) - at > limit:
        near, far = at + limit // 2, at + limit
        cut = max(text.rfind("\n", near, far), text.rfind(" ", near, far))
        cut = far if cut < 0 else cut
        cuts.append((at, cut))
        at = len(text) - len(text[cut:].lstrip("\n "))
    return [*cuts, (at, len(text))] if at < len(text) or not cuts else cuts
