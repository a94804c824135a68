"""Stores what `getUpdates` brought: one transaction for one answer."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from bot.telegram.intake import Batch
from db.store import Store


def committing(store: Store, now: Callable[[], datetime]) -> Callable[[Batch], Awaitable[frozenset[int]]]:
    """A function that stores a batch and returns the ids that were new and can be handled."""

    async def commit(batch: Batch) -> frozenset[int]:
        moment = now()
        async with store.begin() as work:
            numbered = [(update_id, raw) for update_id, raw, _ in batch.dead if update_id is not None]
            new = await work.inbox.store([*batch.updates, *numbered], moment)
            for update_id, raw, reason in batch.dead:
                if update_id is None or update_id in new:
                    await work.inbox.dead(update_id, raw, reason, moment)
            await work.commit()
        return new - {update_id for update_id, _ in numbered}

    return commit
