"""Staff see the matched pieces in bold in the child's own message, and the message as it was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.effects import PostInCase, PostKind
from bot.domain.inputs import TopicLost
from bot.domain.judgement import Judgement
from bot.domain.shortening import torn
from bot.domain.speech import Message, Spoken, Verbatim, line, speak
from bot.domain.support.marking import places
from content.schema import Severity
from tests.domain.build import (
    CASE,
    CONCERN,
    Decided,
    case,
    child_tapped,
    child_words,
    child_wrote,
    decided,
    judged,
    state,
)
from tests.domain.tiny_content import texts

signs = st.sampled_from("ab <&*_>\n\u200d\u0301กำตาย👨🏽🇹🇭é")
"""Letters, markup, marks that cling, emoji beyond the first plane, flags."""
written = st.text(signs, max_size=40)


def bold(text: str, *pieces: str) -> list[str]:
    """What is in bold, as it is written."""
    return [text[start:end] for start, end in places(text, pieces)]


def told(*why: str, severity: Severity = Severity.URGENT) -> Judgement:
    return judged(severity, why=why)


def post_of(done: Decided) -> Spoken:
    """The last post of a child's words, as it is sent."""
    post = [one for one in done.all(PostInCase) if one.kind is PostKind.CHILD_WORDS][-1]
    return speak(post.message, ("en",), texts())


def marked(done: Decided) -> list[str]:
    said = post_of(done)
    return [said.text[start:end] for start, end in said.bold]


@pytest.mark.parametrize(
    ("text", "pieces", "shown"),
    [
        ("my dad hits me a lot", ["dad hits me"], ["dad hits me"]),
        ("พ่อตีหนูทุกวัน", ["พ่อตีหนู"], ["พ่อตีหนู"]),
        ("😭😭 he hits me", ["hits me"], ["hits me"]),
        ("one and two", ["two", "one"], ["one", "two"]),
        ("he hits me, he hits me", ["hits me"], ["hits me"]),
        ("he hits\n  me", ["hits me"], ["hits\n  me"]),
        ("a.c abc a.c", ["abc"], ["abc"]),
        ("a <b>knife</b> & me", ["<b>knife</b> & me"], ["<b>knife</b> & me"]),
        ("(.*) knife", ["(.*)"], ["(.*)"]),
    ],
)
def test_a_piece_is_marked_where_it_first_stands(text: str, pieces: list[str], shown: list[str]) -> None:
    assert bold(text, *pieces) == shown


@pytest.mark.parametrize(
    ("text", "pieces", "shown"),
    [
        ("my dad hits me hard", ["dad hits", "hits me"], ["dad hits me"]),
        ("my dad hits me hard", ["dad hits me", "hits"], ["dad hits me"]),
        ("my dad hits me hard", ["hits", "dad hits me hard"], ["dad hits me hard"]),
        ("พ่อตีหนู", ["พ่อ", "ตีหนู"], ["พ่อตีหนู"]),
    ],
)
def test_pieces_that_overlap_or_touch_are_one(text: str, pieces: list[str], shown: list[str]) -> None:
    assert bold(text, *pieces) == shown


@pytest.mark.parametrize("piece", ["dad hits me", "He h1ts me", "", " ", "he hits me and more"])
def test_a_piece_that_was_not_written_so_is_not_marked(piece: str) -> None:
    assert bold("he h1ts me", piece) == []


def test_a_whole_word_comes_before_letters_within_another() -> None:
    text = "studied, then die"
    assert places(text, ["die"]) == ((14, 17),)


def test_letters_within_a_word_mark_all_of_it() -> None:
    assert bold("the soldiers", "die") == ["soldiers"]


@pytest.mark.parametrize(
    ("text", "piece"), [("กำ", "ก"), ("👨\u200d👩", "👨"), ("👍🏽!", "👍"), ("e\u0301", "e")]
)
def test_no_sign_is_torn(text: str, piece: str) -> None:
    ((start, end),) = places(text, [piece])
    assert not torn(text, start)
    assert not torn(text, end)


@given(text=written, pieces=st.lists(st.text(signs, max_size=5), max_size=4), data=st.data())
def test_what_is_shown_is_what_was_written(text: str, pieces: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    found = places(text, [*pieces, text[start : data.draw(st.integers(start, len(text)))]])
    ends = [at for place in found for at in place]
    assert ends == sorted(set(ends))
    assert all(0 <= at <= len(text) for at in ends)
    parts = (line("from-child"), Verbatim(text, found))
    plain = speak(Message((line("from-child"), Verbatim(text))), ("en",), texts())
    said = speak(Message(parts), ("en",), texts())
    assert said.text == plain.text
    assert [said.text[a:b] for a, b in said.bold] == [text[a:b] for a, b in found]


@given(text=written, data=st.data())
def test_every_piece_that_was_written_so_is_marked(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    piece = text[start : data.draw(st.integers(start, len(text)))].strip()
    assert not piece or any(piece in one for one in bold(text, piece))


def test_the_childs_message_stands_in_the_topic_with_its_pieces_in_bold() -> None:
    done = child_wrote("my dad hits me & <b>more</b>", judgement=told("dad hits me"))
    assert marked(done) == ["dad hits me"]
    assert post_of(done).text.endswith("\n\nmy dad hits me & <b>more</b>")


def test_words_that_join_a_case_have_their_own_pieces_in_bold() -> None:
    first = child_wrote("he hits me", judgement=told("hits me")).case
    done = child_wrote("he has a knife, he hits me", judgement=told("a knife"), case=first)
    assert marked(done) == ["a knife"]


def test_a_message_without_a_sign_has_nothing_in_bold() -> None:
    assert marked(child_wrote("hello", judgement=CONCERN, case=case())) == []
    assert marked(child_tapped("person", recent_words=("hello",))) == []


def test_a_topic_that_comes_again_has_the_pieces_of_the_card_in_bold() -> None:
    log = (child_words("he hits me"),)
    known = state(case=case(why=("hits me",)), log=log)
    assert marked(decided(TopicLost(CASE, 7), known)) == ["hits me"]
