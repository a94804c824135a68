"""Which chat the staff group is, now: groups can get a new id while the bot runs."""

from collections.abc import Callable
from datetime import datetime

from db.chats import ChatKind
from db.store import Store, UnitOfWork


class StaffRoom:
    """The id of the staff group.

    `ref` is the pseudonym of the configured id. A move is remembered under it, so that it outlives a restart
    and does not count any more when another group is configured.
    """

    def __init__(self, chat_id: int, ref: str = "staff room") -> None:
        self._chat_id = chat_id
        self._ref = ref

    @classmethod
    async def load(cls, store: Store, configured: int, pseudonym: Callable[[str, int], str]) -> "StaffRoom":
        """The configured group, or the one it became."""
        ref = pseudonym("staff room", configured)
        async with store.begin() as work:
            moved_to = await work.chats.chat_id(ref)
        return cls(configured if moved_to is None else moved_to, ref)

    @property
    def chat_id(self) -> int:
        """Telegram's id of the group."""
        return self._chat_id

    async def move(self, work: UnitOfWork, chat_id: int, now: datetime) -> None:
        """Telegram gave the group a new id; kept with the unit of work."""
        await work.chats.remember(self._ref, ChatKind.STAFF, chat_id, now)
        if chat_id != self._chat_id:
            await work.cases.forget_topic_messages()
        self._chat_id = chat_id
