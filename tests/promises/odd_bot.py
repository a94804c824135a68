"""The bot with something wrong in it: `python -m tests.promises.odd_bot NAME`, for proofs and their breaks.

unsealed     nothing is sealed
in_trouble   reader, turns, sender and libraries fail again and again, with the child's words in their errors
talkative    in trouble, and it says aloud what it reads
"""

import asyncio
import itertools
import logging
import sys
import threading
import warnings
from collections.abc import Callable
from typing import Any

from bot import cli, log
from bot.domain.route import decide
from bot.telegram.send import Telegram
from bot.turns import turns
from bot.understanding import Understanding
from db.sealing import Box, Sealer


def unsealed() -> None:
    """What should be sealed is stored as it is."""
    for kind in (Box, Sealer):
        setattr(kind, "seal", lambda _self, plaintext, *, context: plaintext)  # noqa: ARG005, B010
        setattr(kind, "open", lambda _self, sealed, *, context: sealed)  # noqa: ARG005, B010


def in_trouble() -> None:
    """Everything that can fail does so, every few times, and libraries log all they can."""
    configure = log.configure

    def loudly(**settings: Any) -> None:
        configure(**settings)
        logging.getLogger().setLevel(logging.DEBUG)

    log.configure = loudly
    Understanding.judge = _failing(Understanding.judge, 5)  # type: ignore[method-assign]
    setattr(turns, "decide", _failing(decide, 7))  # noqa: B010
    Telegram.carry_out = _failing(Telegram.carry_out, 6)  # type: ignore[method-assign]


def _failing(real: Callable[..., Any], every: int) -> Callable[..., Any]:
    """Fails every few times, in a new way each time; the error says all that it was given."""
    times, ways = itertools.count(1), itertools.cycle((_raise, _warn, _forget, _lose_thread, _lose_object))

    def failing(*given: Any, **more: Any) -> Any:
        if next(times) % every == 0:
            next(ways)(repr(given[:2]))
        return real(*given, **more)

    return failing


def _raise(words: str) -> None:
    raise RuntimeError(words)


def _warn(words: str) -> None:
    """As a library does that finds something odd."""
    warnings.warn(words, stacklevel=1)
    logging.getLogger("library").error("could not handle %s", words)
    raise ValueError(words)


def _forget(words: str) -> None:
    """A task whose error nobody fetches."""

    async def forgotten() -> None:
        raise LookupError(words)

    try:
        asyncio.get_running_loop().create_task(forgotten())
    except RuntimeError:
        _raise(words)


def _lose_thread(words: str) -> None:
    """A thread that dies."""
    threading.Thread(target=_raise, args=(words,)).start()


def _lose_object(words: str) -> None:
    """An error where none can be raised."""

    class Lost:
        def __del__(self) -> None:
            _raise(words)

    Lost()


def talkative() -> None:
    """Says what it reads."""
    in_trouble()
    judge = Understanding.judge

    def aloud(self: Understanding, text: str, recent: Any = ()) -> Any:
        sys.stdout.write(f"reading: {text}\n")
        return judge(self, text, recent)

    Understanding.judge = aloud  # type: ignore[method-assign]


ODD = {"unsealed": unsealed, "in_trouble": in_trouble, "talkative": talkative}

if __name__ == "__main__":
    ODD[sys.argv[1]]()
    cli.app(["run"])
