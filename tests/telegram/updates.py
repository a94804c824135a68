"""Updates as Telegram sends them, with invented people."""

from typing import Any

from telegram import Update

from bot.domain.inputs import Input
from bot.staff_room import StaffRoom
from bot.telegram.parse import BotSelf, Parser
from bot.telegram.reading import Ignored, Parsed, Reading, Reason

Json = dict[str, Any]

CHILD, STAFF_PERSON, OTHER_BOT = 510_000_001, 530_000_001, 540_000_001
BOT = BotSelf(123_456_789, "PhueanBot")
STAFF_CHAT_ID, GROUP_ID, CHANNEL_ID = -1_004_200_000_001, -1_004_200_000_002, -1_004_200_000_003
CHILD_REF, STAFF_REF, GROUP_REF = f"person {CHILD}", f"person {STAFF_PERSON}", f"group {GROUP_ID}"
ANONYMOUS_ADMIN = 1_087_968_824
TOPIC = 77


def person(number: int = CHILD, **more: Any) -> Json:
    return {"id": number, "is_bot": False, "first_name": "Nok", "language_code": "th", **more}


def private(number: int = CHILD) -> Json:
    return {"id": number, "type": "private", "first_name": "Nok"}


def staff_chat() -> Json:
    return {"id": STAFF_CHAT_ID, "type": "supergroup", "title": "Staff", "is_forum": True}


def group() -> Json:
    return {"id": GROUP_ID, "type": "supergroup", "title": "Friends"}


def message(**more: Any) -> Json:
    """A message of the child in the private chat."""
    return {"message_id": 5, "date": 1_772_000_000, "chat": private(), "from": person(), **more}


def staff_message(**more: Any) -> Json:
    """A staff member's message in General."""
    return message(**{"chat": staff_chat(), "from": person(STAFF_PERSON), **more})


def in_topic(**more: Any) -> Json:
    """A staff member's message in a topic; Telegram makes it a reply to the topic's creation."""
    created = {
        "message_id": TOPIC,
        "date": 1,
        "chat": staff_chat(),
        "from": person(BOT.id, is_bot=True),
        "forum_topic_created": {"name": "Case", "icon_color": 7322096},
    }
    topic = {"is_topic_message": True, "message_thread_id": TOPIC, "reply_to_message": created}
    return staff_message(**{**topic, **more})


def group_message(**more: Any) -> Json:
    return message(chat=group(), **more)


def tap(**more: Any) -> Json:
    """A tap on a button of the bot in the private chat."""
    by_bot = {"message_id": 9, "date": 1, "chat": private(), "from": person(BOT.id, is_bot=True)}
    return {"id": "42", "from": person(), "chat_instance": "1", "data": "menu", "message": by_bot, **more}


def update(number: int = 1, **content: Any) -> Json:
    return {"update_id": number, **content}


def parser(staff: StaffRoom | None = None) -> Parser:
    room = staff or StaffRoom(STAFF_CHAT_ID)
    return Parser(me=BOT, staff=room, pseudonym=lambda kind, number: f"{kind} {number}")


def read(**content: Any) -> Reading:
    """What the parser makes of an update."""
    return parser().parse(Update.de_json(update(**content), None))


def input_of(**content: Any) -> Input:
    """The input of an update that must have one."""
    reading = read(**content)
    assert isinstance(reading, Parsed), reading
    return reading.input


def reason_of(**content: Any) -> Reason:
    """Why an update that must be ignored is ignored."""
    reading = read(**content)
    assert isinstance(reading, Ignored), reading
    return reading.reason
