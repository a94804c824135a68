"""Watches what can stop without an error: polling, the workers, the bot's place in the staff group.

A polling task can end while the library says that it runs, so what counts is the age of the last successful
`getUpdates`.
"""

import time
from collections import Counter
from collections.abc import Callable
from http import HTTPStatus

POLLING_SECONDS = 90.0
SILENT_SECONDS = 180.0
REFUSALS = 3


class Watch:
    """Collects signs of life; real time, whatever the bot's clock says."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._polled_at = monotonic()
        self._beats: dict[str, float] = {}
        self._in_staff_group = True
        self.refusals: Counter[int] = Counter()
        self.broken_answers: Counter[str] = Counter()

    def succeeded(self) -> None:
        """An answer of `getUpdates` was stored."""
        self._polled_at = self._monotonic()
        self.refusals.clear()
        self.broken_answers.clear()

    def refused(self, status: int) -> None:
        """`getUpdates` was answered with another status than 200."""
        self.refusals[status] += 1

    def broken(self, reason: str) -> None:
        """An answer of `getUpdates` could not be read or stored."""
        self.broken_answers[reason] += 1

    def staff_group(self, *, present: bool) -> None:
        """The bot was put out of the staff group, or is in it."""
        self._in_staff_group = present

    def beat(self, worker: str) -> None:
        """A worker finished a step."""
        self._beats[worker] = self._monotonic()

    def polling_age(self) -> float:
        """Seconds since the last successful `getUpdates` (or since the start)."""
        return self._monotonic() - self._polled_at

    def alarms(self) -> tuple[str, ...]:
        """Names of all that is wrong now, in a fixed order; empty when all is well."""
        revoked = self.refusals[HTTPStatus.UNAUTHORIZED] + self.refusals[HTTPStatus.NOT_FOUND]
        signs = (
            ("polling_stopped", self.polling_age() > POLLING_SECONDS),
            ("token_refused", revoked >= REFUSALS),
            ("second_poller", self.refusals[HTTPStatus.CONFLICT] >= REFUSALS),
            ("inbox_failing", self.broken_answers["not_stored"] >= REFUSALS),
            ("not_in_staff_group", not self._in_staff_group),
            *((f"silent_{worker}", self._silent(at)) for worker, at in sorted(self._beats.items())),
        )
        return tuple(name for name, wrong in signs if wrong)

    def _silent(self, at: float) -> bool:
        return self._monotonic() - at > SILENT_SECONDS
