"""Why a message raised the alert: what a case keeps of it, and how staff read it on the card.

A heading, the words with what they were taken for, two curated examples and the way of reading: eight lines.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.domain.judgement import CALL, JUDGE, Reason
from bot.domain.shortening import brief
from bot.domain.speech import Joined, Line, Part, Verbatim, line
from bot.domain.state import Case, Sign
from bot.domain.world import World
from content.schema import Severity

MOST_WHY = 4
"""Pieces of the child's words that a card shows; more would hide the first ones."""

MOST_EXAMPLES = 2

_LONGEST_KEPT = 160
"""Characters of one piece that a case keeps."""

_LONGEST_SHOWN = 120
"""Characters of one piece on the card: beyond one message (4,096) it could never be brought up to date."""

_PATTERN = re.compile(r"[a-z][a-z0-9_]*")
"""The names of patterns; a curated phrase is its own name."""

_FINDERS = {JUDGE: "card-found-by-judge", CALL: "card-found-call"}
_READINGS = {"letters": "card-reading-letters", "lexical": "card-reading-lexical"}


def signs_of(reasons: Sequence[Reason]) -> tuple[Sign, ...]:
    """The pieces that matched, each once, with the gravest of what matched in them."""
    found = [Sign(_kept(one.words), one.category, one.pattern) for one in reasons if one.words.strip()]
    pieces = telling([sign.words for sign in found])[:MOST_WHY]
    return tuple(
        replace(next(sign for sign in found if sign.words in words), words=words) for words in pieces
    )


def telling(pieces: Sequence[str]) -> tuple[str, ...]:
    """Each piece once, without those that a longer one holds."""
    parts = {one for one in pieces for each in pieces if one in each and one != each}
    return tuple(dict.fromkeys(one for one in pieces if one not in parts))


def kept_of(signs: Iterable[Sign], words: Sequence[str]) -> tuple[Sign, ...]:
    """The last sign of each of these words; words kept by an older program have none."""
    by_words = {sign.words: sign for sign in signs}
    return tuple(by_words[one] for one in words if one in by_words)


def _kept(words: str) -> str:
    return " ".join(words.split())[:_LONGEST_KEPT]


def why_raised(case: Case, world: World) -> tuple[Part, ...]:
    """The lines of the card; without any sign, that the child asked for a person."""
    told = (*_words(case, world), *_alike(case))
    if told:
        return (Joined((line("card-why"), *told, *_way_of_reading(case, world))),)
    asked = case.status.open and case.machine_read and case.severity.rank < Severity.URGENT.rank
    return (line("card-asked-for-person"),) if asked else ()


def _words(case: Case, world: World) -> list[Part]:
    signs = {sign.words: sign for sign in case.signs}
    return [_found(words, signs.get(words), world) for words in case.why[-MOST_WHY:]]


def _found(words: str, sign: Sign | None, world: World) -> Part:
    shown = brief(words, _LONGEST_SHOWN)
    what = _taken_for(sign, world) if sign else ""
    return line("card-found", words=shown, what=what) if what else Verbatim(f"• {shown}")


def _taken_for(sign: Sign, world: World) -> str:
    """The category and the name of what matched; a phrase stands among the words already."""
    names: list[str] = []
    if sign.category is not None:
        names.append(_say(world, f"category-{sign.category.replace('_', '-')}"))
    if sign.pattern in _FINDERS:
        names.append(_say(world, _FINDERS[sign.pattern]))
    elif _PATTERN.fullmatch(sign.pattern) and sign.pattern not in sign.words:
        names.append(_of_pattern(sign.pattern, world))
    return " · ".join(names)


def _of_pattern(name: str, world: World) -> str:
    """A pattern in words; one that content no longer has keeps the name that its author gave it."""
    key = f"pattern-{name.replace('_', '-')}"
    known = world.content.texts.has(world.policy.staff_language, key)
    return _say(world, key) if known else name


def _alike(case: Case) -> list[Line]:
    """Curated phrases that are like the message, without those that the child wrote in the same words."""
    written = [words.casefold() for words in case.why]
    new = [
        one for one in case.examples[:MOST_EXAMPLES] if not any(one.casefold() in words for words in written)
    ]
    return [line("card-looks-like", example=brief(one, _LONGEST_SHOWN)) for one in new]


def _way_of_reading(case: Case, world: World) -> tuple[Line, ...]:
    if case.reading is None:
        return ()
    known = _READINGS.get(case.reading)
    return (line("card-read-simply", how=_say(world, known) if known else case.reading),)


def _say(world: World, key: str) -> str:
    return world.content.texts.say(world.policy.staff_language, key)
