"""The whole site: its files by name, and writing them."""

from collections.abc import Mapping
from pathlib import Path

from content.content import Content
from content.preview.pages import Pages
from content.preview.search import as_script
from content.preview.words import Words
from content.problems import Problem

ASSETS = Path(__file__).parent / "assets"
FONTS = Path(__file__).parents[2] / "bot" / "simulator" / "page" / "fonts"
"""The letters that the simulator shows too; Thai looks the same on every machine."""
STYLE, SCRIPT = "preview.css", "preview.js"


class NotOursError(Exception):
    """The folder holds files that are no preview; nothing was written."""


def site(content: Content, problems: list[Problem], words: Mapping[str, Words]) -> dict[str, bytes]:
    """Every file of the site by its name. The same content gives the same bytes."""
    pages = Pages(content, problems, words)
    files = {name: text.encode() for name, text in pages.all()}
    files[STYLE] = (ASSETS / STYLE).read_bytes()
    files[SCRIPT] = as_script(pages.shown).encode() + (ASSETS / SCRIPT).read_bytes()
    files |= {f"pictures/{name}.svg": svg.encode() for name, svg in content.pictures.items()}
    return files | {f"fonts/{path.name}": path.read_bytes() for path in sorted(FONTS.iterdir())}


def write(files: Mapping[str, bytes], folder: Path) -> None:
    """Put the files into a folder that is new, empty or an earlier preview, whose old pages go.

    Raises:
        NotOursError: the folder holds something else.
    """
    there = list(folder.iterdir()) if folder.exists() else []
    if there and not (folder / SCRIPT).is_file():
        raise NotOursError(f"{folder} holds other files")
    for old in folder.glob("*.html"):
        old.unlink()
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
