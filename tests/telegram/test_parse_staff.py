"""The staff group: who wrote, where, and in reply to what."""

from typing import Any

import pytest

from bot.domain.inputs import StaffCommanded, StaffTapped, StaffWrote
from bot.origin import ChatSeen
from bot.telegram.reading import Moved, Parsed, Reason, StaffMembership
from db.chats import ChatKind
from db.deliveries import STAFF_CHAT
from tests.telegram.test_parse_private import FORWARDED, PHOTO, membership
from tests.telegram.updates import (
    ANONYMOUS_ADMIN,
    BOT,
    CHANNEL_ID,
    CHILD,
    CHILD_REF,
    OTHER_BOT,
    STAFF_CHAT_ID,
    STAFF_PERSON,
    STAFF_REF,
    TOPIC,
    in_topic,
    input_of,
    person,
    read,
    reason_of,
    staff_chat,
    staff_message,
    tap,
)

NEW_ID = -1_004_200_009_999


def by_bot(**more: Any) -> dict[str, Any]:
    return staff_message(**{"message_id": 90, "from": person(BOT.id, is_bot=True), "text": "words", **more})


def test_it_reads_what_staff_write_in_general() -> None:
    assert input_of(message=staff_message(text="hello")) == StaffWrote(STAFF_REF, 5, None, "hello")


def test_it_remembers_the_staff_chat_by_its_own_name() -> None:
    reading = read(message=staff_message(text="hello"))
    assert isinstance(reading, Parsed)
    assert reading.chat == ChatSeen(STAFF_CHAT, ChatKind.STAFF, STAFF_CHAT_ID)


def test_it_takes_no_reply_from_the_creation_of_the_topic() -> None:
    assert input_of(message=in_topic(text="hello")) == StaffWrote(STAFF_REF, 5, TOPIC, "hello", None)


def test_it_takes_no_reply_from_a_creation_that_telegram_does_not_show() -> None:
    bare = {"message_id": TOPIC, "date": 1, "chat": staff_chat()}
    received = input_of(message=in_topic(text="hello", reply_to_message=bare))
    assert received == StaffWrote(STAFF_REF, 5, TOPIC, "hello", None)


def test_it_reads_a_reply_by_hand() -> None:
    received = input_of(message=in_topic(text="hello", reply_to_message=by_bot()))
    assert received == StaffWrote(STAFF_REF, 5, TOPIC, "hello", 90, replies_to_bot=True)


def test_a_reply_to_an_anonymous_admin_is_none_to_the_bot() -> None:
    admin = by_bot(sender_chat=staff_chat(), **{"from": person(ANONYMOUS_ADMIN, is_bot=True)})
    received = input_of(message=in_topic(text="hello", reply_to_message=admin))
    assert received == StaffWrote(STAFF_REF, 5, TOPIC, "hello", 90, replies_to_bot=False)


def test_it_takes_no_topic_from_a_thread_of_replies() -> None:
    received = input_of(message=staff_message(text="hello", message_thread_id=3))
    assert received == StaffWrote(STAFF_REF, 5, None, "hello")


@pytest.mark.parametrize(("sender", "chat"), [(ANONYMOUS_ADMIN, STAFF_CHAT_ID), (136_817_688, CHANNEL_ID)])
def test_it_names_nobody_for_anonymous_admins_and_channels(sender: int, chat: int) -> None:
    sender_chat = {"id": chat, "type": "channel" if chat == CHANNEL_ID else "supergroup", "title": "x"}
    content = in_topic(text="hello", sender_chat=sender_chat, **{"from": person(sender, is_bot=True)})
    assert input_of(message=content) == StaffWrote(None, 5, TOPIC, "hello")


def test_it_says_that_a_message_was_forwarded() -> None:
    received = input_of(message=in_topic(text="hello", forward_origin=FORWARDED))
    assert received == StaffWrote(STAFF_REF, 5, TOPIC, "hello", forwarded=True)


def test_it_says_that_a_message_holds_media() -> None:
    received = input_of(message=in_topic(photo=PHOTO, caption="look"))
    assert received == StaffWrote(STAFF_REF, 5, TOPIC, "look", has_media=True)


def test_it_reads_a_command() -> None:
    received = input_of(message=in_topic(text="/add Ann 30d"))
    assert received == StaffCommanded(STAFF_REF, 5, TOPIC, "add", "Ann 30d")


def test_it_reads_whom_a_command_is_about() -> None:
    other = staff_message(message_id=80, text="hi", **{"from": person(CHILD)})
    received = input_of(message=staff_message(text="/add Ann", reply_to_message=other))
    assert received == StaffCommanded(STAFF_REF, 5, None, "add", "Ann", CHILD_REF, 80)


def test_it_names_nobody_when_a_command_is_about_a_bot() -> None:
    received = input_of(message=staff_message(text="/add Ann", reply_to_message=by_bot()))
    assert received == StaffCommanded(STAFF_REF, 5, None, "add", "Ann", None, 90)


def test_it_never_obeys_a_forwarded_command() -> None:
    received = input_of(message=staff_message(text="/add Ann", forward_origin=FORWARDED))
    assert received == StaffWrote(STAFF_REF, 5, None, "/add Ann", forwarded=True)


def test_it_names_nobody_for_the_command_of_an_anonymous_admin() -> None:
    content = staff_message(
        text="/add Ann", sender_chat=staff_chat(), **{"from": person(ANONYMOUS_ADMIN, is_bot=True)}
    )
    assert input_of(message=content) == StaffCommanded(None, 5, None, "add", "Ann")


def test_it_leaves_commands_to_other_bots_alone() -> None:
    assert reason_of(message=staff_message(text="/ban@OtherBot")) is Reason.OTHER_BOT


def test_it_ignores_other_bots() -> None:
    content = staff_message(text="hello", **{"from": person(OTHER_BOT, is_bot=True)})
    assert reason_of(message=content) is Reason.FROM_BOT


def test_it_ignores_posts_of_a_linked_channel() -> None:
    channel = {"id": CHANNEL_ID, "type": "channel", "title": "x"}
    assert reason_of(message=staff_message(text="x", is_automatic_forward=True, sender_chat=channel)) is (
        Reason.FROM_BOT
    )


def test_it_ignores_edits() -> None:
    assert reason_of(edited_message=in_topic(text="changed", edit_date=2)) is Reason.STAFF_EDIT


@pytest.mark.parametrize(
    "content",
    [
        {"forum_topic_created": {"name": "Case", "icon_color": 7322096}},
        {"forum_topic_closed": {}},
        {"new_chat_members": [person()]},
        {"left_chat_member": person()},
        {"pinned_message": by_bot()},
        {"new_chat_title": "x"},
    ],
)
def test_it_ignores_notices_of_telegram(content: dict[str, Any]) -> None:
    assert reason_of(message=staff_message(**content)) is Reason.SERVICE


def test_it_reads_a_tap_in_a_topic() -> None:
    content = tap(message=in_topic(message_id=9, text="card"), **{"from": person(STAFF_PERSON)})
    assert input_of(callback_query=content) == StaffTapped(STAFF_REF, 9, TOPIC, "42", "menu")


def test_it_reads_a_tap_on_a_message_too_old_to_be_seen() -> None:
    old = {"chat": staff_chat(), "message_id": 9, "date": 0}
    content = tap(message=old, **{"from": person(STAFF_PERSON)})
    assert input_of(callback_query=content) == StaffTapped(STAFF_REF, 9, None, "42", "menu")


def test_it_follows_the_staff_group_to_its_new_id() -> None:
    assert read(message=staff_message(migrate_to_chat_id=NEW_ID)) == Moved(STAFF_CHAT, NEW_ID, staff=True)


def test_it_knows_the_staff_group_by_where_it_came_from() -> None:
    chat = {**staff_chat(), "id": NEW_ID}
    content = staff_message(chat=chat, migrate_from_chat_id=STAFF_CHAT_ID)
    assert read(message=content) == Moved(STAFF_CHAT, NEW_ID, staff=True)


def test_it_notices_that_the_bot_was_put_out() -> None:
    content = membership("administrator", "kicked", staff_chat())
    content["old_chat_member"] = {"status": "member", "user": person(BOT.id, is_bot=True)}
    assert read(my_chat_member=content) == StaffMembership(present=False)


def test_it_notices_that_the_bot_was_let_in() -> None:
    assert read(my_chat_member=membership("left", "member", staff_chat())) == StaffMembership(present=True)
