"""Sending documents."""

import mimetypes

from bot.simulator import views
from bot.simulator.api import access
from bot.simulator.api.messages import caption_of, send
from bot.simulator.check import Upload
from bot.simulator.errors import bad
from bot.simulator.model import Json
from bot.simulator.world import World


def send_document(world: World, p: Json) -> Json:
    """Telegram's sendDocument: bytes sent with the request. Sending one again by its id is not modelled."""
    chat = access.writable(world, p)
    access.may_send(world, chat, "can_send_documents", "documents")
    text, entities = caption_of(p)
    media = {"document": document_of(world, p["document"])}
    return views.message(world, send(world, chat, p, text=text, entities=entities, media=media))


def document_of(world: World, given: Upload | str) -> Json:
    """The stored document. Raises ApiError (400) for links, ids and what is empty."""
    if isinstance(given, str):
        raise bad("wrong file identifier/HTTP URL specified")
    if not given.content:
        raise bad("file must be non-empty")
    unique = f"{world.random.getrandbits(64):016x}"
    file_id = f"document-{unique}"
    world.files[file_id] = given.content
    return {
        "file_id": file_id,
        "file_unique_id": unique,
        "file_name": given.name,
        "mime_type": mimetypes.guess_type(given.name)[0] or "application/octet-stream",
        "file_size": len(given.content),
    }


METHODS = {"sendDocument": send_document}
"""By Telegram's name."""
