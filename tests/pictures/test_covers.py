"""Every drawing of the content becomes a picture."""

import struct

import pytest

from bot.pictures.drawing import PictureError, png_of
from content.drawings import CERTIFICATE, CERTIFICATE_SIZE, COVER_SIZE
from content.loader import CONTENT_ROOT
from content.reading import read_tree

DRAWINGS = {drawing.name: drawing.text for drawing in read_tree(CONTENT_ROOT)[0].pictures}


@pytest.mark.parametrize("name", sorted(DRAWINGS))
def test_it_is_a_picture_of_its_size_that_a_cheap_phone_loads(name: str) -> None:
    png = png_of(DRAWINGS[name])
    assert struct.unpack(">II", png[16:24]) == (CERTIFICATE_SIZE if name == CERTIFICATE else COVER_SIZE)
    assert len(png) < 150_000


@pytest.mark.parametrize("broken", ["", "<svg", "not a drawing", "<svg xmlns='x'/>"])
def test_it_makes_no_picture_of_what_is_no_drawing(broken: str) -> None:
    with pytest.raises(PictureError):
        png_of(broken)


def test_it_tells_nothing_of_a_drawing_that_it_cannot_read() -> None:
    with pytest.raises(PictureError) as caught:
        png_of("<svg planted")
    assert "planted" not in str(caught.value)
    assert caught.value.__cause__ is None
