"""Telegram's flood limits, as its FAQ words them; the real numbers are not published.

"avoid sending more than one message per second" in a chat (short bursts pass), "not more than 20 messages
per minute" in a group, "about 30 messages per second" over all (core.telegram.org/bots/faq).
Edits, topics and copies count like messages.
"""

import math
from collections import defaultdict, deque
from collections.abc import Callable

from bot.simulator.errors import ApiError

CHAT_BURST = 5
GROUP_PER_MINUTE = 20
OVERALL_PER_SECOND = 30
COUNTED = frozenset(
    {"sendMessage", "sendPoll", "sendPhoto", "editMessageText", "editMessageReplyMarkup", "forwardMessage"}
    | {"copyMessage", "createForumTopic", "editForumTopic", "closeForumTopic", "reopenForumTopic"}
    | {"deleteForumTopic", "pinChatMessage", "sendDocument"}
)


class Window:
    """At most `limit` moments within any `seconds`."""

    def __init__(self, limit: int, seconds: float) -> None:
        self.limit = limit
        self.seconds = seconds
        self._moments: deque[float] = deque()

    def wait(self, now: float) -> float:
        """Seconds until one more is allowed; 0 if it is allowed now."""
        while self._moments and self._moments[0] <= now - self.seconds:
            self._moments.popleft()
        return 0.0 if len(self._moments) < self.limit else self._moments[0] + self.seconds - now

    def take(self, now: float) -> None:
        """Count one."""
        self._moments.append(now)


class Limits:
    """Counts calls a chat and over all; off unless `on` is set."""

    def __init__(self, now: Callable[[], float]) -> None:
        self.on = False
        self._now = now
        self._overall = Window(OVERALL_PER_SECOND, 1)
        self._private: dict[int, Window] = defaultdict(lambda: Window(CHAT_BURST, CHAT_BURST))
        self._groups: dict[int, Window] = defaultdict(lambda: Window(GROUP_PER_MINUTE, 60))

    def check(self, method: str, chat: object) -> None:
        """Count one call.

        Raises:
            ApiError: 429 with `retry_after` whole seconds; a refused call is not counted.
        """
        if not self.on or method not in COUNTED:
            return
        windows = [self._overall, *self._windows_of(chat)]
        now = self._now()
        wait = max(window.wait(now) for window in windows)
        if wait > 0:
            raise too_many(math.ceil(wait))
        for window in windows:
            window.take(now)

    def _windows_of(self, chat: object) -> list[Window]:
        if not isinstance(chat, int):
            return []
        return [self._groups[chat] if chat < 0 else self._private[chat]]


def too_many(seconds: int) -> ApiError:
    """429 as Telegram words it."""
    return ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
