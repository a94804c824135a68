"""The lexical detector: curated phrases and patterns over the views of a message and of the talk so far."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.understanding.distress import cautions
from bot.understanding.distress.finding import Finding
from bot.understanding.distress.rule_index import RuleIndex
from bot.understanding.distress.rules import Rule, RuleBook
from bot.understanding.lexicon import Place, Places
from bot.understanding.slots import Matcher
from bot.understanding.views import View
from bot.understanding.words import Text
from content.notation import Line
from content.schema import Severity

UNLESS_REACH = 6
"""An `unless` word counts when it stands at most this many words from the hit."""
NOW_REACH = 14
"""A sign that it is happening now counts at most this many words from the hit."""

PAST_REACH = 5
"""A sign that it is over counts at most this many words from the hit."""
DENIAL_REACH = 2
"""A negation takes a sign of the present back when it stands at most this many words behind it."""

COMMON = ("me",)
"""Lists whose words stand in nearly every message."""

SHORT = 12
"""Words of a message of which a laugh about a trifle may be all."""

FIRST_WORDS = 4
"""Another child named among so many first words is whom the message is about."""


@dataclass(frozen=True)
class Page:
    """One text with everything found in it. The message itself begins at word `start`."""

    text: Text
    start: int
    places: Places
    denied: frozenset[int]
    idle: frozenset[int]
    ceiling: Severity


class LexicalScreen:
    """Recognises what the rule book lists."""

    def __init__(self, book: RuleBook) -> None:
        self._book = book
        self._index = RuleIndex(book.rules, book.lists, COMMON)

    def pages(self, views: Iterable[View]) -> tuple[Page, ...]:
        """The views of a message, each with the words that were found in it."""
        return tuple(self._page(view.text.words, 0) for view in views)

    def find(self, pages: Sequence[Page], recent: Sequence[View]) -> list[Finding]:
        """Findings in the message, on any page, and those that the recent messages complete."""
        before = tuple(w for view in recent for w in view.text.words)
        findings = [f for page in pages for f in self._page_findings(page)]
        if before:
            joined = self._page((*before, *pages[-1].text.words), len(before))
            findings += self._page_findings(joined)
        return list({(f.name, f.severity): f for f in reversed(findings)}.values())[::-1]

    def _page(self, words: tuple[object, ...], start: int) -> Page:
        text = Text(words)  # type: ignore[arg-type]
        places = self._book.find(text)
        return Page(
            text=text,
            start=start,
            places=places,
            denied=cautions.negations(places),
            idle=cautions.fillers(places, text),
            ceiling=cautions.ceiling(places, start),
        )

    def _page_findings(self, page: Page) -> Iterator[Finding]:
        matcher = Matcher(page.places, page.idle, page.denied)
        for rule, lines in self._index.possible(page.places):
            hit = self._hit(rule, lines, page, matcher)
            if hit is None:
                continue
            severity = _lowered(rule, self._severity(rule, hit, page), hit, page)
            if severity is not Severity.NONE:
                yield self._finding(rule, severity, hit, page)

    def _hit(
        self, rule: Rule, lines: Iterable[Line], page: Page, matcher: Matcher
    ) -> tuple[Place, ...] | None:
        for line in lines:
            for places in matcher.matches(line):
                if self._holds(rule, places, page):
                    return places
        return None

    def _holds(self, rule: Rule, hit: tuple[Place, ...], page: Page) -> bool:
        if _span(hit)[1] < page.start and not _urging(rule, hit, page):
            return False
        if cautions.negated(hit[0].first, page.text, page.denied, page.idle):
            return False
        return rule.unless is None or not _near(hit, page.places.get(rule.unless, ()), UNLESS_REACH)

    def _severity(self, rule: Rule, hit: tuple[Place, ...], page: Page) -> Severity:
        if _urging(rule, hit, page):
            return Severity.EMERGENCY
        if _over(hit, page):
            return min(rule.severity, Severity.URGENT, key=lambda one: one.rank)
        now = rule.now and _near(hit, _of_this_message(page.places.get("now", ()), hit, page), NOW_REACH)
        return Severity.EMERGENCY if now else rule.severity

    def _finding(self, rule: Rule, severity: Severity, hit: tuple[Place, ...], page: Page) -> Finding:
        first, last = _span(hit)
        return Finding(
            name=rule.name,
            category=rule.category,
            severity=severity,
            words=page.text.written(first, last),
            other=rule.other or _other(hit, page),
            strong=rule.strong,
        )


def of_another(page: Page) -> bool:
    """Whether the message as a whole begins with another child, and the writer is nowhere else in it."""
    kids = page.places.get("kid", ())
    owners = _owners(kids)
    return any(k.first <= FIRST_WORDS for k in kids) and not any(
        p.first not in owners for p in page.places.get("me", ()) if p.first == p.last
    )


def laughs(pages: Sequence[Page]) -> bool:
    """Whether a message laughs or says that it is a joke."""
    return any(cautions.laughs(page.places) for page in pages)


def exaggerated(pages: Sequence[Page]) -> bool:
    """Whether a message is short, and laughs about a trifle."""
    return any(len(page.text.words) <= SHORT and cautions.exaggerated(page.places) for page in pages)


def _lowered(rule: Rule, severity: Severity, hit: tuple[Place, ...], page: Page) -> Severity:
    """The severity under the ceiling of the message.

    A `sure` hit keeps its own where the writer stands in the message, unless it is imagined.
    """
    imagined = cautions.imagined(*_span(hit), page.places)
    keeps = rule.sure and bool(page.places.get("me")) and not imagined
    ceilings = [severity, *([] if keeps else [page.ceiling]), *([Severity.CONCERN] if imagined else [])]
    return min(ceilings, key=lambda s: s.rank)


def _span(hit: tuple[Place, ...]) -> tuple[int, int]:
    return min(p.first for p in hit), max(p.last for p in hit)


def _near(hit: tuple[Place, ...], places: Sequence[Place], reach: int) -> bool:
    first, last = _span(hit)
    return any(p.last >= first - reach and p.first <= last + reach for p in places)


def _of_this_message(signs: Sequence[Place], hit: tuple[Place, ...], page: Page) -> list[Place]:
    """For a hit in the message itself only the signs that stand there, too."""
    within = _span(hit)[0] >= page.start
    return [p for p in signs if not within or p.first >= page.start]


def _over(hit: tuple[Place, ...], page: Page) -> bool:
    """Whether what is told was before, and nothing says that it is happening (policy, rule 4)."""
    if not _near(hit, page.places.get("past", ()), PAST_REACH):
        return False
    present = (*page.places.get("present", ()), *page.places.get("here_now", ()))
    signs = _of_this_message(present, hit, page)
    return all(any(p.last + n in page.denied for n in range(1, DENIAL_REACH + 1)) for p in signs)


def _urging(rule: Rule, hit: tuple[Place, ...], page: Page) -> bool:
    """Told before, and now the child writes that it is happening."""
    if not rule.now or _span(hit)[1] >= page.start:
        return False
    return any(p.first >= page.start for p in page.places.get("here_now", ()))


def _other(hit: tuple[Place, ...], page: Page) -> bool:
    """Whether the hit or the first words name another child, and the hit does not name the writer."""
    taken = {i for p in hit for i in range(p.first, p.last + 1)}
    kids = [p for p in page.places.get("kid", ()) if p.first >= page.start]
    mine = any(p.first in taken - _owners(kids) for p in page.places.get("me", ()) if p.first == p.last)
    return (
        bool(kids) and not mine and any(p.first in taken or p.first - page.start <= FIRST_WORDS for p in kids)
    )


def _owners(kids: Sequence[Place]) -> frozenset[int]:
    """In Thai the owner follows: a pronoun right behind "friend" says whose friend it is."""
    return frozenset(i for k in kids for i in (k.last, k.last + 1))
