"""The certificate for all lessons: offered, asked a nickname for, given. The nickname is never kept."""

from dataclasses import replace

from bot.domain.actions import action
from bot.domain.child import FOOTER, Rows, Turn, save, say
from bot.domain.effects import Count, Effect, Lane, ShowPicture
from bot.domain.inputs import TextReceived
from bot.domain.judgement import Band, Judgement, Status
from bot.domain.learning import practising
from bot.domain.nickname import LONGEST, nickname
from bot.domain.pictures import Certificate
from bot.domain.speech import Button, Message, line
from content.schema import Severity

Effects = tuple[Effect, ...]

ROW: Rows = ((Button(line("button-certificate"), action("certificate")),),)
_PLAIN: Rows = ((Button(line("button-certificate-plain"), action("certificate", "plain")),),)


def earned(turn: Turn) -> bool:
    """Whether every lesson was finished."""
    return practising.check(turn.world.content, turn.language, turn.learner) is not None


def ask_nickname(turn: Turn) -> Effects:
    """Ask for a nickname. While people listen to a child, every text is for them: it is given without one."""
    if not earned(turn):
        return ()
    if _people_listen(turn):
        return give(turn, None)
    naming = turn.knowing(replace(turn.learner, naming=True))
    return save(naming), say(naming, line("certificate-ask", letters=LONGEST), rows=_PLAIN, lane=Lane.LESSON)


def _people_listen(turn: Turn) -> bool:
    return turn.case is not None or turn.learner.asked_for_person


def give(turn: Turn, name: str | None) -> Effects:
    """The certificate as a picture."""
    if not earned(turn):
        return ()
    day = turn.moment.now.astimezone(turn.world.policy.zone).date()
    picture = Certificate(name, day, turn.language)
    message = Message((line("certificate-given"),), FOOTER)
    shown = ShowPicture(turn.child, picture, message, turn.languages)
    return save(turn), shown, Count("certificate_given")


def taken_as_nickname(turn: Turn, received: TextReceived, judgement: Judgement) -> Effects:
    """The certificate, where the text may be the nickname that was asked for; else nothing.

    Only a text that was read, that alarms nobody, calls for no help and asks nothing: all others are heard.
    """
    asked = turn.state.learner is not None and turn.state.learner.naming
    if not asked or received.edited or received.forwarded or _people_listen(turn) or not _harmless(judgement):
        return ()
    name = nickname(received.text)
    return give(turn, name) if name is not None else ()


def _harmless(judgement: Judgement) -> bool:
    read = judgement.status is Status.JUDGED and judgement.readable
    quiet = judgement.severity is Severity.NONE and not judgement.help_word
    return read and quiet and judgement.faq.band is not Band.ANSWER
