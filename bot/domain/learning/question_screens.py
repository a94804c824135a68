"""What a question shows: open, missed, solved. Words only, no decisions. Lessons and practice share it."""

from bot.domain.actions import action
from bot.domain.child import Rows
from bot.domain.learning.answers import NO, YES, Verdict, solution, verdict
from bot.domain.learning.progress import Asking
from bot.domain.learning.shuffling import displaced, shuffled
from bot.domain.speech import Button, Joined, Part, Verbatim, line
from content.schema import Card, Choice, Item, Lesson, Option, Order, Question, Several, Situation, Truth, Way

Screen = tuple[tuple[Part, ...], Rows]


def question_screen(lesson: Lesson, question: Question, at: Asking, child: str, number: int) -> Screen:
    """A question as it stands; `number` goes into its buttons, so that old ones are told apart."""
    if at.submitted is None:
        return _open(lesson, question, at, child, number)
    found = verdict(question, at.submitted)
    if found is None:  # the option has left the lesson since: the answer counts, the way goes on
        return (Verbatim(question.text), _solution(question)), (_next(number),)
    if found.right:
        words = Joined((line("lesson-right"), *map(Verbatim, found.because)))
        return (Verbatim(question.text), *_answer(question, at), words), (_next(number),)
    return _solved(lesson, question, at, found, number) if at.solved else _missed(question, at, found, number)


def _open(lesson: Lesson, question: Question, at: Asking, child: str, number: int) -> Screen:
    parts: tuple[Part, ...] = (Verbatim(question.text), *_how_to(question))
    if isinstance(question, Order) and at.picked:
        parts += (_in_order(question, at.picked),)
    if at.hinted:
        parts += (line("lesson-hint", hint=question.hint),)
    return parts, (*_choices(lesson, question, at, child, number), *_helpers(question, at, number))


def _how_to(question: Question) -> tuple[Part, ...]:
    match question:
        case Several():
            return (line("lesson-several"),)
        case Order():
            return (line("lesson-order"),)
        case Situation():
            return (line("lesson-situation"),)
        case Choice() | Truth():
            return ()


def _choices(lesson: Lesson, question: Question, at: Asking, child: str, number: int) -> Rows:
    match question:
        case Truth():
            return tuple((_truth(name, number),) for name in (YES, NO))
        case Choice(options=options):
            return tuple((_option(one, number),) for one in shuffled(options, child, lesson.id, question.id))
        case Situation(ways=ways):
            return tuple((_option(one, number),) for one in shuffled(ways, child, lesson.id, question.id))
        case Several(options=options):
            ordered = shuffled(options, child, lesson.id, question.id)
            return tuple((_tick(one, at, number),) for one in ordered)
        case Order(items=items):
            left = [one for one in displaced(items, child, lesson.id, question.id) if one.id not in at.picked]
            return tuple((Button(Verbatim(one.text), action("s", number, "put", one.id)),) for one in left)


def _truth(name: str, number: int) -> Button:
    return Button(line(f"button-answer-{name}"), action("s", number, "answer", name))


def _option(one: Option | Way, number: int) -> Button:
    return Button(Verbatim(one.text), action("s", number, "answer", one.id))


def _tick(one: Option, at: Asking, number: int) -> Button:
    key = "button-ticked" if one.id in at.picked else "button-unticked"
    return Button(line(key, option=one.text), action("s", number, "tick", one.id))


def _helpers(question: Question, at: Asking, number: int) -> Rows:
    row: tuple[Button, ...] = () if at.hinted else (Button(line("button-hint"), action("s", number, "hint")),)
    skip = Button(line("button-skip"), action("s", number, "skip"))
    return (*_finishing(question, at, number), (*row, skip))


def _finishing(question: Question, at: Asking, number: int) -> Rows:
    done = Button(line("button-done"), action("s", number, "done"))
    undo = Button(line("button-undo"), action("s", number, "undo"))
    match question:
        case Several() if at.picked:
            return ((done,),)
        case Order(items=items) if at.picked:
            return ((undo, done),) if len(at.picked) == len(items) else ((undo,),)
        case _:
            return ()


def _missed(question: Question, at: Asking, found: Verdict, number: int) -> Screen:
    parts = (Verbatim(question.text), *_answer(question, at), *_because(found))
    hinted = (line("lesson-hint", hint=question.hint),) if at.hinted else ()
    hint = () if at.hinted else ((Button(line("button-hint"), action("s", number, "hint")),),)
    retry = (Button(line("button-retry"), action("s", number, "retry")),)
    show = (Button(line("button-solution"), action("s", number, "solution")),)
    return (*parts, *hinted), (retry, *hint, show)


def _because(found: Verdict) -> tuple[Part, ...]:
    if found.incomplete:
        return (line("lesson-incomplete"),)
    return tuple(map(Verbatim, found.because))


def _solved(lesson: Lesson, question: Question, at: Asking, found: Verdict, number: int) -> Screen:
    """After two misses the card that teaches it stands between the answer and what is right."""
    card = lesson.card(question.card) if at.misses > 1 else None
    refreshed = _refreshed(card) if card is not None else ()
    parts = (Verbatim(question.text), *_answer(question, at), *_because(found), *refreshed)
    return (*parts, _solution(question)), (_next(number),)


def _refreshed(card: Card) -> tuple[Part, ...]:
    return (Joined((line("lesson-refresher"), Verbatim(card.text))),)


def _solution(question: Question) -> Part:
    options, because = solution(question)
    if isinstance(question, Truth):
        return Joined(
            (line("lesson-it-is-true" if question.right else "lesson-it-is-not"), Verbatim(because))
        )
    key = "lesson-also-good" if isinstance(question, Situation) else "lesson-better"
    return Joined((line(key), *map(Verbatim, options), Verbatim(because)))


def _answer(question: Question, at: Asking) -> tuple[Part, ...]:
    """What the child chose, in their words' order."""
    submitted = at.submitted or ()
    match question:
        case Order():
            return (Joined((line("lesson-your-order"), _in_order(question, submitted))),)
        case Truth():
            return (line("lesson-chose-true" if submitted == (YES,) else "lesson-chose-not"),)
        case Choice(options=parts) | Several(options=parts):
            return _chosen(tuple(one.text for one in parts if one.id in submitted))
        case Situation(ways=ways):
            return _chosen(tuple(way.text for way in ways if way.id in submitted))


def _chosen(texts: tuple[str, ...]) -> tuple[Part, ...]:
    return (Joined(tuple(line("lesson-chosen", option=text) for text in texts)),)


def _in_order(question: Order, picked: tuple[str, ...]) -> Part:
    by_id: dict[str, Item] = {item.id: item for item in question.items}
    known = [by_id[name] for name in picked if name in by_id]
    return Joined(tuple(Verbatim(f"{n}. {item.text}") for n, item in enumerate(known, start=1)))


def _next(number: int) -> tuple[Button, ...]:
    return (Button(line("button-next"), action("s", number, "next")),)
