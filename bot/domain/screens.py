"""The fixed screens: first contact, menu, help now, privacy, hide and delete. Words only, no decisions."""

from bot.domain.actions import action
from bot.domain.child import Rows, Turn, hide_button
from bot.domain.speech import Button, Line, Part, Verbatim, line
from bot.domain.support.numbers import numbers_for_help
from content.schema import AgeBand

Screen = tuple[tuple[Part, ...], Rows]


def language_screen(turn: Turn) -> Screen:
    """Which language? Every language names itself. A newcomer hears first who speaks."""
    texts = turn.world.content.texts
    buttons = tuple(
        Button(Verbatim(texts.say(language, "language-name")), action("language", language))
        for language in turn.world.content.languages
    )
    return (line("welcome" if turn.learner.language is None else "language-question"),), (buttons,)


def age_screen(turn: Turn) -> Screen:
    """One privacy sentence, and the optional age."""
    bands = tuple((_age_button(band),) for band in AgeBand)
    skip = (Button(line("button-age-skip"), action("age", "skip")),)
    intro = line("privacy-in-short", organisation=turn.world.policy.organisation)
    return (intro, line("age-question")), (*bands, skip)


def _age_button(band: AgeBand) -> Button:
    return Button(line(f"button-age-{band.value.replace('_', '-')}"), action("age", band.value))


def menu_screen() -> Screen:
    """The main menu."""
    rows: Rows = (
        (
            Button(line("button-lessons"), action("lessons")),
            Button(line("button-stories"), action("stories")),
        ),
        (Button(line("button-review"), action("review")),),
        (Button(line("button-ask"), action("ask")),),
        (Button(line("button-person"), action("person")),),
        (
            Button(line("button-language"), action("languages")),
            Button(line("button-kept"), action("kept")),
        ),
        (hide_button(), Button(line("button-delete"), action("delete"))),
    )
    return (line("menu"),), rows


def help_screen(turn: Turn) -> Screen:
    """Help now: numbers, a person, and honestly when a person will read it."""
    numbers = numbers_for_help(turn.world.content, turn.languages)
    parts: tuple[Part, ...] = (line("help-now"), numbers, when_read(turn))
    rows: Rows = (
        (Button(line("button-person"), action("person")),),
        (Button(line("button-inbox"), action("inbox")), hide_button()),
    )
    return parts, rows


def when_read(turn: Turn) -> Line:
    """When a person will read a message, by the office hours."""
    hours = turn.world.policy.office_hours
    key = "read-in-office-hours" if turn.world.policy.office_open(turn.moment.now) else "read-after-hours"
    return line(key, opens=f"{hours.opens:%H:%M}", closes=f"{hours.closes:%H:%M}")


def kept_screen(turn: Turn) -> Screen:
    """What is kept: the same words for everybody, so that they do not tell whether there is a case."""
    policy = turn.world.policy
    rows: Rows = ((Button(line("button-delete"), action("delete")),),)
    return (line("kept", organisation=policy.organisation, days=policy.case_keep_days),), rows


def hide_screen() -> Screen:
    """What Hide does and what remains, before the tap."""
    yes = Button(line("button-hide-yes"), action("hide", "yes"))
    no = Button(line("button-no"), action("menu"))
    return (line("hide-question"),), ((yes,), (no,))


def delete_screen() -> Screen:
    """What deleting does, before the tap."""
    yes = Button(line("button-delete-yes"), action("delete", "yes"))
    no = Button(line("button-no"), action("menu"))
    return (line("delete-question"),), ((yes,), (no,))
