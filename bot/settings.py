"""Everything that differs between installations, from the environment or a `.env` file; see `.env.example`.

Unsafe or missing values stop the start, all of them named at once. Values are never printed.
"""

import re
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import (
    BeforeValidator,
    Field,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from bot.clock import is_loopback
from bot.domain.office_hours import OfficeHours, parse_office_hours
from db.errors import KeyRingError
from db.keys import parse_keys, refuse_key_beside_database

TOKEN = re.compile(r"\d{3,}:[A-Za-z0-9_-]{8,}")
DRIVERS = ("sqlite+aiosqlite", "postgresql+asyncpg")
DEMO_KEY = Path("var/demo.key")
DEMO_NAME = "Phuean"


class SettingsError(Exception):
    """Settings that the bot does not start with. `problems` names each one, without its value."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


def _hours(value: Any) -> Any:
    return parse_office_hours(value) if isinstance(value, str) else value


class Settings(BaseSettings):
    """One frozen set of settings. The order matters: later fields are checked against earlier ones."""

    model_config = SettingsConfigDict(
        frozen=True,
        extra="ignore",
        env_ignore_empty=True,
        hide_input_in_errors=True,
        env_file_encoding="utf-8",
    )

    bot_api_url: str = "https://api.telegram.org"
    bot_token: SecretStr
    database_url: str = Field(default="sqlite+aiosqlite:///var/phuean.db", repr=False)
    master_key: SecretStr | None = None
    master_key_file: Path | None = Field(default=None, validate_default=True)
    staff_chat_id: int = Field(lt=0, repr=False)
    staff_lead_id: int = Field(gt=0, repr=False)
    staff_language: Literal["th", "en"] = "th"
    organisation: str = Field(default="", max_length=80, validate_default=True)
    office_hours: Annotated[OfficeHours, NoDecode, BeforeValidator(_hours)] = parse_office_hours(
        "mon-fri 09:00-17:00"
    )
    timezone: str = "Asia/Bangkok"
    case_keep_days: int = Field(default=90, ge=1, le=730)
    pilot: bool = False
    heartbeat_file: Path = Path("var/heartbeat")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["json", "console"] = "json"

    @property
    def is_local_api(self) -> bool:
        """Whether the Bot API is a simulator on this machine."""
        return is_loopback(self.bot_api_url)

    @property
    def zone(self) -> ZoneInfo:
        """The organisation's time zone."""
        return ZoneInfo(self.timezone)

    @field_validator("bot_api_url")
    @classmethod
    def _api_is_safe(cls, value: str) -> str:
        parts = urlsplit(value)
        if parts.username or parts.password or parts.query or not parts.hostname:
            raise ValueError("must be a plain address such as https://api.telegram.org")
        if parts.scheme != "https" and not (parts.scheme == "http" and is_loopback(value)):
            raise ValueError("must be https; http is for this machine (127.0.0.1) only")
        return value.rstrip("/")

    @field_validator("bot_token")
    @classmethod
    def _token_looks_right(cls, value: SecretStr) -> SecretStr:
        if not TOKEN.fullmatch(value.get_secret_value()):
            raise ValueError("must look like 123456:ABC-def, as @BotFather gives it")
        return value

    @field_validator("database_url")
    @classmethod
    def _database_is_known(cls, value: str) -> str:
        try:
            driver = make_url(value).drivername
        except ArgumentError:
            raise ValueError("is not a database URL") from None
        if driver not in DRIVERS:
            raise ValueError(f"must start with {' or '.join(DRIVERS)}")
        return value

    @field_validator("master_key")
    @classmethod
    def _key_can_be_used(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None:
            try:
                parse_keys(value.get_secret_value())
            except KeyRingError as error:
                raise ValueError(str(error)) from None
        return value

    @field_validator("master_key_file")
    @classmethod
    def _one_key_well_kept(cls, value: Path | None, info: ValidationInfo) -> Path | None:
        local = is_loopback(info.data.get("bot_api_url", ""))
        if "master_key" in info.data and (info.data["master_key"] is None) is (value is None):
            if value is None and local:
                return DEMO_KEY
            raise ValueError("set either MASTER_KEY or MASTER_KEY_FILE")
        if value is not None and not local and "database_url" in info.data:
            _refuse_neighbours(value, info.data["database_url"])
        return value

    @field_validator("organisation")
    @classmethod
    def _organisation_is_named(cls, value: str, info: ValidationInfo) -> str:
        if value.strip():
            return value.strip()
        if is_loopback(info.data.get("bot_api_url", "")):
            return DEMO_NAME
        raise ValueError("is missing")

    @field_validator("timezone")
    @classmethod
    def _zone_is_known(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise ValueError("must be a time zone such as Asia/Bangkok") from None
        return value


def load_settings(env_file: Path | None = Path(".env")) -> Settings:
    """The settings of this process.

    Raises:
        SettingsError: with every problem.
    """
    try:
        return Settings(_env_file=env_file)
    except ValidationError as error:
        problems = tuple(f"{one['loc'][0]}".upper() + f": {_plain(one['msg'])}" for one in error.errors())
        raise SettingsError(problems) from None


def _plain(message: str) -> str:
    return "is missing" if message == "Field required" else message.removeprefix("Value error, ")


def _refuse_neighbours(key_file: Path, database_url: str) -> None:
    url = make_url(database_url)
    if url.drivername.startswith("sqlite") and url.database:
        try:
            refuse_key_beside_database(key_file, Path(url.database))
        except KeyRingError as error:
            raise ValueError(str(error)) from None
