"""The simulator's time: a base clock plus an offset that can be moved forward."""

import time
from collections.abc import Callable

LONGEST_STEP = 100 * 365 * 86_400.0
"""Seconds: far enough for any test, near enough that a moment can still be written as a date."""


class Clock:
    """Unix seconds of `base` plus `offset` seconds. Tests give a base of their own."""

    def __init__(self, base: Callable[[], float] = time.time) -> None:
        self._base = base
        self.offset = 0.0

    def now(self) -> float:
        """Unix seconds."""
        return self._base() + self.offset

    def advance(self, seconds: float) -> None:
        """Move time forward.

        Raises:
            ValueError: a negative amount (Telegram's time never runs back), or more than a hundred years.
        """
        if not 0 <= seconds <= LONGEST_STEP:
            raise ValueError("the clock only moves forward, a hundred years at most")
        self.offset += seconds
