"""State and messages agree: random programs of events and crashes, compared step by step with plain dicts."""

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.promises.figure import Figure
from tests.promises.program import COUNTS
from tests.promises.programs import Programs

SHORT, LONG = 200, 2_000
STEPS = 50
FEWEST = 0.5
"""Crashes, messages owed and replies that a program must hold on average, for the proof to mean something."""


def prove(long: bool) -> Figure:  # noqa: FBT001
    """0 divergences."""
    COUNTS.clear()
    wanted = LONG if long else SHORT
    fault = _first_divergence(wanted)
    text = (
        f"{COUNTS['programs']} programs, {COUNTS['steps']} updates and sendings, "
        f"{COUNTS['crashes']} crashes, {COUNTS['distress']} messages owed to staff, "
        f"{COUNTS['replied']} replies taken: {1 if fault else 0} divergences"
    )
    loaded = min(COUNTS["crashes"], COUNTS["distress"], COUNTS["replied"]) >= FEWEST * wanted
    return Figure(3, text + fault, ok=not fault and loaded and COUNTS["programs"] >= wanted)


def _first_divergence(programs: int) -> str:
    """What went wrong, or nothing. The programs are the same ones every time."""
    plan = settings(
        max_examples=programs,
        stateful_step_count=STEPS,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        print_blob=False,
    )
    try:
        run_state_machine_as_test(Programs, settings=plan)
    except AssertionError as error:
        return f"; {str(error).splitlines()[0]}"
    return ""
