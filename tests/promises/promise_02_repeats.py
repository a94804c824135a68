"""A repeat is never silent: what may have been sent before says so, and nothing is repeated without cause."""

from tests.promises import promise_01_kills as kills
from tests.promises.figure import Figure
from tests.promises.killing import Evidence, Plan, killed
from tests.promises.ledger import Verdict, judge

TIMEOUT = 1.5
"""Seconds. An answer that a slow machine gives later than this is a time-out that nobody counted."""
SILENT_SHORT = Plan(children=12, swallow_rate=0.2, read_timeout=TIMEOUT, patience=180.0)
SILENT_LONG = Plan(children=300, swallow_rate=0.2, read_timeout=TIMEOUT, reader="real", patience=900.0)


def prove(long: bool) -> Figure:  # noqa: FBT001
    """The kills of the first promise, then a server that takes a post and never answers on 20 % of them."""
    plans = (kills.LONG, SILENT_LONG) if long else (kills.SHORT, SILENT_SHORT)
    return figure(*killed(*plans))


def figure(killing: Evidence, silent: Evidence) -> Figure:
    """0 unmarked, and no more marked than messages were cut off on their way."""
    died, timed_out = judge(killing), judge(silent)
    text = (
        f"{died.unmarked + timed_out.unmarked} unmarked duplicates; "
        f"{died.marked} marked after {len(killing.deaths)} kills with {died.cut_off} messages on their way; "
        f"{timed_out.marked} marked after {timed_out.cut_off} answers that never came "
        f"({len(silent.pushed)} messages, {timed_out.lost} lost); "
        f"{died.excess} and {timed_out.excess} beyond one a message and kill or time-out"
    )
    return Figure(2, text, kept(died) and kept(timed_out) and timed_out.lost == 0 and silent.finished)


def kept(verdict: Verdict) -> bool:
    """Whether a run kept the promise."""
    return verdict.unmarked == verdict.excess == 0
