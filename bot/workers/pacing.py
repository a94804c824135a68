"""How fast Telegram lets a bot speak. Pure: moments come in as seconds of a clock that never runs back.

The figures are those of Telegram's FAQ (core.telegram.org/bots/faq): about one message a second in a chat,
with short bursts; 20 a minute in a group, where topics and edits count too; about 30 a second over all. They
are kept a little lower, and a part is reserved for alerts. A 429 rests the chat that it was about, never all.
"""

from collections import deque
from dataclasses import dataclass, field

CHAT_RATE = 1.0
CHAT_BURST = 5
GROUP_PER_WINDOW = 20
GROUP_WINDOW = 61.0
GROUP_RESERVE = 4
OVERALL_PER_SECOND = 28
OVERALL_RESERVE = 6


@dataclass(slots=True)
class Bucket:
    """Tokens that come back at `rate` a second, at most `burst` of them."""

    rate: float
    burst: int
    tokens: float
    at: float

    def wait(self, now: float) -> float:
        """Seconds until a token is there; 0 if there is one."""
        return max(0.0, (1.0 - self._filled(now)) / self.rate)

    def take(self, now: float) -> None:
        """Use one."""
        self.tokens = self._filled(now) - 1.0
        self.at = now

    def full(self, now: float) -> bool:
        """Whether nothing of it is used."""
        return self._filled(now) >= self.burst

    def _filled(self, now: float) -> float:
        return min(float(self.burst), self.tokens + max(0.0, now - self.at) * self.rate)


@dataclass(slots=True)
class Window:
    """At most `limit` within any `seconds`; what is not urgent leaves `reserve` of them free."""

    limit: int
    seconds: float
    reserve: int
    moments: deque[float] = field(default_factory=deque)

    def wait(self, now: float, *, urgent: bool) -> float:
        """Seconds until one more is allowed; 0 if it is allowed now."""
        self._forget(now)
        allowed = self.limit if urgent else self.limit - self.reserve
        if len(self.moments) < allowed:
            return 0.0
        return self.moments[len(self.moments) - allowed] + self.seconds - now

    def take(self, now: float) -> None:
        """Count one."""
        self.moments.append(now)

    def empty(self, now: float) -> bool:
        """Whether nothing counts any more."""
        self._forget(now)
        return not self.moments

    def _forget(self, now: float) -> None:
        while self.moments and self.moments[0] <= now - self.seconds:
            self.moments.popleft()


@dataclass(slots=True)
class _Chat:
    bucket: Bucket
    window: Window | None
    rests_until: float = 0.0

    def wait(self, now: float, *, urgent: bool) -> float:
        window = self.window.wait(now, urgent=urgent) if self.window else 0.0
        return max(self.bucket.wait(now), window, self.rests_until - now)

    def idle(self, now: float) -> bool:
        quiet = self.window is None or self.window.empty(now)
        return quiet and self.bucket.full(now) and self.rests_until <= now


class Pacing:
    """Says when a chat may be written to, and remembers what was sent."""

    def __init__(self) -> None:
        self._overall = Window(OVERALL_PER_SECOND, 1.0, OVERALL_RESERVE)
        self._chats: dict[str, _Chat] = {}

    def wait(self, chat: str, now: float, *, group: bool, urgent: bool) -> float:
        """Seconds until one more may leave for this chat; 0 for now."""
        overall = self._overall.wait(now, urgent=urgent)
        return max(overall, self._chat(chat, now, group=group).wait(now, urgent=urgent))

    def take(self, chat: str, now: float, *, group: bool) -> None:
        """One leaves."""
        self._overall.take(now)
        room = self._chat(chat, now, group=group)
        room.bucket.take(now)
        if room.window is not None:
            room.window.take(now)

    def back_off(self, chat: str, seconds: float, now: float, *, group: bool) -> None:
        """Telegram answered 429 for this chat."""
        room = self._chat(chat, now, group=group)
        room.rests_until = max(room.rests_until, now + seconds)

    def closed(self, now: float) -> dict[str, float]:
        """Chats that nothing may be sent to, not even an alert, with the seconds that are left."""
        self._chats = {name: chat for name, chat in self._chats.items() if not chat.idle(now)}
        waits = {name: chat.wait(now, urgent=True) for name, chat in self._chats.items()}
        return {name: left for name, left in waits.items() if left > 0}

    def _chat(self, chat: str, now: float, *, group: bool) -> _Chat:
        if chat not in self._chats:
            window = Window(GROUP_PER_WINDOW, GROUP_WINDOW, GROUP_RESERVE) if group else None
            self._chats[chat] = _Chat(Bucket(CHAT_RATE, CHAT_BURST, float(CHAT_BURST), now), window)
        return self._chats[chat]
