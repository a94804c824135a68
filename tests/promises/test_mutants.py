"""How modules are changed, and how trials end."""

from pathlib import Path

import pytest

from tests.promises import mutation
from tests.promises.mutant_trials import Trial
from tests.promises.mutants import compiled, mutants_of
from tests.promises.mutation import ROOMS, all_mutants, copied, equivalents, sample


def changes(source: str) -> list[str]:
    return [mutant.change for mutant in mutants_of("a.py", source)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("x = a < b", ["a < b -> a <= b"]),
        ("x = a < b in c", ["a < b in c -> a <= b in c", "a < b in c -> a < b not in c"]),
        ("x = a and b", ["a and b -> a or b"]),
        ("x = not a", ["not a -> a"]),
        ("x = 3", ["3 -> 4", "3 -> 2"]),
        ("x = True", ["True -> False"]),
        ("x = a + b", ["a + b -> a - b"]),
        ("x = 'a' + b", []),
        ("if f(a): x = b", ["f(a) -> not f(a)"]),
        ("x = [a for a in b if a]", ["a -> not a"]),
        ("def f():\n    return a", ["return a -> return None"]),
        ("def f():\n    return ()", []),
        ("for a in b:\n    continue", ["continue -> pass"]),
        ("f()", ["f() -> pass"]),
        ("a.b = c", ["a.b = c -> pass"]),
        ("a = b", []),
    ],
)
def test_each_kind_of_fault(source: str, expected: list[str]) -> None:
    assert changes(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        'def f():\n    """Words."""',
        "a: Literal[1]",
        "@dataclass(frozen=True)\nclass A: ...",
        "x = zip(a, b, strict=True)",
        "assert_never(a)",
    ],
)
def test_what_no_input_reaches_is_left_alone(source: str) -> None:
    assert changes(source) == []


def test_the_fault_is_in_what_is_run() -> None:
    source = "def f(a):\n    return a < 3\n"
    results = []
    for mutant in mutants_of("a.py", source):
        space: dict[str, object] = {}
        exec(compiled(source, "a.py", mutant.place, mutant.which), space)  # noqa: S102 - the code above
        results.append((mutant.change, [space["f"](a) for a in (2, 3)]))  # type: ignore[operator]
    assert results == [
        ("return a < 3 -> return None", [None, None]),
        ("a < 3 -> a <= 3", [True, True]),
        ("3 -> 4", [True, True]),
        ("3 -> 2", [False, False]),
    ]


def test_a_name_outlives_edits_elsewhere() -> None:
    source = "def f():\n    return 1, 1\n"
    before, after = (mutants_of("a.py", text) for text in (source, f"import os\n\n\n{source}"))
    assert [m.name for m in before] == [m.name for m in after]
    assert [m.line for m in before] != [m.line for m in after]
    assert len({m.name for m in before}) == len(before)


def test_the_sample_is_the_same_each_time_and_grows_by_adding() -> None:
    mutants = all_mutants(["bot/understanding/slots.py"])
    assert sample(mutants, 5) == sample(reversed(mutants), 5) == sample(mutants, 20)[:5]


def test_every_module_of_a_room_can_be_changed() -> None:
    for room in ROOMS:
        assert all(room.tests_for(file) for file in room.files())
        assert all((mutation.ROOT / test).is_file() for test in room.tests)
        assert len(all_mutants(room.files())) > 500


def test_what_is_said_to_change_nothing_still_stands_in_the_code() -> None:
    known = {mutant.name for room in ROOMS for mutant in all_mutants(room.files())}
    assert equivalents().keys() - known == set()
    assert all(len(reason) > 10 for reason in equivalents().values())


def test_a_trial_that_never_ends_is_ended_and_the_tree_stays_as_it_is() -> None:
    file = "bot/domain/shortening.py"
    source = (mutation.ROOT / file).read_bytes()
    (endless,) = [m for m in all_mutants([file]) if m.change == "at -= 1 -> pass"]
    with copied() as folder:
        test = ("tests/domain/test_shortening.py",)
        (ended,) = mutation._run(
            folder, [Trial(file, endless.place, endless.which, test, 3.0)], reading=False
        )
        assert (folder / file).read_bytes() == source == (mutation.ROOT / file).read_bytes()
    assert ended.how == "late"
    assert not Path(folder).exists()
