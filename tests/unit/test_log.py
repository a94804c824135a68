"""Logs cannot hold words, ids or the token."""

import asyncio
import io
import json
import logging
import sys
import threading
import warnings
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
import structlog

from bot import log
from tests.logs import logged

TOKEN = "123456789:SECRET-TOKEN-OF-A-TEST"


@pytest.fixture
def out() -> Iterator[io.StringIO]:
    """What is logged at DEBUG."""
    with logged() as stream:
        yield stream


def lines(out: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.getvalue().splitlines()]


def fail(words: str) -> Exception:
    try:
        raise RuntimeError(words)  # noqa: TRY301
    except RuntimeError as error:
        return error


def test_it_writes_an_event_with_its_fields(out: io.StringIO) -> None:
    structlog.get_logger().info("sender.recovered", count=3)
    assert lines(out)[0] | {"timestamp": ""} == {
        "event": "sender.recovered",
        "count": 3,
        "level": "info",
        "timestamp": "",
    }


def test_it_drops_fields_that_it_does_not_know(out: io.StringIO) -> None:
    structlog.get_logger().info("turn.done", text="words of a child", child="abc", chat_id=5)
    assert set(lines(out)[0]) == {"event", "level", "timestamp"}


def test_it_takes_no_sentence_for_an_event(out: io.StringIO) -> None:
    structlog.get_logger().info("Words of a child")
    assert lines(out)[0]["event"] == "unnamed"


@pytest.mark.parametrize(
    "value", [510_000_001, "510000001", "chat 510000001", -1_001_234_567_890, [510_000_001]]
)
def test_it_blanks_what_looks_like_an_id(out: io.StringIO, value: object) -> None:
    structlog.get_logger().info("x", reason=value)
    assert "510000001" not in out.getvalue()
    assert "1001234567890" not in out.getvalue()


def test_it_blanks_the_token(out: io.StringIO) -> None:
    structlog.get_logger().info("x", reason=f"https://api.telegram.org/bot{TOKEN}/getMe")
    assert "SECRET" not in out.getvalue()


def test_it_writes_no_object_that_it_does_not_know(out: io.StringIO) -> None:
    structlog.get_logger().info("x", reason={"text": "words of a child"})
    assert lines(out)[0]["reason"] == "[dict]"


def test_it_cuts_long_values(out: io.StringIO) -> None:
    structlog.get_logger().info("x", reason="a" * 5000)
    assert len(lines(out)[0]["reason"]) == log.LONGEST


def test_it_names_the_class_and_the_place_of_an_error_only(out: io.StringIO) -> None:
    structlog.get_logger().error("x", exc_info=fail("words of a child"))
    line = lines(out)[0]
    assert line["error"] == "RuntimeError"
    assert line["where"].startswith("tests.unit.test_log:")
    assert "words" not in out.getvalue()


def test_it_takes_the_error_that_is_being_handled(out: io.StringIO) -> None:
    try:
        raise ValueError("words of a child")  # noqa: TRY301
    except ValueError:
        structlog.get_logger().exception("x")
    assert lines(out)[0]["error"] == "ValueError"
    assert "words" not in out.getvalue()


@pytest.mark.parametrize(
    "name", ["telegram.ext.Application", "httpx", "aiohttp.access", "asyncio", "anything"]
)
def test_it_never_writes_what_a_library_says(out: io.StringIO, name: str) -> None:
    for level in (logging.DEBUG, logging.INFO, logging.WARNING, logging.CRITICAL):
        logging.getLogger(name).log(level, "Processing update %s", "words of a child", exc_info=fail("words"))
    assert "words" not in out.getvalue()
    assert {line["event"] for line in lines(out)} == {"library"}
    assert lines(out)[0]["library"] == name


def test_it_keeps_to_the_level(out: io.StringIO) -> None:
    log.configure(level="WARNING", stream=out)
    structlog.get_logger().info("quiet")
    assert out.getvalue() == ""


def test_it_writes_lines_for_people_too(out: io.StringIO) -> None:
    log.configure(level="INFO", as_json=False, stream=out)
    structlog.get_logger().info("sender.recovered", count=3, text="words of a child")
    assert "sender.recovered" in out.getvalue()
    assert "words" not in out.getvalue()


def test_it_writes_no_message_of_an_error_that_nobody_caught(out: io.StringIO) -> None:
    error = fail("words of a child")
    sys.excepthook(type(error), error, error.__traceback__)
    assert lines(out)[0]["event"] == "process.failed"
    assert "words" not in out.getvalue()


def test_it_writes_no_message_of_an_error_in_a_thread(out: io.StringIO) -> None:
    thread = threading.Thread(target=_fail_with_words)
    thread.start()
    thread.join()
    assert lines(out)[0]["event"] == "thread.failed"
    assert "words" not in out.getvalue()


def test_it_writes_no_message_of_an_error_that_can_end_nothing(out: io.StringIO) -> None:
    sys.unraisablehook(SimpleNamespace(exc_value=fail("words of a child"), object=None))
    assert lines(out)[0]["event"] == "process.unraisable"
    assert "words" not in out.getvalue()


def test_it_writes_no_words_of_a_warning(out: io.StringIO) -> None:
    logging.captureWarnings(capture=False)
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        log.configure(stream=out)
        warnings.warn("words of a child", stacklevel=1)
    assert lines(out)[0]["library"] == "py.warnings"
    assert "words" not in out.getvalue()


def _fail_with_words() -> None:
    raise RuntimeError("words of a child")


async def test_it_writes_no_message_of_a_forgotten_tasks_error(out: io.StringIO) -> None:
    loop = asyncio.get_running_loop()
    log.watch_loop(loop)
    loop.call_exception_handler({"message": "words of a child", "exception": fail("words of a child")})
    loop.set_exception_handler(None)
    assert lines(out)[0]["event"] == "loop.error"
    assert "words" not in out.getvalue()


def test_it_names_no_place_for_an_error_that_was_never_raised() -> None:
    assert log.position(RuntimeError("x")) == "unknown"


def test_a_log_that_cannot_be_written_stops_nothing() -> None:
    with logged() as closed:
        logger = structlog.get_logger().bind()
        closed.close()
        logger.info("x")
        logger.error("x", exc_info=fail("words"))
        assert logger._logger.lost == 2
