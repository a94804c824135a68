"""One value of a YAML file is replaced, and every other character stays."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.exchange.faults import CellError
from content.exchange.fitting import cleaned, unfit
from content.exchange.places import inside
from content.exchange.yaml_edits import Editing
from content.yaml_lines import Place, read_yaml

FILE = """# about
top: plain words   # note
'quoted': 'single'
double: "twice" # why
folded: >-  # folded
  one
  two

kept: |+

  a
  b

wide: words that
  go on
nested:
    - id: x
      text: |
        first
          second

        third
      # between
      more: {a: one, b: [p, 'q, r', s]}   # inline
    - {id: y, text: short, review: {state: draft}}
list:
- one
- 'two'  # second
# before three
- three
last: |
  end
"""
PLACES: tuple[Place, ...] = (
    *(("top",), ("quoted",), ("double",), ("folded",), ("kept",), ("wide",), ("last",)),
    *(
        ("nested", 0, "text"),
        ("nested", 0, "more", "a"),
        ("nested", 0, "more", "b", 1),
        ("nested", 1, "text"),
    ),
    *(("list", 0), ("list", 1)),
)
TEXT = (st.text(alphabet="ก่ a:-#'\"{}[],&*!|>%@`?=+~\\\n\u00a0", max_size=30) | st.text(max_size=30)).map(
    cleaned
)
SOUND = TEXT.filter(lambda text: bool(text) and unfit(text) is None)


def put(place: Place, text: str) -> str:
    editing = Editing(FILE)
    editing.put_text(place, text)
    return editing.result()


@given(place=st.sampled_from(PLACES), text=SOUND)
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_as_it_was_put_and_all_else_as_before(place: Place, text: str) -> None:
    read, wanted = read_yaml("f", put(place, text)), read_yaml("f", FILE)
    inside(wanted.data, place[:-1])[place[-1]] = text
    inside(read.data, place[:-1])[place[-1]] = cleaned(inside(read.data, place))
    assert (read.problems, read.data) == ((), wanted.data)


@given(place=st.sampled_from(PLACES), text=SOUND)
@settings(max_examples=100, deadline=None)
def test_every_comment_stays(place: Place, text: str) -> None:
    after = put(place, text.replace("#", "."))
    for comment in (
        "# about",
        "# note",
        "# why",
        "# folded",
        "# between",
        "# inline",
        "# second",
        "# before three",
    ):
        assert after.count(comment) == 1


@pytest.mark.parametrize(
    ("place", "text", "old", "new"),
    [
        (("top",), "other", "top: plain words   # note", "top: other   # note"),
        (("top",), "a: b", "top: plain words   # note", 'top: "a: b"   # note'),
        (("top",), "a\nb", "top: plain words   # note", "top: |   # note\n  a\n  b"),
        (("top",), 'say "a": b', "top: plain words", "top: 'say \"a\": b'"),
        (("top",), "null", "top: plain words", 'top: "null"'),
        (("top",), "~", "top: plain words", 'top: "~"'),
        (("top",), "no", "top: plain words", "top: no"),
        (("quoted",), "it's", "'single'", "'it''s'"),
        (("quoted",), "a\nb", "'single'", "|\n  a\n  b"),
        (("double",), "1300", '"twice"', '"1300"'),
        (("folded",), "a\nb", ">-  # folded\n  one\n  two", "|-  # folded\n  a\n  b"),
        (("wide",), "short", "words that\n  go on", "short"),
        (("nested", 0, "text"), "a", "first\n          second\n\n        third", "a"),
        (("nested", 0, "more", "a"), "a, b", "a: one", 'a: "a, b"'),
        (("nested", 1, "text"), "a\nb", "text: short", 'text: "a\\nb"'),
        (("list", 0), "- a", "- one", '- "- a"'),
        (("last",), "a\n\nb", "  end\n", "  a\n\n  b\n"),
    ],
)
def test_it_keeps_the_style_where_that_can_hold_the_text(place: Place, text: str, old: str, new: str) -> None:
    assert put(place, text) == FILE.replace(old, new, 1)


ITEMS = st.lists(st.sampled_from(["one", "two", "three", "a: b", "# c", "d"]), min_size=1, unique=True)


@given(ITEMS)
def test_a_list_holds_what_was_asked_in_its_order(items: list[str]) -> None:
    editing = Editing(FILE)
    editing.put_list(("list",), items, ["one", "two", "three"])
    editing.put_list(("nested", 0, "more", "b"), items, ["p", "q, r", "s"])
    data = read_yaml("f", editing.result()).data
    assert (data["list"], inside(data, ("nested", 0, "more", "b"))) == (items, items)


def test_items_that_stay_keep_their_quotes_and_comments() -> None:
    editing = Editing(FILE)
    editing.put_list(("list",), ["two", "new", "three"], ["one", "two", "three"])
    assert editing.result() == FILE.replace("- one\n", "").replace("# second\n", "# second\n- new\n")


def test_a_list_in_brackets_with_comments_is_left_to_a_person() -> None:
    editing = Editing("list: [a, # why\n  b]\n")
    with pytest.raises(CellError, match="comments inside the brackets"):
        editing.put_list(("list",), ["a", "c"], ["a", "b"])


def test_a_file_without_a_last_line_end_can_be_changed() -> None:
    editing = Editing("list:\n  - a\n  - b")
    editing.put_list(("list",), ["a", "b", "c"], ["a", "b"])
    assert editing.result() == "list:\n  - a\n  - b\n  - c"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("r: {state: draft}\n", "r: {state: draft, who: Dao}\n"),
        ("r:\n  state: draft  # yet\nx: y\n", "r:\n  state: draft  # yet\n  who: Dao\nx: y\n"),
        ("r:\n  who:\n", "r:\n  who: Dao\n"),
        ("r: {who: ''}\n", "r: {who: 'Dao'}\n"),
    ],
)
def test_a_key_is_set_or_put_in_at_the_end(before: str, after: str) -> None:
    editing = Editing(before)
    editing.put_key(("r",), "who", "Dao", '""')
    assert editing.result() == after


def test_a_key_without_text_is_emptied() -> None:
    editing = Editing("r: {who: Dao, on: 2026-11-02}\n")
    editing.put_key(("r",), "who", "", '""')
    editing.put_key(("r",), "on", "", "null")
    assert editing.result() == 'r: {who: "", on: null}\n'
