"""Promise 3 must notice a bot that forgets, confuses or does not tell."""

from typing import Any

import pytest

from bot.domain import privacy
from bot.domain.support import cases
from bot.turns.turns import Turns
from db.outbox import Outbox
from tests.promises import promise_03_state_and_messages as proof

_run = Turns.run


async def _recovers_nothing(*_: Any) -> int:
    return 0


def _posts_nothing(*_: Any) -> tuple[()]:
    return ()


async def _done_too_early(self: Turns, received: Any, *, origin: Any) -> None:
    """Marks the update done before the turn: a crash in between loses it."""
    async with self._store.begin() as uow:
        await self._mark_done(uow, received, origin)
        await uow.commit()
    await _run(self, received, origin=origin)


def _stays_safe(_turn: Any) -> tuple[()]:
    return ()


BREAKS: dict[str, tuple[Any, str, Any]] = {
    "what was under way at a crash is forgotten": (Outbox, "recover", _recovers_nothing),
    "the words of a case are not posted": (cases, "_posted", _posts_nothing),
    "an update is done before its turn": (Turns, "run", _done_too_early),
    "a hidden chat counts as safe": (privacy, "_not_safe", _stays_safe),
}


@pytest.mark.parametrize("what", BREAKS)
def test_it_notices(monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    owner, name, broken = BREAKS[what]
    monkeypatch.setattr(owner, name, broken)
    monkeypatch.setattr(proof, "SHORT", 60)
    figure = proof.prove(False)  # noqa: FBT003
    assert "1 divergences" in figure.text, figure.text
