"""Faults that a test or the page can switch on, to see how the bot bears them."""

import random
from dataclasses import dataclass, field
from typing import Any

from bot.simulator.errors import ApiError
from bot.simulator.limits import too_many
from bot.simulator.model import Json
from bot.simulator.queue import CONFLICT

SWITCHES = (
    "delay_ms",
    "swallow_rate",
    "swallow_next",
    "garbage_next",
    "token_revoked",
    "conflict",
    "poll_guard",
)
TEXTS = {
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    404: "Not Found",
    409: CONFLICT,
    500: "Internal Server Error",
    502: "Bad Gateway",
}


@dataclass(slots=True)
class Planned:
    """The next `count` calls of `method` (`*` for any) are refused."""

    method: str
    code: int
    description: str
    count: int = 1
    retry_after: int | None = None

    def error(self) -> ApiError:
        """The refusal to answer."""
        if self.code == 429:
            return too_many(self.retry_after or 5)
        return ApiError(self.code, self.description)


@dataclass(slots=True)
class Faults:
    """All faults in force; the defaults are a healthy Telegram."""

    random: random.Random
    delay_ms: float = 0
    swallow_rate: float = 0
    swallow_next: int = 0
    garbage_next: int = 0
    token_revoked: bool = False
    conflict: bool = False
    poll_guard: bool = False
    planned: list[Planned] = field(default_factory=list)
    drops: dict[str, int] = field(default_factory=dict)

    def refusal(self, method: str) -> ApiError | None:
        """The error that this call must get, if any."""
        if self.token_revoked:
            return ApiError(401, TEXTS[401])
        if self.conflict and method == "getUpdates":
            return ApiError(409, CONFLICT)
        plan = next((plan for plan in self.planned if plan.method in (method, "*")), None)
        return self._use(plan) if plan else None

    def _use(self, plan: Planned) -> ApiError:
        plan.count -= 1
        if plan.count <= 0:
            self.planned.remove(plan)
        return plan.error()

    def drops_call(self, method: str) -> bool:
        """Whether the connection closes before the call is carried out."""
        left = self.drops.get(method, 0)
        if left:
            self.drops[method] = left - 1
        return left > 0

    def swallows(self, method: str) -> bool:
        """Whether the call is carried out but its answer never comes. Only what sends is swallowed."""
        if not method.startswith(("send", "edit", "create", "forward", "copy")):
            return False
        if self.swallow_next > 0:
            self.swallow_next -= 1
            return True
        return self.swallow_rate > 0 and self.random.random() < self.swallow_rate

    def garbles(self) -> bool:
        """Whether this answer is not JSON."""
        if self.garbage_next <= 0:
            return False
        self.garbage_next -= 1
        return True

    def fail_next(self, method: str, code: int, **more: Any) -> None:
        """Plan a refusal; `more` may hold description, count, retry_after."""
        description = str(more.get("description") or TEXTS.get(code, "Bad Request: fault"))
        self.planned.append(
            Planned(method, code, description, int(more.get("count", 1)), more.get("retry_after"))
        )

    def clear(self) -> None:
        """Back to a healthy Telegram."""
        fresh = Faults(self.random)
        for name in SWITCHES:
            setattr(self, name, getattr(fresh, name))
        self.planned, self.drops = [], {}

    def body(self) -> Json:
        """As the control API shows them."""
        return {name: getattr(self, name) for name in SWITCHES} | {
            "planned": len(self.planned),
            "drops": self.drops,
        }
