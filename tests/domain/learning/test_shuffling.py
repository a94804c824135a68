"""Answers stand in another order for each child, fairly, and never tell the right order."""

from collections import Counter
from itertools import permutations

from bot.domain.learning.shuffling import displaced, shuffled
from content.schema import Item

ITEMS = tuple(Item(id=name, text=name) for name in ("a", "b", "c"))
CHILDREN = [f"child-{number}" for number in range(3000)]


def test_the_same_child_sees_the_same_order() -> None:
    assert shuffled(ITEMS, "child", "lesson", "question") == shuffled(ITEMS, "child", "lesson", "question")


def test_every_order_is_equally_likely() -> None:
    """Chi-square with 5 degrees of freedom: 20.5 is passed by chance once in a thousand times."""
    seen = Counter(tuple(one.id for one in shuffled(ITEMS, child)) for child in CHILDREN)
    expected = len(CHILDREN) / 6
    assert set(seen) == set(permutations("abc"))
    assert sum((times - expected) ** 2 / expected for times in seen.values()) < 20.5


def test_it_does_not_depend_on_the_order_in_which_things_stand() -> None:
    assert shuffled(ITEMS, "child") == shuffled(ITEMS[::-1], "child")


def test_things_to_be_put_in_order_never_stand_in_it() -> None:
    orders = {displaced(ITEMS, child) for child in CHILDREN}
    assert ITEMS not in orders
    assert len(orders) == 5


def test_seeds_do_not_run_together() -> None:
    assert {shuffled(ITEMS, "a", f"b{n}") == shuffled(ITEMS, f"ab{n}") for n in range(50)} == {True, False}
