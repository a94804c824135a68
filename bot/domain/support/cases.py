"""A case from the child's side: opened, raised, reopened, and the child's words brought to staff."""

from dataclasses import dataclass, replace
from datetime import timedelta

from bot.domain.child import Turn
from bot.domain.effects import (
    Audit,
    Count,
    EditCard,
    Effect,
    OpenTopic,
    PostInCase,
    PostKind,
    PostToStaff,
    RecordInCase,
    RenameTopic,
    SaveCase,
    StopTimers,
)
from bot.domain.judgement import Judgement
from bot.domain.speech import Message, Verbatim, line
from bot.domain.state import Author, Case, CaseMessage, CaseStatus, Sign, Way
from bot.domain.support.card import card, title
from bot.domain.support.marking import places
from bot.domain.support.names import case_name
from bot.domain.support.timers import first_raise
from bot.domain.support.why import MOST_WHY, kept_of, signs_of, telling
from content.schema import Category, Severity

Effects = tuple[Effect, ...]

_TALK = timedelta(hours=24)
"""After a day of silence the bot answers questions itself again."""

_MOST_PATTERNS = 20
"""Names of matched patterns that a case keeps, the newest."""

_SENT = {Way.WRITTEN: "from-child", Way.CHANGED: "from-child-changed", Way.FORWARDED: "from-child-forwarded"}
"""What a post begins with, by the way in which the child sent the words."""

_CALLED = timedelta(minutes=2)
"""Within this time staff are not called again for the same child: the words are posted, the timer runs."""


@dataclass(frozen=True, slots=True)
class Need:
    """What a child's input says about their need: from a judgement, or from a tap."""

    severity: Severity
    categories: tuple[Category, ...] = ()
    about: str | None = None
    signs: tuple[Sign, ...] = ()
    machine_read: bool = True
    patterns: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()

    @property
    def why(self) -> tuple[str, ...]:
        """The child's words that decided it."""
        return tuple(sign.words for sign in self.signs)


def need_of(judgement: Judgement) -> Need:
    """What the screen found. Unread words are urgent until a person has read them."""
    return Need(
        severity=judgement.severity,
        categories=judgement.categories,
        about=judgement.about,
        signs=signs_of(judgement.reasons),
        machine_read=judgement.readable,
        patterns=tuple(dict.fromkeys(reason.pattern for reason in judgement.reasons)),
        examples=judgement.examples,
    )


def bring_to_staff(turn: Turn, need: Need, words: tuple[str, ...]) -> tuple[Case, Effects]:
    """Open a case, or raise or reopen the child's own one, and post the child's words in it."""
    known = turn.state.case
    if known is None:
        case, effects = _opened(turn, need)
    elif not known.status.open:
        case, effects = _reopened(turn, known, need)
    else:
        case, effects = _joined(turn, known, need)
    return case, (SaveCase(case), *effects, *_posted(turn, case, need, words))


def _opened(turn: Turn, need: Need) -> tuple[Case, Effects]:
    case = Case(
        ref=turn.moment.ref("case"),
        name=case_name(turn.world, turn.moment, turn.state.names_in_use),
        child=turn.child,
        severity=need.severity,
        opened_at=turn.moment.now,
        categories=need.categories,
        about=need.about,
        language=turn.learner.language or turn.guess or "",
        age_band=turn.learner.age_band,
        why=need.why,
        patterns=need.patterns[-_MOST_PATTERNS:],
        signs=need.signs,
        examples=need.examples,
        reading=_lesser_reading(turn, need),
        machine_read=need.machine_read,
        last_child_at=turn.moment.now,
    )
    topic = OpenTopic(case, title(case))
    post = PostInCase(case, card(case, turn.world, turn.state.roster), PostKind.CARD)
    audit = Audit("case_opened", None, case.ref, case.severity)
    return case, (topic, post, first_raise(case, turn.moment.now), audit, Count(f"case:{case.severity}"))


def _merged(turn: Turn, known: Case, need: Need) -> Case:
    """The case with what the new words say. Whoever asked to close it had not read them: that is void."""
    why = telling([*known.why, *need.why])[-MOST_WHY:]
    return replace(
        known,
        severity=max(known.severity, need.severity, key=lambda severity: severity.rank),
        categories=tuple(dict.fromkeys(known.categories + need.categories)),
        about=known.about or need.about,
        why=why,
        signs=kept_of((*known.signs, *need.signs), why),
        examples=_nearer(known, need),
        reading=_lesser_reading(turn, need) or known.reading,
        patterns=tuple(dict.fromkeys(known.patterns + need.patterns))[-_MOST_PATTERNS:],
        machine_read=known.machine_read and need.machine_read,
        closing_asked_by=None,
        safe_to_write=True,
        reachable=True,
        said_only_asking=False,
        discreet=known.discreet and need.severity.rank < Severity.URGENT.rank,
        last_child_at=turn.moment.now,
    )


def _nearer(known: Case, need: Need) -> tuple[str, ...]:
    """What the gravest words are like; of equally grave ones the newest."""
    return need.examples if need.examples and need.severity.rank >= known.severity.rank else known.examples


def _lesser_reading(turn: Turn, need: Need) -> str | None:
    """The way of reading that found it, where it is not the best one."""
    return turn.world.reading if need.patterns and turn.world.reads_simply else None


def _reopened(turn: Turn, known: Case, need: Need) -> tuple[Case, Effects]:
    now = turn.moment.now
    fresh = replace(known, severity=need.severity, machine_read=True, claimed_by=None, raised=0)
    merged = _merged(turn, fresh, need)
    case = replace(merged, status=CaseStatus.REOPENED, waiting_since=now, alarmed_at=now)
    return case, (
        *_renamed(known, case),
        *_alarm(turn, case, "case-reopened"),
        Audit("case_reopened", None, case.ref, "child"),
    )


def _joined(turn: Turn, known: Case, need: Need) -> tuple[Case, Effects]:
    case = _merged(turn, known, need)
    answered = known.status in (CaseStatus.ANSWERED, CaseStatus.WAITING_FOR_CHILD)
    if answered:
        case = replace(case, status=CaseStatus.CLAIMED, waiting_since=turn.moment.now)
    call = _call(turn, known, need)
    if call is not None:
        case = replace(case, alarmed_at=turn.moment.now)
        return case, (*_renamed(known, case), *_alarm(turn, case, call))
    watch = (StopTimers(case.ref), first_raise(case, turn.moment.now)) if answered else ()
    return case, (*_card_if_changed(turn, known, case), *watch)


def _renamed(known: Case, case: Case) -> Effects:
    """The list of topics shows severities: what has become worse must not hide behind an old title."""
    return (RenameTopic(case, title(case)),) if known.severity is not case.severity else ()


def _call(turn: Turn, known: Case, need: Need) -> str | None:
    """The key of a call to all staff: always when it has become worse, else once in a while."""
    emergency = need.severity is Severity.EMERGENCY
    if need.severity.rank > known.severity.rank:
        return "case-emergency-again" if emergency else "case-more-urgent"
    called = known.alarmed_at is not None and turn.moment.now - known.alarmed_at < _CALLED
    return "case-emergency-again" if emergency and not called else None


def _card_if_changed(turn: Turn, known: Case, case: Case) -> Effects:
    before, after = (card(one, turn.world, turn.state.roster) for one in (known, case))
    return (EditCard(case, after),) if before != after else ()


def _alarm(turn: Turn, case: Case, key: str) -> Effects:
    """Bring a case that staff know already to their eyes again."""
    message = Message((line(key, name=case.name),))
    return (
        EditCard(case, card(case, turn.world, turn.state.roster)),
        PostInCase(case, message),
        PostToStaff(message),
        StopTimers(case.ref),
        first_raise(case, turn.moment.now),
    )


def _posted(turn: Turn, case: Case, need: Need, words: tuple[str, ...]) -> Effects:
    posts: list[Effect] = []
    for number, text in enumerate(words):
        ref = turn.moment.ref(f"words{number}")
        message = CaseMessage(ref, case.ref, Author.CHILD, text, turn.moment.now, way=turn.way)
        posts += [RecordInCase(message), post_of_words(case, message, need.why)]
    return tuple(posts)


def post_of_words(case: Case, message: CaseMessage, pieces: tuple[str, ...]) -> PostInCase:
    """A child's words in the topic of the case, with the pieces that matched in bold.

    What was changed or passed on is told as such.
    """
    own = Verbatim(message.text, places(message.text, pieces))
    words = Message((line(_SENT[message.way]), own))
    return PostInCase(case, words, PostKind.CHILD_WORDS, record=message)


def note(case: Case, key: str, **args: str | int) -> PostInCase:
    """An internal note in the topic of a case."""
    return PostInCase(case, Message((line(key, **args),)))


def recently_talking(case: Case, turn: Turn) -> bool:
    """Whether a person and the child are in the middle of a talk: no menus, no machine's answers then."""
    talking = case.status in (CaseStatus.CLAIMED, CaseStatus.ANSWERED, CaseStatus.WAITING_FOR_CHILD)
    last = case.last_child_at
    return talking and last is not None and turn.moment.now - last < _TALK
