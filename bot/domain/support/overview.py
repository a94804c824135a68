"""What `/status` shows: the open cases, who has them, how long a child waits, and how messages are read."""

from bot.domain.speech import Joined, Part, line
from bot.domain.state import Case, State
from bot.domain.support.card import claimer, state_of, title
from bot.domain.support.timers import minutes_waited
from bot.domain.world import Moment, World

_MOST_LISTED = 25
"""Cases in one list: the gravest first, the longest waiting among equals. More would not be read at once."""


def overview(state: State, world: World, moment: Moment) -> tuple[Part, ...]:
    """The open cases, and how messages are read where that is known."""
    cases = _open_cases(state, world, moment)
    if world.reading is None:
        return cases
    return (*cases, line("status-reading-simple" if world.reads_simply else "status-reading-best"))


def _open_cases(state: State, world: World, moment: Moment) -> tuple[Part, ...]:
    if not state.open_cases:
        return (line("status-none"),)
    gravest = sorted(state.open_cases, key=lambda case: (-case.severity.rank, case.opened_at))
    listed = (_entry(case, state, world, moment) for case in gravest[:_MOST_LISTED])
    more = len(gravest) - _MOST_LISTED
    left_out = (line("status-more", cases=more),) if more > 0 else ()
    return (line("status-open", cases=len(gravest)), *listed, *left_out)


def _entry(case: Case, state: State, world: World, moment: Moment) -> Part:
    key = "status-case" if case.claimed_by is None else "status-case-taken"
    said = line(key, state=state_of(case, world), staff=claimer(case, state.roster))
    minutes = minutes_waited(case, moment.now)
    waits = () if minutes is None else (line("status-waits", minutes=minutes),)
    return Joined((title(case), said, *waits))
