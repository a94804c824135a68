"""Questions and their curated answers: answer, ask back, or say honestly that there is none."""

from bot.domain.actions import action
from bot.domain.child import Rows, Turn, save, say
from bot.domain.effects import Count, Effect
from bot.domain.helped import ask_person_rows, helped_rows
from bot.domain.judgement import Band, FaqRanking, Judgement
from bot.domain.screens import hide_button
from bot.domain.speech import Button, Part, Verbatim, line
from content.schema import FaqEntry

Effects = tuple[Effect, ...]

_CHOICES = 3
"""Topics offered by "did you mean": more do not fit a small screen without scrolling."""

PERSON: Rows = ((Button(line("button-person"), action("person")),),)
"""One tap to a person."""

_LESSONS: Rows = ((Button(line("button-lessons"), action("lessons")),),)

ONWARD: Rows = (*PERSON, *_LESSONS)
"""Where to go on when nothing was asked."""

_NO_ANSWER: Rows = (*ask_person_rows(), *_LESSONS)
"""Where to go on when something was asked that only a person can answer."""


def answer_question(turn: Turn, judgement: Judgement) -> Effects:
    """The answer in one of three bands."""
    entries = best_entries(turn, judgement.faq)
    if not entries or judgement.faq.band is Band.NONE:
        return say(turn, line("faq-none"), rows=_NO_ANSWER), Count("faq_none"), *_nearest(turn, judgement.faq)
    if judgement.faq.band is Band.ASK:
        said = say(turn, line("faq-did-you-mean"), rows=(*choices(entries), *ask_person_rows()))
        return said, Count("faq_ask"), Count(f"faq_ask:{entries[0].id}")
    return show_answer(turn, entries[0])


def _nearest(turn: Turn, ranking: FaqRanking) -> Effects:
    """Which answer was nearest to a question that got none: for the people who write answers."""
    best, score = next(zip(ranking.topics, ranking.scores, strict=False), ("", 0.0))
    known = turn.world.content.answer(turn.language, best)
    return (Count(f"faq_none_near:{best}"),) if known is not None and score > 0 else ()


def best_entries(turn: Turn, ranking: FaqRanking) -> tuple[FaqEntry, ...]:
    """The best topics that have an answer in the child's language."""
    found = (turn.world.content.answer(turn.language, topic) for topic in ranking.topics[: 2 * _CHOICES])
    return tuple(entry for entry in found if entry is not None)[:_CHOICES]


def choices(entries: tuple[FaqEntry, ...]) -> Rows:
    """A button for each question."""
    return tuple((Button(Verbatim(entry.question), action("faq", entry.id)),) for entry in entries)


def show_answer(turn: Turn, entry: FaqEntry) -> Effects:
    """A curated answer, its next step, a gentle offer where asking may mean that it happens; did it help?"""
    parts, rows = answer_parts(turn, entry)
    return say(turn, *parts, rows=rows + helped_rows(turn, entry.id)), Count(f"faq:{entry.id}")


def answer_parts(turn: Turn, entry: FaqEntry, *, check_in: bool = True) -> tuple[tuple[Part, ...], Rows]:
    """What an answer shows: the words, the gentle check, the next step and related questions.

    `check_in`: False where the check and the way to a person stand there already.
    """
    parts: tuple[Part, ...] = (Verbatim(entry.answer),)
    rows: Rows = ((_next(turn, entry),),)
    if entry.checks_in and check_in:
        parts += (line("faq-check-in"),)
        rows += ((Button(line("button-happening"), action("person")), hide_button()),)
    related = (turn.world.content.answer(turn.language, topic) for topic in entry.related)
    return parts, rows + choices(tuple(one for one in related if one is not None)[:2])


def _next(turn: Turn, entry: FaqEntry) -> Button:
    step = entry.next
    lesson = turn.world.content.lesson(turn.language, step.lesson) if step.lesson else None
    if step.kind == "lesson" and lesson is not None:
        return Button(line("button-lesson", title=lesson.title), action("lesson", lesson.id))
    if step.kind == "person":
        return Button(line("button-person"), action("person"))
    if step.kind == "hide":
        return hide_button()
    return Button(line("button-numbers"), action("help"))


def tap_question(turn: Turn, topic: str) -> Effects:
    """A "did you mean" or related button."""
    entry = turn.world.content.answer(turn.language, topic)
    if entry is None:
        return save(turn), say(turn, line("faq-none"), rows=ask_person_rows())
    return save(turn), *show_answer(turn, entry)
