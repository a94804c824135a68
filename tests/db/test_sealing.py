"""Tests of db/sealing.py."""

import pytest

from db.errors import SealError
from db.sealing import Sealer
from tests.storage import sealer

OLD, NEW, STRANGE = bytes(32), bytes([1] * 32), bytes([2] * 32)
WORDS = b"he will not stop"
PLACE = "words:recent:child1"


@pytest.fixture
def keys() -> Sealer:
    return sealer(OLD)


def test_it_opens_what_it_sealed(keys: Sealer) -> None:
    assert keys.open(keys.seal(WORDS, context=PLACE), context=PLACE) == WORDS


def test_it_hides_the_words(keys: Sealer) -> None:
    assert WORDS not in keys.seal(WORDS, context=PLACE)


def test_it_seals_the_same_words_differently_each_time(keys: Sealer) -> None:
    assert keys.seal(WORDS, context=PLACE) != keys.seal(WORDS, context=PLACE)


def test_it_does_not_open_a_value_moved_to_another_row(keys: Sealer) -> None:
    with pytest.raises(SealError):
        keys.open(keys.seal(WORDS, context=PLACE), context="words:recent:child2")


@pytest.mark.parametrize("position", [0, 1, 5, 16, 17, -1])
def test_it_does_not_open_a_value_with_one_bit_changed(keys: Sealer, position: int) -> None:
    sealed = bytearray(keys.seal(WORDS, context=PLACE))
    sealed[position] ^= 1
    with pytest.raises(SealError):
        keys.open(bytes(sealed), context=PLACE)


@pytest.mark.parametrize("length", [0, 4, 5, 16, 20, 32])
def test_it_does_not_open_a_value_cut_short(keys: Sealer, length: int) -> None:
    with pytest.raises(SealError):
        keys.open(keys.seal(WORDS, context=PLACE)[:length], context=PLACE)


def test_it_says_nothing_of_the_row_when_a_value_does_not_open(keys: Sealer) -> None:
    with pytest.raises(SealError) as caught:
        keys.open(keys.seal(WORDS, context="elsewhere"), context=PLACE)
    assert "child1" not in str(caught.value)


def test_it_opens_old_values_after_a_rotation(keys: Sealer) -> None:
    assert sealer(OLD, NEW).open(keys.seal(WORDS, context=PLACE), context=PLACE) == WORDS


def test_it_seals_with_the_new_key_after_a_rotation(keys: Sealer) -> None:
    with pytest.raises(SealError, match="not in the ring"):
        keys.open(sealer(OLD, NEW).seal(WORDS, context=PLACE), context=PLACE)


def test_it_keeps_every_pseudonym_through_a_rotation(keys: Sealer) -> None:
    assert sealer(OLD, NEW).pseudonym("person", 42) == keys.pseudonym("person", 42)


def test_it_gives_other_pseudonyms_under_another_key(keys: Sealer) -> None:
    assert sealer(STRANGE).pseudonym("person", 42) != keys.pseudonym("person", 42)


def test_it_keeps_people_and_groups_apart(keys: Sealer) -> None:
    assert keys.pseudonym("person", 42) != keys.pseudonym("group", 42)


def test_it_gives_no_two_people_the_same_pseudonym(keys: Sealer) -> None:
    assert len({keys.pseudonym("person", n) for n in range(2_000)}) == 2_000


def test_it_makes_pseudonyms_that_fit_anywhere(keys: Sealer) -> None:
    pseudonym = keys.pseudonym("person", 42)
    assert (len(pseudonym), pseudonym.isalnum(), pseudonym.islower()) == (32, True, True)


def test_it_wraps_a_case_key_for_one_case_only(keys: Sealer) -> None:
    _, wrapped = keys.new_case_key("case1")
    with pytest.raises(SealError):
        keys.case_key("case2", wrapped)


def test_it_opens_with_the_unwrapped_key_what_the_case_key_sealed(keys: Sealer) -> None:
    key, wrapped = keys.new_case_key("case1")
    assert keys.case_key("case1", wrapped).open(key.seal(WORDS, context=PLACE), context=PLACE) == WORDS


def test_it_cannot_open_a_case_with_the_master_key_alone(keys: Sealer) -> None:
    key, _ = keys.new_case_key("case1")
    with pytest.raises(SealError):
        keys.open(key.seal(WORDS, context=PLACE), context=PLACE)


def test_it_gives_each_case_its_own_key(keys: Sealer) -> None:
    (one, _), (other, _) = keys.new_case_key("case1"), keys.new_case_key("case1")
    with pytest.raises(SealError):
        other.open(one.seal(WORDS, context=PLACE), context=PLACE)
