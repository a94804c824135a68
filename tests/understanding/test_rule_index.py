"""Finding the rules that can speak of a text."""

from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.distress.rule_index import RuleIndex
from bot.understanding.distress.rules import Rule
from content.notation import parse
from content.schema import Category, Severity

NAMES = ["me", "hit", "door", "lock", "night"]
LISTS = {"me": ["i", "my"], "hit": ["hit", "beat", "slap"], "door": ["door"], "lock": ["lock", "shut"]}
LINES = ["{me} .. {hit}", "{hit} {door}?", "{door|lock} & {night}", "{me}", "{me} {me}"]


def rule(*notations: str) -> Rule:
    return Rule(
        name=" | ".join(notations),
        category=Category.VIOLENCE,
        severity=Severity.URGENT,
        lines=tuple(line for one in notations for line in parse(one, str)),
        unless=None,
        sure=False,
        strong=False,
        now=False,
        other=False,
    )


def may_fit(found: frozenset[str], one: Rule) -> list[object]:
    """The lines all of whose slots have a place, looked for one by one."""
    return [line for line in one.lines if all(any(name in found for name in lists) for lists in line.needs())]


@given(
    st.lists(st.lists(st.sampled_from(LINES), min_size=1, max_size=3), max_size=6),
    st.frozensets(st.sampled_from(NAMES)),
)
def test_no_line_that_fits_is_passed_over(notations: list[list[str]], found: frozenset[str]) -> None:
    rules = [rule(*some) for some in notations]
    possible = {id(one): lines for one, lines in RuleIndex(rules, LISTS, ("me",)).possible(found)}
    for one in rules:
        assert all(line in possible.get(id(one), ()) for line in may_fit(found, one))


def test_rules_keep_their_order_and_those_without_a_telling_word_are_left_out() -> None:
    rules = [rule("{hit}"), rule("{me} .. {door}"), rule("{lock}"), rule("{me} {lock}")]
    found = [one.name for one, _ in RuleIndex(rules, LISTS, ("me",)).possible(["lock", "me", "hit"])]
    assert found == ["{hit}", "{lock}", "{me} {lock}"]
