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


def as_csv(suggestions: Iterable[Suggestion]) -> str:
    """Rows with a heading. The day alone is told, and nobody's name."""
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\n")
    rows.writerow(COLUMNS)
    for one in suggestions:
        rows.writerow(_plain(cell) for cell in _cells(one))
    return written.getvalue()


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
