"""What no output of the tests may show: words of children, ids, tokens. `tests/conftest.py` looks for them.

    plant("words that a child of this test writes", 7_310_000_000_001)

Whatever passes through the product's parser is planted by itself.
"""

import ast
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from bot.simulator.demo import DEMO_TOKEN
from bot.telegram.parse import Parser
from bot.telegram.reading import Parsed, Reading
from tests.needles import Needle, Needles

SHORTEST = 12
"""Characters of words that are looked for by themselves: shorter ones stand in harmless lines too."""

FEWEST_DIFFERENT = 6
SMALLEST_ID = 10_000_000
ROOT = Path(__file__).parents[1]


def _as_printed(needle: Needle) -> Iterator[bytes]:
    """As a line of a log or a printed value would show it."""
    text = str(needle)
    yield text.encode("utf-8", "replace")
    yield json.dumps(text)[1:-1].encode()
    yield repr(text)[1:-1].encode("utf-8", "replace")


PLANTED = Needles([DEMO_TOKEN], _as_printed)


def plant(*needles: Needle) -> None:
    """No output of any test may show these."""
    for one in needles:
        PLANTED.add(one)


def watch_parser() -> None:
    """Plant the words and ids of every update that the product reads from now on."""
    parse = Parser.parse

    def watched(self: Parser, update: Any) -> Reading:
        reading = parse(self, update)
        plant(*_telling(reading, update))
        return reading

    Parser.parse = watched  # type: ignore[method-assign]


@cache
def own_names() -> frozenset[str]:
    """Strings that stand in our own source, such as the names of events: a log holds them rightly.

    Hypothesis draws texts from the constants of the code under test ("process.failed" among them), so that
    one can come in as a child's message.
    """
    files = [file for room in ("bot", "content", "db") for file in (ROOT / room).rglob("*.py")]
    trees = (ast.parse(file.read_text(encoding="utf-8")) for file in files)
    nodes = (node for tree in trees for node in ast.walk(tree))
    return frozenset(n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str))


def _telling(reading: Reading, update: Any) -> Iterator[Needle]:
    """The words and ids of an update that are rare enough to be looked for."""
    if not isinstance(reading, Parsed):
        return
    for name in ("text", "caption", "argument"):
        words = getattr(reading.input, name, "")
        if len(words) >= SHORTEST and len(set(words)) >= FEWEST_DIFFERENT and words not in own_names():
            yield words
    for one in (update.effective_user, update.effective_chat):
        if one is not None and isinstance(one.id, int) and abs(one.id) >= SMALLEST_ID:
            yield one.id
