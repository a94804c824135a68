"""Every Bot API call with its answer, for tests and for the page's developer view."""

from dataclasses import asdict, dataclass, field

from bot.simulator.model import Json


@dataclass(frozen=True, slots=True)
class Call:
    """One call; `params` as they were checked, `answer` the result or the description of the refusal."""

    n: int
    at: float
    method: str
    params: Json
    ok: bool
    answer: object
    status: int

    def body(self) -> Json:
        """As the control API shows it."""
        return asdict(self)


KEPT = 20_000
"""Calls that are remembered; a long demonstration forgets the oldest."""


@dataclass(slots=True)
class Journal:
    """Calls, oldest first."""

    calls: list[Call] = field(default_factory=list)
    written: int = 0

    def write(self, at: float, method: str, params: Json, status: int, answer: object) -> None:
        """Add one call."""
        ok = status == 200
        self.calls.append(Call(self.written, at, method, params, ok, answer, status))
        self.written += 1
        if len(self.calls) > KEPT:
            del self.calls[: KEPT // 10]

    def of(self, method: str) -> list[Call]:
        """All calls of one method."""
        return [call for call in self.calls if call.method == method]

    def since(self, number: int) -> list[Call]:
        """Calls from this number on."""
        return [call for call in self.calls if call.n >= number]
