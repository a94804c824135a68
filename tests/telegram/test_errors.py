"""Every refusal has one meaning."""

import inspect
from datetime import timedelta

import pytest
from telegram import error as telegram_errors
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.telegram.errors import BY_CLASS, Verdict, classify, wait_of
from bot.telegram.request import NeverSentError


def test_it_knows_every_class_of_the_library() -> None:
    classes = {
        one
        for _, one in inspect.getmembers(telegram_errors, inspect.isclass)
        if issubclass(one, TelegramError)
    }
    assert classes <= set(BY_CLASS)


@pytest.mark.parametrize(
    ("error", "verdict"),
    [
        (NeverSentError("x"), Verdict.LATER),
        (TimedOut(), Verdict.UNKNOWN),
        (NetworkError("Internal Server Error"), Verdict.UNKNOWN),
        (RetryAfter(3), Verdict.LATER),
        (InvalidToken(), Verdict.REVOKED),
        (Conflict("x"), Verdict.LATER),
        (ChatMigrated(-5), Verdict.MIGRATED),
        (BadRequest("Bad Request: BUTTON_DATA_INVALID"), Verdict.PERMANENT),
        (BadRequest("Bad Request: message thread not found"), Verdict.TOPIC_LOST),
        (BadRequest("Bad Request: TOPIC_DELETED"), Verdict.TOPIC_LOST),
        (BadRequest("Bad Request: TOPIC_CLOSED"), Verdict.TOPIC_LOST),
        (BadRequest("Bad Request: message to edit not found"), Verdict.MESSAGE_GONE),
        (BadRequest("Bad Request: message can't be edited"), Verdict.MESSAGE_GONE),
        (BadRequest("Bad Request: message is not modified: specified new"), Verdict.NOT_MODIFIED),
        (BadRequest("Bad Request: query is too old and response timeout expired"), Verdict.TOO_OLD),
        (BadRequest("Bad Request: chat not found"), Verdict.BLOCKED),
        (BadRequest("Bad Request: the chat is not a forum"), Verdict.NO_TOPICS),
        (BadRequest("Bad Request: not enough rights to manage topics"), Verdict.NO_TOPICS),
        (BadRequest("Bad Request: not enough rights to send text messages to the chat"), Verdict.NO_ACCESS),
        (BadRequest("Bad Request: CHAT_WRITE_FORBIDDEN"), Verdict.NO_ACCESS),
        (Forbidden("Forbidden: bot was blocked by the user"), Verdict.BLOCKED),
        (Forbidden("Forbidden: user is deactivated"), Verdict.BLOCKED),
        (Forbidden("Forbidden: bot can't initiate conversation with a user"), Verdict.BLOCKED),
        (Forbidden("Forbidden: bot was kicked from the supergroup chat"), Verdict.BLOCKED),
        (TelegramError("anything else"), Verdict.UNKNOWN),
    ],
)
def test_it_classifies(error: TelegramError, verdict: Verdict) -> None:
    assert classify(error) is verdict


def test_a_class_that_the_library_adds_is_taken_for_its_parent() -> None:
    class NewError(TimedOut):
        """Something the library may add."""

    assert classify(NewError()) is Verdict.UNKNOWN


def test_it_reads_how_long_to_wait() -> None:
    assert wait_of(RetryAfter(timedelta(seconds=7)), 1) == 7
    assert wait_of(RetryAfter(7), 1) == 7


def test_it_waits_the_default_where_telegram_names_no_time() -> None:
    assert wait_of(TimedOut(), 5) == 5
