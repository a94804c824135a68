"""When an unanswered case is raised again. Timers are rows: they survive a restart."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.effects import Effect, PostInCase, PostToStaff, SaveCase, StartTimer
from bot.domain.inputs import TimerDue, TimerKind
from bot.domain.speech import Message, line
from bot.domain.state import Case, CaseStatus, State
from bot.domain.world import Moment
from content.schema import Severity

_MINUTES = {
    Severity.EMERGENCY: (2, 3, 5, 10, 20, 30),
    Severity.URGENT: (15, 30, 60),
    Severity.CONCERN: (60, 120),
    Severity.NONE: (60, 120),
}
"""Minutes from one raising to the next; the last one repeats. 2 minutes: promises, row 9."""

_UNANSWERED = (CaseStatus.NEW, CaseStatus.CLAIMED, CaseStatus.REOPENED)


def first_raise(case: Case, now: datetime) -> StartTimer:
    """The timer that is set when a case is opened or raised."""
    return _timer(case, now, 0)


def _timer(case: Case, now: datetime, number: int) -> StartTimer:
    waits = _MINUTES[case.severity]
    wait = timedelta(minutes=waits[min(number, len(waits) - 1)])
    return StartTimer(TimerKind.RAISE_CASE, case.ref, now + wait, number)


def raise_again(due: TimerDue, state: State, moment: Moment) -> tuple[Effect, ...]:
    """Say again that a case waits, unless somebody has answered it."""
    case = state.case
    if case is None or case.status not in _UNANSWERED:
        return ()
    case = replace(case, raised=case.raised + 1)
    minutes = int((moment.now - (case.waiting_since or case.opened_at)).total_seconds() // 60)
    key = "case-waits" if case.claimed_by is None else "case-waits-claimed"
    message = Message((line(key, name=case.name, minutes=minutes),))
    again = _timer(case, moment.now, due.round + 1)
    return SaveCase(case), PostInCase(case, message), PostToStaff(message), again
