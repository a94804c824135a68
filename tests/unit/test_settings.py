"""Settings: unsafe ones are refused, all at once, and never printed."""

from pathlib import Path

import pytest

from bot.settings import DEMO_KEY, Settings, SettingsError, load_settings

KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
TOKEN = "123456789:AAAA-secret-secret"
GOOD = {
    "BOT_TOKEN": TOKEN,
    "MASTER_KEY": KEY,
    "STAFF_CHAT_ID": "-1001234567890",
    "STAFF_LEAD_ID": "530000001",
    "ORGANISATION": "An organisation",
}
LOCAL = "http://127.0.0.1:8081"
NAMES = [name.upper() for name in Settings.model_fields]


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)


def load(monkeypatch: pytest.MonkeyPatch, **values: str | None) -> Settings:
    for name, value in {**GOOD, **values}.items():
        if value is not None:
            monkeypatch.setenv(name, value)
    return load_settings(None)


def problems(monkeypatch: pytest.MonkeyPatch, **values: str | None) -> tuple[str, ...]:
    with pytest.raises(SettingsError) as caught:
        load(monkeypatch, **values)
    return caught.value.problems


def test_it_loads_what_is_complete(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load(monkeypatch)
    assert settings.bot_token.get_secret_value() == TOKEN
    assert settings.staff_chat_id == -1001234567890
    assert settings.zone.key == "Asia/Bangkok"
    assert settings.office_hours.days == frozenset(range(5))


def test_it_lists_all_that_is_missing_at_once() -> None:
    with pytest.raises(SettingsError) as caught:
        load_settings(None)
    assert {one.partition(":")[0] for one in caught.value.problems} == {
        "BOT_TOKEN",
        "MASTER_KEY_FILE",
        "ORGANISATION",
        "STAFF_CHAT_ID",
        "STAFF_LEAD_ID",
    }


def test_it_lists_missing_and_unsafe_values_together(monkeypatch: pytest.MonkeyPatch) -> None:
    found = problems(monkeypatch, BOT_API_URL="http://example.org", STAFF_CHAT_ID="5", ORGANISATION="")
    assert {one.partition(":")[0] for one in found} == {"BOT_API_URL", "STAFF_CHAT_ID", "ORGANISATION"}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BOT_TOKEN", "not a token"),
        ("BOT_API_URL", "http://api.example.org"),
        ("BOT_API_URL", "https://user:password@api.example.org"),
        ("BOT_API_URL", "ftp://127.0.0.1"),
        ("BOT_API_URL", "api.example.org"),
        ("DATABASE_URL", "mysql://x"),
        ("DATABASE_URL", "rubbish"),
        ("MASTER_KEY", "dG9vIHNob3J0"),
        ("STAFF_CHAT_ID", "12345"),
        ("STAFF_LEAD_ID", "-5"),
        ("STAFF_LANGUAGE", "fr"),
        ("OFFICE_HOURS", "always"),
        ("TIMEZONE", "Mars/Olympus"),
        ("TIMEZONE", "../../etc/passwd"),
        ("CASE_KEEP_DAYS", "0"),
        ("LOG_LEVEL", "LOUD"),
        ("PILOT", "perhaps"),
    ],
)
def test_it_refuses_an_unsafe_value_without_repeating_it(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    found = problems(monkeypatch, **{name: value})
    assert [one.partition(":")[0] for one in found] == [name]
    assert "password" not in "".join(found)
    assert value not in "".join(found)


def test_it_wants_one_master_key_not_two(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert problems(monkeypatch, MASTER_KEY_FILE=str(tmp_path / "key"))[0].startswith("MASTER_KEY_FILE")


def test_it_refuses_a_key_beside_the_database(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    found = problems(
        monkeypatch,
        MASTER_KEY=None,
        MASTER_KEY_FILE=str(tmp_path / "key"),
        DATABASE_URL=f"sqlite+aiosqlite:///{tmp_path}/phuean.db",
    )
    assert found[0].startswith("MASTER_KEY_FILE")


def test_it_allows_a_key_beside_the_database_of_a_simulator(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    settings = load(
        monkeypatch,
        MASTER_KEY=None,
        MASTER_KEY_FILE=str(tmp_path / "key"),
        DATABASE_URL=f"sqlite+aiosqlite:///{tmp_path}/phuean.db",
        BOT_API_URL=LOCAL,
    )
    assert settings.master_key_file == tmp_path / "key"


def test_it_allows_a_key_elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    settings = load(
        monkeypatch,
        MASTER_KEY=None,
        MASTER_KEY_FILE=str(tmp_path / "keys" / "key"),
        DATABASE_URL=f"sqlite+aiosqlite:///{tmp_path}/data/phuean.db",
    )
    assert settings.master_key_file == tmp_path / "keys" / "key"


def test_a_simulator_needs_neither_key_nor_name(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load(monkeypatch, MASTER_KEY=None, ORGANISATION=None, BOT_API_URL=LOCAL)
    assert settings.master_key_file == DEMO_KEY
    assert settings.organisation


@pytest.mark.parametrize(
    ("url", "local"),
    [
        ("http://127.0.0.1:8081", True),
        ("http://localhost:8081", True),
        ("http://[::1]:8081", True),
        ("https://api.telegram.org", False),
        ("https://127.0.0.1.example.org", False),
        ("https://localhost.example.org", False),
    ],
)
def test_it_knows_a_simulator_on_this_machine(
    monkeypatch: pytest.MonkeyPatch, *, url: str, local: bool
) -> None:
    assert load(monkeypatch, BOT_API_URL=url).is_local_api is local


def test_an_empty_value_is_no_value(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load(monkeypatch, BOT_API_URL="").bot_api_url == "https://api.telegram.org"


def test_it_never_prints_a_secret_or_an_id(monkeypatch: pytest.MonkeyPatch) -> None:
    url = "postgresql+asyncpg://user:db-password@host/name"
    printed = f"{load(monkeypatch, DATABASE_URL=url)!r}"
    for secret in (TOKEN, KEY, "db-password", "1001234567890", "530000001"):
        assert secret not in printed


def test_it_cannot_be_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load(monkeypatch)
    with pytest.raises(ValueError, match="frozen"):
        settings.pilot = True  # type: ignore[misc]


def test_it_reads_a_file_with_all_settings(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("\n".join(f"{name}={value}" for name, value in GOOD.items()), encoding="utf-8")
    assert load_settings(file).organisation == "An organisation"


def example_lines() -> list[str]:
    return (Path(__file__).parents[2] / ".env.example").read_text(encoding="utf-8").splitlines()


def test_the_example_names_every_setting_and_no_other() -> None:
    named = [
        line.lstrip("#").partition("=")[0] for line in example_lines() if "=" in line and " =" not in line
    ]
    assert sorted(name for name in named if name.isupper()) == sorted(NAMES)


def test_the_example_explains_every_setting_in_one_line() -> None:
    lines = example_lines()
    for number, line in enumerate(lines):
        if line.lstrip("#").partition("=")[0] in NAMES:
            assert lines[number - 1].startswith("# ")


def test_the_example_shows_the_defaults() -> None:
    shown = dict(
        line[1:].split("=", 1) for line in example_lines() if line.startswith("#") and line[1:2].isupper()
    )
    for name, text in shown.items():
        default = Settings.model_fields[name.lower()].default
        if isinstance(default, str | int | Path) and not isinstance(default, bool):
            assert text == str(default)
