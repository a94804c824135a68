"""A bot that is told to stop waits for the answer of what it is sending, so that nobody gets it twice."""

from pathlib import Path

from tests.promises.autopsy import look
from tests.promises.indoors import bot_indoors
from tests.promises.nursery import DATABASE
from tests.promises.watching import Watched

ANSWER_MS = 2000.0
"""How long Telegram takes for the one call; the bot is told to stop meanwhile, and all else is quick."""


async def test_what_is_being_sent_is_settled_before_the_end(tmp_path: Path) -> None:
    async with Watched() as watched:
        child = watched.sim.child
        async with bot_indoors(watched, tmp_path):
            watched.faults.delay_ms = ANSWER_MS
            await child.start()
            await watched.sim.until(lambda: look(tmp_path / DATABASE).attempting, what="sending")
            watched.faults.delay_ms = 0
        found = look(tmp_path / DATABASE)
        assert not found.attempting
        assert not found.pending, "what was sent waits to be sent again"
        assert len(watched.shown(child.id)) == 1
