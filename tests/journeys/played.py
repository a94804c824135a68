"""What a played journey leaves: each step with what phones showed and what was stored."""

from dataclasses import dataclass, field
from pathlib import Path

from content.content import Content
from tests.journeys.phones import Change
from tests.journeys.stored import Stored
from tests.journeys.story import Step, Story
from tests.simulation import Simulation


@dataclass(frozen=True)
class Beat:
    """A step, what phones showed after it, toasts as (person, text), and what was stored before and after."""

    step: Step
    at: float
    changes: tuple[Change, ...]
    toasts: tuple[tuple[str, str], ...]
    before: Stored
    after: Stored


@dataclass
class Played:
    """A journey that was played. `people`: ids by role.

    `names`: the invented names of cases, as they came; `topics`: the names of topics by id.
    """

    story: Story
    content: Content
    sim: Simulation
    database: Path
    people: dict[str, int]
    beats: list[Beat] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    topics: dict[int, str] = field(default_factory=dict)

    @property
    def stored(self) -> Stored:
        """What is stored at the end."""
        return self.beats[-1].after
