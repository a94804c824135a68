"""Ordinary groups, channels and all other places: only what is addressed to the bot is looked at."""

from typing import Any

import pytest

from bot.domain.inputs import BotAddedToGroup, GroupAddressed, MediaKind, MediaReceived, TappedElsewhere
from bot.telegram.reading import Ignored, Moved, Reason
from tests.telegram.test_parse_private import PHOTO, membership
from tests.telegram.updates import (
    BOT,
    CHANNEL_ID,
    CHILD_REF,
    GROUP_REF,
    OTHER_BOT,
    group,
    group_message,
    input_of,
    message,
    person,
    read,
    reason_of,
    tap,
)


def mention(text: str, name: str) -> dict[str, Any]:
    return {
        "text": text,
        "entities": [{"type": "mention", "offset": text.index(name), "length": len(name)}],
    }


def test_it_does_not_look_at_what_children_tell_each_other() -> None:
    assert reason_of(message=group_message(text="he hurts me")) is Reason.NOT_ADDRESSED


@pytest.mark.parametrize("text", ["/help", "/help@PhueanBot", "/HELP@phueanbot", "/start@PhueanBot"])
def test_it_reads_a_command(text: str) -> None:
    command = text[1:].partition("@")[0].lower()
    assert input_of(message=group_message(text=text)) == GroupAddressed(GROUP_REF, 5, command)


def test_it_leaves_commands_to_other_bots_alone() -> None:
    assert reason_of(message=group_message(text="/help@OtherBot")) is Reason.OTHER_BOT


def test_it_leaves_unknown_commands_without_a_name_alone() -> None:
    assert reason_of(message=group_message(text="/ban")) is Reason.NOT_ADDRESSED


@pytest.mark.parametrize("text", ["@PhueanBot hi", "hi @phueanbot!", "หวัดดี @PhueanBot"])
def test_it_reads_a_mention(text: str) -> None:
    name = text[text.index("@") :].split()[0].rstrip("!")
    assert input_of(message=group_message(**mention(text, name))) == GroupAddressed(GROUP_REF, 5)


def test_it_does_not_take_a_longer_name_for_its_own() -> None:
    text = "@PhueanBotOfOthers hi"
    assert reason_of(message=group_message(**mention(text, "@PhueanBotOfOthers"))) is Reason.NOT_ADDRESSED


def test_it_reads_a_mention_in_a_caption() -> None:
    entity = {"type": "mention", "offset": 0, "length": 10}
    content = group_message(photo=PHOTO, caption="@PhueanBot", caption_entities=[entity])
    assert input_of(message=content) == GroupAddressed(GROUP_REF, 5)


def test_it_reads_a_reply_to_its_own_message() -> None:
    own = group_message(message_id=3, text="hi", **{"from": person(BOT.id, is_bot=True)})
    assert input_of(message=group_message(text="yes", reply_to_message=own)) == GroupAddressed(GROUP_REF, 5)


def test_it_does_not_look_at_replies_to_others() -> None:
    other = group_message(message_id=3, text="hi")
    assert reason_of(message=group_message(text="yes", reply_to_message=other)) is Reason.NOT_ADDRESSED


def test_it_ignores_other_bots() -> None:
    content = group_message(text="/help", **{"from": person(OTHER_BOT, is_bot=True)})
    assert reason_of(message=content) is Reason.FROM_BOT


def test_it_ignores_edits() -> None:
    assert reason_of(edited_message=group_message(text="/help", edit_date=2)) is Reason.EDIT


def test_it_answers_a_tap_in_a_group_as_one_elsewhere() -> None:
    content = tap(message=group_message(message_id=9, text="hi"))
    assert input_of(callback_query=content) == TappedElsewhere(CHILD_REF, "42")


def test_it_notices_that_it_was_added_to_a_group() -> None:
    assert input_of(my_chat_member=membership("left", "member", group())) == BotAddedToGroup(GROUP_REF)


def test_it_makes_nothing_of_a_change_of_its_rights() -> None:
    assert reason_of(my_chat_member=membership("member", "member", group())) is Reason.MEMBERSHIP


def test_it_makes_nothing_of_being_removed_from_a_group() -> None:
    assert reason_of(my_chat_member=membership("member", "left", group())) is Reason.MEMBERSHIP


def test_it_follows_a_group_to_its_new_id() -> None:
    assert read(message=group_message(migrate_to_chat_id=-100_777)) == Moved(GROUP_REF, -100_777, staff=False)


CHANNEL = {"id": CHANNEL_ID, "type": "channel", "title": "x"}


@pytest.mark.parametrize(
    ("kind", "content", "reason"),
    [
        ("channel_post", message(chat=CHANNEL, text="x"), Reason.CHANNEL),
        ("edited_channel_post", message(chat=CHANNEL, text="x", edit_date=2), Reason.CHANNEL),
        ("message", message(chat=CHANNEL, text="x"), Reason.CHANNEL),
        ("business_message", message(text="x", business_connection_id="1"), Reason.BUSINESS),
        ("message", message(text="x", business_connection_id="1"), Reason.BUSINESS),
        ("guest_message", message(text="x"), Reason.GUEST),
        ("inline_query", {"id": "1", "from": person(), "query": "x", "offset": ""}, Reason.KIND),
        (
            "poll_answer",
            {"poll_id": "1", "user": person(), "option_ids": [0], "option_persistent_ids": ["0"]},
            Reason.KIND,
        ),
    ],
)
def test_it_ignores_what_it_did_not_ask_for(kind: str, content: dict[str, Any], reason: Reason) -> None:
    assert reason_of(**{kind: content}) is reason


@pytest.mark.parametrize(
    "content",
    [
        message(chat={"id": 2**60, "type": "private"}, text="x"),
        message(chat={"id": 0, "type": "private"}, text="x"),
        message(chat={"id": "5", "type": "private"}, text="x"),
        message(chat={"id": True, "type": "private"}, text="x"),
        message(message_id=2**60, text="x"),
        message(message_id="5", text="x"),
    ],
)
def test_it_takes_absurd_ids_for_malformed(content: dict[str, Any]) -> None:
    assert read(message=content) == Ignored(Reason.MALFORMED)


@pytest.mark.parametrize("text", [5, ["x"], {"text": "x"}, True])
def test_it_survives_a_text_that_is_none(text: object) -> None:
    assert input_of(message=message(text=text)) == MediaReceived(CHILD_REF, 5, MediaKind.OTHER, "")


def test_it_does_not_take_a_private_chat_with_a_negative_id_for_one() -> None:
    assert reason_of(message=message(chat={"id": -5, "type": "private"}, text="x")) is Reason.CHANNEL
