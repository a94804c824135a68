"""Keys of pictures, and what cannot be made."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from threading import current_thread, main_thread

import pytest

from bot.domain.effects import Lane, ShowPicture
from bot.domain.pictures import Certificate, Cover, Picture
from bot.domain.speech import Message, line
from bot.pictures import gallery as module
from bot.pictures.drawing import PictureError
from bot.pictures.gallery import Gallery, picture_in
from bot.turns.posting import as_delivery
from content.drawings import NAMESPACE
from tests.domain.tiny_content import content, world

DRAWING = f'<svg xmlns="{NAMESPACE}" width="8" height="8"><circle cx="4" cy="4" r="3"/></svg>'
DRAWN = replace(content(), pictures={"first": DRAWING, "certificate": DRAWING})
CERTIFICATE = Certificate("น้องปิ่น", date(2026, 3, 2), "th")


@pytest.fixture
def gallery() -> Iterator[Gallery]:
    with ThreadPoolExecutor(1) as painter:
        yield Gallery(lambda: DRAWN, painter)


async def test_it_makes_a_cover(gallery: Gallery) -> None:
    assert (await gallery.png(Cover("first"))).startswith(b"\x89PNG")


@pytest.mark.parametrize("picture", [Cover("nothing"), replace(CERTIFICATE, language="xx")])
async def test_it_cannot_make_what_is_not_drawn(gallery: Gallery, picture: Picture) -> None:
    with pytest.raises(PictureError):
        await gallery.png(picture)


async def test_it_paints_beside_the_event_loop(gallery: Gallery, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "png_of", lambda _: current_thread().name.encode())
    assert await gallery.png(Cover("first")) != main_thread().name.encode()


def test_a_cover_has_another_key_when_it_is_drawn_anew(gallery: Gallery) -> None:
    before = gallery.key(Cover("first"))
    changed = replace(content(), pictures={"first": DRAWING.replace("3", "2")})
    assert before is not None
    assert before.startswith("first:")
    assert before != changed.picture_key("first")


def test_what_is_made_for_one_child_has_no_key(gallery: Gallery) -> None:
    assert gallery.key(CERTIFICATE) is None


@pytest.mark.parametrize("picture", [Cover("first"), CERTIFICATE, replace(CERTIFICATE, nickname=None)])
def test_it_reads_from_a_delivery_what_was_ordered(picture: Picture) -> None:
    effect = ShowPicture("child", picture, Message((line("menu"),)), ("th",), Lane.LESSON)
    assert picture_in(as_delivery(effect, world()).payload) == picture
