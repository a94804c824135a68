"""Bots that acknowledge too early: the proof of promise 5 must say so."""

import asyncio
from pathlib import Path
from unittest.mock import patch

import pytest

import bot.assembly
import db.sqlite
from bot.telegram.request import AiohttpRequest
from tests.promises import promise_05_power_loss as proof
from tests.promises.syscalls import available, read, traced

RELAXED = tuple(
    (name, "NORMAL", "1") if name == "synchronous" else (name, value, held)
    for name, value, held in db.sqlite.PRAGMAS
)


def test_it_notices_a_connection_that_does_not_sync(tmp_path: Path) -> None:
    with patch.object(db.sqlite, "PRAGMAS", RELAXED):
        seen = asyncio.run(proof.observed(tmp_path))
    assert seen.loose == {"synchronous"}
    assert not seen.ok


def test_it_notices_updates_that_are_confirmed_before_they_are_committed(tmp_path: Path) -> None:
    def stock(inner: AiohttpRequest, **_: object) -> AiohttpRequest:
        return inner

    with patch.object(bot.assembly, "InboxRequest", stock):
        seen = asyncio.run(proof.observed(tmp_path))
    assert seen.early > 0
    assert not seen.ok


@pytest.mark.skipif(not available(), reason="the record of system calls needs strace")
def test_it_sees_a_sync_before_every_confirmation_and_misses_those_that_are_not_there() -> None:
    whole, broken = asyncio.run(traced(5)), asyncio.run(traced(5, broken="unsynced commits"))
    assert (whole.confirming, whole.synced) == (5, 5)
    assert broken.synced < broken.confirming == 5


def test_it_reads_a_sync_that_another_thread_interrupts() -> None:
    trace = """\
7 sendto(5<TCP>, "POST /bot/getUpdates HTTP/1.1 ... offset=4&timeout=25", 90, 0) = 90
9 pwrite64(6</var/phuean.db-wal>, "", 4096, 0) = 4096
9 fdatasync(6</var/phuean.db-wal> <unfinished ...>
7 sendto(5<TCP>, "POST /bot/getUpdates HTTP/1.1 ... offset=5&timeout=25", 90, 0) = 90
9 <... fdatasync resumed>) = 0
9 pwrite64(6</var/phuean.db-wal>, "", 4096, 0) = 4096
9 fdatasync(6</var/phuean.db-wal> <unfinished ...>
9 <... fdatasync resumed>) = 0
7 sendto(5<TCP>, "POST /bot/getUpdates HTTP/1.1 ... offset=6&timeout=25", 90, 0) = 90
"""
    found = read(trace.splitlines())
    assert (found.confirming, found.synced, found.syncs) == (2, 1, 2)
