"""Reviews that a person typed in a workbook."""

from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from content.__main__ import app
from content.loader import load
from content.schema import Review, ReviewState
from tests.content.exchanged import (
    REVIEW,
    TITLE,
    TOPIC,
    cell,
    changed,
    exported,
    files,
    imported,
    sign,
    type_in,
)
from tests.content.test_shipped_content import reviews
from tests.content.tiny_tree import plant

LESSON = "en/lessons/safe_talk.yaml"
SIGNED = Review(state=ReviewState.REVIEWED, reviewer="Dao", reviewed_on=date(2026, 11, 2))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("review: {state: draft}\n", "review: {state: reviewed, reviewer: Dao, reviewed_on: 2026-11-02}\n"),
        (
            "review:\n  state: draft  # yet\n",
            "review:\n  state: reviewed  # yet\n  reviewer: Dao\n  reviewed_on: 2026-11-02\n",
        ),
        (
            "review: {state: published, reviewer: Mali, reviewed_on: 2026-10-01}\n",
            "review: {state: reviewed, reviewer: Dao, reviewed_on: 2026-11-02}\n",
        ),
    ],
)
def test_it_writes_a_review_in_the_style_of_the_file(root: Path, before: str, after: str) -> None:
    path = root / LESSON
    plant(root, LESSON, "review: {state: draft}\n", before)
    text = path.read_text()
    book = exported(root)
    sign(book, REVIEW, "en", "reviewed", "Dao", "2026-11-02")
    imported(book, root)
    assert path.read_text() == text.replace(before, after, 1)


def test_it_writes_a_review_where_there_was_none(root: Path) -> None:
    plant(root, LESSON, "review: {state: draft}\n", "")
    book = exported(root)
    sign(book, REVIEW, "en", "reviewed", "Dao", "2026-11-02")
    imported(book, root)
    assert (
        "\nreview: {state: reviewed, reviewer: Dao, reviewed_on: 2026-11-02}\n" in (root / LESSON).read_text()
    )


def test_it_writes_the_review_of_one_answer_and_of_no_other(root: Path) -> None:
    before, book = files(root), exported(root)
    sign(book, f"{TOPIC}.review", "th", "published", "ดาว: ทีม", "2026-11-02")
    imported(book, root)
    assert changed(root, before) == {
        "th/faq/help.yaml": [
            (
                "    review: {state: draft}",
                '    review: {state: published, reviewer: "ดาว: ทีม", reviewed_on: 2026-11-02}',
            )
        ]
    }


def test_it_takes_a_review_back(root: Path) -> None:
    plant(root, LESSON, "{state: draft}", "{state: reviewed, reviewer: Dao, reviewed_on: 2026-11-02}")
    book = exported(root)
    sign(book, REVIEW, "en", "draft", "", "")
    imported(book, root)
    assert 'review: {state: draft, reviewer: "", reviewed_on: null}' in (root / LESSON).read_text()
    assert imported(exported(root), root).changes == ()


def test_it_takes_a_date_that_the_spreadsheet_made_of_what_was_typed(root: Path) -> None:
    book = exported(root)
    sign(book, REVIEW, "en", "reviewed", "Dao", "")
    cell(book, REVIEW, "en date").value = date(2026, 11, 2)
    imported(book, root)
    assert "reviewed_on: 2026-11-02}" in (root / LESSON).read_text()


def test_it_never_signs_by_itself(root: Path) -> None:
    book = exported(root)
    type_in(book, TITLE, "en", "Talk safely")
    imported(book, root)
    assert set(reviews(load(root))) == {Review()}


def test_it_signs_only_what_was_signed(root: Path) -> None:
    book = exported(root)
    sign(book, REVIEW, "en", "reviewed", "Dao", "2026-11-02")
    imported(book, root)
    content = load(root)
    assert content.lessons["en"]["safe_talk"].review == SIGNED
    assert content.lessons["th"]["safe_talk"].review == Review()


def test_it_tells_of_reviews_that_are_older_than_their_texts(root: Path, tmp_path: Path) -> None:
    plant(root, LESSON, "{state: draft}", "{state: reviewed, reviewer: Dao, reviewed_on: 2026-11-02}")
    book, path = exported(root), tmp_path / "back.xlsx"
    type_in(book, TITLE, "en", "Talk safely")
    book.save(path)
    result = CliRunner().invoke(app, ["import", str(path), "--root", str(root)])
    assert "sign again: safe_talk.review (en): reviewed by Dao on 2026-11-02" in result.output


def test_it_does_not_tell_of_reviews_that_are_given_with_the_texts(root: Path) -> None:
    plant(root, LESSON, "{state: draft}", "{state: reviewed, reviewer: Dao, reviewed_on: 2026-11-02}")
    book = exported(root)
    type_in(book, TITLE, "en", "Talk safely")
    sign(book, REVIEW, "en", "reviewed", "Dao", "2026-11-24")
    assert imported(book, root).unsigned == ()
