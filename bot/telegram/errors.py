"""What every refusal of Telegram means, in one place.

A class of `telegram.error` that is not in `BY_CLASS` fails a test. `BadRequest` and `Forbidden` hold many
things, so they are told apart by Telegram's own sentences (Bot API server, `Client.cpp`), in small letters.
"""

from datetime import timedelta
from enum import StrEnum

from telegram import error as telegram_errors

from bot.telegram.request import NeverSentError


class Verdict(StrEnum):
    """What to do about an error."""

    PERMANENT = "permanent"
    LATER = "later"
    UNKNOWN = "unknown"
    BLOCKED = "blocked"
    NO_ACCESS = "no_access"
    NO_TOPICS = "no_topics"
    TOPIC_LOST = "topic_lost"
    MESSAGE_GONE = "message_gone"
    MIGRATED = "migrated"
    NOT_MODIFIED = "not_modified"
    TOO_OLD = "too_old"
    REVOKED = "revoked"


BY_CLASS: dict[type[telegram_errors.TelegramError], Verdict] = {
    NeverSentError: Verdict.LATER,
    telegram_errors.BadRequest: Verdict.PERMANENT,
    telegram_errors.ChatMigrated: Verdict.MIGRATED,
    telegram_errors.Conflict: Verdict.LATER,
    telegram_errors.EndPointNotFound: Verdict.PERMANENT,
    telegram_errors.Forbidden: Verdict.BLOCKED,
    telegram_errors.InvalidToken: Verdict.REVOKED,
    telegram_errors.NetworkError: Verdict.UNKNOWN,
    telegram_errors.PassportDecryptionError: Verdict.PERMANENT,
    telegram_errors.RetryAfter: Verdict.LATER,
    telegram_errors.TelegramError: Verdict.UNKNOWN,
    telegram_errors.TimedOut: Verdict.UNKNOWN,
}

SENTENCES: tuple[tuple[str, Verdict], ...] = (
    ("message is not modified", Verdict.NOT_MODIFIED),
    ("message thread not found", Verdict.TOPIC_LOST),
    ("topic_deleted", Verdict.TOPIC_LOST),
    ("topic_closed", Verdict.TOPIC_LOST),
    ("topic_id_invalid", Verdict.TOPIC_LOST),
    ("message to edit not found", Verdict.MESSAGE_GONE),
    ("message can't be edited", Verdict.MESSAGE_GONE),
    ("message_id_invalid", Verdict.MESSAGE_GONE),
    ("there is no text in the message to edit", Verdict.MESSAGE_GONE),
    ("message to delete not found", Verdict.MESSAGE_GONE),
    ("message can't be deleted", Verdict.MESSAGE_GONE),
    ("query is too old", Verdict.TOO_OLD),
    ("the chat is not a forum", Verdict.NO_TOPICS),
    ("not enough rights to manage topics", Verdict.NO_TOPICS),
    ("not enough rights to create a topic", Verdict.NO_TOPICS),
    ("bot was blocked by the user", Verdict.BLOCKED),
    ("user is deactivated", Verdict.BLOCKED),
    ("bot can't initiate conversation", Verdict.BLOCKED),
    ("chat not found", Verdict.BLOCKED),
    ("peer_id_invalid", Verdict.BLOCKED),
    ("not enough rights", Verdict.NO_ACCESS),
    ("have no rights", Verdict.NO_ACCESS),
    ("chat_write_forbidden", Verdict.NO_ACCESS),
    ("chat_admin_required", Verdict.NO_ACCESS),
)


def classify(error: telegram_errors.TelegramError) -> Verdict:
    """The verdict: by sentence for refusals, else by the nearest class in the table."""
    if isinstance(error, telegram_errors.BadRequest | telegram_errors.Forbidden):
        sentence = error.message.lower()
        found = next((verdict for text, verdict in SENTENCES if text in sentence), None)
        if found is not None:
            return found
    return next(BY_CLASS[kind] for kind in type(error).__mro__ if kind in BY_CLASS)


def wait_of(error: telegram_errors.TelegramError, default: float) -> float:
    """Seconds that Telegram asks to wait, or `default` where it names none."""
    if not isinstance(error, telegram_errors.RetryAfter):
        return default
    after = error.retry_after
    return after.total_seconds() if isinstance(after, timedelta) else float(after)
