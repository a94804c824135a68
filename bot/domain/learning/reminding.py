"""Reminders to review: only for who wants them, by day, neutral, and never while a case is open."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from hashlib import sha256

from bot.domain.actions import action
from bot.domain.child import FOOTER, Turn, save, show, toast
from bot.domain.effects import Count, Effect, Lane, SaveLearner, SayToChild, StartTimer, StopTimers
from bot.domain.inputs import TimerKind
from bot.domain.learning.practice_screens import switched
from bot.domain.learning.remembering import due, next_due
from bot.domain.speech import Button, Message, line
from bot.domain.state import Learner, State
from bot.domain.world import Moment, World

Effects = tuple[Effect, ...]

FIRST_HOUR, MINUTES = 16, 150
"""After school: each child has a minute of their own from 16:00 to 18:29."""
BY_DAY = (time(9, 0), time(20, 0))
"""A timer that fires late, after a pause of the bot, is silent outside of these hours."""
MOST_UNANSWERED = 3
"""After so many reminders without an answer there are none until the child is back."""


def switch(turn: Turn, message_id: int, query: str, *, on: bool) -> Effects:
    """Turn reminders on or off."""
    turn = turn.knowing(replace(turn.learner, reminders=on))
    timer = (_next(turn.learner, turn.world, turn.moment.now),) if on else ()
    parts, rows = switched(next_due(turn.learner.memory), turn.moment.now, reminders=on)
    said = line("reminders-on" if on else "reminders-off")
    shown = show(turn, message_id, said, *parts, rows=rows)
    return save(turn), StopTimers(turn.child), *timer, toast(turn, query), shown


def _next(learner: Learner, world: World, now: datetime) -> StartTimer:
    """The same minute of the next day."""
    minute = int.from_bytes(sha256(learner.ref.encode()).digest()[:4]) % MINUTES
    day = now.astimezone(world.policy.zone).date() + timedelta(days=1)
    at = datetime.combine(day, time(FIRST_HOUR), world.policy.zone) + timedelta(minutes=minute)
    return StartTimer(TimerKind.REMIND, learner.ref, at)


def remind(state: State, world: World, moment: Moment) -> Effects:
    """Every day at the child's minute: a neutral line when something is due, and the timer of tomorrow."""
    learner = state.learner
    if learner is None or not learner.reminders:
        return ()
    tomorrow = _next(learner, world, moment.now)
    if not _welcome(learner, state, world, moment.now):
        return (tomorrow,)
    reminded = replace(learner, reminded=learner.reminded + 1)
    return SaveLearner(reminded), _line(learner, world), Count("reminded"), tomorrow


def _welcome(learner: Learner, state: State, world: World, now: datetime) -> bool:
    begins, ends = BY_DAY
    quiet = learner.hidden or not learner.reachable or state.open_case is not None
    by_day = begins <= now.astimezone(world.policy.zone).time() < ends
    return not quiet and by_day and learner.reminded < MOST_UNANSWERED and bool(due(learner.memory, now))


def _line(learner: Learner, world: World) -> SayToChild:
    rows = (
        (Button(line("button-review"), action("review")),),
        (Button(line("button-remind-off"), action("remind", "off")),),
    )
    known = learner.language in world.content.languages
    languages = (learner.language,) if learner.language and known else world.content.languages
    message = Message((line("neutral-reminder"),), rows + FOOTER)
    return SayToChild(learner.ref, message, languages, Lane.REMINDER)
