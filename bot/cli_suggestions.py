"""The `suggestions` command: what staff suggested for the data, for a person to put into content/.

The printed words are for the people who tend the project, not for children or staff.
"""

import asyncio
import csv
import io
from collections.abc import Iterable, Sequence

import yaml

from bot.domain.state import Suggestion, SuggestionKind
from bot.settings import Settings
from content.teaching import MESSAGE_COLUMNS
from db.keys import load_keys
from db.sealing import Sealer
from db.store import Store

COLUMNS = ("kind", "severity", "categories", "patterns", "language", "text", "answer", "on")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for a formula at the beginning of a cell."""


def kept(settings: Settings) -> Sequence[Suggestion]:
    """All suggestions of the database.

    Raises:
        DatabaseError: it cannot be opened, or the master key does not fit.
    """
    return asyncio.run(_kept(settings))


async def _kept(settings: Settings) -> Sequence[Suggestion]:
    value = settings.master_key.get_secret_value() if settings.master_key else None
    keys = load_keys(value=value, file=settings.master_key_file)
    store = await Store.open(settings.database_url, Sealer(keys))
    try:
        async with store.begin() as uow:
            return await uow.suggestions.all()
    finally:
        await store.close()


def as_messages(suggestions: Iterable[Suggestion]) -> str:
    """What was missed, in the columns of `content/understanding/messages/`, reviewed by nobody yet.

    Where the reading named no category, none stands: `python -m content check` tells the row.
    """
    missed = (one for one in suggestions if one.kind is SuggestionKind.MISSED and one.text)
    return _csv(MESSAGE_COLUMNS, map(_message, missed))


def as_table(suggestions: Iterable[Suggestion]) -> str:
    """All that is known of every suggestion. The day alone is told, and nobody's name."""
    return _csv(COLUMNS, map(_cells, suggestions))


def _csv(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow(columns)
    table.writerows(map(_plain, row) for row in rows)
    return written.getvalue()


def _message(one: Suggestion) -> tuple[str, ...]:
    row = {"severity": one.severity, "categories": " ".join(one.categories), "text": one.text}
    return tuple(row.get(column, "") for column in MESSAGE_COLUMNS)


def _cells(one: Suggestion) -> tuple[str, ...]:
    many = (";".join(one.categories), ";".join(one.patterns))
    return one.kind, one.severity, *many, one.language, one.text, one.answer, f"{one.at:%Y-%m-%d}"


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def as_entries(suggestions: Iterable[Suggestion]) -> str:
    """Draft entries of the FAQ by language; a person fills in phrasings, sources and review."""
    languages: dict[str, list[dict[str, object]]] = {}
    for one in suggestions:
        if one.kind is SuggestionKind.FAQ:
            entries = languages.setdefault(one.language, [])
            entries.append(_entry(one, len(entries) + 1))
    return yaml.safe_dump(languages, allow_unicode=True, sort_keys=False) if languages else ""


def _entry(one: Suggestion, number: int) -> dict[str, object]:
    return {
        "id": f"suggested_{number}",
        "question": one.text,
        "answer": one.answer,
        "phrasings": [one.text],
        "next": {"kind": "person"},
        "sources": ["suggested by staff"],
        "review": {"state": "draft", "reviewer": ""},
    }
