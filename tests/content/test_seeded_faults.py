"""Content cannot hurt: every seeded fault is refused with its file and line, and all are listed at once."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from content.checks import ALL, Check
from content.loader import load
from content.problems import ContentError, Problem
from content.reading import read_tree
from content.tree import Tree
from tests.content.fault import Fault
from tests.content.faults import FAULTS, IN_DIFFERENT_PLACES
from tests.content.tiny_tree import build, line_of, plant

HARMLESS = [
    "It is not your fault",
    "ไม่ใช่ความผิดของเธอเลย",
    "โทร 191 หรือ 02-113-6789",
    "โทร ๑๙๑ ได้เลย",
    "191",
    "Call 191 / 02 113 6789",
    "Open 12.00-22.00",
    "The law is from 2551",
    "A fine of 20,000 baht",
    "https://takeitdown.ncmec.org/th",
    "Look at www.takeitdown.ncmec.org.",
    "Ages 10-17, e.g. you :)",
    "2 < 3 & 4 > 3",
    "ไปที่ คลิปหลุดทำไง นะ",
]


def problems_of(root: Path) -> Sequence[Problem]:
    with pytest.raises(ContentError) as caught:
        load(root)
    return caught.value.problems


def told(fault: Fault, root: Path, problems: Sequence[Problem]) -> bool:
    file = fault.told_in or fault.file
    line = line_of(root, file, fault.at)
    return any((p.file, p.line) == (file, line) and fault.says in p.message for p in problems)


def test_it_loads_the_tiny_tree(root: Path) -> None:
    assert load(root).languages == ("th", "en")


def test_it_has_at_least_thirty_seeded_faults_of_different_names() -> None:
    assert len({fault.name for fault in FAULTS}) == len(FAULTS) >= 30


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name.replace(" ", "-"))
def test_it_refuses_the_fault_with_its_file_and_line(root: Path, fault: Fault) -> None:
    plant(root, fault.file, fault.old, fault.new)
    problems = problems_of(root)
    assert told(fault, root, problems), "\n".join(map(str, problems))


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Sequence[tuple[Fault, Tree]]:
    """Every fault in a tree of its own."""
    return [(fault, planted(fault, tmp_path_factory.mktemp("broken"))) for fault in FAULTS]


def planted(fault: Fault, root: Path) -> Tree:
    build(root)
    plant(root, fault.file, fault.old, fault.new)
    return read_tree(root)[0]


@pytest.mark.parametrize("check", ALL, ids=lambda check: check.__module__)
def test_it_has_a_seeded_fault_for_every_check(
    root: Path, broken: Sequence[tuple[Fault, Tree]], check: Check
) -> None:
    assert list(check(read_tree(root)[0])) == []
    assert any(fault.says in problem.message for fault, tree in broken for problem in check(tree))


def test_it_lists_faults_of_different_files_all_at_once(root: Path) -> None:
    for fault in IN_DIFFERENT_PLACES:
        plant(root, fault.file, fault.old, fault.new)
    problems = problems_of(root)
    assert [fault.name for fault in IN_DIFFERENT_PLACES if not told(fault, root, problems)] == []


def test_it_says_each_problem_as_file_line_and_message(root: Path) -> None:
    plant(root, "th/lessons/safe_talk.yaml", "order: 1", "order: 0")
    assert str(problems_of(root)[0]).startswith("th/lessons/safe_talk.yaml:2: order: ")


def test_it_sorts_problems_by_file_and_line(root: Path) -> None:
    for fault in IN_DIFFERENT_PLACES:
        plant(root, fault.file, fault.old, fault.new)
    places = [(problem.file, problem.line) for problem in problems_of(root)]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("lost", "told_in", "says"),
    [
        ("en/lessons/safe_talk.yaml", "en/lessons/safe_talk.yaml", "has no counterpart in 'en'"),
        ("th/lessons/safe_talk.yaml", "th/lessons/safe_talk.yaml", "has no counterpart in 'th'"),
        ("en/faq/help.yaml", "en/faq", "holds no .yaml file"),
        ("en/faq", "en/faq", "this folder is missing"),
        ("en/interface/main.ftl", "en/interface", "holds no .ftl file"),
        ("th/interface", "th/interface", "the default language is missing"),
        ("distress/self_harm.yaml", "distress/self_harm.yaml", "the category self_harm has no phrases"),
        ("understanding/patterns/self_harm.yaml", "understanding/patterns/self_harm.yaml", "has no patterns"),
        ("understanding/patterns", "understanding/patterns", "this folder is missing"),
        ("understanding/words.yaml", "understanding/words.yaml", "cannot be read"),
        ("understanding/help_words.yaml", "understanding/help_words.yaml", "cannot be read"),
        ("helplines.yaml", "helplines.yaml", "cannot be read"),
        ("wording.yaml", "wording.yaml", "cannot be read"),
        ("pictures/safe_talk.svg", "pictures/safe_talk.svg", "the lesson 'safe_talk' has no picture"),
        ("pictures/stranger.svg", "pictures/stranger.svg", "the story 'stranger' has no picture"),
        ("pictures/certificate.svg", "pictures/certificate.svg", "the certificate has no picture"),
        ("pictures", "pictures", "this folder is missing"),
    ],
)
def test_it_tells_of_a_file_that_is_missing(root: Path, lost: str, told_in: str, says: str) -> None:
    remove(root / lost)
    assert any(p.file == told_in and says in p.message for p in problems_of(root))


@pytest.mark.parametrize(
    "stray",
    [
        "th/lessons/next.yml",
        "en/faq/notes.txt",
        "th/interface/more.fluent",
        "pictures/a.png",
        "understanding/patterns/more.yml",
    ],
)
def test_it_tells_of_a_file_that_nothing_reads(root: Path, stray: str) -> None:
    (root / stray).write_text("id: next", encoding="utf-8")
    assert any(p.file == stray and "not read" in p.message for p in problems_of(root))


def test_it_tells_of_a_picture_of_nothing(root: Path) -> None:
    shutil.copy(root / "pictures" / "stranger.svg", root / "pictures" / "old.svg")
    assert Problem("pictures/old.svg", 1, "belongs to no lesson and no story") in problems_of(root)


def test_it_leaves_the_typefaces_beside_the_pictures_alone(root: Path) -> None:
    (root / "pictures" / "fonts").mkdir()
    assert set(load(root).pictures) == {"safe_talk", "stranger", "certificate"}


def test_it_tells_on_which_line_a_file_is_not_utf_8(root: Path) -> None:
    (root / "helplines.yaml").write_bytes(b"lines:\n  - id: \xff\n")
    assert Problem("helplines.yaml", 2, "not UTF-8 text") in problems_of(root)


def test_it_tells_what_a_new_language_still_lacks(root: Path) -> None:
    (root / "km" / "interface").mkdir(parents=True)
    messages = [str(problem) for problem in problems_of(root)]
    for lacking in ("km/faq:1:", "km/lessons/safe_talk.yaml:1:", "no avoided words for the language 'km'"):
        assert any(lacking in message for message in messages)


def test_it_refuses_a_language_folder_that_is_no_language(root: Path) -> None:
    (root / "klingon!" / "interface").mkdir(parents=True)
    assert any("is not a language code" in problem.message for problem in problems_of(root))


def test_it_does_not_call_a_broken_file_missing_too(root: Path) -> None:
    plant(root, "en/lessons/safe_talk.yaml", "title:", "titel:")
    assert not any("counterpart" in problem.message for problem in problems_of(root))


@pytest.mark.parametrize("harmless", HARMLESS)
def test_it_leaves_harmless_words_alone(root: Path, harmless: str) -> None:
    plant(root, "en/faq/help.yaml", "You can always tell\n", f"{harmless}\n")
    plant(root, "th/faq/help.yaml", "เล่าให้คนที่ไว้ใจฟังได้เสมอ\n", f"{harmless}\n")
    assert load(root).languages == ("th", "en")


def test_it_lets_children_say_words_that_the_bot_does_not(root: Path) -> None:
    plant(root, "th/faq/help.yaml", "who_to_tell phrasing 1", "มีคนปล่อยคลิปโป๊เรา เป็นความผิดของเธอไหม *_*")
    plant(root, "distress/image_abuse.yaml", "image_abuse english 1,", "it was your fault he said <b>,")
    assert load(root).languages == ("th", "en")


def remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()


def test_it_names_no_list_as_unknown_while_a_file_that_may_define_it_is_broken(root: Path) -> None:
    plant(root, "understanding/words.yaml", "sets:", "lists:")
    assert {p.file for p in problems_of(root)} == {"understanding/words.yaml"}
