"""Bots that are broken on purpose: the proofs of promises 1 and 2 must say so."""

import pytest

from tests.promises.killing import Evidence, Plan, killed
from tests.promises.ledger import judge
from tests.promises.promise_01_kills import figure
from tests.promises.promise_02_repeats import kept

AFTER = (("after say request", 1), ("after say request", 2))
BEFORE = (("before say request", 1), ("before say request", 2))
PLANS = {
    "whole": Plan(points=AFTER, children=8),
    "confirmed first": Plan(
        points=(("before turn commit", 1),), kills=3, children=8, broken="stock polling", patience=3.0
    ),
    "sent first": Plan(points=BEFORE, children=8, broken="sent before sending", patience=3.0),
    "no mark": Plan(points=AFTER, children=8, broken="unmarked repeats"),
    "no cause": Plan(children=8, broken="eager repeats"),
}


@pytest.fixture(scope="module")
def evidence() -> dict[str, Evidence]:
    return dict(zip(PLANS, killed(*PLANS.values()), strict=True))


def test_it_notices_updates_that_were_confirmed_before_they_were_stored(
    evidence: dict[str, Evidence],
) -> None:
    assert judge(evidence["confirmed first"]).lost > 0
    assert not figure(evidence["confirmed first"]).ok


def test_it_notices_deliveries_that_were_marked_sent_before_they_were_sent(
    evidence: dict[str, Evidence],
) -> None:
    assert judge(evidence["sent first"]).lost > 0
    assert not figure(evidence["sent first"]).ok


def test_it_notices_repeats_without_a_mark(evidence: dict[str, Evidence]) -> None:
    verdict = judge(evidence["no mark"])
    assert verdict.unmarked > 0
    assert not kept(verdict)


def test_it_notices_repeats_without_a_cause(evidence: dict[str, Evidence]) -> None:
    verdict = judge(evidence["no cause"])
    assert verdict.excess > 0
    assert not kept(verdict)


def test_it_finds_nothing_wrong_with_a_whole_bot_that_dies_as_these_do(evidence: dict[str, Evidence]) -> None:
    assert figure(evidence["whole"]).ok, str(figure(evidence["whole"]))
    assert kept(judge(evidence["whole"]))
