"""Tells Telegram the commands, the name and the descriptions, per language, and only what has changed.

Telegram allows few changes a day, so each is read first. Failing here never stops the bot.
"""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from functools import partial

import structlog
from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)
from telegram.error import BadRequest, Forbidden, RetryAfter, TelegramError

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
        """Bring Telegram up to date, as far as it answers: a line that is down is not waited for again."""
        for what, write in self._writes(staff_chat, staff_language):
            if not await _answered(what, write):
                return

    def _writes(self, staff_chat: int, staff_language: str) -> Iterator[tuple[str, Write]]:
        private, groups = BotCommandScopeAllPrivateChats(), BotCommandScopeAllGroupChats()
        for code, language in [("", self._languages[0]), *((one, one) for one in self._languages)]:
            yield self._commands(private, "command", CHILD_COMMANDS, language, code)
            yield self._commands(groups, "command", GROUP_COMMANDS, language, code)
            yield from self._words(language, code)
        yield self._commands(
            BotCommandScopeChat(staff_chat), "staff-command", STAFF_COMMANDS, staff_language, ""
        )

    def _commands(
        self, scope: BotCommandScope, prefix: str, names: Sequence[str], language: str, code: str
    ) -> tuple[str, Write]:
        wanted = tuple(BotCommand(name, self._texts.say(language, f"{prefix}-{name}")) for name in names)
        return "commands", partial(self._set_commands, wanted, scope, code or None)

    async def _set_commands(
        self, wanted: tuple[BotCommand, ...], scope: BotCommandScope, code: str | None
    ) -> None:
        if await self._bot.get_my_commands(scope, code) != wanted:
            await self._bot.set_my_commands(wanted, scope, code)

    def _words(self, language: str, code: str) -> Iterator[tuple[str, Write]]:
        yield "name", partial(self._set_name, self._texts.say(language, "bot-name"), code)
        yield (
            "description",
            partial(self._set_description, self._texts.say(language, "bot-description"), code),
        )
        yield "short", partial(self._set_short, self._texts.say(language, "bot-short-description"), code)

    async def _set_name(self, text: str, code: str) -> None:
        if (await self._bot.get_my_name(code)).name != text:
            await self._bot.set_my_name(text, code)

    async def _set_description(self, text: str, code: str) -> None:
        if (await self._bot.get_my_description(code)).description != text:
            await self._bot.set_my_description(text, code)

    async def _set_short(self, text: str, code: str) -> None:
        if (await self._bot.get_my_short_description(code)).short_description != text:
            await self._bot.set_my_short_description(text, code)


async def _answered(what: str, write: Write) -> bool:
    """Whether Telegram answered, were it with a refusal."""
    try:
        await write()
    except TelegramError as error:
        log.warning("profile.failed", what=what, error=type(error).__name__)
        return isinstance(error, BadRequest | Forbidden | RetryAfter)
    return True
