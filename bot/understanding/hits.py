"""How many taught messages each pattern finds, harmless and grave: whether it may be called strong."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from bot.understanding.distress.finding import Finding
from content.schema import Severity
from content.teaching import Message

STRONG = 1 / 7
"""Of what a strong pattern finds at most so much is harmless. About half of what is taught is harmless, and
half of that was written to deceive."""

Find = Callable[[str], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Hits:
    """What one pattern finds that is urgent or graver, by what the messages really tell."""

    name: str
    strong: bool
    harmless: int
    concern: int
    grave: int

    @property
    def mistaken(self) -> float:
        """The share of harmless messages."""
        return self.harmless / max(1, self.harmless + self.concern + self.grave)

    @property
    def too_strong(self) -> bool:
        """Whether the judge should be allowed to overrule it."""
        return self.strong and self.mistaken > STRONG


def counted(messages: Iterable[Message], find: Find) -> list[Hits]:
    """Every pattern that found something, the most mistaken first."""
    told: Mapping[tuple[str, bool], Counter[Severity]] = defaultdict(Counter)
    for message in messages:
        for name in {
            (f.name, f.strong) for f in find(message.text) if f.severity.rank >= Severity.URGENT.rank
        }:
            told[name][message.severity] += 1
    return sorted((_hits(*name, by) for name, by in told.items()), key=lambda one: (-one.mistaken, one.name))


def _hits(name: str, strong: bool, by: Counter[Severity]) -> Hits:  # noqa: FBT001
    grave = by[Severity.URGENT] + by[Severity.EMERGENCY]
    return Hits(name, strong, by[Severity.NONE], by[Severity.CONCERN], grave)
