"""Numbers and pages where people answer."""

from datetime import date
from typing import Literal

from content.schema.base import ContentModel, Slug, Words
from content.schema.distress import Category, Severity


class HelpLine(ContentModel):
    """One line. Texts are per language (`{"th": …, "en": …}`).

    `readers` are the languages of children who are shown the line (empty: everybody).
    `verified_on` stays empty until a person of the organisation has dialled the line.
    """

    id: Slug
    kind: Literal["phone", "line_app", "web"]
    contact: Words
    name: dict[str, Words]
    who_answers: dict[str, Words]
    hours: dict[str, Words]
    cost: dict[str, Words]
    languages: dict[str, Words]
    severities: tuple[Severity, ...] = ()
    categories: tuple[Category, ...] = ()
    readers: tuple[str, ...] = ()
    order: int
    source: Words
    confidence: Literal["C2", "1S", "GK"]
    verified_on: date | None = None
