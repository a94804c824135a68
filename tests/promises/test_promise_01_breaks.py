"""Bots that are broken on purpose: the proofs of promises 1 and 2 must say so."""

from tests.promises.killing import Plan, killed
from tests.promises.ledger import judge
from tests.promises.promise_01_kills import figure
from tests.promises.promise_02_repeats import kept

ONE_SEND = (("after say request", 1), ("after say request", 2))


def test_it_notices_updates_that_were_confirmed_before_they_were_stored() -> None:
    plan = Plan(points=(("before turn commit", 1),), kills=3, children=8, broken="stock polling", patience=3.0)
    assert judge(killed(plan)).lost > 0
    assert not figure(killed(plan)).ok


def test_it_notices_deliveries_that_were_marked_sent_before_they_were_sent() -> None:
    points = (("before say request", 1), ("before say request", 2))
    plan = Plan(points=points, children=8, broken="sent before sending", patience=3.0)
    assert judge(killed(plan)).lost > 0
    assert not figure(killed(plan)).ok


def test_it_notices_repeats_without_a_mark() -> None:
    verdict = judge(killed(Plan(points=ONE_SEND, children=8, broken="unmarked repeats")))
    assert verdict.unmarked > 0
    assert not kept(verdict)


def test_it_notices_repeats_without_a_cause() -> None:
    verdict = judge(killed(Plan(children=8, broken="eager repeats")))
    assert verdict.excess > 0
    assert not kept(verdict)


def test_it_finds_nothing_wrong_with_the_same_deaths_of_a_whole_bot() -> None:
    evidence = killed(Plan(points=ONE_SEND, children=8))
    assert figure(evidence).ok, str(figure(evidence))
    assert kept(judge(evidence))
