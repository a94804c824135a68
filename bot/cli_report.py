"""The `report` command: what works, as a page for donors. It reads counts and nothing else."""

import asyncio
from datetime import UTC, date, datetime

from bot.charts.page import page
from bot.domain.figures import saying
from bot.domain.learning.insights import Insights, Period, insights, period
from bot.settings import Settings
from content.content import Content
from db.keys import load_keys
from db.sealing import Sealer
from db.store import Store

BEGINNING = date(2000, 1, 1)
"""Before any count."""


def report(settings: Settings, content: Content, since: date | None, language: str) -> str:
    """The page, from a day (or the first count) to yesterday.

    Raises:
        DatabaseError: it cannot be opened, or the master key does not fit.
        ValueError: the day has not passed yet.
    """
    figures = asyncio.run(_figures(settings, content, since, language, datetime.now(UTC)))
    return page(figures, saying(content.texts, language), language, settings.organisation)


async def _figures(
    settings: Settings, content: Content, since: date | None, language: str, now: datetime
) -> Insights:
    value = settings.master_key.get_secret_value() if settings.master_key else None
    keys = load_keys(value=value, file=settings.master_key_file)
    store = await Store.open(settings.database_url, Sealer(keys))
    try:
        return await _read(store, content, since, language, now)
    finally:
        await store.close()


async def _read(store: Store, content: Content, since: date | None, language: str, now: datetime) -> Insights:
    asked = period(now, since or BEGINNING)
    if asked.first > asked.last:
        raise ValueError("the first day has not passed yet")
    async with store.begin() as uow:
        days = [day for day, _, _ in await uow.counters.since(asked.first) if day <= asked.last]
        over = Period(since or min(days, default=asked.last), asked.last)
        counts = await uow.counters.between(over.first, over.last)
    return insights(counts, content, language, over)
