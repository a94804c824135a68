"""Texts that go into a workbook and come back."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from content.__main__ import app
from content.loader import CONTENT_ROOT
from content.normalise import same_form
from tests.content import tiny_tree
from tests.content.exchanged import (
    CARD,
    GOAL,
    OPTION,
    SCENE,
    TICK,
    TITLE,
    TOPIC,
    cell,
    changed,
    exported,
    files,
    imported,
    type_in,
)

LINE = st.text(alphabet="กขคนมา่ีแ้๑ abc:-'\"{}[],!?%=+“”\\🙂", min_size=1, max_size=30).map(
    lambda text: text.strip() or "ก"
)
LINES = st.lists(LINE, min_size=1, max_size=3).map("\n".join)


def test_unchanged_content_of_this_repository_stays_byte_for_byte(tmp_path: Path) -> None:
    copy = tmp_path / "content"
    for folder in (path for path in CONTENT_ROOT.iterdir() if path.is_dir()):
        shutil.copytree(folder, copy / folder.name, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    for file in CONTENT_ROOT.glob("*.yaml"):
        shutil.copy(file, copy)
    before = files(copy)
    plan = imported(exported(copy), copy)
    assert (plan.changes, files(copy) == before) == ((), True)
    assert plan.rows > 1500


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_unchanged_files_stay_byte_for_byte(root: Path, newline: str) -> None:
    for file, data in files(root).items():
        (root / file).write_bytes(data.replace(b"\n", newline.encode()))
    before = files(root)
    assert imported(exported(root), root).changes == ()
    assert files(root) == before


@given(
    card=LINES,
    goal=LINE,
    because=LINES,
    scene=LINES,
    answer=LINES,
    phrasings=st.lists(LINE, min_size=15, max_size=18, unique_by=same_form),
)
@settings(max_examples=10, deadline=None)
def test_what_is_typed_stands_in_the_content_afterwards(
    card: str, goal: str, because: str, scene: str, answer: str, phrasings: list[str]
) -> None:
    asked = {
        CARD: card,
        GOAL: goal,
        OPTION: because,
        SCENE: scene,
        f"{TOPIC}.answer": answer,
        f"{TOPIC}.phrasings": "\n".join(phrasings),
    }
    with TemporaryDirectory() as folder:
        root = tiny_tree.build(Path(folder))
        book = exported(root)
        for place, text in asked.items():
            type_in(book, place, "th", text)
        imported(book, root)
        again = exported(root)
        assert {place: cell(again, place, "th").value for place in asked} == asked
        after = files(root)
        assert imported(again, root).changes == ()
        assert files(root) == after


def test_it_changes_only_the_line_of_the_text(root: Path) -> None:
    before, book = files(root), exported(root)
    type_in(book, CARD, "th", "บรรทัดหนึ่ง\nบรรทัดสอง")
    type_in(book, TICK, "en", "Wait: and see")
    imported(book, root)
    old, option = tiny_tree.WORDS["th"]["line"], "      - {id: second, text: %s, because: You can always tell"
    end = ", misconception: keeps_it}"
    assert changed(root, before) == {
        "th/lessons/safe_talk.yaml": [(f"      {old}", "      บรรทัดหนึ่ง"), (f"      {old}", "      บรรทัดสอง")],
        "en/lessons/safe_talk.yaml": [
            (option % "Keep it inside" + end, option % '"Wait: and see"' + end),
        ],
    }


def test_it_keeps_line_ends_of_windows(root: Path) -> None:
    path = root / "en/lessons/safe_talk.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    book = exported(root)
    type_in(book, CARD, "en", "One\nTwo\nThree")
    imported(book, root)
    data = path.read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n")
    assert b"      One\r\n      Two\r\n      Three\r\n" in data


def test_it_adds_and_removes_phrasings_and_leaves_the_others(root: Path) -> None:
    file = root / "th/faq/help.yaml"
    tiny_tree.plant(
        root, "th/faq/help.yaml", "- who_to_tell phrasing 2", "- 'who_to_tell phrasing 2'  # kept"
    )
    old = [f"who_to_tell phrasing {number}" for number in range(1, tiny_tree.LEAST["th"] + 1)]
    book = exported(root)
    type_in(book, f"{TOPIC}.phrasings", "th", "\n".join(["ใหม่", *old[1:4], "", "a: b", *old[5:], "ท้าย"]))
    before = file.read_text(encoding="utf-8")
    imported(book, root)
    expected = before.replace("      - who_to_tell phrasing 1\n", "      - ใหม่\n", 1)
    expected = expected.replace("- who_to_tell phrasing 5\n", '- "a: b"\n', 1)
    expected = expected.replace("- who_to_tell phrasing 15\n", "- who_to_tell phrasing 15\n      - ท้าย\n", 1)
    assert file.read_text(encoding="utf-8") == expected


def test_it_takes_sheets_and_rows_that_are_there_and_leaves_the_rest(root: Path) -> None:
    book = exported(root)
    type_in(book, TITLE, "en", "Talk safely")
    del book["faq"]
    book["lessons"].delete_rows(6, 40)
    assert [change.row.name for change in imported(book, root).changes] == [TITLE]


def test_it_takes_columns_in_another_order(root: Path) -> None:
    book = exported(root)
    book["lessons"].move_range(f"D1:D{book['lessons'].max_row}", cols=10)
    for row in range(1, book["lessons"].max_row + 1):
        book["lessons"].cell(row, 4).value = None
    assert imported(book, root).changes == ()


def test_it_keeps_what_was_changed_in_the_content_since_the_export(root: Path) -> None:
    book = exported(root)
    tiny_tree.plant(root, "en/lessons/safe_talk.yaml", "title: Safe talk", "title: Safer talk")
    before = files(root)
    assert imported(book, root).changes == ()
    assert files(root) == before


def test_the_command_tells_what_would_change_and_writes_nothing(root: Path, tmp_path: Path) -> None:
    before, book, path = files(root), exported(root), tmp_path / "back.xlsx"
    type_in(book, TITLE, "en", "Talk safely")
    book.save(path)
    result = CliRunner().invoke(app, ["import", str(path), "--dry-run", "--root", str(root)])
    assert (result.exit_code, files(root) == before) == (0, True)
    assert "en/lessons/safe_talk.yaml: 1 would change" in result.output


def test_the_command_writes_what_is_sound(root: Path, tmp_path: Path) -> None:
    book, path = exported(root), tmp_path / "back.xlsx"
    type_in(book, TITLE, "en", "Talk safely")
    book.save(path)
    result = CliRunner().invoke(app, ["import", str(path), "--root", str(root)])
    assert (result.exit_code, "en/lessons/safe_talk.yaml: 1 changed" in result.output) == (0, True)
    assert "title: Talk safely\n" in (root / "en/lessons/safe_talk.yaml").read_text()
