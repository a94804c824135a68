"""Asks Telegram whether the bot is still in the staff group, so that its removal is noticed at once."""

from typing import Protocol

from telegram import Bot, ChatMember
from telegram.error import BadRequest, Forbidden, TelegramError

PRESENT = (ChatMember.OWNER, ChatMember.ADMINISTRATOR, ChatMember.MEMBER, ChatMember.RESTRICTED)


class StaffObserver(Protocol):
    """Who wants to know."""

    def staff_group(self, *, present: bool) -> None:
        """The bot is in the staff group, or is not."""


async def check_staff_group(bot: Bot, chat_id: int, observer: StaffObserver) -> None:
    """Tell the observer. An answer that never came says nothing."""
    try:
        member = await bot.get_chat_member(chat_id, bot.id)
    except (BadRequest, Forbidden):
        observer.staff_group(present=False)
    except TelegramError:
        return
    else:
        observer.staff_group(present=member.status in PRESENT)
