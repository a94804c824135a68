"""Where an input came from: what the turn marks done in the same transaction, and the chat it remembers."""

from dataclasses import dataclass

from db.chats import ChatKind


@dataclass(frozen=True, slots=True)
class ChatSeen:
    """A chat to remember: its pseudonym, what it is, and its id (sealed when stored)."""

    ref: str
    kind: ChatKind
    chat_id: int


@dataclass(frozen=True, slots=True)
class FromUpdate:
    """A stored update. `attempt` counts from 1; `last`: the turn has failed so often that it must end now.

    A `last` turn that concerns a child goes to a person without being read by the machine.
    """

    update_id: int
    chat: ChatSeen | None = None
    attempt: int = 1
    last: bool = False


@dataclass(frozen=True, slots=True)
class FromTimer:
    """A timer's row."""

    timer_id: int


Origin = FromUpdate | FromTimer
