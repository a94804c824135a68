"""`python -m content preview`, and the words of its pages."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from content.__main__ import app
from content.preview.aligned import aligned
from content.preview.pages import TEMPLATES
from content.preview.words import page_words
from content.schema import EndKind, Item, ReviewState
from content.schema.ages import AgeBand
from content.schema.lesson import Onward
from content.schema.question import Fit
from tests.content.tiny_tree import plant


def preview(root: Path, out: Path) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["preview", "--root", str(root), "--out", str(out)])
    return result.exit_code, result.output


def test_it_writes_the_pages(root: Path, tmp_path: Path) -> None:
    code, output = preview(root, tmp_path / "out")
    assert code == 0
    assert output.startswith("10 pages, begin with ")
    written = {str(path.relative_to(tmp_path / "out")) for path in (tmp_path / "out").rglob("*.*")}
    assert {"index.html", "story-stranger.en.html", "preview.css", "preview.js", "fonts/OFL.txt"} <= written


def test_it_says_how_many_problems_the_content_has(root: Path, tmp_path: Path) -> None:
    plant(root, "helplines.yaml", '"191"', '"1191"')
    code, output = preview(root, tmp_path / "out")
    assert code == 0
    assert "problems of the content: 0" not in output


def test_it_takes_away_pages_of_what_is_gone(root: Path, tmp_path: Path) -> None:
    preview(root, tmp_path / "out")
    for language in ("th", "en"):
        (root / language / "stories" / "stranger.yaml").unlink()
    assert preview(root, tmp_path / "out")[0] == 0
    assert not (tmp_path / "out" / "story-stranger.html").exists()


def test_it_touches_no_folder_of_other_things(root: Path, tmp_path: Path) -> None:
    page = tmp_path / "other" / "mine.html"
    page.parent.mkdir()
    page.write_text("mine", encoding="utf-8")
    assert preview(root, page.parent)[0] == 2
    assert [path.name for path in page.parent.iterdir()] == ["mine.html"]


def test_what_one_language_alone_has_stands_in_its_place() -> None:
    parts = {
        "th": [Item(id=name, text="x") for name in ("one", "three")],
        "en": [Item(id=name, text="x") for name in ("one", "two", "three", "four")],
    }
    assert [one.id for one in aligned(parts)] == ["one", "two", "three", "four"]
    assert list(aligned(parts)[1].by_language) == ["en"]


BUILT = {
    "age_": AgeBand,
    "end_": EndKind,
    "fit_": Fit,
    "onward_": Onward,
    "state_": ReviewState,
    "kind_": ("lesson", "story", "faq", "helpline"),
    "next_": ("lesson", "helplines", "person", "hide"),
    "": ("card", "choice", "several", "truth", "order", "situation", "before", "after"),
}
"""Words whose keys the templates put together."""


def test_the_pages_use_every_word_and_no_other() -> None:
    texts = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.iterdir())
    used = set(re.findall(r"\bw\.(\w+)", texts)) | {"language_name", "graph_alt"}
    made = {f"{prefix}{value}" for prefix, values in BUILT.items() for value in values}
    assert used | made == set(page_words()["th"])


def test_the_words_are_the_same_keys_in_every_language(tmp_path: Path) -> None:
    file = tmp_path / "preview.yaml"
    file.write_text("th: {one: a, two: b}\nen: {one: a}\n", encoding="utf-8")
    with pytest.raises(ValueError, match="en: keys that differ: two"):
        page_words(file)


def test_the_words_are_texts(tmp_path: Path) -> None:
    file = tmp_path / "preview.yaml"
    file.write_text("th: {one: 1}\n", encoding="utf-8")
    with pytest.raises(ValueError, match="th: no text: one"):
        page_words(file)


def test_the_words_have_keys_that_are_texts(tmp_path: Path) -> None:
    file = tmp_path / "preview.yaml"
    file.write_text("th: {true: yes it is}\n", encoding="utf-8")
    with pytest.raises(ValueError, match="th: no text: True"):
        page_words(file)


def test_the_words_take_the_same_values_in_every_language() -> None:
    taken = [
        {key: sorted(re.findall(r"\{\w+\}", text)) for key, text in words.items()}
        for words in page_words().values()
    ]
    assert all(one == taken[0] for one in taken)
