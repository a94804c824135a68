"""Links and account names: only those of helplines.yaml."""

from collections.abc import Iterator

from content.contacts import Allowed, handles, hosts
from content.passages import passages
from content.problems import Problem
from content.tree import Tree


def check(tree: Tree) -> Iterator[Problem]:
    """Hosts and @names that no help line names, and links that are not encrypted."""
    allowed = Allowed.of(line for _, _, line in tree.lines())
    for passage in passages(tree):
        for offset, name in hosts(passage.text):
            if name not in allowed.hosts:
                yield passage.problem(f"the link to {name} is not in helplines.yaml", offset)
        for offset, name in handles(passage.text):
            if name not in allowed.handles:
                yield passage.problem(f"the account {name} is not in helplines.yaml", offset)
        if "http://" in passage.text.casefold():
            yield passage.problem("a link must begin with https://", passage.text.casefold().index("http://"))
