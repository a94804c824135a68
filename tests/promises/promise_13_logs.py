"""Logs never hold a child's words, an id or the token: also when everything fails.

Every test of the suite is searched by `tests/conftest.py`. Here the whole bot runs at DEBUG, libraries
included, through every kind of input, while its reader, its turns, its sender, Telegram and the network fail
again and again with the child's words in their errors; then both its outputs are searched.
"""

import asyncio
import json
import tempfile
from collections import Counter
from pathlib import Path

from tests.machine.fast_store import place
from tests.promises.figure import Figure
from tests.promises.household import TALKS, Home, Household, bot_process
from tests.promises.planting import Planter
from tests.simulation import Simulation

SHORT, LONG = 8, 100
SEED = 13
TROUBLES = {
    "judgement.failed",
    "update.failed",
    "sender.broken",
    "sender.outcome",
    "polling.failed",
    "library",
}
"""Events that must have been logged, for the run to have been as troubled as it claims."""


def prove(long: bool) -> Figure:  # noqa: FBT001
    """0 planted strings in what the bot prints."""
    return proved("in_trouble", LONG if long else SHORT)


def proved(name: str, children: int) -> Figure:
    """The same for any of the odd bots."""
    with tempfile.TemporaryDirectory(dir=place()) as folder:
        home, planter = Home(Path(folder)), Planter(SEED)
        home.make()
        asyncio.run(_use(home, planter, children, name))
        output = home.logs.read_bytes()
    shown = planter.needles.found_in(output)
    events = Counter(_event(line) for line in output.splitlines())
    missing = TROUBLES - set(events)
    errors = sum(events[name] for name in TROUBLES - {"library"})
    text = (
        f"{len(planter.needles)} planted strings and the token, {sum(events.values())} lines at DEBUG "
        f"({events['library']} of libraries, {errors} of errors): {len(shown)} readable, "
        f"{events['']} lines that are no log"
    )
    told = f"; never logged: {', '.join(sorted(missing))}" if missing else ""
    return Figure(13, text + told, ok=not shown and not missing and not events[""])


def _event(line: bytes) -> str:
    """The name of what was logged; empty for a line that is not of the log."""
    try:
        return str(json.loads(line)["event"])
    except (ValueError, KeyError, TypeError):
        return ""


async def _use(home: Home, planter: Planter, children: int, name: str) -> None:
    async with Simulation() as sim, bot_process(home, sim, "tests.promises.odd_bot", name):
        planter.needles.add(sim.token)
        house = Household(sim, home, planter)
        colleagues = [await house.colleague() for _ in range(TALKS)]
        await house.until(home.database.exists, "the bot starts")
        for colleague in colleagues:
            await house.talk(house.child(), colleague)
        _break_polling(sim)
        for _ in range(children):
            _break_sending(sim)
            house.send_all(house.child())
            await asyncio.sleep(0.1)
        await house.taken_in()
        await asyncio.sleep(0.5)


def _break_polling(sim: Simulation) -> None:
    """Answers that are none. Once: after each the library waits longer, and its waiting is real."""
    sim.world.faults.fail_next("getUpdates", 502)
    sim.world.faults.garbage_next = 1
    sim.world.queue.inject_raw(b'{"ok": true, "result": [{"update_id": "words", "message": 5}]}')


def _break_sending(sim: Simulation) -> None:
    """Telegram refuses in every way, and the network drops what was said."""
    for code in (400, 403, 429, 500):
        sim.world.faults.fail_next("sendMessage", code)
    sim.world.faults.drops["sendMessage"] = 1
