"""A child's private chat: every word becomes words."""

import json
from typing import Any

import pytest
from telegram import Update

from bot.domain.inputs import (
    ButtonTapped,
    ChatBlocked,
    ChatUnblocked,
    CommandReceived,
    MediaKind,
    MediaReceived,
    TappedElsewhere,
    TextReceived,
)
from bot.origin import ChatSeen
from bot.telegram.reading import Parsed, Reason
from db.chats import ChatKind
from tests.telegram.updates import (
    CHILD,
    CHILD_REF,
    OTHER_BOT,
    input_of,
    message,
    parser,
    person,
    private,
    read,
    reason_of,
    tap,
    update,
)

FILE = {"file_id": "a", "file_unique_id": "b"}
PHOTO = [{**FILE, "width": 1, "height": 1}]
STICKER = {**FILE, "width": 1, "height": 1, "is_animated": False, "is_video": False, "type": "regular"}
FORWARDED = {"type": "hidden_user", "date": 1, "sender_user_name": "Somebody"}


def test_it_reads_a_text() -> None:
    assert input_of(message=message(text="hello")) == TextReceived(CHILD_REF, 5, "hello")


def test_it_remembers_the_chat_of_a_text() -> None:
    reading = read(message=message(text="hello"))
    assert isinstance(reading, Parsed)
    assert reading.chat == ChatSeen(CHILD_REF, ChatKind.PRIVATE, CHILD)


def test_it_keeps_thai_with_all_its_marks() -> None:
    text = "น้ำ" * 1000 + "่" * 1000
    received = input_of(message=message(text=text))
    assert isinstance(received, TextReceived)
    assert received.text == text


def test_it_reads_a_text_of_the_longest_length() -> None:
    received = input_of(message=message(text="ก" * 4096))
    assert isinstance(received, TextReceived)
    assert len(received.text) == 4096


def test_it_replaces_half_characters_and_drops_nul() -> None:
    raw = json.dumps(update(message=message(text="X"))).replace('"X"', '"a\\ud83db\\u0000c"')
    reading = parser().parse(Update.de_json(json.loads(raw), None))
    assert isinstance(reading, Parsed)
    assert reading.input == TextReceived(CHILD_REF, 5, "a�bc")


def test_it_keeps_whole_emoji() -> None:
    raw = json.dumps(update(message=message(text="😀")))
    reading = parser().parse(Update.de_json(json.loads(raw), None))
    assert isinstance(reading, Parsed)
    assert reading.input == TextReceived(CHILD_REF, 5, "😀")


@pytest.mark.parametrize(
    ("text", "command", "argument"),
    [
        ("/start", "start", ""),
        ("/start lesson-1_a", "start", "lesson-1_a"),
        ("/HELP", "help", ""),
        ("/hide@phueanbot", "hide", ""),
        ("/hide@PhueanBot", "hide", ""),
        ("  /menu ", "menu", ""),
    ],
)
def test_it_reads_commands(text: str, command: str, argument: str) -> None:
    assert input_of(message=message(text=text)) == CommandReceived(CHILD_REF, 5, command, argument)


@pytest.mark.parametrize(
    "text",
    [
        "/help he hurts me",
        "/start he hurts me",
        "/start " + "a" * 65,
        "/someone hurts me",
        "/unknown",
        "/help@OtherBot",
        "/ช่วยด้วย",
        "/",
        "please /help",
    ],
)
def test_it_reads_as_words_what_is_not_just_a_known_command(text: str) -> None:
    assert input_of(message=message(text=text)) == TextReceived(CHILD_REF, 5, text)


def test_it_never_obeys_a_forwarded_command() -> None:
    received = input_of(message=message(text="/delete", forward_origin=FORWARDED))
    assert received == TextReceived(CHILD_REF, 5, "/delete", forwarded=True)


def test_it_never_obeys_an_edited_command() -> None:
    received = input_of(edited_message=message(text="/delete", edit_date=2))
    assert received == TextReceived(CHILD_REF, 5, "/delete", edited=True)


def test_it_reads_an_edited_text() -> None:
    received = input_of(edited_message=message(text="changed", edit_date=2))
    assert received == TextReceived(CHILD_REF, 5, "changed", edited=True)


def test_it_reads_an_edited_caption_as_words() -> None:
    received = input_of(edited_message=message(photo=PHOTO, caption="changed", edit_date=2))
    assert received == TextReceived(CHILD_REF, 5, "changed", edited=True)


def test_it_ignores_the_moves_of_a_live_location() -> None:
    location = {"longitude": 1.0, "latitude": 1.0}
    assert reason_of(edited_message=message(location=location, edit_date=2)) is Reason.EDIT


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ({"photo": PHOTO}, MediaKind.PHOTO),
        ({"video": {**FILE, "width": 1, "height": 1, "duration": 1}}, MediaKind.VIDEO),
        ({"video_note": {**FILE, "length": 1, "duration": 1}}, MediaKind.VIDEO),
        ({"voice": {**FILE, "duration": 1}}, MediaKind.VOICE),
        ({"audio": {**FILE, "duration": 1}}, MediaKind.VOICE),
        ({"sticker": STICKER}, MediaKind.STICKER),
        ({"document": FILE}, MediaKind.DOCUMENT),
        ({"contact": {"phone_number": "0", "first_name": "Somebody"}}, MediaKind.CONTACT),
        ({"location": {"longitude": 1.0, "latitude": 1.0}}, MediaKind.LOCATION),
        ({"dice": {"emoji": "x", "value": 1}}, MediaKind.OTHER),
        ({"story": {"id": 1, "chat": private()}}, MediaKind.OTHER),
        ({"something_new": {"id": 1}}, MediaKind.OTHER),
    ],
)
def test_it_names_what_was_sent_instead_of_words(content: dict[str, Any], kind: MediaKind) -> None:
    assert input_of(message=message(**content)) == MediaReceived(CHILD_REF, 5, kind)


def test_it_hands_on_the_caption_of_a_photo() -> None:
    received = input_of(message=message(photo=PHOTO, caption="he sent me this"))
    assert received == MediaReceived(CHILD_REF, 5, MediaKind.PHOTO, "he sent me this")


def test_it_says_that_a_photo_was_forwarded() -> None:
    received = input_of(message=message(photo=PHOTO, caption="look", forward_origin=FORWARDED))
    assert received == MediaReceived(CHILD_REF, 5, MediaKind.PHOTO, "look", forwarded=True)


def test_it_hands_on_the_words_of_a_poll() -> None:
    options = [{"text": "yes", "voter_count": 0, "persistent_id": "1"}]
    poll = {
        "id": "1",
        "question": "is it my fault",
        "options": options,
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": True,
        "type": "regular",
        "allows_multiple_answers": False,
        "allows_revoting": True,
        "members_only": False,
    }
    received = input_of(message=message(poll=poll))
    assert received == MediaReceived(CHILD_REF, 5, MediaKind.OTHER, "is it my fault\nyes")


def test_it_reads_the_words_of_a_rich_message() -> None:
    text = ["he ", {"type": "bold", "text": "hurts"}, " me"]
    rich = {"blocks": [{"type": "paragraph", "text": text}]}
    received = input_of(message=message(rich_message=rich))
    assert isinstance(received, TextReceived)
    assert received.text.split() == ["he", "hurts", "me"]


@pytest.mark.parametrize(
    "content",
    [
        {"pinned_message": message(text="x")},
        {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86_400}},
        {"write_access_allowed": {}},
    ],
)
def test_it_ignores_notices_of_telegram(content: dict[str, Any]) -> None:
    assert reason_of(message=message(**content)) is Reason.SERVICE


def test_it_ignores_other_bots() -> None:
    sender = person(OTHER_BOT, is_bot=True)
    assert reason_of(message=message(text="hello", **{"from": sender})) is Reason.FROM_BOT


def test_it_reads_a_message_without_a_sender_as_the_childs() -> None:
    content = message(text="hello")
    del content["from"]
    assert input_of(message=content) == TextReceived(CHILD_REF, 5, "hello")


def test_it_reads_a_tap() -> None:
    assert input_of(callback_query=tap()) == ButtonTapped(CHILD_REF, 9, "42", "menu")


def test_it_reads_a_tap_on_a_message_too_old_to_be_seen() -> None:
    old = {"chat": private(), "message_id": 9, "date": 0}
    assert input_of(callback_query=tap(message=old)) == ButtonTapped(CHILD_REF, 9, "42", "menu")


def test_it_reads_a_tap_without_data_as_empty() -> None:
    content = tap(game_short_name="x")
    del content["data"]
    assert input_of(callback_query=content) == ButtonTapped(CHILD_REF, 9, "42", "")


def test_it_reads_a_tap_on_an_inline_message_as_elsewhere() -> None:
    content = tap(inline_message_id="1")
    del content["message"]
    assert input_of(callback_query=content) == TappedElsewhere(CHILD_REF, "42")


def test_it_refuses_a_tap_in_somebody_elses_private_chat() -> None:
    assert reason_of(callback_query=tap(**{"from": person(CHILD + 1)})) is Reason.MALFORMED


def membership(old: str, new: str, chat: dict[str, Any]) -> dict[str, Any]:
    bot = person(123_456_789, is_bot=True)

    def state(status: str) -> dict[str, Any]:
        more = {"until_date": 0} if status == "kicked" else {}
        return {"status": status, "user": bot, **more}

    change = {"old_chat_member": state(old), "new_chat_member": state(new)}
    return {"chat": chat, "from": person(), "date": 1, **change}


def test_it_notices_that_a_child_blocked_the_bot() -> None:
    assert input_of(my_chat_member=membership("member", "kicked", private())) == ChatBlocked(CHILD_REF)


def test_it_notices_that_a_child_let_the_bot_in_again() -> None:
    assert input_of(my_chat_member=membership("kicked", "member", private())) == ChatUnblocked(CHILD_REF)
