"""What a lesson shows: a card, a question, an explanation, the end. Words only, no decisions."""

from bot.domain.actions import action
from bot.domain.child import Rows
from bot.domain.speech import Button, Joined, Part, Verbatim, line
from bot.domain.state import Progress
from content.schema import Card, Lesson, Option, Question

Screen = tuple[tuple[Part, ...], Rows]


def lesson_screen(lesson: Lesson, progress: Progress, number: int) -> Screen:
    """The screen at which a child stands; `number` goes into its buttons, so that old ones are told apart."""
    step = lesson.steps[progress.step]
    heading = line("lesson-heading", title=lesson.title, step=progress.step + 1, steps=len(lesson.steps))
    if isinstance(step, Card):
        return (heading, Verbatim(step.text)), (_onward(lesson, progress, number),)
    if progress.answered is None:
        return _question(heading, step, progress, number)
    return _explanation(heading, lesson, step, progress, number)


def _question(heading: Part, question: Question, progress: Progress, number: int) -> Screen:
    parts: tuple[Part, ...] = (heading, Verbatim(question.text))
    if progress.hinted:
        parts += (line("lesson-hint", hint=question.hint),)
    answers = tuple((_answer(option, number),) for option in question.options)
    return parts, (*answers, _helpers(progress, number))


def _answer(option: Option, number: int) -> Button:
    return Button(Verbatim(option.text), action("s", number, "answer", option.id))


def _helpers(progress: Progress, number: int) -> tuple[Button, ...]:
    hint = Button(line("button-hint"), action("s", number, "hint"))
    skip = Button(line("button-skip"), action("s", number, "skip"))
    return (skip,) if progress.hinted else (hint, skip)


def _explanation(
    heading: Part, lesson: Lesson, question: Question, progress: Progress, number: int
) -> Screen:
    chosen = question.option(progress.answered or "")
    right = next(o for o in question.options if o.right)
    parts: tuple[Part, ...] = (heading, Verbatim(question.text))
    if chosen is None:  # the option has left the lesson since: the answer counts, the way goes on
        parts += (Joined((line("lesson-better", option=right.text), Verbatim(right.because))),)
    elif chosen.right:
        parts += (Joined((line("lesson-right", option=chosen.text), Verbatim(chosen.because))),)
    else:
        parts += (
            Joined((line("lesson-chosen", option=chosen.text), Verbatim(chosen.because))),
            Joined((line("lesson-better", option=right.text), Verbatim(right.because))),
        )
    last = progress.step + 1 == len(lesson.steps)
    label = line("button-finish") if last else line("button-next")
    return parts, ((Button(label, action("s", number, "next")),),)


def may_go_back(lesson: Lesson, progress: Progress) -> bool:
    """From a card to the card before it; an answered question is not asked twice."""
    here = lesson.steps[max(progress.step - 1, 0) : progress.step + 1]
    return len(here) == 2 and all(isinstance(step, Card) for step in here)


def _onward(lesson: Lesson, progress: Progress, number: int) -> tuple[Button, ...]:
    onward = Button(line("button-next"), action("s", number, "next"))
    back = Button(line("button-back"), action("s", number, "back"))
    return (back, onward) if may_go_back(lesson, progress) else (onward,)


def end_screen(lesson: Lesson, progress: Progress, following: Lesson | None) -> Screen:
    """The end of a lesson: what was right, the thing to remember, and where to go on."""
    score = line("lesson-score", right=progress.right, questions=len(lesson.questions))
    parts: tuple[Part, ...] = (line("lesson-done", title=lesson.title), score, Verbatim(lesson.closing))
    again = Button(line("button-again"), action("lesson", lesson.id))
    if following is None:
        return parts, ((again,),)
    onward = Button(line("button-next-lesson", title=following.title), action("lesson", following.id))
    return parts, ((onward,), (again,))
