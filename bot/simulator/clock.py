"""The simulator's time: a base clock plus an offset that can be moved forward."""

import time
from collections.abc import Callable


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
            ValueError: for a negative amount; Telegram's time never runs back.
        """
        if seconds < 0:
            raise ValueError("the clock only moves forward")
        self.offset += seconds
