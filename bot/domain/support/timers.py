"""When an unanswered case is raised again. Timers are rows: they survive a restart."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.effects import Effect, PostInCase, PostToStaff, SaveCase, StartTimer
from bot.domain.inputs import TimerDue, TimerKind
from bot.domain.speech import Joined, Message, line
from bot.domain.state import Case, CaseStatus, State
from bot.domain.support.card import title
from bot.domain.world import Moment
from content.schema import Severity

_MINUTES = {
    Severity.EMERGENCY: (2, 3, 5, 10, 20, 30),
    Severity.URGENT: (15, 30, 60),
    Severity.CONCERN: (60, 120),
    Severity.NONE: (60, 120),
}
"""Minutes from one raising to the next; the last one repeats. 2 minutes: promises, row 9."""

UNANSWERED = (CaseStatus.NEW, CaseStatus.CLAIMED, CaseStatus.REOPENED)


def first_raise(case: Case, now: datetime) -> StartTimer:
    """The timer that is set when a case is opened or raised."""
    return _timer(case, now, 0)


def _timer(case: Case, now: datetime, number: int) -> StartTimer:
    waits = _MINUTES[case.severity]
    wait = timedelta(minutes=waits[min(number, len(waits) - 1)])
    return StartTimer(TimerKind.RAISE_CASE, case.ref, now + wait, number)


def minutes_waited(case: Case, now: datetime) -> int | None:
    """Whole minutes since an answer has been owed; None for a case that waits for nobody here."""
    if case.status not in UNANSWERED:
        return None
    return int((now - (case.waiting_since or case.opened_at)).total_seconds() // 60)


def raise_again(due: TimerDue, state: State, moment: Moment) -> tuple[Effect, ...]:
    """Say again that a case waits, unless somebody has answered it."""
    case = state.case
    minutes = None if case is None else minutes_waited(case, moment.now)
    if case is None or minutes is None:
        return ()
    case = replace(case, raised=case.raised + 1)
    key = "case-waits" if case.claimed_by is None else "case-waits-claimed"
    message = Message((Joined((title(case), line(key, minutes=minutes))),))
    again = _timer(case, moment.now, due.round + 1)
    return SaveCase(case), PostInCase(case, message), PostToStaff(message), again
