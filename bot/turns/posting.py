"""Durable effects as rows of the outbox: words are spoken here, once, and sealed."""

from typing import Any, assert_never

from bot.charts.files import as_file
from bot.domain.effects import (
    DeleteForChild,
    Durable,
    EditCard,
    EditForChild,
    FileForStaff,
    Lane,
    OpenTopic,
    PostInCase,
    PostKind,
    PostToStaff,
    RenameTopic,
    SayInGroup,
    SayToChild,
    ShowPicture,
)
from bot.domain.pictures import Certificate, Cover
from bot.domain.speech import Message, Part, Spoken, speak
from bot.domain.world import World
from bot.turns.purpose import Purpose
from content.schema import Severity
from db.deliveries import STAFF_CHAT, Method, NewDelivery

GENERAL = "general"
FILES = "files"
"""Files leave one after the other, and never hold up what else goes to the General topic."""

_LANE_WIDTH = 10


def priority(lane: Lane, severity: Severity = Severity.NONE) -> int:
    """Smaller goes first: by lane, within a lane by severity."""
    return lane * _LANE_WIDTH + Severity.EMERGENCY.rank - severity.rank


def as_delivery(effect: Durable, world: World) -> NewDelivery:
    """The row for an effect."""
    match effect:
        case SayToChild():
            return _to_child(effect, world)
        case ShowPicture():
            return _picture_for_child(effect, world)
        case EditForChild():
            return _edit_for_child(effect, world)
        case DeleteForChild(child):
            return NewDelivery(Method.DELETE, child, child, priority(Lane.REPLY), {})
        case OpenTopic() | RenameTopic() | PostInCase() | EditCard() | PostToStaff():
            return _to_staff(effect, world)
        case FileForStaff():
            return _file(effect, world)
        case SayInGroup():
            return _in_group(effect, world)
        case _:
            assert_never(effect)


def _to_child(effect: SayToChild, world: World) -> NewDelivery:
    payload = _payload(effect.message, effect.languages, world)
    reply = effect.reply
    purpose = Purpose.REPLY.about(reply.case, reply.ref) if reply else Purpose.NONE
    return NewDelivery(
        Method.SEND, effect.child, effect.child, priority(effect.lane), payload, purpose=purpose
    )


def _picture_for_child(effect: ShowPicture, world: World) -> NewDelivery:
    """With what the sender needs to make the picture, or to find the one that Telegram has already."""
    alt = speak(Message((effect.alt,)), effect.languages, world.content.texts).text if effect.alt else None
    payload = _payload(effect.message, effect.languages, world) | {"alt": alt}
    match effect.picture:
        case Cover(name):
            payload |= {"cover": name, "picture_key": world.content.picture_key(name)}
        case Certificate(nickname, day, language):
            payload |= {"nickname": nickname, "day": day.isoformat(), "picture_language": language}
    return NewDelivery(Method.PHOTO, effect.child, effect.child, priority(effect.lane), payload)


def _edit_for_child(effect: EditForChild, world: World) -> NewDelivery:
    payload = _payload(effect.message, effect.languages, world) | {"message_id": effect.message_id}
    return NewDelivery(Method.EDIT, effect.child, effect.child, priority(effect.lane), payload)


def _in_group(effect: SayInGroup, world: World) -> NewDelivery:
    payload = _payload(effect.message, effect.languages, world, effect.reply_to)
    urgency = priority(Lane.LESSON)
    return NewDelivery(Method.SEND, effect.group, effect.group, urgency, payload, purpose=Purpose.GROUP)


def _to_staff(
    effect: OpenTopic | RenameTopic | PostInCase | EditCard | PostToStaff, world: World
) -> NewDelivery:
    match effect:
        case OpenTopic(case, title):
            return _of_case(Method.OPEN_TOPIC, effect, _titled(title, world), purpose=Purpose.TOPIC)
        case RenameTopic(case, title):
            key = f"title:{case.ref}"
            payload = _titled(title, world)
            return _of_case(Method.RENAME_TOPIC, effect, payload, needs_topic=True, replace_key=key)
        case PostInCase():
            payload = _staff_payload(effect.message, world, effect.reply_to)
            return _of_case(Method.SEND, effect, payload, needs_topic=True, purpose=_purpose(effect))
        case EditCard(case, message):
            key = f"card:{case.ref}"
            payload = _staff_payload(message, world)
            waits = {"needs_topic": True, "needs_card": True}
            return _of_case(Method.EDIT, effect, payload, replace_key=key, purpose=Purpose.CARD, **waits)
        case PostToStaff(message, lane, reply_to):
            payload = _staff_payload(message, world, reply_to)
            return NewDelivery(Method.SEND, STAFF_CHAT, GENERAL, priority(lane), payload)
        case _:
            assert_never(effect)


def _file(effect: FileForStaff, world: World) -> NewDelivery:
    file = as_file(effect.form, effect.figures, world.content.texts, world.policy.staff_language)
    payload = _staff_payload(effect.message, world, effect.reply_to)
    payload |= {"name": file.name, "content": file.content}
    return NewDelivery(Method.FILE, STAFF_CHAT, FILES, priority(Lane.REPLY), payload)


def _titled(title: Part, world: World) -> dict[str, Any]:
    spoken = speak(Message((title,)), (world.policy.staff_language,), world.content.texts)
    return {"title": spoken.text}


def _purpose(post: PostInCase) -> str:
    if post.kind is PostKind.CARD:
        return Purpose.CARD
    return Purpose.WORDS.about(post.record.ref) if post.record else Purpose.NONE


def _of_case(
    method: Method,
    effect: OpenTopic | RenameTopic | PostInCase | EditCard,
    payload: dict[str, Any],
    **more: Any,
) -> NewDelivery:
    case = effect.case
    urgency = priority(Lane.ALERT, case.severity)
    return NewDelivery(method, STAFF_CHAT, case.ref, urgency, payload, case=case.ref, **more)


def _staff_payload(message: Message, world: World, reply_to: int | None = None) -> dict[str, Any]:
    return _payload(message, (world.policy.staff_language,), world, reply_to)


def _payload(
    message: Message, languages: tuple[str, ...], world: World, reply_to: int | None = None
) -> dict[str, Any]:
    spoken = speak(message, languages, world.content.texts)
    return {
        "text": spoken.text,
        "bold": [list(place) for place in spoken.bold],
        "rows": _rows(spoken),
        "reply_to": reply_to,
        "language": languages[0] if len(languages) == 1 else None,
    }


def _rows(spoken: Spoken) -> list[list[dict[str, str]]]:
    return [[{"text": button.text, "data": button.data} for button in row] for row in spoken.rows]
