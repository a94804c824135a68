"""Media that people send. There are no bytes behind the file ids: a bot must never ask for them."""

from bot.simulator import people, posting
from bot.simulator.entities import MAX_CAPTION, complete, tidy
from bot.simulator.errors import TroubleError
from bot.simulator.model import Json, Message
from bot.simulator.world import World

SIZE = {"width": 640, "height": 480}
MEDIA: dict[str, Json] = {
    "voice": {"duration": 3, "mime_type": "audio/ogg"},
    "audio": {"duration": 30, "mime_type": "audio/mpeg"},
    "video": {**SIZE, "duration": 5, "mime_type": "video/mp4"},
    "video_note": {"length": 240, "duration": 5},
    "animation": {**SIZE, "duration": 2, "mime_type": "video/mp4"},
    "document": {"file_name": "file.pdf", "mime_type": "application/pdf"},
    "sticker": {"width": 512, "height": 512, "type": "regular", "is_animated": False, "is_video": False},
}
PLAIN: dict[str, Json] = {
    "contact": {"phone_number": "+66000000000", "first_name": "-"},
    "location": {"latitude": 13.7563, "longitude": 100.5018},
    "dice": {"emoji": "\N{GAME DIE}", "value": 4},
}
CAPTIONED = ("photo", "voice", "audio", "video", "animation", "document")


def send_media(
    world: World, person: int, chat_id: int, kind: str, caption: str = "", topic: int | None = None
) -> Message:
    """Send something that is not text.

    Raises:
        TroubleError: 400 for an unknown kind or a caption that does not fit.
    """
    if caption and (kind not in CAPTIONED or len(caption) > MAX_CAPTION):
        raise TroubleError(400, "no such caption")
    chat = people.may_write(world, person, chat_id)
    text, given = tidy(caption, [])
    message = posting.new(world, chat, person, text=text or None, entities=complete(text, given))
    message.topic, _ = people.place(chat, person, topic, None)
    if kind == "photo":
        message.photo = {"sizes": [file_of(world, {"width": w, "height": w}) for w in (90, 320, 800)]}
    else:
        message.media = content(world, person, kind)
    return people.arrive(world, chat, message)


def content(world: World, person: int, kind: str) -> Json:
    """The message fields of a kind of media."""
    if kind in PLAIN:
        mine = {"user_id": person} if kind == "contact" else {}
        return {kind: PLAIN[kind] | mine}
    if kind not in MEDIA:
        raise TroubleError(400, f"no such kind of media: {kind}")
    file = file_of(world, MEDIA[kind])
    if kind != "animation":
        return {kind: file}
    plain = {key: value for key, value in file.items() if key.startswith("file_") or key == "mime_type"}
    return {"animation": file, "document": plain}


def file_of(world: World, details: Json) -> Json:
    """A file that exists by its id only."""
    unique = f"{world.random.getrandbits(64):016x}"
    world.file_ids.add(f"file-{unique}")
    return {"file_id": f"file-{unique}", "file_unique_id": unique, "file_size": 20_000, **details}
