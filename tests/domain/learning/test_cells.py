"""What is told leaves every number under five open, also for who adds and subtracts. All cases are tried."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import product

import pytest

from bot.domain.learning.cells import (
    FEWEST,
    HIDDEN,
    UNDER,
    Cell,
    Sign,
    among,
    nested,
    parted,
    share,
    told,
    total,
)
from bot.domain.learning.insights import most_chosen

Numbers = tuple[int, ...]
Told = tuple[object, Numbers]


def narrowed(found: Iterable[Told], edge: int) -> list[Told]:
    """What somebody who sees only `told` knows of a number under five better than its five possible values.

    `found`: pairs of what is told and the numbers behind it, for all numbers up to `edge`; what reaches the
    edge is left out, since more numbers would lie behind it.
    """
    behind = defaultdict(list)
    for shown, numbers in found:
        behind[shown].append(numbers)
    return [
        (shown, tuple(sorted(possible)))
        for shown, all_numbers in behind.items()
        if all(max(numbers) < edge for numbers in all_numbers)
        for possible in (set(column) for column in zip(*all_numbers, strict=True))
        if min(possible) < FEWEST and len(possible) < FEWEST
    ]


def steps(edge: int) -> Iterator[Told]:
    """Begun, finished and answered twice, with the differences between them."""
    for begun in range(edge + 1):
        for finished in range(begun + 1):
            for pairs in range(finished + 1):
                left_out = (begun - finished, finished - pairs, begun - pairs)
                yield nested(begun, finished, pairs), (begun, finished, pairs, *left_out)


def test_parts_of_a_sum_stay_open() -> None:
    assert narrowed(((parted(parts), parts) for parts in product(range(14), repeat=3)), 13) == []


def test_parts_of_a_number_and_its_rest_stay_open() -> None:
    parts = product(range(9), range(9), range(22))
    assert narrowed(((among(a + b + rest, (a, b)), (a, b, rest)) for a, b, rest in parts), 21) == []


def test_steps_and_those_who_left_between_them_stay_open() -> None:
    assert narrowed(steps(31), 31) == []


@pytest.mark.parametrize("kinds", [2, 3])
def test_what_is_believed_by_few_stays_open(kinds: int) -> None:
    edge = {2: 29, 3: 23}[kinds]
    names = "abc"[:kinds]
    chosen = product(range(edge + 1), repeat=kinds)
    found = (((told(sum(n)), most_chosen(sum(n), dict(zip(names, n, strict=True)))), n) for n in chosen)
    assert narrowed(found, 16) == []


def test_the_measure_of_these_tests_finds_a_leak() -> None:
    plain = (((told(a), told(b), a + b), (a, b)) for a, b in product(range(14), repeat=2))
    assert narrowed(plain, 13) != []


@pytest.mark.parametrize("number", range(FEWEST))
def test_a_number_under_five_is_covered(number: int) -> None:
    assert str(told(number)) == "<5"


def test_five_is_told() -> None:
    assert str(told(5)) == "5"


def test_nearly_all_is_a_bound() -> None:
    assert [str(cell) for cell in nested(30, 28)] == ["30", ">25"]


def test_of_a_few_nothing_more_is_told() -> None:
    assert nested(9, 6) == (told(9), HIDDEN)
    assert nested(3, 2) == (UNDER, HIDDEN)


@pytest.mark.parametrize(
    ("around", "part", "shown"),
    [(10, 4, "<5"), (10, 5, "5"), (10, 6, ">5"), (14, 9, "9"), (14, 10, ">9"), (9, 5, "–")],
)
def test_a_part_is_told_where_five_or_more_are_left_out(around: int, part: int, shown: str) -> None:
    assert str(nested(around, part)[1]) == shown


def test_more_finished_than_began_in_the_period_tells_nothing_more() -> None:
    assert [str(cell) for cell in nested(20, 27)] == ["20", ">15"]


def test_a_sum_with_a_covered_part_is_a_bound() -> None:
    assert [str(parted(parts)[0]) for parts in ((30, 8, 1), (30, 8, 9), (4, 4, 4), (1, 1, 1))] == [
        "≥38",
        "47",
        "–",
        "<5",
    ]


@pytest.mark.parametrize(("parts", "shown"), [((1, 3), "<5"), ((1, 4), "–"), ((3, 4), "–")])
def test_a_sum_of_covered_parts_is_told_only_as_under_five(parts: Numbers, shown: str) -> None:
    assert str(parted(parts)[0]) == shown


@pytest.mark.parametrize(
    ("whole", "parts", "shown"),
    [(20, (11, 2), "20"), (19, (11, 2), "≥11"), (24, (11, 2, 2), "24"), (23, (11, 2, 2), "≥11")],
)
def test_a_number_is_told_where_all_covered_parts_and_the_rest_stay_open(
    whole: int, parts: Numbers, shown: str
) -> None:
    """Each covered part may be anything up to four when four for each of them and five more are left."""
    assert str(among(whole, parts)[0]) == shown


def test_a_total_is_made_of_what_is_told_alone() -> None:
    assert str(total((told(7), told(9)))) == "16"
    assert str(total((told(7), UNDER, Cell(Sign.OVER, 5)))) == "≥13"
    assert str(total((told(5), UNDER))) == "≥5"
    assert str(total((UNDER,) * 10)) == "–"
    assert str(total(())) == "–"


@pytest.mark.parametrize(
    ("part", "shown"),
    [(told(15), "50\u00a0%"), (Cell(Sign.OVER, 25), ">83\u00a0%"), (UNDER, "<17\u00a0%")],
)
def test_a_share_is_told_as_its_part_is(part: Cell, shown: str) -> None:
    assert str(share(part, told(30))) == shown


def test_there_is_no_share_of_what_is_not_told() -> None:
    assert share(HIDDEN, told(30)) is None
    assert share(told(5), UNDER) is None


def test_a_share_is_never_more_than_all() -> None:
    assert str(share(told(30), told(30))) == str(share(told(31), told(30))) == "100\u00a0%"
