"""The whole measurement: the bot's own reading of both held-out sets, and the baselines beside it."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.understanding import Understanding
from content.content import Content
from content.loader import CONTENT_ROOT, build
from content.reading import read_tree
from content.schema import Severity
from tests.quality import baselines
from tests.quality.readings import Read, Replied, read, replied, reply, verdict
from tests.quality.sets import Asked, Told, asked, told


@dataclass(frozen=True, slots=True)
class Measured:
    """What the bot made of both sets."""

    reads: list[Read]
    replies: list[Replied]

    @property
    def false_alarms(self) -> int:
        """How many quiet messages raised an alarm."""
        return sum(r.verdict.alarms for r in self.reads if r.row.severity is Severity.NONE)


def content() -> Content:
    """The content as it is, also while somebody is in the middle of editing it."""
    tree, _ = read_tree(CONTENT_ROOT)
    return build(tree)


def own(content: Content) -> Measured:
    """The bot's own reading."""
    reader = Understanding(content)
    return Measured(
        read(told(), lambda text: verdict(reader.judge(text))),
        replied(questions(content), lambda text: reply(reader.judge(text))),
    )


def questions(content: Content) -> tuple[Asked, ...]:
    """The rows of the FAQ set, as the topics stand."""
    return asked({topic for topics in content.faq.values() for topic in topics})


def distress_baselines(content: Content, measured: Measured) -> Iterator[tuple[str, list[Read]]]:
    """Each baseline of the distress screen by name."""
    rows = told()
    yield "list of words", read(rows, baselines.KeywordList().read)
    near = baselines.nearest_phrase(content)
    above = baselines.alarm_cutoff(near, _quiet(rows), measured.false_alarms)
    yield "char n-gram TF-IDF", read(rows, near.reading(above))


def faq_baselines(content: Content, measured: Measured) -> Iterator[tuple[str, list[Replied]]]:
    """Each baseline of the FAQ by name."""
    rows = questions(content)
    outside = [row for row in rows if not row.topics]
    for name, near in (
        ("token_set_ratio, newmm", baselines.nearest_words(content)),
        ("char n-gram TF-IDF", baselines.nearest_phrasing(content)),
    ):
        above = baselines.answer_cutoff(near, outside, baselines.answers_outside(measured.replies))
        yield name, replied(rows, near.answering(above))


def _quiet(rows: tuple[Told, ...]) -> list[Told]:
    return [row for row in rows if row.severity is Severity.NONE]
