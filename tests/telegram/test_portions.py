"""What is bold in a text, in Telegram's counting, in each of the messages that the text needs."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Bot
from telegram.error import BadRequest

from bot.domain.support.cases import post_of_words
from bot.outcome import Sent
from bot.simulator.entities import slice_utf16
from bot.simulator.model import Message
from bot.telegram.portions import Portion, portions
from bot.telegram.send import Telegram
from bot.turns.posting import as_delivery
from db.deliveries import Delivery, Method
from tests.clock import START
from tests.domain.build import case, child_words
from tests.domain.tiny_content import world
from tests.simulation import Simulation
from tests.telegram.deliveries import ROWS, delivery, staff, words

anything = st.text(st.sampled_from("ab <&>\n😭กำ👨\u200d") | st.characters(), max_size=60)


def said(text: str, *bold: list[int], limit: int = 4096, front: str = "") -> list[Portion]:
    return portions(front + text, {"text": text, "bold": list(bold)}, limit)


def shown(portion: Portion) -> list[str]:
    """What Telegram makes bold."""
    return [slice_utf16(portion.text, one.offset, one.length) for one in portion.bold]


def shown_to_staff(sim: Simulation) -> list[tuple[str, str]]:
    """The kind and the words of all that the bot made stand out in the newest message for staff."""
    text, entities = _newest(sim).text or "", sim.calls("sendMessage")[-1].params.get("entities", [])
    return [(one["type"], slice_utf16(text, one["offset"], one["length"])) for one in entities]


def _newest(sim: Simulation) -> Message:
    message = sim.staff.last_message(sim.staff_room)
    assert message is not None
    return message


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", [""]),
        ("short", ["short"]),
        ("one two three", ["one two", "three"]),
        ("abcdefghijkl", ["abcdefghij", "kl"]),
        ("line one\nx", ["line one\nx"]),
        ("line one\nxyz", ["line one", "xyz"]),
        ("line one \n ", ["line one "]),
    ],
)
def test_a_text_is_cut_at_the_end_of_a_line_or_word(text: str, parts: list[str]) -> None:
    assert [one.text for one in said(text, limit=10)] == parts


def test_emoji_before_what_is_bold_count_twice() -> None:
    (one,) = said("😭👨 he hits me", [6, 13])
    assert (one.bold[0].offset, one.bold[0].length) == (8, 7)
    assert shown(one) == ["hits me"]


def test_a_mark_in_front_moves_what_is_bold() -> None:
    (one,) = said("he hits me", [3, 10], front="😭 again\n\n")
    assert shown(one) == ["hits me"]


def test_what_is_bold_across_a_cut_is_bold_on_both_sides() -> None:
    assert [shown(one) for one in said("one two 😭hree", [4, 10], limit=10)] == [["two"], ["😭h"]]


def test_each_message_has_what_stands_in_it() -> None:
    assert [shown(one) for one in said("one two three four", [0, 3], [14, 18], limit=8)] == [
        ["one"],
        [],
        ["four"],
    ]


def test_a_text_that_had_to_be_cleaned_is_plain() -> None:
    (one,) = said("a\x00 he hits me", [6, 13])
    assert one == Portion("a he hits me")


def test_what_an_older_program_left_is_plain() -> None:
    assert portions("hello", {"text": "hello"}) == [Portion("hello")]


@given(text=anything, ends=st.lists(st.integers(0, 60), max_size=6, unique=True), limit=st.integers(2, 70))
def test_bold_changes_no_sign_and_tears_none(text: str, ends: list[int], limit: int) -> None:
    inside = sorted(at for at in ends if at <= len(text))
    bold = [list(place) for place in zip(inside[::2], inside[1::2], strict=False)]
    parts = said(text, *bold, limit=limit)
    assert [one.text for one in parts] == [one.text for one in said(text, limit=limit)]
    for one in parts:
        assert all(words and words in one.text for words in shown(one))


async def test_staff_read_bold_and_every_sign_as_it_was_written(telegram: Telegram, sim: Simulation) -> None:
    text = "😭 <b>no</b> & *he* hits me _x_ &amp;"
    at = text.index("hits me")
    await telegram.carry_out(words(text, bold=[[at, at + 7]]), staff(sim))
    assert _newest(sim).text == text
    assert shown_to_staff(sim) == [("bold", "hits me")]
    assert "parse_mode" not in sim.calls("sendMessage")[-1].params


async def test_a_childs_words_reach_staff_with_their_pieces_in_bold(
    telegram: Telegram, sim: Simulation
) -> None:
    post = post_of_words(case(), child_words("😭 he hits me"), ("hits me",))
    sent = Delivery(1, START, 0, possible_repeat=False, new=as_delivery(post, world()))
    await telegram.carry_out(sent, staff(sim))
    assert shown_to_staff(sim) == [("bold", "hits me")]


async def test_a_possible_repeat_is_marked_before_what_is_bold(telegram: Telegram, sim: Simulation) -> None:
    again = delivery(Method.SEND, {"text": "he hits me", "bold": [[3, 10]]}, repeat=True)
    await telegram.carry_out(again, staff(sim))
    assert shown_to_staff(sim) == [("bold", "hits me")]


async def test_the_end_of_a_long_message_keeps_its_bold(telegram: Telegram, sim: Simulation) -> None:
    text = "😭 " * 2100 + "he hits me"
    await telegram.carry_out(words(text, bold=[[len(text) - 7, len(text)]]), staff(sim))
    assert shown_to_staff(sim) == [("bold", "hits me")]
    assert len(sim.staff.from_bot(sim.staff_room)) == 2


@pytest.mark.parametrize("rows", [None, ROWS])
async def test_an_alert_goes_plainly_where_telegram_refuses_bold(
    telegram: Telegram, sim: Simulation, bot: Bot, monkeypatch: pytest.MonkeyPatch, rows: Any
) -> None:
    real = Bot.send_message

    async def no_bold(self: Bot, **given: Any) -> Any:
        if given["entities"]:
            raise BadRequest("Bad Request: entity begins in a middle of a UTF-16 symbol")
        return await real(self, **given)

    monkeypatch.setattr(type(bot), "send_message", no_bold)
    sent = await telegram.carry_out(words("he hits me", bold=[[3, 10]], rows=rows), staff(sim))
    assert isinstance(sent, Sent)
    assert (_newest(sim).text, shown_to_staff(sim)) == ("he hits me", [])
    assert bool(_newest(sim).buttons) is bool(rows)


async def test_a_plain_text_that_is_refused_is_not_tried_twice(telegram: Telegram, sim: Simulation) -> None:
    sim.world.faults.fail_next("sendMessage", 400, description="Bad Request: MESSAGE_EMPTY")
    await telegram.carry_out(words("hello"), staff(sim))
    assert len(sim.calls("sendMessage")) == 1
