"""From a child's text to a judgement."""

from collections.abc import Iterable, Sequence
from typing import Literal

from bot.domain.judgement import Band, FaqRanking, Judgement, Reason, Status
from bot.understanding import scripts
from bot.understanding.distress.finding import Detector, Finding
from bot.understanding.distress.rules import RuleBook
from bot.understanding.distress.screen import LexicalScreen
from bot.understanding.faq.matcher import FaqMatcher
from bot.understanding.help_words import HelpWordList
from bot.understanding.knowledge import Knowledge, load
from bot.understanding.normalise import is_thai
from bot.understanding.quoting import as_written
from bot.understanding.views import View, Views
from bot.understanding.words import Text, WordCutter
from content.content import Content
from content.schema import Category, Severity

MAX_REASONS = 8
"""So many reasons are shown to staff at most, the gravest first."""
MAX_RECENT = 5
"""So many messages before this one are read with it."""
MAX_RECENT_CHARS = 300
"""Of each recent message at most so much is read again, from its end."""

_UNREAD = Finding("unread_script", Category.DISTRESS, Severity.URGENT, "", other=False, sure=True)
_CALL = "help_word"


class Understanding:
    """Reads messages. Built once at start (about two seconds); `judge` may be called from many threads."""

    def __init__(
        self, content: Content, *, knowledge: Knowledge | None = None, detectors: Iterable[Detector] = ()
    ) -> None:
        """`detectors` read beside the lexical screen: they can raise a severity, never lower one."""
        knowledge = knowledge or load()
        self._views = _views(content, knowledge)
        self._help = HelpWordList(knowledge.help_words, self._views)
        self._book = RuleBook(knowledge, content.distress, self._readings, self._views.dictionary)
        self._detectors: tuple[Detector, ...] = (LexicalScreen(self._book), *detectors)
        self._faq = FaqMatcher(content.faq, self._views)

    @property
    def mode(self) -> str:
        """The name of the way of reading that is active."""
        return "lexical"

    def judge(self, text: str, recent: Sequence[str] = ()) -> Judgement:
        """What the message says, read with the messages before it (oldest first). Never raises.

        Any error becomes `Judgement.failed()`: a message that cannot be read goes to a person.
        """
        try:
            return self._judge(text, recent)
        except Exception:
            return Judgement.failed()

    def _judge(self, text: str, recent: Sequence[str]) -> Judgement:
        views = self._views.of(text)
        readable = scripts.readable(views[0].tidy)
        called = any(self._help.called(view.tidy) for view in views)
        findings = self._findings(views, recent, called=called)
        if not readable:
            findings.append(_UNREAD)
        severity = max((f.severity for f in findings), key=lambda s: s.rank, default=Severity.NONE)
        return Judgement(
            status=Status.JUDGED,
            severity=severity,
            categories=_categories(findings) if readable else _categories(findings[:-1]),
            about=_about(findings, severity),
            reasons=_reasons(findings, (text, *recent[-MAX_RECENT:])),
            faq=self._faq.rank(views) if readable else FaqRanking(Band.NONE, (), ()),
            readable=readable,
            help_word=called,
            language=scripts.language(views[0].tidy, romanised=views[-1].kind in {"layout", "romanised"}),
        )

    def _findings(self, views: Sequence[View], recent: Sequence[str], *, called: bool) -> list[Finding]:
        before = [self._views.of(r[-MAX_RECENT_CHARS:])[-1] for r in recent[-MAX_RECENT:]]
        findings = [f for d in self._detectors for f in d.find(views, before)]
        if called:
            findings.append(
                Finding(_CALL, Category.DISTRESS, Severity.URGENT, views[-1].tidy, other=False, sure=True)
            )
        return findings

    def _readings(self, text: str) -> tuple[Text, ...]:
        return tuple(view.text for view in self._views.of(text))


def _views(content: Content, knowledge: Knowledge) -> Views:
    phrases = [p.text for pack in content.distress for p in pack.phrases]
    patterns = [m for pack in knowledge.packs for p in pack.patterns for m in p.match]
    entries = [w for words in knowledge.sets.values() for w in words]
    cutter = WordCutter([*entries, *patterns, *phrases], knowledge.spelling)
    idle = frozenset(knowledge.sets["filler"])
    important = frozenset(w for w in entries if w not in idle and all(map(is_thai, w)))
    return Views(cutter, knowledge.spelling, important)


def _ranked(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda f: -f.severity.rank)


def _categories(findings: Sequence[Finding]) -> tuple[Category, ...]:
    return tuple(dict.fromkeys(f.category for f in _ranked(findings)))


def _about(findings: Sequence[Finding], severity: Severity) -> Literal["self", "other"] | None:
    gravest = [f for f in findings if f.severity is severity]
    if not gravest:
        return None
    return "other" if all(f.other for f in gravest) else "self"


def _reasons(findings: Sequence[Finding], written: Sequence[str]) -> tuple[Reason, ...]:
    return tuple(
        Reason(f.name, as_written(f.words, written), f.category, f.severity)
        for f in _ranked(findings)[:MAX_REASONS]
    )
