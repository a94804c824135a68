"""Whatever a file holds, the loader loads it or refuses it with problems, and never breaks."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from content.columns import columns
from content.contacts import handles, hosts, long_numbers, number, short_numbers
from content.fluent_files import parse_fluent
from content.loader import load
from content.problems import ContentError
from content.yaml_lines import read_yaml
from tests.content import tiny_tree

FILES = (
    "th/lessons/safe_talk.yaml",
    "en/faq/help.yaml",
    "th/interface/main.ftl",
    "distress/grooming.yaml",
    "helplines.yaml",
    "wording.yaml",
    "understanding/patterns/violence.yaml",
    "understanding/words.yaml",
    "understanding/slang.yaml",
)
SIGNS = st.text(alphabet="ab:-{}[]&*!|>'\"#%\n \t$.๑1๒่\u200b", max_size=40)


@given(
    file=st.sampled_from(FILES),
    cut=st.floats(0, 1),
    lost=st.integers(0, 60),
    put=SIGNS | st.binary(max_size=8),
)
@settings(max_examples=60, deadline=None)
def test_it_loads_or_refuses_a_file_in_which_something_was_overwritten(
    file: str, cut: float, lost: int, put: str | bytes
) -> None:
    with TemporaryDirectory() as folder:
        root = tiny_tree.build(Path(folder))
        data = (root / file).read_bytes()
        at = int(cut * len(data))
        new = put.encode() if isinstance(put, str) else put
        (root / file).write_bytes(data[:at] + new + data[at + lost :])
        assert refusals(root) >= 0


def refusals(root: Path) -> int:
    """How many problems are told: 0 when it loads."""
    try:
        load(root)
    except ContentError as error:
        return len([problem for problem in error.problems if problem.line >= 1]) or -1
    return 0


@given(SIGNS | st.text())
def test_it_reads_any_text_as_yaml_or_tells_why_not(text: str) -> None:
    read = read_yaml("f", text)
    assert all(problem.line >= 1 for problem in read.problems)


@given(SIGNS | st.text())
def test_it_reads_any_text_as_fluent_or_tells_why_not(text: str) -> None:
    parsed, problems = parse_fluent("f", text)
    lines = [entry.line for entry in parsed.entries] + [problem.line for problem in problems]
    assert all(1 <= line <= text.count("\n") + 1 for line in lines)


@given(st.text())
def test_it_finds_contacts_only_inside_the_text(text: str) -> None:
    found = [*hosts(text), *handles(text), *long_numbers(text), *short_numbers(text)]
    assert all(0 <= offset <= len(text) for offset, _ in found)


@given(st.text(), st.text())
def test_it_measures_never_less_than_nothing(first: str, second: str) -> None:
    assert 0 <= columns(first) <= 2 * len(first)
    assert columns(f"{first}a{second}") <= columns(first) + 1 + columns(second) + 2


@given(st.from_regex(r"0[1-9][0-9]{7,8}", fullmatch=True))
def test_it_knows_a_number_dialled_from_abroad(digits: str) -> None:
    assert number(f"+66 {digits[1:]}") == number(digits)
