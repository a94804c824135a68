"""Pieces of everyday talk, as they come in the middle of a chat: short, without a beginning or an end.

Whole messages teach the judge that what is short and unclear may be a cry for help; pieces teach it that most
such lines are nothing. Only `ordinary` messages are cut: a piece of a look-alike could be a cry for help.
"""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from bot.training.examples import Taught

WORTH_CUTTING = 60
"""Characters of a message from which a piece is taken."""
SHORTEST, LONGEST = 4, 45
"""Characters of a piece."""
SEED = 0


def with_pieces(taught: Sequence[Taught]) -> list[Taught]:
    """All, and a piece of each long message of everyday talk; always the same pieces."""
    random = Random(SEED)  # noqa: S311 - which piece is taken is no secret
    long = [one for one in taught if one.ordinary and len(one.text) >= WORTH_CUTTING]
    pieces = [replace(one, text=piece(one.text, random)) for one in long]
    return [*taught, *(one for one in pieces if SHORTEST <= len(one.text) <= LONGEST)]


def piece(text: str, random: Random) -> str:
    """Some parts that stand together between spaces: clauses of Thai, words of English."""
    parts = text.split()
    first, most = random.randrange(len(parts)), random.randint(SHORTEST, LONGEST)
    last = first + 1
    while last < len(parts) and len(" ".join(parts[first : last + 1])) <= most:
        last += 1
    return " ".join(parts[first:last])
