"""Staff and child stay unknown to each other: thousands of random relays, every outgoing field looked at.

The whole bot runs but for the network: updates as Telegram writes them, the library's own requests caught
before they would leave. Each relay carries a word of its own, so that it is known where it must arrive.
"""

import asyncio
import tempfile
from pathlib import Path

from tests.machine.fast_store import place
from tests.promises.figure import Figure
from tests.promises.relays import CHILDREN, STAFF, Relays

SHORT, LONG = 1_000, 10_000
SEED = 14


def prove(long: bool) -> Figure:  # noqa: FBT001
    """0 misrouted, 0 fields beyond the allowed ones, 0 forwards or copies, 0 leaks."""
    return asyncio.run(_proved(LONG if long else SHORT))


async def _proved(wanted: int) -> Figure:
    with tempfile.TemporaryDirectory(dir=place()) as folder:
        relays = Relays(SEED)
        await relays.begin(Path(folder))
        await relays.run(wanted)
        missing = await relays.missing()
        await relays.end()
    seen = relays.watch
    counts = (
        f"{seen.relayed} relays between {len(CHILDREN)} children and {len(STAFF)} staff "
        f"({seen.calls} requests): {len(seen.misrouted)} misrouted, {len(missing)} never arrived, "
        f"{len(seen.foreign)} fields beyond the allowed, {len(seen.copies)} forwards or copies, "
        f"{len(seen.leaks)} leaks of a profile or a colleague's name"
    )
    faults = [*seen.misrouted, *missing, *seen.foreign, *seen.copies, *seen.leaks]
    text = counts + "".join(f"; {fault}" for fault in faults[:5])
    return Figure(14, text, ok=not faults and seen.relayed >= wanted)
