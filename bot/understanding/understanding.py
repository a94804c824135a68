"""From a child's text to a judgement."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Literal

from bot.domain.judgement import CALL, Band, FaqRanking, Judgement, Reason, Status
from bot.understanding import scripts
from bot.understanding.consulting import consulted
from bot.understanding.distress.examples import Examples
from bot.understanding.distress.finding import Finding
from bot.understanding.distress.rules import RuleBook
from bot.understanding.distress.screen import LexicalScreen
from bot.understanding.distress.weighing import weigh
from bot.understanding.explanation import Explanation, Opinion
from bot.understanding.faq.matcher import FaqMatcher, Ranker
from bot.understanding.faq.trained import TrainedRanker
from bot.understanding.help_words import HelpWordList
from bot.understanding.normalise import is_thai
from bot.understanding.quoting import as_written
from bot.understanding.trained.artefact import Trained
from bot.understanding.views import View, Views, plain_view
from bot.understanding.words import Text, WordCutter
from content.content import Content
from content.schema import Category, Severity

MAX_REASONS = 8
"""So many reasons are shown to staff at most, the gravest first."""
MAX_RECENT = 5
"""So many messages before this one are read with it."""
MAX_RECENT_CHARS = 300
"""Of each recent message at most so much is read again, from its end."""

UNREAD = "unread_"
"""So begins the name of what stands for a script that nobody here reads; the script's name follows."""
UNREAD_SHOWN = 60
"""Characters of such a message that staff see beside the name of its script."""


class Understanding:
    """Reads messages. Built once at start (about four seconds); `judge` may be called from many threads."""

    def __init__(self, content: Content, *, trained: Trained | None = None) -> None:
        """`trained`: the judge beside the patterns. Without it patterns and wordings read alone."""
        knowledge = content.knowledge
        self._trained = trained
        self._views = _views(content)
        self._help = HelpWordList(knowledge.help_words, self._views)
        self._book = RuleBook(knowledge, content.distress, self._readings, self._views.dictionary)
        self._screen = LexicalScreen(self._book)
        self._examples = Examples(content.distress, self._views.plain)
        self._faq = _matcher(content, self._views, trained)

    @property
    def mode(self) -> str:
        """The name of the way of reading that is active."""
        return self._trained.mode if self._trained else "lexical"

    def plain(self, text: str) -> str:
        """The form in which the trained judge reads a text: tidy, and typed on the right keyboard layout."""
        return self._views.brief(text).plain

    def patterns(self, text: str) -> tuple[Finding, ...]:
        """What patterns and curated phrases find in a text by themselves."""
        return tuple(self._screen.find(self._screen.pages(self._views.of(text)), ()))

    def judge(self, text: str, recent: Sequence[str] = ()) -> Judgement:
        """What the message says, read with the messages before it (oldest first). Never raises.

        Any error becomes `Judgement.failed()`: a message that cannot be read goes to a person.
        """
        try:
            return self.explained(text, recent).judgement
        except Exception:
            return Judgement.failed()

    def explained(self, text: str, recent: Sequence[str] = ()) -> Explanation:
        """The judgement of a message with the parts that it was made of. Raises whatever reading raises."""
        recent = recent[-MAX_RECENT:]
        views = self._views.of(text)
        before = tuple(self._views.brief(one[-MAX_RECENT_CHARS:]) for one in recent)
        pages = self._screen.pages(views)
        opinion = consulted(self._trained, views, before, pages) if self._trained else None
        found = tuple(self._screen.find(pages, [one.view for one in before]))
        called = any(self._help.called(view.tidy) for view in views)
        # The bare call for help has a reading of its own, whatever the judge makes of so few letters.
        weighed = found if called else _weighed(found, opinion)
        findings = (*weighed, *self._beside(views, called=called))
        judgement = self._judgement(views, findings, opinion, (text, *recent))
        return Explanation(views, tuple(one.view for one in before), found, opinion, findings, judgement)

    def _beside(self, views: Sequence[View], *, called: bool) -> Iterator[Finding]:
        """What is found beside patterns and judge: the call for help, and a script that nobody here reads."""
        if called:
            yield _called(views[-1].tidy)
        if not scripts.readable(views[0].tidy):
            yield _unread(views[0].tidy)

    def _judgement(
        self,
        views: Sequence[View],
        findings: Sequence[Finding],
        opinion: Opinion | None,
        written: Sequence[str],
    ) -> Judgement:
        severity = max((f.severity for f in findings), key=lambda s: s.rank, default=Severity.NONE)
        read = [f for f in findings if not f.name.startswith(UNREAD)]
        readable, categories = len(read) == len(findings), _categories(read)
        return Judgement(
            status=Status.JUDGED,
            severity=severity,
            categories=categories,
            about=_about(findings, severity),
            reasons=self._reasons(findings, written),
            faq=self._faq.rank(views, opinion.message if opinion else None)
            if readable
            else FaqRanking(Band.NONE, (), ()),
            readable=readable,
            help_word=any(f.name == CALL for f in findings),
            language=scripts.language(plain_view(views).tidy, romanised=views[-1].kind == "romanised"),
            examples=self._examples.nearest(_said(views, findings), categories) if severity.rank else (),
        )

    def _reasons(self, findings: Sequence[Finding], written: Sequence[str]) -> tuple[Reason, ...]:
        edges = cache(self._views.edges)
        return tuple(
            Reason(f.name, as_written(f.words, written, edges), f.category, f.severity)
            for f in _ranked(findings)[:MAX_REASONS]
        )

    def _readings(self, text: str) -> tuple[Text, ...]:
        return tuple(view.text for view in self._views.of(text))


def _views(content: Content) -> Views:
    knowledge = content.knowledge
    phrases = [p.text for pack in content.distress for p in pack.phrases]
    patterns = [m for pack in knowledge.packs for p in pack.patterns for m in p.match]
    entries = [w for words in knowledge.sets.values() for w in words]
    cutter = WordCutter([*entries, *patterns, *phrases], knowledge.spelling)
    idle = frozenset(knowledge.sets["filler"])
    important = frozenset(w for w in entries if w not in idle and all(map(is_thai, w)))
    return Views(cutter, knowledge.spelling, important)


def _weighed(found: Sequence[Finding], opinion: Opinion | None) -> Sequence[Finding]:
    """What patterns found, after the judge has spoken of the message and the talk that it ends."""
    if opinion is None:
        return found
    reading, needed = opinion.deciding(found), opinion.needed(found)
    return weigh(found, reading, opinion.weights, opinion.words, other=opinion.other, needed=needed)


def _called(words: str) -> Finding:
    return Finding(CALL, Category.DISTRESS, Severity.URGENT, words, other=False, strong=True)


def _unread(words: str) -> Finding:
    name, shown = UNREAD + scripts.unread(words), words[:UNREAD_SHOWN]
    return Finding(name, Category.DISTRESS, Severity.URGENT, shown, other=False, strong=True)


def _matcher(content: Content, views: Views, trained: Trained | None) -> Ranker:
    if trained is None:
        return FaqMatcher(content.faq, views)
    return TrainedRanker(content.faq, views, trained.topics)


def _ranked(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda f: -f.severity.rank)


def _categories(findings: Sequence[Finding]) -> tuple[Category, ...]:
    return tuple(dict.fromkeys(f.category for f in _ranked(findings)))


def _about(findings: Sequence[Finding], severity: Severity) -> Literal["self", "other"] | None:
    gravest = [f for f in findings if f.severity is severity]
    if not gravest:
        return None
    return "other" if all(f.other for f in gravest) else "self"


def _said(views: Sequence[View], findings: Sequence[Finding]) -> list[str]:
    """The message in each of its readings, and the pieces that the findings rest on."""
    return [*(view.tidy for view in views), *(f.words for f in findings[:MAX_REASONS] if f.words)]
