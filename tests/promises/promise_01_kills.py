"""No message is lost when the process dies: every update is settled, every answer and alert is there."""

from collections import Counter

from tests.promises.crashes import POINTS
from tests.promises.figure import Figure
from tests.promises.killing import Evidence, Plan, killed
from tests.promises.ledger import judge

IN_FLIGHT = 0.6
ONCE = tuple((point, 1) for point in POINTS)
OFTEN = tuple(point for point in POINTS if point.split()[1] in ("turn", "attempt", "settle", "say"))
"""Points that every life passes several times."""

SHORT = Plan(kills=25, points=ONCE, children=60)
LONG = Plan(
    kills=500,
    points=(*ONCE, *((point, nth) for nth in (2, 3) for point in OFTEN)),
    children=580,
    reader="real",
    patience=300.0,
)


def prove(long: bool) -> Figure:  # noqa: FBT001
    """Kill the bot at random moments and at every named crash point."""
    return figure(*killed(LONG if long else SHORT))


def figure(evidence: Evidence) -> Figure:
    """0 lost, on a bot that had work under way."""
    verdict, plan = judge(evidence), evidence.plan
    random = evidence.deaths[len(plan.points) :]
    busy = sum(not death.idle for death in random) / max(1, len(random))
    ended = evidence.finished and not evidence.trouble and not evidence.records.dead
    text = (
        f"{verdict.lost} lost of {len(evidence.pushed)} messages and taps, "
        f"{verdict.strange} unexpected posts; "
        f"{len(random)} kills at random ({busy:.0%} with work under way: {histogram(evidence)}), "
        f"{len(plan.points)} at named points, {plan.reader} reader"
    )
    trouble = "" if ended else f"; NOT ENDED WELL: {', '.join(evidence.trouble) or 'not everything was sent'}"
    ok = ended and verdict.lost == verdict.strange == 0 and (busy >= IN_FLIGHT or not random)
    return Figure(1, text + trouble, ok)


def histogram(evidence: Evidence) -> str:
    """What was under way at the random kills."""
    names = Counter(death.name for death in evidence.deaths[len(evidence.plan.points) :])
    return ", ".join(f"{name} {count}" for name, count in names.most_common())
