"""Taking a lesson: what a move does to how far a child is. Pure; None where a move is not possible."""

from dataclasses import replace

from bot.domain.learning import asking, path
from bot.domain.learning.progress import Asking, Progress, Stage
from content.schema import AgeBand, Card, Lesson, Question

Move = tuple[str, ...]

MANY_SKIPS = 3
"""Questions passed over after which the shorter way is offered, once."""


def begun(lesson: Lesson, band: AgeBand | None, at: Progress) -> Progress:
    """At the first step, with nothing answered. What is known from before the lesson stays."""
    first = path.met(lesson, band, short=False)[0]
    return Progress(stage=Stage.STEPS, step=first, before=at.before, finished=at.finished)


def resumed(lesson: Lesson, at: Progress | None) -> Progress:
    """Where to go on. A lesson that was finished, or that has become shorter since, begins anew."""
    if at is None:
        return Progress()
    if at.stage is Stage.END or at.step >= len(lesson.steps) or len(at.probes) >= len(lesson.pairs):
        return Progress(finished=at.finished)
    return at


def moved(lesson: Lesson, band: AgeBand | None, at: Progress, move: Move) -> Progress | None:
    """Where a move leads."""
    match at.stage:
        case Stage.COVER:
            return _from_cover(lesson, band, at, move)
        case Stage.BEFORE | Stage.AFTER:
            return _probed(lesson, band, at, move)
        case Stage.STEPS:
            return _stepped(lesson, band, at, move)
        case Stage.SHORTER:
            return _way_chosen(lesson, band, at, move)
        case Stage.CARDS:
            return _leafed(lesson, band, at, move)
        case Stage.END:
            return _after_the_end(lesson, band, at, move)


def _from_cover(lesson: Lesson, band: AgeBand | None, at: Progress, move: Move) -> Progress | None:
    match move:
        case ("start",):
            return begun(lesson, band, at)
        case ("before",):
            return replace(at, stage=Stage.BEFORE, probes=())
        case _:
            return None


def _probed(lesson: Lesson, band: AgeBand | None, at: Progress, move: Move) -> Progress | None:
    """The three questions before or after, one at a time; nothing is explained, and all can be left out."""
    match move:
        case ("leave",):
            return _probes_over(lesson, band, replace(at, probes=(), before=None))
        case ("probe", name):
            pair = lesson.pairs[len(at.probes)]
            probe = pair.before if at.stage is Stage.BEFORE else pair.after
            option = next((one for one in probe.options if one.id == name), None)
            if option is None:
                return None
            at = replace(at, probes=(*at.probes, option.right))
            return _probes_over(lesson, band, at) if len(at.probes) == len(lesson.pairs) else at
        case _:
            return None


def _probes_over(lesson: Lesson, band: AgeBand | None, at: Progress) -> Progress:
    if at.stage is Stage.AFTER:
        return replace(at, stage=Stage.END, finished=True)
    known = sum(at.probes) if at.probes else None
    return begun(lesson, band, replace(at, before=known))


def _stepped(lesson: Lesson, band: AgeBand | None, at: Progress, move: Move) -> Progress | None:
    step = lesson.steps[at.step] if at.step < len(lesson.steps) else None
    match step, move:
        case None, _:
            return None
        case Card(), ("next",):
            return _onward(lesson, band, at)
        case Card(), ("back",):
            return back(lesson, band, at)
        case Card(), _:
            return None
        case _, ("next",) if at.asking.solved:
            return _onward(lesson, band, at)
        case _, ("skip",) if not at.asking.solved:
            return _skipped(lesson, band, at)
        case _:
            return _asked(step, at, move)


def back(lesson: Lesson, band: AgeBand | None, at: Progress) -> Progress | None:
    """From a card to the card before it; an answered question is not asked twice."""
    place = path.before(lesson, band, at)
    here = lesson.steps[at.step]
    if place is None or not isinstance(here, Card) or not isinstance(lesson.steps[place], Card):
        return None
    return replace(at, step=place)


def _asked(question: Question, at: Progress, move: Move) -> Progress | None:
    """What counts for the score is the first answer."""
    now = asking.moved(question, at.asking, move)
    if now is None:
        return None
    right = asking.first_answer(at.asking, now)
    at = replace(at, asking=now)
    if right is None:
        return at
    name = (question.id,)
    return replace(at, right=at.right + name) if right else replace(at, missed=at.missed + name)


def _skipped(lesson: Lesson, band: AgeBand | None, at: Progress) -> Progress:
    """Skipping costs nothing. Who skips many is offered the shorter way."""
    skipped = at.skipped + int(at.asking.misses == 0)
    onward = _onward(lesson, band, replace(at, skipped=skipped))
    if onward.stage is not Stage.STEPS or skipped < MANY_SKIPS or at.offered or at.short:
        return onward
    return replace(onward, stage=Stage.SHORTER, offered=True)


def _onward(lesson: Lesson, band: AgeBand | None, at: Progress) -> Progress:
    place = path.following(lesson, band, at)
    at = replace(at, asking=Asking())
    if place is not None:
        return replace(at, step=place)
    if at.before is not None:
        return replace(at, stage=Stage.AFTER, probes=())
    return replace(at, stage=Stage.END, finished=True)


def _way_chosen(lesson: Lesson, band: AgeBand | None, at: Progress, move: Move) -> Progress | None:
    match move:
        case ("stay",):
            return replace(at, stage=Stage.STEPS)
        case ("shorter",):
            at = replace(at, stage=Stage.STEPS, short=True)
            here = at.step in path.met(lesson, band, short=True)
            return at if here else _onward(lesson, band, at)
        case _:
            return None


def _after_the_end(lesson: Lesson, band: AgeBand | None, at: Progress, move: Move) -> Progress | None:
    if move != ("cards",):
        return None
    return replace(at, stage=Stage.CARDS, step=path.cards(lesson, band)[0])


def _leafed(lesson: Lesson, band: AgeBand | None, at: Progress, move: Move) -> Progress | None:
    """The cards once more, forth and back; after the last one the end shows again."""
    places = path.cards(lesson, band)
    here = places.index(at.step) if at.step in places else 0
    match move:
        case ("next",):
            last = here + 1 == len(places)
            return replace(at, stage=Stage.END) if last else replace(at, step=places[here + 1])
        case ("back",) if here > 0:
            return replace(at, step=places[here - 1])
        case _:
            return None


def share(at: Progress) -> float:
    """The share of answered questions that were right at the first try; skipped ones do not count."""
    answered = len(at.right) + len(at.missed)
    return len(at.right) / answered if answered else 0.0
