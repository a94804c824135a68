"""What a lesson shows: cover, card, question, offer, end. Words only, no decisions."""

from bot.domain.actions import action
from bot.domain.child import Rows
from bot.domain.learning import path
from bot.domain.learning.progress import Progress, Stage
from bot.domain.learning.question_screens import question_screen
from bot.domain.learning.shuffling import shuffled
from bot.domain.learning.taking import back, share
from bot.domain.speech import Button, Part, Verbatim, line
from content.schema import AgeBand, Card, Ending, Lesson, Onward

Screen = tuple[tuple[Part, ...], Rows]


def lesson_screen(
    lesson: Lesson, band: AgeBand | None, at: Progress, child: str, number: int, following: Lesson | None
) -> Screen:
    """The screen at which a child stands; `number` goes into its buttons, so that old ones are told apart.

    `following`: the lesson after this one, None for the last.
    """
    match at.stage:
        case Stage.COVER:
            return _cover(lesson, number)
        case Stage.BEFORE | Stage.AFTER:
            return _probe(lesson, at, child, number)
        case Stage.STEPS:
            return _step(lesson, band, at, child, number)
        case Stage.SHORTER:
            return _shorter(number)
        case Stage.CARDS:
            return _leaf(lesson, band, at, number)
        case Stage.END:
            return _end(lesson, at, number, following)


def _cover(lesson: Lesson, number: int) -> Screen:
    start = Button(line("button-start"), action("s", number, "start"))
    before = Button(line("button-before"), action("s", number, "before"))
    parts = (line("lesson-cover", title=lesson.title), Verbatim(lesson.summary), line("lesson-probes-why"))
    return parts, ((start,), (before,))


def _probe(lesson: Lesson, at: Progress, child: str, number: int) -> Screen:
    pair = lesson.pairs[len(at.probes)]
    probe = pair.before if at.stage is Stage.BEFORE else pair.after
    heading = line(f"lesson-probe-{at.stage}", at=len(at.probes) + 1, of=len(lesson.pairs))
    options = shuffled(probe.options, child, lesson.id, pair.id, at.stage)
    rows = tuple((Button(Verbatim(one.text), action("s", number, "probe", one.id)),) for one in options)
    leave = Button(line("button-leave-probes"), action("s", number, "leave"))
    return (heading, Verbatim(probe.text)), (*rows, (leave,))


def _step(lesson: Lesson, band: AgeBand | None, at: Progress, child: str, number: int) -> Screen:
    places = path.met(lesson, band, short=at.short)
    here = sum(place <= at.step for place in places)
    heading = line("lesson-heading", title=lesson.title, step=here, steps=len(places))
    step = lesson.steps[at.step]
    if isinstance(step, Card):
        may_go_back = back(lesson, band, at) is not None
        return (heading, Verbatim(step.text)), (_ways(number, back=may_go_back),)
    parts, rows = question_screen(lesson, step, at.asking, child, number)
    return (heading, *parts), rows


def _leaf(lesson: Lesson, band: AgeBand | None, at: Progress, number: int) -> Screen:
    places = path.cards(lesson, band)
    here = sum(place <= at.step for place in places)
    heading = line("lesson-heading", title=lesson.title, step=here, steps=len(places))
    text = Verbatim(lesson.steps[at.step].text)
    return (heading, text), (_ways(number, back=here > 1),)


def _ways(number: int, *, back: bool) -> tuple[Button, ...]:
    onward = Button(line("button-next"), action("s", number, "next"))
    return (Button(line("button-back"), action("s", number, "back")), onward) if back else (onward,)


def _shorter(number: int) -> Screen:
    yes = Button(line("button-shorter"), action("s", number, "shorter"))
    no = Button(line("button-stay"), action("s", number, "stay"))
    return (line("lesson-shorter"),), ((yes,), (no,))


def _end(lesson: Lesson, at: Progress, number: int, following: Lesson | None) -> Screen:
    """Words for how it went, the thing to remember, and first the way on that fits."""
    ending = lesson.ending(share(at))
    answered = len(at.right) + len(at.missed)
    score = (line("lesson-score", right=len(at.right), questions=answered),) if answered else ()
    parts = (line("lesson-done", title=lesson.title), Verbatim(ending.text), *score, Verbatim(lesson.closing))
    again = Button(line("button-again"), action("lesson", lesson.id))
    offered = _ways_on(lesson, at, ending, number, following)
    ways = sorted(offered.items(), key=lambda way: way[0] is not ending.onward)
    return parts, (*((button,) for _, button in ways), (again,))


def _ways_on(
    lesson: Lesson, at: Progress, ending: Ending, number: int, following: Lesson | None
) -> dict[Onward, Button]:
    """What can be done next; only what makes sense here."""
    ways: dict[Onward, Button] = {}
    if following is not None:
        label = line("button-next-lesson", title=following.title)
        ways[Onward.LESSON] = Button(label, action("lesson", following.id))
    if ending.story is not None:
        ways[Onward.STORY] = Button(line("button-a-story"), action("story", ending.story))
    if at.missed:
        ways[Onward.REVIEW] = Button(line("button-missed"), action("missed", lesson.id))
    return ways | {Onward.CARDS: Button(line("button-cards"), action("s", number, "cards"))}
