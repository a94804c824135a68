"""What every random program stands on: a machine, its twin, the people, and how a process dies.

Everything is real but Telegram's wire and the reader of words: updates as Telegram writes them, parser,
receiver, turns, domain, store, sender, timers, janitor.
"""

import asyncio
import tempfile
from collections import Counter
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

from hypothesis.stateful import RuleBasedStateMachine, initialize

from bot.domain.state import Role
from tests.machine.fast_store import CrashError, place
from tests.machine.machine import Machine, new_machine
from tests.machine.people import Updates, a_child, a_colleague
from tests.machine.phones import Phones
from tests.promises.agreement import Agreement
from tests.promises.twin import Twin
from tests.telegram.updates import Json

CHILDREN = [a_child(number) for number in range(4)]
PEOPLE = {name: a_colleague(number) for number, name in enumerate(("lead", "staff", "colleague", "stranger"))}
ROSTER = {"lead": "lead", "staff": "staff"}

Death = tuple[int, bool] | None
"""The visit to the database at which the process dies, and whether that visit still counts."""

COUNTS: Counter[str] = Counter()
"""What all programs together have done: programs, steps, crashes, distress, replied."""


class Program(RuleBasedStateMachine):
    """One program: a fresh database, four children, two on the roster, a colleague and a stranger."""

    def __init__(self) -> None:
        super().__init__()
        self._loop = asyncio.new_event_loop()
        self._folder = Path(tempfile.mkdtemp(dir=place()))
        self._phones = Phones()
        self._updates = Updates()
        self._twin = Twin(len(CHILDREN), ROSTER)
        self._texts = 0
        self._said: dict[int, list[int]] = {}
        self._touched = self._looked = 0
        COUNTS["programs"] += 1

    def _do(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self._loop.run_until_complete(work)

    @initialize()
    def begins(self) -> None:
        """An empty database and a roster."""
        self._machine: Machine = self._do(new_machine(self._folder, self._phones.carry_out))
        for name, role in ROSTER.items():
            self._do(self._machine.hire(f"label of {name}", PEOPLE[name].id, Role(role)))
        self._agreement = Agreement(self._machine, self._phones, self._twin, CHILDREN, PEOPLE)

    # the way in

    def _take(self, update: Json, crash: Death) -> None:
        """An update arrives; the process may die of it, then Telegram sends it once more."""
        COUNTS["steps"] += 1
        if crash is not None:
            self._machine.fuse.set(crash[0], after=crash[1])
        try:
            self._do(self._machine.take(update))
        except CrashError:
            self._dies()
            self._do(self._machine.take(update))
        self._machine.fuse.disarm()

    def _dies(self) -> None:
        COUNTS["crashes"] += 1
        self._do(self._machine.crash())
        self._do(self._machine.restart())

    def _words(self, who: int, kind: str) -> str:
        self._texts += 1
        return f"{kind} words-{who}-{self._texts}-end"

    def _told(self, who: int, text: str, *, told: bool) -> None:
        if told:
            COUNTS["distress"] += 1
            self._agreement.expects(who, text)
