"""Waiting for what nobody announces: rows that change in the database of another process."""

import asyncio
from collections.abc import Callable


async def until(happened: Callable[[], bool], patience: float, every: float = 0.05) -> bool:
    """Look again and again; whether it happened within `patience` seconds."""
    try:
        async with asyncio.timeout(patience):
            while not happened():  # noqa: ASYNC110 - a database has no event to wait for
                await asyncio.sleep(every)
    except TimeoutError:
        return False
    return True
