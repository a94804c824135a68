"""Promise 13 must notice a bot that says what it reads, and one that is in no trouble at all."""

from tests.promises.promise_13_logs import proved


def test_it_notices_a_bot_that_says_what_it_reads() -> None:
    figure = proved("talkative", 1)
    assert not figure.ok
    assert ": 0 readable" not in figure.text


def test_it_notices_a_run_without_trouble() -> None:
    figure = proved("untroubled", 1)
    assert not figure.ok
    assert "never logged: judgement.failed" in figure.text
