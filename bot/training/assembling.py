"""Talks made of single messages: the judge learns from them to read a message with what stood before it.

Written talks are few; these teach the form. A message sent in parts means what it means as a whole, and small
talk before a message changes nothing about it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from random import Random

from bot.training.examples import Taught
from bot.understanding.normalise import is_thai
from bot.understanding.talk import joined

PARTED, LED = 0.17, 0.15
"""Of all messages so many are sent in parts, and so many stand behind small talk."""
WORTH_PARTING = 30
"""Characters of a message that may be sent in parts."""
PARTS = (2, 2, 3, 3, 4)
BEFORE = (1, 2, 2, 3)
"""How many parts, how many messages of small talk: each as likely as it stands here."""
SMALL_TALK = 70
"""Characters of the longest message that counts as small talk."""
WRITTEN = 2
"""So often each written talk is learned."""
SEED = 3


def with_talks(taught: Sequence[Taught]) -> list[Taught]:
    """All, the written talks more than once, and assembled ones; always the same."""
    random = Random(SEED)  # noqa: S311 - which messages make a talk is no secret
    single = [one for one in taught if one.severity is not None and not one.talk]
    chat = {thai: _chat(single, thai=thai) for thai in (True, False)}
    assembled = [talk for one in single if (talk := _assembled(one, chat, random))]
    return [*taught, *(one for one in taught if one.talk for _ in range(WRITTEN - 1)), *assembled]


def _chat(taught: Sequence[Taught], *, thai: bool) -> list[str]:
    return [
        one.text for one in taught if one.ordinary and len(one.text) <= SMALL_TALK and _thai(one.text) == thai
    ]


def _assembled(one: Taught, chat: Mapping[bool, Sequence[str]], random: Random) -> Taught | None:
    chance = random.random()
    if chance < PARTED:
        parts = _parts(one.text, random)
        return replace(one, text=joined(parts), talk=True) if len(parts) > 1 else None
    if chance < PARTED + LED:
        before = random.sample(chat[_thai(one.text)], random.choice(BEFORE))
        return replace(one, text=joined([*before, one.text]), talk=True)
    return None


def _parts(text: str, random: Random) -> list[str]:
    words = text.split()
    if len(text) < WORTH_PARTING:
        return [text]
    count = min(len(words), random.choice(PARTS))
    cuts = [0, *sorted(random.sample(range(1, len(words)), count - 1)), len(words)]
    return [" ".join(words[a:b]) for a, b in pairwise(cuts)]


def _thai(text: str) -> bool:
    return any(map(is_thai, text))
