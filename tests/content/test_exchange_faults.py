"""Everything that is wrong with a workbook is told at once, with sheet and row, and nothing is written."""

from pathlib import Path

import pytest

from content.problems import ContentError
from tests.content.exchanged import (
    CARD,
    GOAL,
    OPTION,
    REVIEW,
    SCENE,
    TICK,
    TITLE,
    TOPIC,
    cell,
    exported,
    imported,
    refused,
    sign,
    type_in,
)
from tests.content.tiny_tree import plant


@pytest.mark.parametrize(
    ("place", "column", "text", "says"),
    [
        (CARD, "th", "1\n2\n3\n4\n5\n6", "th: too long: 6 lines, at most 5"),
        (CARD, "en", "a" * 401, "en: too long: 401 characters, at most 400"),
        (GOAL, "en", "a" * 221, "en: too long: 221 characters, at most 220"),
        (TICK, "en", "a" * 35, "en: too long: 35 columns, at most 34"),
        (SCENE, "en", "Call\n0812345678", "en: the number 0812345678 is not in helplines.yaml"),
        (SCENE, "en", "Look at\nexample.com", "en: the link to example.com is not in helplines.yaml"),
        (OPTION, "en", "it is child porn", "en: wording 'child porn'"),
        (TITLE, "th", "**a**", "th: Markdown emphasis in plain text"),
        (f"{TOPIC}.phrasings", "en", "a\nb\nc", "en: 3 phrasings of 'who_to_tell', at least 8"),
        (
            f"{TOPIC}.phrasings",
            "en",
            "a\nb\nc\nd\nE\nf\ng\ne",
            "en: the phrasing 'e' stands already in 'who_to_tell'",
        ),
        (TITLE, "en", None, "en: missing: the text must not be empty"),
        (TITLE, "en", "a\tb", "en: a character that may not stand in a text: U+0009"),
        (TITLE, "en", "a\u2028b", "en: a character that may not stand in a text: U+2028"),
        (TITLE, "place", "safe_talk.titel", "place: unknown place safe_talk.titel; like it: safe_talk.title"),
        (
            TITLE,
            "place",
            "safe_talk.closing",
            "place: the place or the hidden mark was changed: export again",
        ),
        (TITLE, "place", None, "place: missing: this row has no place"),
        (TITLE, "mark", "x", "place: the place or the hidden mark was changed: export again"),
        (TITLE, "mark", None, "place: the place or the hidden mark was changed: export again"),
        (TITLE, "en reviewer", "Dao", "en reviewer: a review stands in its own row (safe_talk.review)"),
        (REVIEW, "th", "words", "th: this row holds a review: no text may stand here"),
        (REVIEW, "th state", "done", "th state: 'done' is none of draft, reviewed, published"),
        (REVIEW, "th state", None, "th state: '' is none of draft, reviewed, published"),
    ],
)
def test_it_refuses_a_cell_at_its_row(
    root: Path, place: str, column: str, text: str | None, says: str
) -> None:
    book = exported(root)
    found = cell(book, place, column)
    type_in(book, place, column, text)
    (told,) = [one for one in refused(book, root) if f":{found.row}: " in one]
    assert told.startswith(f"{found.parent.title}:{found.row}: {says}")


def test_it_tells_every_fault_of_every_sheet_at_once(root: Path) -> None:
    book = exported(root)
    faults = [
        *((CARD, "th", "1\n2\n3\n4\n5\n6"), (TITLE, "place", "nowhere"), (REVIEW, "en state", "done")),
        *(
            (SCENE, "th", ""),
            (SCENE, "en", "Call\n0812345678"),
            (f"{TOPIC}.answer", "en", "it is child porn"),
        ),
        (f"{TOPIC}.question", "th state", "draft"),
    ]
    rows = [(cell(book, place, "th").parent.title, cell(book, place, "th").row) for place, _, _ in faults]
    for place, column, text in faults:
        type_in(book, place, column, text)
    told = refused(book, root)
    assert sorted((one.split(":")[0], int(one.split(":")[1])) for one in told) == sorted(rows)


def test_it_tells_faults_in_the_order_of_the_sheets_and_their_rows(root: Path) -> None:
    book = exported(root)
    for place in (f"{TOPIC}.answer", SCENE, CARD, GOAL):
        type_in(book, place, "en", "")
    told = [(one.split(":")[0], int(one.split(":")[1])) for one in refused(book, root)]
    assert [sheet for sheet, _ in told] == ["lessons", "lessons", "stories", "faq"]
    assert told[0][1] < told[1][1]


def test_it_refuses_rows_whose_places_were_exchanged(root: Path) -> None:
    book = exported(root)
    type_in(book, CARD, "place", "x")
    type_in(book, TITLE, "place", CARD)
    type_in(book, "x", "place", TITLE)
    assert len([one for one in refused(book, root) if "the place or the hidden mark was changed" in one]) == 2


def test_it_refuses_a_place_that_stands_twice(root: Path) -> None:
    book = exported(root)
    first = cell(book, TITLE, "place").row
    book["lessons"].append([one.value for one in book["lessons"][first]])
    (told,) = refused(book, root)
    assert told.endswith(f"{TITLE} stands already in row {first}")


def test_it_refuses_a_text_for_which_the_content_has_no_place(root: Path) -> None:
    plant(root, "en/stories/stranger.yaml", "  gift: You", "  gift: You\n  other: You")
    plant(root, "th/stories/stranger.yaml", "flags:\n", "flags:\n")
    book = exported(root)
    type_in(book, "stranger.flags.other", "th", "ของขวัญ")
    assert "there is no such text in 'th' to change" in "".join(refused(book, root))


def test_it_refuses_what_was_changed_on_both_sides(root: Path) -> None:
    book = exported(root)
    plant(root, "en/lessons/safe_talk.yaml", "title: Safe talk", "title: Safer talk")
    type_in(book, TITLE, "en", "Talk safely")
    (told,) = refused(book, root)
    assert told.endswith("en: changed here and in the content since the export: export again")


def test_it_tells_what_no_row_stands_behind_by_file_and_line(root: Path) -> None:
    book = exported(root)
    plant(root, "helplines.yaml", '"191"', '"1191"')
    type_in(book, TITLE, "en", "Talk safely")
    (told,) = refused(book, root)
    assert told.startswith("helplines.yaml:4: ")


def test_it_can_mend_content_that_is_wrong(root: Path) -> None:
    plant(root, "en/lessons/safe_talk.yaml", "title: Safe talk", "title: Safe <b>talk</b>")
    book = exported(root)
    type_in(book, TITLE, "en", "Safe talk")
    assert len(imported(book, root).changes) == 1


def test_it_refuses_content_that_cannot_be_read(root: Path) -> None:
    book = exported(root)
    plant(root, "th/faq/help.yaml", "group: help", "group: [")
    with pytest.raises(ContentError):
        imported(book, root)


@pytest.mark.parametrize("state", ["reviewed", "published"])
@pytest.mark.parametrize(
    ("reviewer", "on", "says"),
    [
        (None, "2026-11-02", "th reviewer: state {} without a reviewer"),
        ("Dao", None, "th date: state {} without a date"),
        ("Dao", "2.11.2026", "th date: '2.11.2026' is not a date; write it as 2026-11-25"),
        ("Dao", "2026-02-30", "th date: '2026-02-30' is not a date; write it as 2026-11-25"),
        ("Dao", "2569-11-02", "th date: 2569-11-02 has not come yet; write the year of the common era"),
        ("Dao", "2026-11-26", "th date: 2026-11-26 has not come yet"),
        ("Dao\nMali", "2026-11-02", "th reviewer: a name of one line"),
        ("D" * 121, "2026-11-02", "th reviewer: a name of one line"),
    ],
)
def test_it_refuses_a_review_that_nobody_answers_for(
    root: Path, state: str, reviewer: str | None, on: str | None, says: str
) -> None:
    book = exported(root)
    for column, text in (("th state", state), ("th reviewer", reviewer), ("th date", on)):
        type_in(book, REVIEW, column, text)
    (told,) = refused(book, root)
    assert says.format(state) in told


def test_it_tells_both_when_reviewer_and_date_are_missing(root: Path) -> None:
    book = exported(root)
    sign(book, f"{TOPIC}.review", "en", "published", "", "")
    assert [one.split(": ", 1)[1] for one in refused(book, root)] == [
        "en date: state published without a date",
        "en reviewer: state published without a reviewer",
    ]
