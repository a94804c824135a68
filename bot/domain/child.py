"""What every answer to a child needs: who they are, their languages, and the buttons under every message."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.domain.actions import action
from bot.domain.effects import (
    EditForChild,
    Effect,
    Lane,
    SaveCase,
    SaveLearner,
    SayToChild,
    ShowPicture,
    Toast,
)
from bot.domain.pictures import Cover
from bot.domain.speech import Button, Message, Part, line
from bot.domain.state import Case, Learner, State, Way
from bot.domain.world import Moment, World

Rows = tuple[tuple[Button, ...], ...]


def hide_button() -> Button:
    """Leads to the question whether the chat shall be hidden."""
    return Button(line("button-hide"), action("hide"))


_HELP = Button(line("button-help"), action("help"))

FOOTER: Rows = ((Button(line("button-menu"), action("menu")), _HELP),)
"""Menu and Help now: one tap away under every message."""

IN_TALK: Rows = ((_HELP, hide_button()),)
"""Help now and Hide, without a menu: what stands under the messages of a talk with a person."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One child's turn: all that deciding may look at.

    `guess`: the language in which a newcomer seems to write, as long as none was chosen.
    `way`: how the words of this turn were sent.
    """

    state: State
    world: World
    moment: Moment
    learner: Learner
    guess: str | None = None
    way: Way = Way.WRITTEN

    @property
    def child(self) -> str:
        """The pseudonym of the child."""
        return self.learner.ref

    @property
    def case(self) -> Case | None:
        """The child's open case."""
        return self.state.open_case

    @property
    def language(self) -> str:
        """The language in which content is shown: the chosen one, else the guessed, else the default."""
        return self.learner.language or self.guess or self.world.content.languages[0]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of an answer: all of them as long as none was chosen, the guessed one first."""
        if self.learner.language:
            return (self.learner.language,)
        return tuple(sorted(self.world.content.languages, key=lambda language: language != self.language))

    def knowing(self, learner: Learner) -> "Turn":
        """The same turn with a changed learner."""
        return replace(self, learner=learner)

    def guessing(self, language: str) -> "Turn":
        """The same turn with a guess at the language; one that content does not have is no help."""
        return replace(self, guess=language) if language in self.world.content.languages else self

    def sent(self, way: Way) -> "Turn":
        """The same turn with words that were sent this way."""
        return replace(self, way=way)

    def after(self, effects: Iterable[Effect]) -> "Turn":
        """The turn as these effects leave it, for what is decided next about the same input."""
        turn = self
        for effect in effects:
            if isinstance(effect, SaveLearner):
                turn = turn.knowing(effect.learner)
            elif isinstance(effect, SaveCase):
                turn = replace(turn, state=replace(turn.state, case=effect.case))
        return turn


def child_turn(child: str, state: State, world: World, moment: Moment) -> Turn:
    """The turn of a child who is back: what was hidden is no longer, what was blocked is reachable.

    A language that content no longer has counts as not chosen: an answer must never fail for it. Whether a
    nickname was asked for is told by the state alone: the wish lasts for one input.
    """
    known = state.learner or Learner(child)
    language = known.language if known.language in world.content.languages else None
    back = replace(
        known,
        language=language,
        naming=False,
        hidden=False,
        reachable=True,
        reminded=0,
        seen_at=moment.now,
    )
    return Turn(state, world, moment, back)


def say(turn: Turn, *parts: Part, rows: Rows = (), lane: Lane = Lane.REPLY) -> SayToChild:
    """A message to the child, with menu and help under it."""
    return SayToChild(turn.child, Message(parts, rows + FOOTER), turn.languages, lane)


def say_under_cover(turn: Turn, name: str, drawn: str, *parts: Part, rows: Rows) -> ShowPicture:
    """A message under the cover of a lesson or a story. `drawn`: what the cover shows."""
    alt = line("picture-shows", drawn=" ".join(drawn.split()))
    return ShowPicture(turn.child, Cover(name), Message(parts, rows + FOOTER), turn.languages, alt=alt)


def say_plainly(turn: Turn, *parts: Part) -> SayToChild:
    """A message without a menu, for a talk with a person."""
    return SayToChild(turn.child, Message(parts, IN_TALK), turn.languages)


def show(turn: Turn, message_id: int, *parts: Part, rows: Rows = ()) -> EditForChild:
    """Put other words where the tapped message stands."""
    return EditForChild(turn.child, message_id, Message(parts, rows + FOOTER), turn.languages)


def show_on(
    turn: Turn, message_id: int, *parts: Part, rows: Rows, under_picture: bool
) -> SayToChild | EditForChild:
    """What follows a tap: in the same message, or in a new one under a picture, which can be no text."""
    if under_picture:
        return say(turn, *parts, rows=rows, lane=Lane.LESSON)
    return show(turn, message_id, *parts, rows=rows)


def toast(turn: Turn, query: str, key: str | None = None, *, alert: bool = False) -> Toast:
    """Answer a tap, so that the button stops waiting."""
    return Toast(query, line(key) if key else None, turn.languages, alert)


def save(turn: Turn) -> Effect:
    """Store the learner as this turn leaves it."""
    return SaveLearner(turn.learner)
