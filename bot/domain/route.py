"""Which part of the thinking an input belongs to. The one entry: `decide`."""

from dataclasses import replace
from typing import assert_never

from bot.domain import actions
from bot.domain.child import Turn, child_turn, save, say, show, toast
from bot.domain.effects import Audit, Effect, SayInGroup, Toast
from bot.domain.handing_over import hand_over
from bot.domain.helped import tap_helped
from bot.domain.inputs import (
    BotAddedToGroup,
    ButtonTapped,
    ChatBlocked,
    ChatUnblocked,
    CommandReceived,
    GroupAddressed,
    Input,
    MediaReceived,
    ReplySettled,
    StaffCommanded,
    StaffTapped,
    StaffWrote,
    TappedElsewhere,
    TextReceived,
    TimerDue,
    TimerKind,
    TopicLost,
)
from bot.domain.judgement import Judgement
from bot.domain.learning.certificate import taken_as_nickname
from bot.domain.learning.lessons import list_lessons, open_lesson
from bot.domain.learning.reminding import remind, switch
from bot.domain.learning.taps import tap_activity, tap_learning
from bot.domain.listening import hear
from bot.domain.people import ask_for_person, chat_blocked, got_media, only_asking, open_inbox
from bot.domain.privacy import delete, hide
from bot.domain.questions import tap_question
from bot.domain.screens import (
    Screen,
    age_screen,
    delete_screen,
    help_screen,
    hide_screen,
    kept_screen,
    language_screen,
    menu_screen,
)
from bot.domain.speech import Message, line
from bot.domain.state import State, Way
from bot.domain.support.desk import tap_case, topic_lost
from bot.domain.support.relay import reply_settled, staff_wrote
from bot.domain.support.roster import staff_commanded
from bot.domain.support.timers import raise_again
from bot.domain.world import Moment, World
from content.schema import AgeBand

Effects = tuple[Effect, ...]


def decide(
    received: Input, state: State, world: World, judgement: Judgement | None, moment: Moment
) -> Effects:
    """All that follows from an input. Pure: the same arguments give the same effects.

    `judgement` belongs to inputs that carry a child's words and is None for all others.
    """
    match received:
        case TextReceived(child) | CommandReceived(child) | ButtonTapped(child) | MediaReceived(child):
            return _from_child(received, child_turn(child, state, world, moment), judgement)
        case ChatBlocked() | ChatUnblocked():
            return chat_blocked(state, world, blocked=isinstance(received, ChatBlocked))
        case StaffWrote() | StaffCommanded() | StaffTapped():
            return _from_staff(received, _with_authority(received.staff, state, moment), world, moment)
        case GroupAddressed() | BotAddedToGroup() | TappedElsewhere():
            return _in_group(received, world)
        case TimerDue():
            return _woken(received, state, world, moment)
        case ReplySettled():
            return reply_settled(received, state, world, moment)
        case TopicLost():
            return topic_lost(received, state, world)
        case _:
            assert_never(received)


def _woken(received: TimerDue, state: State, world: World, moment: Moment) -> Effects:
    match received.kind:
        case TimerKind.RAISE_CASE:
            return raise_again(received, state, moment)
        case TimerKind.REMIND:
            return remind(state, world, moment)


def _with_authority(staff: str | None, state: State, moment: Moment) -> State:
    """The roster as it counts now: an expired entry, or somebody else's, gives no authority."""
    roster = tuple(one for one in state.roster if one.valid_at(moment.now))
    member = state.staff
    if member is None or member.ref != staff or not member.valid_at(moment.now):
        member = None
    return replace(state, staff=member, roster=roster)


def _from_staff(
    received: StaffWrote | StaffCommanded | StaffTapped, state: State, world: World, moment: Moment
) -> Effects:
    match received:
        case StaffWrote():
            return staff_wrote(received, state, world, moment)
        case StaffCommanded():
            return staff_commanded(received, state, world, moment)
        case StaffTapped():
            return tap_case(received, actions.read(received.data) or (), state, world, moment)
        case _:
            assert_never(received)


def _from_child(
    received: TextReceived | CommandReceived | ButtonTapped | MediaReceived,
    turn: Turn,
    judgement: Judgement | None,
) -> Effects:
    match received:
        case TextReceived():
            return _text(turn, received, judgement or Judgement.failed())
        case CommandReceived():
            return _command(turn, received)
        case ButtonTapped():
            return _tapped(turn, received)
        case MediaReceived():
            return _media(turn, received, judgement or Judgement.failed())
        case _:
            assert_never(received)


def _text(turn: Turn, received: TextReceived, judgement: Judgement) -> Effects:
    """Every text has been judged; only one that says nothing of need can be a nickname."""
    passed = Way.FORWARDED if received.forwarded else Way.WRITTEN
    turn = turn.sent(Way.CHANGED if received.edited else passed)
    return taken_as_nickname(turn, received, judgement) or hear(
        turn, received.message_id, received.text, judgement
    )


def _media(turn: Turn, received: MediaReceived, judgement: Judgement) -> Effects:
    """A caption is heard like any text, before the picture is answered."""
    turn = turn.sent(Way.FORWARDED if received.forwarded else Way.WRITTEN)
    heard = hear(turn, received.message_id, received.caption, judgement) if received.caption else ()
    return *heard, *got_media(turn.after(heard), received)


def _command(turn: Turn, received: CommandReceived) -> Effects:
    match received.command:
        case "start":
            return _start(turn, received.argument)
        case "help":
            return _shown(turn, help_screen(turn))
        case "language":
            return _shown(turn, language_screen(turn))
        case "hide":
            return _shown(turn, hide_screen())
        case "delete":
            return _shown(turn, delete_screen())
        case "privacy":
            return _shown(turn, kept_screen(turn))
        case "lessons":
            return list_lessons(turn)
        case _:
            return _shown(turn, menu_screen())


def _shown(turn: Turn, screen: Screen) -> Effects:
    parts, rows = screen
    return save(turn), say(turn, *parts, rows=rows)


def _start(turn: Turn, payload: str) -> Effects:
    """First contact, or a deep link to a lesson. An unknown payload is an ordinary start."""
    lesson = payload.removeprefix("lesson_") if payload.startswith("lesson_") else ""
    known = turn.world.content.lesson(turn.language, lesson) is not None
    if turn.learner.language is None:
        waiting = turn.knowing(replace(turn.learner, lesson=lesson if known else None))
        return _shown(waiting, language_screen(waiting))
    return open_lesson(turn, lesson) if known else _shown(turn, menu_screen())


def _tapped(turn: Turn, tapped: ButtonTapped) -> Effects:
    """A button. What cannot be read, or no longer fits, changes nothing and says so kindly."""
    words = actions.read(tapped.data) or ()
    match words:
        case ("s", screen, *move) if move:
            return tap_activity(turn, tapped.message_id, tapped.query, screen, tuple(move))
        case ("language", chosen) if chosen == turn.learner.language:
            # A double tap must not carry a newcomer past the privacy sentence.
            return save(turn), toast(turn, tapped.query, "language-changed")
        case ("language", chosen) if chosen in turn.world.content.languages:
            return toast(turn, tapped.query), *_language_chosen(turn, tapped.message_id, chosen)
        case ("age", band) if band in {*AgeBand, "skip"}:
            return toast(turn, tapped.query), *_age_chosen(turn, tapped.message_id, band)
        case ("remind", "on" | "off" as wish):
            return switch(turn, tapped.message_id, tapped.query, on=wish == "on")
        case ("open",):
            return toast(turn, tapped.query), *open_inbox(turn, tapped.message_id)
        case ("helped" | "not_helped" as said, topic):
            return tap_helped(turn, tapped, topic, helped=said == "helped")
        case ("ask_person", *topic) if len(topic) < 2:
            return toast(turn, tapped.query), *hand_over(turn, tapped.message_id, *topic)
        case ("case", *_):  # a button of the staff group: only forged data brings it here
            return toast(turn, tapped.query, "toast-old-button"), Audit("tap_refused", turn.child, None)
        case _:
            effects = _menu_tap(turn, words)
            return (toast(turn, tapped.query, None if effects else "toast-old-button"), *effects)


def _menu_tap(turn: Turn, words: tuple[str, ...]) -> Effects:
    """Buttons that always work, wherever they stand; nothing for words that are none of ours."""
    match words:
        case ("menu",):
            return _shown(turn, menu_screen())
        case ("help",):
            return _shown(turn, help_screen(turn))
        case ("languages",):
            return _shown(turn, language_screen(turn))
        case ("kept",):
            return _shown(turn, kept_screen(turn))
        case ("ask",):
            return save(turn), say(turn, line("ask-anything"))
        case ("lessons",):
            return list_lessons(turn)
        case ("lesson", lesson_id):
            return open_lesson(turn, lesson_id)
        case ("faq", topic):
            return tap_question(turn, topic)
        case _:
            return tap_learning(turn, words) or _private_tap(turn, words)


def _private_tap(turn: Turn, words: tuple[str, ...]) -> Effects:
    match words:
        case ("person",):
            return ask_for_person(turn)
        case ("inbox",):
            return open_inbox(turn, None)
        case ("only",):
            return only_asking(turn)
        case ("hide",):
            return _shown(turn, hide_screen())
        case ("hide", "yes"):
            return hide(turn)
        case ("delete",):
            return _shown(turn, delete_screen())
        case ("delete", "yes"):
            return delete(turn)
        case _:
            return ()


def _language_chosen(turn: Turn, message_id: int, language: str) -> Effects:
    """A newcomer goes on to the privacy sentence; everybody else goes on where they were."""
    first = turn.learner.language is None
    turn = turn.knowing(replace(turn.learner, language=language))
    if not first:
        parts, rows = menu_screen()
        return save(turn), show(turn, message_id, line("language-changed"), *parts, rows=rows)
    parts, rows = age_screen(turn)
    return save(turn), show(turn, message_id, *parts, rows=rows)


def _age_chosen(turn: Turn, message_id: int, band: str) -> Effects:
    chosen = AgeBand(band) if band != "skip" else None
    turn = turn.knowing(replace(turn.learner, age_band=chosen))
    if turn.learner.lesson is not None and turn.learner.lesson not in turn.learner.progress:
        return open_lesson(turn, turn.learner.lesson)
    parts, rows = menu_screen()
    return save(turn), show(turn, message_id, line("ready"), *parts, rows=rows)


def _in_group(received: GroupAddressed | BotAddedToGroup | TappedElsewhere, world: World) -> Effects:
    """In a group every free text gets the same line, so that nothing can be read from the answer."""
    languages = world.content.languages
    match received:
        case TappedElsewhere():
            return Toast(received.query, line("toast-old-button"), languages), Audit(
                "tap_elsewhere", None, None
            )
        case GroupAddressed() | BotAddedToGroup():
            message = Message((line("group-line", bot=world.policy.bot_username),))
            reply_to = received.message_id if isinstance(received, GroupAddressed) else None
            return (SayInGroup(received.group, message, languages, reply_to),)
        case _:
            assert_never(received)
