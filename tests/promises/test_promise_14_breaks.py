"""Promise 14 must notice words for the wrong person, a name that shows, and a method that copies."""

from typing import Any

import pytest

from bot.domain.speech import Verbatim
from bot.domain.support import relay
from bot.outcome import Sent
from bot.telegram import parse_private
from bot.telegram.send import Telegram
from db.chats import Chats
from tests.promises import promise_14_unknown_to_each_other as proof
from tests.promises.relays import CHILDREN, LABELS


async def _always_the_first(*_: Any) -> int:
    return CHILDREN[0].id


def _signed(text: str) -> Verbatim:
    return Verbatim(f"{LABELS[1]}: {text}")


def _with_name(message: Any) -> str:
    return f"{message.from_user.first_name}: {message.text or message.caption or ''}"


async def _forward(self: Telegram, _text: str, _rows: Any, _payload: Any, to: Any) -> Any:
    await self._bot.forward_message(to.chat_id, to.chat_id, 1001)
    return Sent(None)


@pytest.mark.parametrize(
    ("owner", "name", "broken"),
    [
        (Chats, "chat_id", _always_the_first),
        (relay, "staff_words", _signed),
        (parse_private, "words_of", _with_name),
        (Telegram, "_message", _forward),
    ],
    ids=["words go to another child", "staff sign", "staff see a name", "messages are forwarded"],
)
def test_it_notices_what_tells_who_somebody_is(
    monkeypatch: pytest.MonkeyPatch, owner: Any, name: str, broken: Any
) -> None:
    monkeypatch.setattr(proof, "SHORT", 5)
    assert proof.prove(False).ok  # noqa: FBT003
    monkeypatch.setattr(owner, name, broken)
    assert not _proved()


def _proved() -> bool:
    """An error of the broken product counts as noticed."""
    try:
        return proof.prove(False).ok  # noqa: FBT003
    except (AssertionError, AttributeError):
        return False
