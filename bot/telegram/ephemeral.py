"""What is tried once and may fail: the answer to a tap, and "typing"."""

import structlog
from telegram import Bot
from telegram.constants import CallbackQueryLimit, ChatAction
from telegram.error import TelegramError

from bot.telegram.errors import Verdict, classify

PATIENCE = 5.0
"""Seconds: longer than this nobody looks at a button, and the chat's next message waits meanwhile."""

log = structlog.get_logger(__name__)


class Ephemeral:
    """Answers that are worthless a moment later, so that nothing of them is stored or repeated."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def answer(self, query: str, text: str | None = None, *, alert: bool = False) -> None:
        """Stop the button's spinner, with a short line if there is one. A query too old is no error."""
        words = text[: int(CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH)] if text else None
        try:
            await self._bot.answer_callback_query(query, text=words, show_alert=alert, read_timeout=PATIENCE)
        except TelegramError as error:
            _note("toast", error)

    async def typing(self, chat_id: int) -> None:
        """Show "typing" for some seconds."""
        try:
            await self._bot.send_chat_action(chat_id, ChatAction.TYPING, read_timeout=PATIENCE)
        except TelegramError as error:
            _note("typing", error)


def _note(what: str, error: TelegramError) -> None:
    if classify(error) is not Verdict.TOO_OLD:
        log.info("ephemeral.failed", what=what, error=type(error).__name__)
