"""Every picture that the bot can send: its key, and its bytes."""

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from datetime import date
from typing import Any

from bot.domain.pictures import Certificate, Cover, Picture
from bot.pictures.certificate import filled_in
from bot.pictures.drawing import PictureError, png_of
from content.content import Content
from content.drawings import CERTIFICATE


class Gallery:
    """Makes pictures in `painter`, one after the other; reading messages has threads of its own."""

    def __init__(self, content: Callable[[], Content], painter: Executor) -> None:
        """`content`: gives what is in use now."""
        self._in_use = content
        self._painter = painter

    def key(self, picture: Picture) -> str | None:
        """The key under which a picture is kept; None for what is made for one child."""
        return self._in_use().picture_key(picture.name) if isinstance(picture, Cover) else None

    async def png(self, picture: Picture) -> bytes:
        """The picture.

        Raises:
            PictureError: it cannot be made.
        """
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._painter, self._paint, picture)

    def _paint(self, picture: Picture) -> bytes:
        content = self._in_use()
        name = picture.name if isinstance(picture, Cover) else CERTIFICATE
        svg = content.pictures.get(name)
        if svg is None:
            raise PictureError("no such drawing")
        if isinstance(picture, Certificate):
            if picture.language not in content.languages:
                raise PictureError("the content no longer has this language")
            lessons = len(content.lessons[picture.language])
            svg = filled_in(svg, picture, content.texts, lessons)
        return png_of(svg)


def picture_in(payload: Mapping[str, Any]) -> Picture:
    """The picture of a delivery, as `bot.turns.posting` wrote it."""
    if "cover" in payload:
        return Cover(str(payload["cover"]))
    nickname = payload["nickname"]
    return Certificate(
        str(nickname) if nickname is not None else None,
        date.fromisoformat(str(payload["day"])),
        str(payload["picture_language"]),
    )
