"""Promise 13 must notice a bot that says what it reads."""

from tests.promises.promise_13_logs import proved


def test_it_notices_a_bot_that_says_what_it_reads() -> None:
    figure = proved("talkative", 1)
    assert not figure.ok
    assert ": 0 readable" not in figure.text
