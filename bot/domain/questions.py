"""Questions and their curated answers: answer, ask back, or say honestly that there is none."""

from bot.domain.actions import action
from bot.domain.child import Rows, Turn, hide_button, save, say
from bot.domain.effects import Count, Effect
from bot.domain.helped import ask_person_rows, helped_rows
from bot.domain.judgement import Band, FaqRanking, Judgement
from bot.domain.speech import Button, Part, Verbatim, line
from content.schema import FaqEntry

Effects = tuple[Effect, ...]

_CHOICES = 3
"""Topics offered by "did you mean": more do not fit a small screen without scrolling."""

PERSON: Rows = ((Button(line("button-person"), action("person")),),)
"""One tap to a person."""

_LESSONS = Button(line("button-lessons"), action("lessons"))

ONWARD: Rows = (*PERSON, (_LESSONS,))
"""Where to go on when nothing was asked."""


def answer_question(turn: Turn, judgement: Judgement) -> Effects:
    """The answer in one of three bands."""
    entries = best_entries(turn, judgement.faq)
    if entries and judgement.faq.band is Band.ANSWER:
        return show_answer(turn, entries[0])
    if entries and judgement.faq.band is Band.ASK:
        said = say(turn, line("faq-did-you-mean"), rows=(*choices(entries), *ask_person_rows()))
    else:
        said = say(turn, line("faq-none"), rows=_no_answer(turn, judgement.faq))
    return said, *counted(turn, judgement.faq)


def counted(turn: Turn, ranking: FaqRanking) -> Effects:
    """What is counted of a question that was answered, asked back or neither: the topic, never the words."""
    entries = best_entries(turn, ranking)
    if not entries or ranking.band is Band.NONE:
        # Which answer was nearest is told to the people who write answers.
        nearest = _nearest(turn, ranking)
        return Count("faq_none"), *((Count(f"faq_none_near:{nearest.id}"),) if nearest else ())
    if ranking.band is Band.ASK:
        return Count("faq_ask"), Count(f"faq_ask:{entries[0].id}")
    return (_answered(entries[0]),)


def _answered(entry: FaqEntry) -> Count:
    return Count(f"faq:{entry.id}")


def _no_answer(turn: Turn, ranking: FaqRanking) -> Rows:
    """Where to go on when only a person can answer: to one, then to a related lesson, or to all of them.

    Nothing is said of that lesson: what nobody has understood may be a cry for help, which no lesson answers.
    """
    nearest = _nearest(turn, ranking)
    near = _lesson(turn, nearest) if nearest is not None and ranking.related else None
    return *ask_person_rows(), (near or _LESSONS,)


def _nearest(turn: Turn, ranking: FaqRanking) -> FaqEntry | None:
    """The answer that comes nearest to a question without one."""
    best, score = next(zip(ranking.topics, ranking.scores, strict=False), ("", 0.0))
    return turn.world.content.answer(turn.language, best) if score > 0 else None


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
    return say(turn, *parts, rows=rows + helped_rows(turn, entry.id)), _answered(entry)


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
    lesson = _lesson(turn, entry)
    if lesson is not None:
        return lesson
    if entry.next.kind == "person":
        return Button(line("button-person"), action("person"))
    if entry.next.kind == "hide":
        return hide_button()
    return Button(line("button-numbers"), action("help"))


def _lesson(turn: Turn, entry: FaqEntry) -> Button | None:
    """The lesson to which an answer leads, by its name; None where it leads elsewhere."""
    step = entry.next
    lesson = turn.world.content.lesson(turn.language, step.lesson) if step.lesson else None
    if step.kind != "lesson" or lesson is None:
        return None
    return Button(line("button-lesson", title=lesson.title), action("lesson", lesson.id))


def tap_question(turn: Turn, topic: str) -> Effects:
    """A "did you mean" or related button."""
    entry = turn.world.content.answer(turn.language, topic)
    if entry is None:
        return save(turn), say(turn, line("faq-none"), rows=ask_person_rows())
    return save(turn), *show_answer(turn, entry)
