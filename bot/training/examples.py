"""What is learned from: all taught messages and questions, and the phrasings of the FAQ."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.understanding.talk import joined
from content import teaching
from content.content import Content
from content.schema import Category, Severity

SEVERITIES = tuple(sorted(Severity, key=lambda one: one.rank))
CATEGORIES = tuple(Category)
OUT_OF_SCOPE = "none"
KNOWN = 25
"""Sentences by which a loaded judge is tried."""


@dataclass(frozen=True, slots=True)
class Taught:
    """A text with what is known of it. None where nobody said.

    `ordinary`: everyday talk, in every part. `talk`: several messages, joined.
    """

    voice: str
    text: str
    severity: int | None
    categories: tuple[Category, ...]
    topic: str | None
    ordinary: bool = False
    talk: bool = False


def collected(content: Content, plain: Callable[[str], str]) -> tuple[Taught, ...]:
    """Everything, in the plain form in which the judge reads. What no answer fits is also no cry for help."""
    return tuple(replace(one, text=_plain(one, plain)) for one in _written(content))


def _plain(one: Taught, plain: Callable[[str], str]) -> str:
    return joined([plain(message) for message in one.text.splitlines()]) if one.talk else plain(one.text)


def _written(content: Content) -> tuple[Taught, ...]:
    told = [
        Taught(m.voice, m.text, SEVERITIES.index(m.severity), m.categories, None, m.kind == teaching.ORDINARY)
        for m in teaching.messages()
    ]
    talks = [
        Taught(t.voice, t.text, SEVERITIES.index(t.severity), t.categories, None, talk=True)
        for t in teaching.talks()
    ]
    asked = [
        Taught(q.voice, q.text, 0 if q.topic is None else None, (), q.topic or OUT_OF_SCOPE)
        for q in teaching.questions()
    ]
    return (*told, *talks, *asked, *_phrasings(content))


def _phrasings(content: Content) -> list[Taught]:
    return [
        Taught(f"faq_{language}", text, None, (), entry.id)
        for language, entries in content.faq.items()
        for entry in entries.values()
        for text in (entry.question, *entry.phrasings)
    ]


def topics(taught: Sequence[Taught]) -> tuple[str, ...]:
    """All topics, the one for "no topic" last."""
    return (*sorted({one.topic for one in taught if one.topic} - {OUT_OF_SCOPE}), OUT_OF_SCOPE)


def split(taught: Sequence[Taught], every: int) -> tuple[list[Taught], list[Taught]]:
    """Voices to learn from, and every so manieth one to measure on. The FAQ's own phrasings are learned."""
    voices = sorted({one.voice for one in taught if not one.voice.startswith("faq_")})
    apart = frozenset(voices[every // 2 :: every])
    return [one for one in taught if one.voice not in apart], [one for one in taught if one.voice in apart]


def tried(taught: Sequence[Taught]) -> tuple[str, ...]:
    """The texts by which a loaded judge is tried, from everywhere in what is taught."""
    return tuple(one.text for one in taught[:: len(taught) // KNOWN][:KNOWN])
