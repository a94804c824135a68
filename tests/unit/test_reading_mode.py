"""Which way of reading is active: known where the reader tells it, told to staff where it is not the best."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import pytest

from bot import wiring
from bot.domain.judgement import Judgement
from bot.domain.world import BEST_READING
from bot.settings import Settings
from bot.turns import Judge
from tests.domain.build import judged
from tests.domain.tiny_content import world


class Silent:
    """A reader that tells nothing about itself."""

    def judge(self, text: str, recent: Sequence[str] = ()) -> Judgement:  # noqa: ARG002
        return judged()


@dataclass
class Telling(Silent):
    """A reader that names its way of reading."""

    mode: object


@pytest.mark.parametrize(
    ("reader", "mode"), [(Silent(), None), (Telling("lexical"), "lexical"), (Telling(7), None)]
)
def test_it_asks_the_reader_where_the_reader_tells_it(reader: Silent, mode: str | None) -> None:
    with ThreadPoolExecutor(1) as threads:
        assert Judge(reader, threads).mode == mode


@pytest.mark.parametrize(("reading", "simple"), [(None, False), (BEST_READING, False), ("lexical", True)])
def test_only_a_known_lesser_way_of_reading_is_simple(reading: str | None, *, simple: bool) -> None:
    assert replace(world(), reading=reading).reads_simply is simple


def settings(api: str) -> Settings:
    return Settings.model_construct(bot_api_url=api, staff_language="en")


@pytest.mark.parametrize(("reading", "told"), [(None, 0), (BEST_READING, 0), ("lexical", 1)])
def test_staff_of_real_children_are_told_at_a_start(reading: str | None, told: int) -> None:
    known = replace(world(), reading=reading)
    notices = wiring._notices(settings("https://api.telegram.org"), known)
    assert notices.count("simple-reading-notice") == told


def test_a_simulator_is_told_nothing() -> None:
    known = replace(world(), reading="lexical")
    assert wiring._notices(settings("http://127.0.0.1:8081"), known) == []
