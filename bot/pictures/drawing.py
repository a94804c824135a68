"""A drawing (SVG) as a picture (PNG), with the typefaces of the content and no other."""

import resvg_py

from content.drawings import FOLDER, FONTS
from content.loader import CONTENT_ROOT

TYPEFACE = "Mitr"


class PictureError(Exception):
    """A picture cannot be made. Holds no words of anybody."""


def png_of(svg: str) -> bytes:
    """The picture. Takes some 50 ms: call it in a thread.

    Raises:
        PictureError: the drawing cannot be read.
    """
    try:
        drawn = resvg_py.svg_to_bytes(
            svg_string=svg, skip_system_fonts=True, font_files=_typefaces(), font_family=TYPEFACE
        )
    except ValueError as error:
        # The reason may quote the drawing, and with it a nickname.
        raise PictureError(type(error).__name__) from None
    return bytes(drawn)


def _typefaces() -> list[str]:
    return [str(path) for path in sorted((CONTENT_ROOT / FOLDER / FONTS).glob("*.ttf"))]
