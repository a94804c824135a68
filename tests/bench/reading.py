"""What reading one message on one core costs: each mode of the bot and each baseline, beside the best one."""

import math
import random
import statistics
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.table import Table

from tests.bench.readers import Reader, Times, readers
from tests.bench.rounds import ratio
from tests.bench.ways import TRAINED, WAYS
from tests.quality.sets import asked, told
from tests.quality.shares import quantile
from tests.understanding.test_hostile import HOSTILE

FIRST = 200
"""So many messages are read before a process's memory is looked at, and before any time counts."""
MOST_CHARS = 4096
"""Telegram sends no longer message."""
TRIES = 3
LONG_MS = 1000.0
"""What takes so long is not tried again."""
NEXT_TO_NOTHING = 0.01
"""A ratio below that is not told."""


@dataclass(frozen=True, slots=True)
class Spent:
    """What one way needs: of each round the milliseconds that 50 and 99 of 100 messages stay under."""

    p50: Sequence[float]
    p99: Sequence[float]
    memory_mb: float
    hostile: Mapping[str, float | None]
    """The least milliseconds for each hostile message; None where it raised an error."""

    @property
    def slowest(self) -> tuple[float, str]:
        """The hostile message that took longest, of those that could be read at all."""
        borne = ((ms, name) for name, ms in self.hostile.items() if ms is not None)
        return max(borne, default=(math.nan, ""))

    @property
    def raising(self) -> list[str]:
        """The hostile messages that raised an error."""
        return [name for name, ms in self.hostile.items() if ms is None]


def reading(rounds: int, model: Path) -> Iterator[Table | str]:
    """Measure, and tell: the table, and a line for each way that is left out. `model`: the judge's folder."""
    with readers(tuple(WAYS), model) as found:
        working = {name: reader for name, reader in found.items() if not reader.trouble}
        spent = measured(working, messages(), rounds)
    yield report(spent)
    yield from (f"{name} is left out: {one.trouble}" for name, one in found.items() if one.trouble)


def messages() -> list[str]:
    """The messages and the questions of the held-out sets, mixed, alike every time."""
    texts = [row.text for row in told()] + [row.text for row in asked(())]
    random.Random(7).shuffle(texts)
    return texts


def measured(running: Mapping[str, Reader], texts: Sequence[str], rounds: int) -> dict[str, Spent]:
    """Every way after every other, round by round."""
    memory = {name: _memory(reader, texts[:FIRST]) for name, reader in running.items()}
    taken = [{name: reader.read(texts) for name, reader in running.items()} for _ in range(rounds)]
    return {
        name: spent([one[name] for one in taken], memory[name], _hostile(reader))
        for name, reader in running.items()
    }


def spent(rounds: Sequence[Times], memory_mb: float, hostile: Mapping[str, float | None]) -> Spent:
    """The figures of one way. A message that raised an error in a round counts there with no time."""
    read = [[ms for ms in times if ms is not None] for times in rounds]
    return Spent(
        [quantile(one, 0.5) for one in read], [quantile(one, 0.99) for one in read], memory_mb, hostile
    )


def least(read: Callable[[Sequence[str]], Times], text: str) -> float | None:
    """The least time of several tries; None if it raised an error."""
    tries: list[float] = []
    while len(tries) < TRIES and max(tries, default=0) < LONG_MS:
        ms = read([text])[0]
        if ms is None:
            return None
        tries.append(ms)
    return min(tries)


def report(spent: Mapping[str, Spent]) -> Table:
    """Each figure, and how many times that of the trained mode it is."""
    title = "one message on one core: milliseconds and MB, × that of the trained mode"
    table = Table(title=title, title_justify="left")
    for name in ("way", "reads", "p50 ms", "p99 ms", "memory MB", "hostile ms", "slowest at", "raises at"):
        table.add_column(name, no_wrap=True)
    trained = spent.get(TRAINED)
    for name, one in spent.items():
        cells = _beside(one, trained) if trained else map(_middle, _figures(one))
        table.add_row(name, WAYS[name].job, *cells, one.slowest[1], ", ".join(one.raising))
    return table


def short(figure: float) -> str:
    """Two digits that say something, or all that stand before the point."""
    return f"{figure:.0f}" if figure >= 10 else f"{figure:.2g}"


def _figures(one: Spent) -> tuple[Sequence[float], ...]:
    return one.p50, one.p99, [one.memory_mb], [one.slowest[0]]


def _beside(one: Spent, trained: Spent) -> Iterator[str]:
    for ours, theirs in zip(_figures(one), _figures(trained), strict=True):
        times = ratio(ours, theirs)
        yield _middle(ours) + (f" ×{short(times)}" if times >= NEXT_TO_NOTHING else "")


def _middle(figures: Sequence[float]) -> str:
    return short(statistics.median(figures))


def _memory(reader: Reader, texts: Sequence[str]) -> float:
    reader.read(texts)
    return reader.memory_mb()


def _hostile(reader: Reader) -> dict[str, float | None]:
    return {name: least(reader.read, text[:MOST_CHARS]) for name, text in HOSTILE.items()}
