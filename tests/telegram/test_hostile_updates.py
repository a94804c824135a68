"""Nothing that is sent to the bot can break the way in: mutated updates, read and parsed."""

import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from telegram import Update

from bot.domain.inputs import CommandReceived, MediaReceived, TextReceived
from bot.telegram.intake import confirmable, sort, unreadable
from bot.telegram.processor import order_key
from bot.telegram.reading import LARGEST_ID, Parsed
from tests.telegram.test_parse_private import FORWARDED, PHOTO, membership
from tests.telegram.updates import (
    group_message,
    in_topic,
    message,
    parser,
    private,
    staff_chat,
    staff_message,
    tap,
    update,
)

BASES: list[dict[str, Any]] = [
    update(message=message(text="hello")),
    update(message=message(text="/start x")),
    update(edited_message=message(text="changed", edit_date=2)),
    update(message=message(photo=PHOTO, caption="words", forward_origin=FORWARDED)),
    update(message=in_topic(text="reply")),
    update(message=staff_message(text="/add Ann", reply_to_message=message(text="x"))),
    update(
        message=group_message(text="@PhueanBot", entities=[{"type": "mention", "offset": 0, "length": 10}])
    ),
    update(callback_query=tap()),
    update(callback_query=tap(message=in_topic(text="card"))),
    update(my_chat_member=membership("member", "kicked", private())),
    update(my_chat_member=membership("left", "member", staff_chat())),
]
WORDS = st.text(max_size=50) | st.sampled_from(["\ud83d", "\x00", "ก" * 5000, "่" * 300, "‮abc", "/", "@", ""])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**65), 2**65) | st.floats() | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=5,
)


@st.composite
def mutated(draw: st.DrawFn) -> dict[str, Any]:
    """A valid update with one to three places changed or taken away."""
    whole: dict[str, Any] = json.loads(json.dumps(draw(st.sampled_from(BASES))))
    for _ in range(draw(st.integers(1, 3))):
        node, key = draw(st.sampled_from(places(whole)))
        if draw(st.booleans()):
            node[key] = draw(VALUES)
        else:
            node.pop(key, None) if isinstance(node, dict) else None
    return whole


def places(node: Any) -> list[tuple[Any, Any]]:
    """Every place in a tree of dicts and lists."""
    keys = list(node) if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ()
    return [place for key in keys for place in ((node, key), *places(node[key]))] or [({"x": 1}, "x")]


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mutated())
def test_it_survives_every_mutated_update(raw: dict[str, Any]) -> None:
    batch = sort([raw])
    assert len(batch.updates) + len(batch.dead) == 1
    json.dumps(confirmable([raw], frozenset(number for number, _ in batch.updates)))
    if batch.updates:
        received = Update.de_json(json.loads(batch.updates[0][1]), None)
        order_key(received)
        check(parser().parse(received))


def check(reading: object) -> None:
    """What comes out can be stored and sent."""
    if not isinstance(reading, Parsed):
        return
    repr(reading).encode()
    if reading.chat is not None:
        assert 0 < abs(reading.chat.chat_id) < LARGEST_ID
    if isinstance(reading.input, TextReceived | CommandReceived | MediaReceived):
        assert 0 < abs(reading.input.message_id) < LARGEST_ID


@settings(max_examples=200, deadline=None)
@given(WORDS)
def test_every_text_of_a_child_arrives(text: str) -> None:
    raw = update(message=message(text=text or "x"))
    assert not unreadable(raw)
    reading = parser().parse(Update.de_json(json.loads(json.dumps(raw)), None))
    assert isinstance(reading, Parsed)
    assert isinstance(reading.input, TextReceived | CommandReceived | MediaReceived)
