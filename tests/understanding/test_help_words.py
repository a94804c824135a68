"""The help word, with little or nothing around it."""

from typing import cast

import pytest

from bot.understanding.help_words import HelpWordList
from bot.understanding.views import View, Views
from bot.understanding.words import Text
from content.schema import HelpWords


class AsWritten:
    """Reads a string as it stands, and in a second way."""

    def of(self, message: str) -> tuple[View, ...]:
        """Two readings."""
        return View("plain", message, Text(())), View("layout", message[::-1], Text(()))


WORDS = HelpWords(words=("help me", "sos"), fillers=("please", "one", "anyone", "ka"))
LIST = HelpWordList(WORDS, cast(Views, AsWritten()))


@pytest.mark.parametrize(
    "tidy",
    [
        "sos",
        "help me!! 🙏",
        "helpme",
        "hellpp_me",
        "em pleh",
        "help me please",
        "please help me",
        "ka help me ka",
        "anyone help me",
        "help me anyone",
        "please please sos ka ka",
    ],
)
def test_it_is_heard_with_up_to_four_words_around_it(tidy: str) -> None:
    assert LIST.called(tidy)


@pytest.mark.parametrize(
    "tidy",
    [
        "",
        "help",
        "please",
        "please ka",
        "help me with this",
        "i need sos now",
        "ka ka ka sos ka ka",
        "help ka me",
    ],
)
def test_among_other_words_it_is_no_call(tidy: str) -> None:
    assert not LIST.called(tidy)
