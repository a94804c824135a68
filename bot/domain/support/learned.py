"""What works in the lessons, for staff: a short text with a chart, and all figures as a table."""

from bot.domain.effects import FileForStaff, Form
from bot.domain.figures import Say, of_gain, of_interval, of_period, of_share, saying
from bot.domain.inputs import StaffCommanded
from bot.domain.learning.insights import Insights, LessonFigures, QuestionFigures, insights, period
from bot.domain.shortening import brief
from bot.domain.speech import Joined, Message, Part, line
from bot.domain.state import State
from bot.domain.world import Moment, World

_HARDEST = 3
"""Questions named in the text; the table has all of them."""

_LONGEST = 60
"""Characters of a question and of a belief: with these the text fits under a picture (1024 characters)."""


def learned(
    commanded: StaffCommanded, state: State, world: World, moment: Moment
) -> tuple[FileForStaff, FileForStaff]:
    """The chart, with the text under it, and the table."""
    language = world.policy.staff_language
    figures = insights(state.counts, world.content, language, period(moment.now))
    reply_to = commanded.message_id if commanded.topic is None else None
    return (
        FileForStaff(Form.CHART, figures, Message(_text(figures, world)), reply_to),
        FileForStaff(Form.TABLE, figures, Message((line("insights-table"),)), reply_to),
    )


def _text(figures: Insights, world: World) -> tuple[Part, ...]:
    say = saying(world.content.texts, world.policy.staff_language)
    totals = line(
        "insights-totals",
        period=of_period(figures.period, say),
        begun=str(figures.begun),
        finished=str(figures.finished),
        stories=str(figures.stories_begun),
        practice=str(figures.practised),
    )
    return Joined((totals, _gained(figures, say))), *_hardest(figures), line("insights-note")


def _gained(figures: Insights, say: Say) -> Part:
    if figures.gain is None:
        return line("insights-gain-unknown")
    return line("insights-gain", gain=of_gain(figures.gain), interval=of_interval(figures.gain, say))


def _hardest(figures: Insights) -> tuple[Part, ...]:
    found = figures.hardest(_HARDEST)
    lines = tuple(part for lesson, question in found for part in _question(lesson, question))
    return (Joined((line("insights-hardest"), *lines)),) if lines else ()


def _question(lesson: LessonFigures, one: QuestionFigures) -> tuple[Part, ...]:
    question = brief(one.question.text, _LONGEST)
    told = line(
        "insights-question", lesson=lesson.lesson.title, question=question, share=of_share(one.right_share)
    )
    believed = map(lesson.belief, one.misconceptions[:1])
    return told, *(line("insights-believed", belief=brief(words, _LONGEST)) for words in believed)
