"""What the READMEs name exists, and what exists is named."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
INNER = {"list", "lock", "screenshots"}


def targets() -> set[str]:
    """Targets of the Makefile that are explained in its list."""
    return set(re.findall(r"^([a-z]+):.*##", MAKEFILE, re.MULTILINE))


def test_the_readme_names_every_make_command() -> None:
    assert set(re.findall(r"`make ([a-z]+)`", README)) == targets() - INNER


@pytest.mark.parametrize("folder", ["bot", "content", "db", "tests"])
def test_the_readme_of_a_room_names_every_folder_in_it(folder: str) -> None:
    words = (ROOT / folder / "README.md").read_text(encoding="utf-8")
    folders = (path.name for path in (ROOT / folder).iterdir() if path.is_dir())
    rooms = {name for name in folders if not name.startswith("__")}
    assert {room for room in rooms if f"{room}/" not in words} == set()


READMES = [
    path for path in ROOT.glob("**/README.md") if not {".venv", "var"} & set(path.relative_to(ROOT).parts)
]


@pytest.mark.parametrize("readme", sorted(READMES), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_to_a_file_leads_somewhere(readme: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", readme.read_text(encoding="utf-8"))
    assert [link for link in links if not (readme.parent / link).exists()] == []


def test_every_python_file_is_below_300_lines() -> None:
    sources = [path for room in ("bot", "content", "db") for path in (ROOT / room).rglob("*.py")]
    long = {str(path) for path in sources if len(path.read_text(encoding="utf-8").splitlines()) > 300}
    assert long == set()


def test_the_requirements_name_no_address() -> None:
    texts = (path.read_text(encoding="utf-8") for path in (ROOT / "requirements").glob("*.txt"))
    assert [text for text in texts if "://" in text] == []


def test_nothing_fetches_media() -> None:
    sources = [path for room in ("bot", "content", "db") for path in (ROOT / room).rglob("*.py")]
    outside = [path for path in sources if "simulator" not in path.parts]
    fetching = re.compile(r"get_file|getFile|download_to_|download_as_")
    assert [str(path) for path in outside if fetching.search(path.read_text(encoding="utf-8"))] == []
