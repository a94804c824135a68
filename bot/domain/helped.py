"""Did this help? Two buttons under a curated answer, and what a tap on one leads to."""

from dataclasses import replace

from bot.domain.actions import action
from bot.domain.child import Rows, Turn, save, say, toast
from bot.domain.effects import Count, Effect
from bot.domain.inputs import ButtonTapped
from bot.domain.speech import Button, line
from content.schema import Severity

Effects = tuple[Effect, ...]

_REMEMBERED = 20
"""So many tapped messages are remembered; a second tap on an older one would count once more."""


def helped_rows(turn: Turn, topic: str) -> Rows:
    """The two buttons. Not beside something grave that the child told: it would sound like a survey.

    In a chat that was hidden they stand there as if there were no case, so that nothing tells of one.
    """
    case = turn.case
    if case is not None and not case.discreet and case.severity.rank >= Severity.URGENT.rank:
        return ()
    yes = Button(line("button-helped"), action("helped", topic))
    return ((yes, Button(line("button-not-helped"), action("not_helped", topic))),)


def tap_helped(turn: Turn, tapped: ButtonTapped, topic: str, *, helped: bool) -> Effects:
    """Count it, once a message, and say thanks; after a no, the ways that are left."""
    if turn.world.content.answer(turn.language, topic) is None:
        return (toast(turn, tapped.query, "toast-old-button"),)
    if already_tapped(turn, tapped.message_id):
        return save(turn), toast(turn, tapped.query, "toast-helped-before")
    noted = tapping(turn, tapped.message_id)
    if helped:
        return save(noted), toast(turn, tapped.query, "toast-helped"), Count(f"faq_helped:{topic}")
    return (
        save(noted),
        toast(turn, tapped.query, "toast-not-helped"),
        say(noted, line("faq-not-helped"), rows=ask_person_rows(topic)),
        Count(f"faq_not_helped:{topic}"),
    )


def ask_person_rows(*topic: str) -> Rows:
    """One tap by which the question goes to a person as it was asked."""
    return ((Button(line("button-ask-person"), action("ask_person", *topic)),),)


def already_tapped(turn: Turn, message_id: int) -> bool:
    """Whether a button of this message that counts once has been tapped."""
    return message_id in turn.learner.tapped


def tapping(turn: Turn, message_id: int) -> Turn:
    """The turn of a child who has tapped such a button."""
    tapped = (*turn.learner.tapped, message_id)[-_REMEMBERED:]
    return turn.knowing(replace(turn.learner, tapped=tapped))
