"""Tells Telegram the commands, the name and the descriptions, per language, and only what has changed.

Telegram allows few changes a day, so each is read first. Failing here never stops the bot.
"""

from collections.abc import Awaitable, Callable, Sequence

import structlog
from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)
from telegram.error import TelegramError

from bot.telegram.names import CHILD_COMMANDS, GROUP_COMMANDS, STAFF_COMMANDS
from content.texts import Texts

log = structlog.get_logger(__name__)

Write = Callable[[], Awaitable[object]]


class Profile:
    """What people see of the bot before they write to it. The first language is also everybody else's."""

    def __init__(self, bot: Bot, texts: Texts, languages: Sequence[str]) -> None:
        self._bot = bot
        self._texts = texts
        self._languages = tuple(languages)

    async def publish(self, *, staff_chat: int, staff_language: str) -> None:
        """Bring Telegram up to date."""
        for code, language in [("", self._languages[0]), *((one, one) for one in self._languages)]:
            await self._commands(BotCommandScopeAllPrivateChats(), "command", CHILD_COMMANDS, language, code)
            await self._commands(BotCommandScopeAllGroupChats(), "command", GROUP_COMMANDS, language, code)
            await self._words(language, code)
        scope = BotCommandScopeChat(staff_chat)
        await self._commands(scope, "staff-command", STAFF_COMMANDS, staff_language, "")

    async def _commands(
        self, scope: BotCommandScope, prefix: str, names: Sequence[str], language: str, code: str
    ) -> None:
        wanted = tuple(BotCommand(name, self._texts.say(language, f"{prefix}-{name}")) for name in names)
        await _quietly("commands", lambda: self._set_commands(wanted, scope, code or None))

    async def _set_commands(
        self, wanted: tuple[BotCommand, ...], scope: BotCommandScope, code: str | None
    ) -> None:
        if await self._bot.get_my_commands(scope, code) != wanted:
            await self._bot.set_my_commands(wanted, scope, code)

    async def _words(self, language: str, code: str) -> None:
        def say(key: str) -> str:
            return self._texts.say(language, key)

        await _quietly("name", lambda: self._set_name(say("bot-name"), code))
        await _quietly("description", lambda: self._set_description(say("bot-description"), code))
        await _quietly("short", lambda: self._set_short(say("bot-short-description"), code))

    async def _set_name(self, text: str, code: str) -> None:
        if (await self._bot.get_my_name(code)).name != text:
            await self._bot.set_my_name(text, code)

    async def _set_description(self, text: str, code: str) -> None:
        if (await self._bot.get_my_description(code)).description != text:
            await self._bot.set_my_description(text, code)

    async def _set_short(self, text: str, code: str) -> None:
        if (await self._bot.get_my_short_description(code)).short_description != text:
            await self._bot.set_my_short_description(text, code)


async def _quietly(what: str, write: Write) -> None:
    try:
        await write()
    except TelegramError as error:
        log.warning("profile.failed", what=what, error=type(error).__name__)
