"""Short words for inputs, states and judgements: tests say only what matters to them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Literal, TypeVar

from bot.domain.effects import (
    Audit,
    EditCard,
    EditForChild,
    Effect,
    PostInCase,
    PostToStaff,
    SaveCase,
    SaveLearner,
    SayToChild,
    ShowPicture,
    Toast,
    ToChild,
)
from bot.domain.inputs import ButtonTapped, CommandReceived, Input, StaffTapped, StaffWrote, TextReceived
from bot.domain.judgement import Band, FaqRanking, Judgement, Reason, Status
from bot.domain.route import decide
from bot.domain.speech import Button, Joined, Line, Message, Part, Verbatim, speak
from bot.domain.state import Author, Case, CaseMessage, Learner, Role, StaffMember, State
from bot.domain.world import Moment
from content.schema import Category, Severity
from tests.domain.tiny_content import texts, world

NOW = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)
"""A Monday, 10:00 in Bangkok: the office is open."""

CHILD, OTHER_CHILD = "child-a", "child-b"
CASE = "c" * 32
LEAD = StaffMember("lead-ref", "Lead", Role.LEAD)
STAFF = StaffMember("staff-ref", "Staff", Role.STAFF)
COLLEAGUE = StaffMember("colleague-ref", "Colleague", Role.STAFF)
ROSTER = (LEAD, STAFF, COLLEAGUE)
STRANGERS = ("stranger", None)
"""A member of the staff group who is not on the roster; an anonymous admin or a channel."""

WORDS = "words of a child"
E = TypeVar("E")


def moment(minutes: float = 0, seed: int = 1) -> Moment:
    """So many minutes after `NOW`."""
    return Moment(NOW + timedelta(minutes=minutes), seed.to_bytes(16, "big"))


def judged(
    severity: Severity = Severity.NONE,
    *,
    band: Band = Band.NONE,
    topics: tuple[str, ...] = (),
    categories: tuple[Category, ...] = (),
    about: Literal["self", "other"] | None = None,
    why: tuple[str, ...] = (),
    readable: bool = True,
    help_word: bool = False,
    language: str = "th",
    examples: tuple[str, ...] = (),
) -> Judgement:
    """What reading a message said."""
    reasons = tuple(Reason("pattern", words, None, severity) for words in why)
    ranking = FaqRanking(band, topics, tuple(1.0 for _ in topics), related=True)
    return Judgement(
        Status.JUDGED, severity, categories, about, reasons, ranking, readable, help_word, language, examples
    )


EMERGENCY = judged(Severity.EMERGENCY, why=("now",), categories=(Category.VIOLENCE,), about="self")
URGENT = judged(Severity.URGENT, why=("told",), categories=(Category.IMAGE_ABUSE,), about="self")
CONCERN = judged(Severity.CONCERN, categories=(Category.DISTRESS,))
CALM = judged()


def learner(**known: object) -> Learner:
    """A child who has chosen Thai."""
    return replace(Learner(CHILD, language="th"), **known)  # type: ignore[arg-type]


def case(severity: Severity = Severity.URGENT, **known: object) -> Case:
    """A case of the child with a topic, opened an hour ago."""
    before = NOW - timedelta(hours=1)
    fresh = Case(CASE, "Blue Owl", CHILD, severity, before, topic=7, card=70, last_child_at=before)
    return replace(fresh, **known)  # type: ignore[arg-type]


def child_words(text: str = WORDS, **known: object) -> CaseMessage:
    """A child's words that stand in the topic as message 71."""
    return replace(CaseMessage("m1", CASE, Author.CHILD, text, NOW, topic_message=71), **known)  # type: ignore[arg-type]


def letter(text: str = "a letter", ref: str = "r1") -> CaseMessage:
    """A reply of staff that the child has not opened."""
    return CaseMessage(ref, CASE, Author.STAFF, text, NOW, staff=STAFF.ref, topic_message=80, opened=False)


def state(**known: object) -> State:
    """What a turn of the child may look at."""
    given: dict[str, object] = {"learner": learner(), "roster": ROSTER}
    return State(**(given | known))  # type: ignore[arg-type]


def at_the_desk(one: Case, staff: StaffMember | None = STAFF, **known: object) -> State:
    """What a turn of somebody in the topic of a case may look at."""
    given: dict[str, object] = {"case": one, "staff": staff, "replied_to": child_words()}
    return state(**(given | known))


class Decided:
    """Effects, with questions that tests ask of them."""

    def __init__(self, effects: tuple[Effect, ...]) -> None:
        self.effects = effects

    def all(self, kind: type[E]) -> list[E]:
        """Effects of one kind."""
        return [one for one in self.effects if isinstance(one, kind)]

    def one(self, kind: type[E]) -> E:
        """The only effect of its kind."""
        (found,) = self.all(kind)
        return found

    def has(self, kind: type[object]) -> bool:
        return any(isinstance(one, kind) for one in self.effects)

    @property
    def learner(self) -> Learner:
        """The learner as the last effect leaves them."""
        return self.all(SaveLearner)[-1].learner

    @property
    def case(self) -> Case:
        """The case as the last effect leaves it."""
        return self.all(SaveCase)[-1].case

    @property
    def messages(self) -> list[Message]:
        """What the child reads."""
        shown = SayToChild | ShowPicture | EditForChild
        return [one.message for one in self.effects if isinstance(one, shown)]

    @property
    def keys(self) -> list[str]:
        """The keys of all that the child reads."""
        return [key for message in self.messages for key in keys_of(message)]

    @property
    def buttons(self) -> list[str]:
        """What the child can tap now."""
        return [one.data for message in self.messages for one in buttons_of(message)]

    @property
    def staff_keys(self) -> list[str]:
        """The keys of all that staff read, cards aside."""
        posts = [one.message for one in self.effects if isinstance(one, PostInCase | PostToStaff)]
        return [key for message in posts for key in keys_of(message)]

    @property
    def posted(self) -> list[str]:
        """What staff read, in words."""
        posts = [one.message for one in self.effects if isinstance(one, PostInCase | PostToStaff | EditCard)]
        return [speak(message, ("en",), texts()).text for message in posts]

    @property
    def audited(self) -> list[str]:
        return [one.action for one in self.all(Audit)]

    @property
    def toast(self) -> str | None:
        """The key of the line that answers a tap."""
        words = self.one(Toast).words
        return words.key if isinstance(words, Line) else None

    @property
    def children(self) -> set[str]:
        """All children who are written to."""
        return {one.child for one in self.effects if isinstance(one, ToChild)}


def decided(
    received: Input, known: State | None = None, judgement: Judgement | None = None, at: Moment | None = None
) -> Decided:
    """What follows from an input."""
    given = known if known is not None else state()
    return Decided(decide(received, given, world(), judgement, at or moment()))


def child_wrote(
    text: str = WORDS, *, judgement: Judgement | None = CALM, at: Moment | None = None, **known: object
) -> Decided:
    return decided(TextReceived(CHILD, 10, text), state(**known), judgement, at)


def child_tapped(data: str, *, at: Moment | None = None, **known: object) -> Decided:
    return decided(ButtonTapped(CHILD, 50, "query", data), state(**known), None, at)


def child_commanded(command: str, argument: str = "", **known: object) -> Decided:
    return decided(CommandReceived(CHILD, 11, command, argument), state(**known))


def staff_replied(
    known: State,
    text: str = "an answer",
    *,
    staff: str | None = STAFF.ref,
    at: Moment | None = None,
    **more: object,
) -> Decided:
    """A hand-made reply to the child's words in the topic."""
    fields: dict[str, object] = {"staff": staff, "message_id": 90, "topic": 7, "text": text, "reply_to": 71}
    return decided(StaffWrote(**(fields | more)), known, None, at)  # type: ignore[arg-type]


def staff_tapped(
    known: State, verb: str, *, staff: str | None = STAFF.ref, ref: str = CASE, at: Moment | None = None
) -> Decided:
    return decided(StaffTapped(staff, 70, 7, "query", f"case:{verb}:{ref}"), known, None, at)


def keys_of(message: Message) -> list[str]:
    return [one.key for one in flat(message.parts) if isinstance(one, Line)]


def verbatim_of(message: Message) -> list[str]:
    return [one.text for one in flat(message.parts) if isinstance(one, Verbatim)]


def buttons_of(message: Message) -> list[Button]:
    return [button for row in message.rows for button in row]


def flat(parts: tuple[Part, ...]) -> Iterator[Part]:
    for part in parts:
        if isinstance(part, Joined):
            yield from flat(part.parts)
        else:
            yield part
