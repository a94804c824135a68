"""`python -m bot suggestions`: rows for a table, draft entries for content, and nobody's name."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from bot.cli import app
from bot.cli_suggestions import as_entries, as_messages, as_table
from bot.domain.state import Suggestion, SuggestionKind
from content import teaching
from content.schema import Category, FaqEntry, Severity
from content.schema.review import ReviewState
from db.keys import create_key_file
from db.sealing import Sealer
from db.store import Store
from tests.db.samples import a_suggestion

MISSED = a_suggestion(
    kind=SuggestionKind.MISSED,
    severity=Severity.URGENT,
    categories=(Category.GROOMING, Category.DISTRESS),
    patterns=("asks_to_meet",),
    text="own, words",
)
FAQ = a_suggestion("faq", text="ขอบเขตคืออะไร", answer="คือจุดที่เราบอกว่าหยุด\nได้เสมอ")

Shown = Callable[[Sequence[Suggestion]], str]


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_row_of_the_table_tells_all_that_was_suggested() -> None:
    assert rows(as_table([MISSED])) == [
        {
            "kind": "missed",
            "severity": "urgent",
            "categories": "grooming;distress",
            "patterns": "asks_to_meet",
            "language": "th",
            "text": "own, words",
            "answer": "",
            "on": "2026-03-01",
        }
    ]


def test_what_was_missed_is_read_as_messages_of_a_voice(tmp_path: Path) -> None:
    more = replace(MISSED, severity=Severity.CONCERN, text='said "no"\nagain', patterns=())
    (tmp_path / "messages").mkdir()
    (tmp_path / "messages" / "staff.csv").write_text(as_messages([MISSED, FAQ, more]), encoding="utf-8")
    read = teaching.messages(tmp_path)
    both = (Category.GROOMING, Category.DISTRESS)
    assert [(one.severity, one.kind, one.categories, one.text) for one in read] == [
        (Severity.URGENT, "", both, MISSED.text),
        (Severity.CONCERN, "", both, more.text),
    ]
    assert {(one.reviewer, one.reviewed_on) for one in read} == {("", None)}


def test_only_what_was_missed_and_has_words_is_a_message() -> None:
    others = [replace(MISSED, text=""), FAQ, replace(MISSED, kind=SuggestionKind.FALSE_ALARM)]
    assert rows(as_messages(others)) == []


@pytest.mark.parametrize("shown", [as_messages, as_table])
def test_a_row_names_nobody(shown: Shown) -> None:
    assert "staff1" not in shown([MISSED, FAQ])
    assert "suggestion1" not in shown([MISSED, FAQ])


@pytest.mark.parametrize("shown", [as_messages, as_table])
def test_without_suggestions_there_is_the_heading_alone(shown: Shown) -> None:
    assert shown([]).count("\n") == 1
    assert rows(shown([])) == []
    assert as_entries([MISSED]) == ""


@pytest.mark.parametrize("shown", [as_messages, as_table])
@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx"])
def test_no_cell_is_a_formula(text: str, shown: Shown) -> None:
    (row,) = rows(shown([replace(MISSED, text=text)]))
    assert row["text"] == f"'{text}"


def test_a_question_becomes_a_draft_entry_that_nobody_has_reviewed() -> None:
    (found,) = yaml.safe_load(as_entries([MISSED, FAQ]))["th"]
    entry = FaqEntry.model_validate(found)
    assert (entry.question, entry.answer) == (FAQ.text, FAQ.answer)
    assert entry.review.state is ReviewState.DRAFT
    assert (entry.review.reviewer, entry.review.reviewed_on) == ("", None)


def test_entries_stand_by_language_with_ids_of_their_own() -> None:
    more = [
        a_suggestion(f"r{n}", text="q", answer="a", language=code)
        for n, code in enumerate(["en", "th", "en"])
    ]
    found = yaml.safe_load(as_entries(more))
    assert {code: [one["id"] for one in entries] for code, entries in found.items()} == {
        "en": ["suggested_1", "suggested_2"],
        "th": ["suggested_1"],
    }


@pytest.fixture
async def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database with two suggestions, and settings that lead to it."""
    key, url = tmp_path / "key", f"sqlite+aiosqlite:///{tmp_path / 'data' / 'phuean.db'}"
    (tmp_path / "data").mkdir()
    store = await Store.open(url, Sealer(create_key_file(key)))
    async with store.begin() as uow:
        await uow.suggestions.add(MISSED)
        await uow.suggestions.add(FAQ)
        await uow.commit()
    await store.close()
    monkeypatch.chdir(tmp_path)
    values = {"BOT_TOKEN": "123456789:AAAA-secret-secret", "MASTER_KEY_FILE": str(key), "DATABASE_URL": url}
    values |= {
        "STAFF_CHAT_ID": "-1001234567890",
        "STAFF_LEAD_ID": "530000001",
        "ORGANISATION": "An organisation",
    }
    for name, value in values.items():
        monkeypatch.setenv(name, value)


@pytest.mark.usefixtures("database")
def test_the_command_prints_rows() -> None:
    done = CliRunner().invoke(app, ["suggestions"])
    assert done.exit_code == 0, done.output
    assert [row["text"] for row in rows(done.stdout)] == [MISSED.text]


@pytest.mark.usefixtures("database")
def test_the_command_prints_the_whole_table() -> None:
    done = CliRunner().invoke(app, ["suggestions", "--all"])
    assert [row["kind"] for row in rows(done.stdout)] == ["faq", "missed"]


def test_the_command_prints_one_thing_at_a_time() -> None:
    assert CliRunner().invoke(app, ["suggestions", "--all", "--faq"]).exit_code == 2


@pytest.mark.usefixtures("database")
def test_the_command_prints_draft_entries() -> None:
    done = CliRunner().invoke(app, ["suggestions", "--faq"])
    assert [one["question"] for one in yaml.safe_load(done.stdout)["th"]] == [FAQ.text]


@pytest.mark.usefixtures("database")
def test_the_command_refuses_another_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    create_key_file(tmp_path / "other")
    monkeypatch.setenv("MASTER_KEY_FILE", str(tmp_path / "other"))
    done = CliRunner().invoke(app, ["suggestions"])
    assert done.exit_code == 1
    assert "WrongKeyError" in done.output
