"""What a sheet says differently from the content, cell by cell."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from rapidfuzz import process

from content.exchange.cells import day
from content.exchange.columns import PLACE, Columns, digest, marked
from content.exchange.faults import CellError, Fault
from content.exchange.fitting import cleaned, unfit
from content.exchange.rows import Row, Spot, What
from content.exchange.sheets import Filled, mark_of
from content.schema import ReviewState

_LONGEST_NAME = 120
_LONGEST_TEXT = 4_000
_MOST_PHRASINGS = 400
"""Ten times what the checks allow or anyone wrote: more than this the checks are not troubled with."""


@dataclass(frozen=True, slots=True)
class Change:
    """New texts for a spot, and the row that asks for them."""

    row: Row
    language: str
    spot: Spot
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """The rows of the content, with which the rows of a sheet are compared. No date may lie after `today`."""

    known: Mapping[str, Row]
    languages: tuple[str, ...]
    today: date

    def all(self, sheet: Iterable[Filled]) -> Iterator[Change | Fault]:
        """Every change and every fault, row by row."""
        for filled in sheet:
            yield from self.of_row(filled)

    def of_row(self, filled: Filled) -> Iterator[Change | Fault]:
        """The changes and faults of one row."""
        row = self.known.get(filled.name)
        place, told = marked(mark_of(filled))
        if row is None:
            yield filled.fault(PLACE, f"unknown place {filled.name}{self.like(filled.name)}")
        elif place != digest(row.name):
            yield filled.fault(PLACE, "the place or the hidden mark was changed: export again")
        else:
            for language in self.languages:
                yield from self.of_cell(filled, row, language, told.get(language, ""))

    def like(self, name: str) -> str:
        """The most similar place that there is, as a hint."""
        best = process.extractOne(name[:_LONGEST_NAME], list(self.known), score_cutoff=80)
        return f"; like it: {best[0]}" if best else ""

    def of_cell(self, filled: Filled, row: Row, language: str, exported: str) -> Iterator[Change | Fault]:
        """What one language of a row asks for."""
        spot = row.spots.get(language)
        mine = Columns.of_review(language) if row.what is What.REVIEW else (language,)
        for column in (language, *Columns.of_review(language)):
            if filled.texts[column] and (column not in mine or spot is None):
                yield filled.fault(column, _nothing_here(row, column, language))
        if spot is None or filled.unread & set(mine):
            return
        texts = tuple(filled.texts[column] for column in mine)
        asked = "\n".join(texts)
        if (
            _same(asked, spot.shown)
            or _split(row, texts) == spot.texts
            or digest(row.name, asked) == exported
        ):
            return
        if digest(row.name, spot.shown) != exported:
            yield filled.fault(mine[0], "changed here and in the content since the export: export again")
            return
        faults = list(self.wrong(filled, row, mine, texts))
        yield from faults
        if not faults:
            yield Change(row, language, spot, _split(row, texts))

    def wrong(
        self, filled: Filled, row: Row, columns: tuple[str, ...], texts: tuple[str, ...]
    ) -> Iterator[Fault]:
        """Why changed texts cannot be taken."""
        for column, text in zip(columns, texts, strict=True):
            if why := unfit(text) or _huge(row, text):
                yield filled.fault(column, why)
        if row.what is What.REVIEW:
            yield from self.wrong_review(filled, columns, texts)
        elif not texts[0]:
            yield filled.fault(columns[0], "missing: the text must not be empty")

    def wrong_review(
        self, filled: Filled, columns: tuple[str, ...], texts: tuple[str, ...]
    ) -> Iterator[Fault]:
        """A state that there is, and a name and a day with every state but draft."""
        (in_state, in_reviewer, in_date), (state, reviewer, on) = columns, texts
        if state not in set(ReviewState):
            yield filled.fault(in_state, f"{state!r} is none of {', '.join(ReviewState)}")
        elif state != ReviewState.DRAFT:
            if not reviewer:
                yield filled.fault(in_reviewer, f"state {state} without a reviewer")
            if not on:
                yield filled.fault(in_date, f"state {state} without a date")
        if "\n" in reviewer or len(reviewer) > _LONGEST_NAME:
            yield filled.fault(in_reviewer, f"a name of one line, at most {_LONGEST_NAME} characters")
        try:
            _ = day(on, self.today) if on else None
        except CellError as error:
            yield filled.fault(in_date, str(error))


def _huge(row: Row, text: str) -> str | None:
    """Why a text is beyond all measure; what is only too long is told by the checks."""
    parts = _split(row, (text,))
    if len(parts) > _MOST_PHRASINGS:
        return f"too long: {len(parts)} phrasings, at most {_MOST_PHRASINGS}"
    longest = max(map(len, parts), default=0)
    return f"too long: {longest} characters" if longest > _LONGEST_TEXT else None


def _nothing_here(row: Row, column: str, language: str) -> str:
    if language not in row.spots:
        return f"there is no such text in {language!r} to change: nothing may stand here"
    if column == language:
        return "this row holds a review: no text may stand here"
    return f"a review stands in its own row ({row.review or 'this text has none'})"


def _same(asked: str, shown: str) -> bool:
    return cleaned(asked) == cleaned(shown)


def _split(row: Row, texts: tuple[str, ...]) -> tuple[str, ...]:
    """The phrasings of a list, one a line; anything else as it is."""
    if row.what is not What.PHRASINGS:
        return texts
    return tuple(line for line in map(str.strip, texts[0].split("\n")) if line)
