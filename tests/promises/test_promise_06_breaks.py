"""Bots that something can break: the proof of promise 6 must say so."""

import asyncio
from typing import Any
from unittest.mock import patch

import pytest
from telegram import Update

from bot.simulator.model import Json
from bot.telegram import intake, parse_private
from bot.telegram.parse import Parser
from bot.telegram.reading import Ignored, Reason
from tests.promises.promise_06_fuzz import Found, fuzzed

FEW = 400


def found() -> Found:
    return asyncio.run(fuzzed(FEW, seed=1))[1]


def test_it_finds_nothing_wrong_with_a_whole_bot() -> None:
    assert found() == Found(dead=found().dead)


def test_it_notices_an_exception_that_the_edge_lets_through() -> None:
    def unguarded(entry: object) -> str:
        return "" if isinstance(entry, dict) and Update.de_json(entry, None) else "not_an_update"

    with patch.object(intake, "unreadable", unguarded):
        assert found().escaped


def test_it_notices_a_turn_that_fails_on_strange_words() -> None:
    def naive(value: object) -> str:
        return str(value or "").encode().decode()

    with patch.object(parse_private, "words_of", lambda message: naive(message.text)):
        broken = found()
    assert broken.errors or broken.valid_dead


def test_it_notices_a_valid_update_that_is_given_up() -> None:
    def picky(_: Parser, update: Update) -> Any:
        return Ignored(Reason.MALFORMED if update.callback_query else Reason.KIND)

    with patch.object(Parser, "_read", picky):
        assert found().valid_dead > 0


def test_it_notices_words_that_nobody_hears() -> None:
    def deaf(*_: Any, **__: Any) -> Ignored:
        return Ignored(Reason.SERVICE)

    with patch.object(parse_private, "message", deaf):
        assert found().unanswered > 0


def test_it_notices_an_update_that_is_never_done(monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(_: list[Json], new: frozenset[int]) -> list[Json]:
        return [{"update_id": one} for one in sorted(new)]

    monkeypatch.setattr(intake, "confirmable", lost)
    assert found().stuck > 0
