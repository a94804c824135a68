"""Pictures as they stand in content/pictures: their names, the places of the certificate, their keys."""

import hashlib
from dataclasses import dataclass
from pathlib import PurePosixPath

from content.problems import Problem

FOLDER = "pictures"
FONTS = "fonts"
"""The folder below FOLDER with the typefaces of the certificate."""

NAMESPACE = "http://www.w3.org/2000/svg"
"""That of SVG."""

CERTIFICATE = "certificate"
"""The name of the picture that is filled in for one child; all others are covers."""

COVER_SIZE = (1080, 608)
CERTIFICATE_SIZE = (1200, 850)
"""Width and height in pixels."""

PLACES = frozenset({"heading", "to", "name", "words_1", "words_2", "day"})
"""Ids of the texts of the certificate, which are empty in the drawing."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """One file of the folder: `file` as problems name it, `text` the SVG."""

    file: str
    text: str

    @property
    def name(self) -> str:
        """What it is the picture of: the id of a lesson or a story, or CERTIFICATE."""
        return PurePosixPath(self.file).stem

    def problem(self, line: int, message: str) -> Problem:
        """A problem at a line of the drawing."""
        return Problem(self.file, line, message)


def key_of(name: str, svg: str) -> str:
    """The key of a picture, another one for each change of its drawing."""
    return f"{name}:{hashlib.sha256(svg.encode()).hexdigest()[:16]}"
