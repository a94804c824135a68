"""What a case taught, kept for the data: names of patterns, and what a colleague retyped in own words."""

import unicodedata
from dataclasses import dataclass, replace

from bot.domain.effects import Audit, Effect, KeepSuggestion, Lane, PostInCase, PostToStaff
from bot.domain.inputs import StaffCommanded
from bot.domain.speech import Message, line
from bot.domain.state import Author, Case, CaseMessage, StaffMember, State, Suggestion, SuggestionKind
from bot.domain.world import Moment, World
from content.schema import Severity

Effects = tuple[Effect, ...]

_RUN = 12
"""So many letters in a row that stand in a child's message too are the child's words, not the colleague's."""

_LONGEST_WORDS, _LONGEST_ANSWER = 200, 400
"""Characters: a phrase or a question, and an answer (content has the same limit)."""


@dataclass(frozen=True, slots=True)
class _Meant:
    """What a colleague suggests. `severity`: how urgent what was missed should have been."""

    kind: SuggestionKind
    text: str
    answer: str = ""
    severity: Severity | None = None


def suggest(commanded: StaffCommanded, state: State, world: World, moment: Moment) -> Effects:
    """`/suggest` in a case's topic by somebody on the roster, whom the caller has checked."""
    case, member = state.case, state.staff
    if case is None or member is None:
        key = "suggest-how" if not commanded.argument else "suggest-only-in-case"
        return (_answer(commanded, case, key),)
    meant = _read(commanded.argument)
    if isinstance(meant, str):
        return (_answer(commanded, case, meant),)
    if len(meant.text) > _LONGEST_WORDS or len(meant.answer) > _LONGEST_ANSWER:
        return (_answer(commanded, case, "suggest-too-long"),)
    if any(copies(words, state.log) for words in (meant.text, meant.answer, meant.text + meant.answer)):
        refused = Audit("suggestion_refused", member.ref, case.ref, meant.kind)
        return _answer(commanded, case, "suggest-own-words"), refused
    language = _language(meant.text, case, world)
    kept = learned(
        case,
        member,
        moment,
        meant.kind,
        text=meant.text,
        answer=meant.answer,
        language=language,
        severity=meant.severity,
    )
    audit = Audit("suggestion_kept", member.ref, case.ref, meant.kind)
    return kept, _answer(commanded, case, "suggest-kept"), audit


def learned(
    case: Case,
    member: StaffMember,
    moment: Moment,
    kind: SuggestionKind,
    *,
    text: str = "",
    answer: str = "",
    language: str | None = None,
    severity: Severity | None = None,
) -> KeepSuggestion:
    """What is kept, language and severity of the case where none is given.

    A question for the FAQ tells nothing of the case in which it came up.
    """
    spoken = language if language is not None else case.language
    ref = moment.ref("suggestion")
    made = Suggestion(ref, kind, member.ref, moment.now, spoken, text=text, answer=answer)
    if kind is SuggestionKind.FAQ:
        return KeepSuggestion(made)
    right = case.severity if severity is None else severity
    return KeepSuggestion(replace(made, severity=right, categories=case.categories, patterns=case.patterns))


def _read(argument: str) -> _Meant | str:
    """What is meant, or the key of the text that explains how to write it."""
    name, words = _first(argument)
    if name not in set(SuggestionKind):
        return "suggest-how"
    kind = SuggestionKind(name)
    if kind is SuggestionKind.MISSED:
        return _missed(words)
    if kind is SuggestionKind.FAQ:
        return _question(words)
    return _Meant(kind, words)


def _missed(words: str) -> _Meant | str:
    level, text = _first(words)
    if level not in set(Severity) - {Severity.NONE} or not text:
        return "suggest-missed-how"
    return _Meant(SuggestionKind.MISSED, text, severity=Severity(level))


def _question(words: str) -> _Meant | str:
    question, _, answer = (part.strip() for part in words.partition("="))
    return _Meant(SuggestionKind.FAQ, question, answer) if question and answer else "suggest-how"


def _first(words: str) -> tuple[str, str]:
    """The first word without its capitals, and the rest."""
    first, rest = (*words.strip().split(maxsplit=1), "", "")[:2]
    return first.lower(), rest


def copies(text: str, log: tuple[CaseMessage, ...]) -> bool:
    """Whether a text holds the child's own words: a whole message, or `_RUN` letters in a row of one."""
    own = _letters(text)
    runs = {own[at : at + _RUN] for at in range(len(own) - _RUN + 1)}
    said = (_letters(message.text) for message in log if message.author is Author.CHILD)
    return bool(own) and any(own == one or _shares(runs, one) for one in said)


def _shares(runs: set[str], said: str) -> bool:
    return any(said[at : at + _RUN] in runs for at in range(len(said) - _RUN + 1))


def _letters(text: str) -> str:
    """Letters, their marks and digits alone: spaces, stops and capitals make no words one's own."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(one for one in plain if unicodedata.category(one)[0] in "LMN")


def _language(text: str, case: Case, world: World) -> str:
    """The language of retyped words by their script, else that of the case."""
    scripts = {unicodedata.name(one, "").partition(" ")[0] for one in text if one.isalpha()}
    if not scripts:
        return case.language
    language = "th" if "THAI" in scripts else "en"
    return language if language in world.content.languages else case.language


def _answer(commanded: StaffCommanded, case: Case | None, key: str) -> PostInCase | PostToStaff:
    message = Message((line(key),))
    if case is not None:
        return PostInCase(case, message, reply_to=commanded.message_id)
    return PostToStaff(message, Lane.REPLY, commanded.message_id if commanded.topic is None else None)
