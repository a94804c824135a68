"""How far apart the words of a pattern may stand, what breaks a match, and what it may cost."""

from collections.abc import Collection

import pytest

from bot.understanding.lexicon import Place
from bot.understanding.slots import Matcher
from content.notation import parse


def matches(
    notation: str, words: str, *, fillers: Collection[str] = (), negations: Collection[str] = ()
) -> list[list[int]]:
    """The words, by their places, that a pattern takes in a text. Each word is a list of its own."""
    text = words.split()
    places: dict[str, list[Place]] = {}
    for at, word in enumerate(text):
        places.setdefault(word, []).append(Place(at, at))
    idle, denied = (frozenset(i for i, w in enumerate(text) if w in some) for some in (fillers, negations))
    matcher = Matcher(places, idle, denied)
    return [[p.first for p in found] for line in parse(notation, str) for found in matcher.matches(line)]


def apart(count: int) -> str:
    """Two words with so many between them."""
    return " ".join(["dad", *(f"w{n}" for n in range(count)), "hits"])


@pytest.mark.parametrize(
    ("notation", "most"),
    [("{dad} {hits}", 0), ("{dad} . {hits}", 1), ("{dad} .. {hits}", 4), ("{dad} ... {hits}", 9)],
)
def test_a_gap_lets_so_many_words_between_and_no_more(notation: str, most: int) -> None:
    assert matches(notation, apart(most)) == [[0, most + 1]]
    assert matches(notation, apart(most + 1)) == []


def test_a_gap_counts_for_one_slot_only() -> None:
    assert matches("{a} .. {b} {c}", "a x b c") == [[0, 2, 3]]
    assert matches("{a} .. {b} {c}", "a x b x c") == []


def test_a_pattern_begins_anywhere() -> None:
    assert matches("{dad} {hits}", "hits x dad hits") == [[2, 3]]


def test_the_order_of_slots_counts() -> None:
    assert matches("{dad} ... {hits}", "hits dad") == []


def test_one_word_fills_one_slot() -> None:
    assert matches("{dad} {dad}", "dad") == []
    assert matches("{dad} {dad}", "dad dad") == [[0, 1]]


def test_fillers_never_count() -> None:
    assert matches("{dad} {hits}", "dad um um um hits", fillers={"um"}) == [[0, 4]]


def test_fillers_reach_twelve_words_beyond_the_gap() -> None:
    assert matches("{dad} . {hits}", f"dad x {'um ' * 12} hits", fillers={"um"}) == [[0, 14]]
    assert matches("{dad} . {hits}", f"dad x {'um ' * 13} hits", fillers={"um"}) == []


def test_a_negation_between_two_slots_breaks_the_match() -> None:
    assert matches("{dad} .. {hits}", "dad never hits", negations={"never"}) == []


@pytest.mark.parametrize("words", ["never dad hits", "dad hits never"])
def test_a_negation_outside_breaks_nothing(words: str) -> None:
    assert len(matches("{dad} .. {hits}", words, negations={"never"})) == 1


def test_either_list_of_a_slot_fits() -> None:
    assert matches("{dad|mum} {hits}", "mum hits") == [[0, 1]]
    assert matches("{dad|mum} {hits}", "dad x mum hits") == [[2, 3]]
    assert matches("{dad|mum} {hits}", "uncle hits") == []


def test_places_of_several_lists_are_tried_in_the_order_of_the_text() -> None:
    assert matches("{me} ... {mum|dad}", "me dad mum dad") == [[0, 1], [0, 2], [0, 3]]


def test_an_optional_slot_may_be_missing() -> None:
    assert matches("{dad} {always}? {hits}", "dad hits") == [[0, 1]]
    assert matches("{dad} {always}? {hits}", "dad always hits") == [[0, 1, 2]]


def test_a_bare_word_is_itself() -> None:
    assert matches("dad {hits}", "dad hits") == [[0, 1]]


def test_an_unfinished_slot_is_refused() -> None:
    with pytest.raises(ValueError, match="not a slot"):
        parse("{} {hits}", str)


@pytest.mark.parametrize("words", ["dad hits", "dad hits me", "me dad hits"])
def test_a_row_of_optional_slots_may_be_missing(words: str) -> None:
    assert matches("{dad} {hits} & {me}?", words)


def test_a_pattern_without_a_slot_that_must_be_there_is_refused() -> None:
    with pytest.raises(ValueError, match="no slot has to be there"):
        parse("{dad}? & {hits}?", str)


@pytest.mark.parametrize("words", ["dad hits x x me", "me x x x dad hits"])
def test_rows_stand_in_any_order(words: str) -> None:
    assert len(matches("{dad} {hits} & {me}", words)) == 1


def test_every_row_must_stand() -> None:
    assert matches("{dad} {hits} & {me}", "dad hits you") == []


def test_rows_stand_within_thirty_words() -> None:
    assert matches("{dad} & {hits}", apart(29)) == [[0, 30]]
    assert matches("{dad} & {hits}", apart(30)) == []
    assert matches("{dad} & {hits}", "x " * 40 + apart(29)) == [[40, 70]]


def test_rows_share_no_word() -> None:
    assert matches("{dad} & {dad}", "dad") == []
    assert matches("{a} & {b} & {a}", "a b") == []
    assert sorted(matches("{a} & {a}", "a a")) == [[0, 1], [1, 0]]


def test_rows_share_no_word_of_a_longer_entry() -> None:
    places = {"step dad": [Place(0, 1)], "dad": [Place(1, 1)], "step": [Place(0, 0)], "me": [Place(2, 2)]}
    matcher = Matcher(places, frozenset(), frozenset())

    def found(notation: str) -> int:
        return sum(1 for line in parse(notation, str) for _ in matcher.matches(line))

    assert found("{step dad} & {dad}") == 0
    assert found("{step dad} & {step}") == 0
    assert found("{step dad} & {me}") == 1


def test_a_slot_begins_behind_the_whole_of_the_one_before() -> None:
    places = {"step dad": [Place(0, 1)], "dad": [Place(1, 1)], "hits": [Place(2, 2)]}
    matcher = Matcher(places, frozenset(), frozenset())
    assert [
        len(list(matcher.matches(*parse(n, str)))) for n in ("{step dad} {hits}", "{step dad} {dad}")
    ] == [1, 0]


def test_eight_ways_of_each_row_are_tried() -> None:
    assert len(matches("{a} & {b}", "a " * 20 + "b")) == 8


def test_a_message_made_to_cost_much_is_cut_off() -> None:
    """A hundred times the same word has thousands of ways; the last word is only reached by trying all."""
    assert matches("{a} ... {a} ... {a} ... {b}", "a " * 100 + "b") == []


def test_a_row_may_take_six_hundred_steps() -> None:
    """A word that stands alone takes one."""
    assert len(matches("{a}", "a " * 650)) == 600


def test_rows_in_any_order_share_the_six_hundred_steps() -> None:
    """Each of the 28 words takes one step, and each way of putting four of them together another."""
    text = " ".join(f"{word} " * 7 for word in "abcd")
    assert len(matches("{a} & {b} & {c} & {d}", text)) == 600 - 28


def test_each_line_begins_to_count_anew() -> None:
    text = {"a": [Place(n, n) for n in range(400)], "b": [Place(400, 400)]}
    matcher = Matcher(text, frozenset(), frozenset())
    assert [sum(1 for _ in matcher.matches(*parse("{a}", str))) for _ in range(3)] == [400, 400, 400]
