"""The words of the pages themselves, from preview.yaml: one table a language."""

from collections.abc import Mapping
from pathlib import Path

from content.tree import DEFAULT_LANGUAGE
from content.yaml_lines import read_values

WORDS_FILE = Path(__file__).parents[1] / "preview.yaml"

Words = Mapping[str, str]


def page_words(file: Path = WORDS_FILE) -> dict[str, Words]:
    """The words by language, the default one first.

    Raises:
        ValueError: a language has other keys than the default one, or a value is no text.
    """
    tables: dict[str, dict[str, str]] = read_values(file.read_text(encoding="utf-8"))
    wanted = tables[DEFAULT_LANGUAGE].keys()
    for language, table in tables.items():
        if odd := sorted(wanted ^ table.keys()):
            raise ValueError(f"{file.name}: {language}: keys that differ: {', '.join(odd)}")
        if wrong := sorted(
            str(key) for key, text in table.items() if not _is_text(key) or not _is_text(text)
        ):
            raise ValueError(f"{file.name}: {language}: no text: {', '.join(wrong)}")
    ordered = sorted(tables, key=lambda language: (language != DEFAULT_LANGUAGE, language))
    return {language: tables[language] for language in ordered}


def _is_text(value: object) -> bool:
    """Whether it is words: YAML reads `true` as no text, also where it is a key."""
    return isinstance(value, str) and bool(value)
