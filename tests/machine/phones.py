"""Telegram as the sender meets it: takes deliveries and answers with outcomes that a test has chosen.

What arrived can be looked at by chat and by topic.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import count

from bot.outcome import Address, Blocked, Failed, Later, Outcome, Sent, TopicLost, Unknown
from db.deliveries import Delivery, Method
from tests.machine.fast_store import CrashError

FINE, BLOCKED, FAILED, LATER = "fine", "blocked", "failed", "later"
UNKNOWN_SENT, UNKNOWN_LOST = "sent, nobody knows", "not sent, nobody knows"
CRASH_BEFORE, CRASH_AFTER = "crash before it is sent", "crash after it is sent"
OUTCOMES = (*[FINE] * 11, BLOCKED, FAILED, LATER, UNKNOWN_SENT, UNKNOWN_LOST, CRASH_BEFORE, CRASH_AFTER)


@dataclass
class Phones:
    """Everything that people see, and what is to happen to the next deliveries (then all goes well)."""

    script: list[str] = field(default_factory=list)
    topics: dict[int, str] = field(default_factory=dict)
    posts: dict[int | None, list[tuple[int, str]]] = field(default_factory=lambda: defaultdict(list))
    chats: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    seen: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    unmarked: list[int] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    _ids: "count[int]" = field(default_factory=lambda: count(1001))

    async def carry_out(self, delivery: Delivery, to: Address) -> Outcome:
        """One attempt."""
        fate = self.script.pop(0) if self.script else FINE
        if fate == CRASH_BEFORE:
            raise CrashError
        outcome = self._staff(fate, delivery, to) if to.staff else self._child(fate, delivery, to)
        if fate == CRASH_AFTER:
            raise CrashError
        return outcome

    def _staff(self, fate: str, delivery: Delivery, to: Address) -> Outcome:
        """The staff group is never given up."""
        if fate in (LATER, BLOCKED, FAILED):
            return Later(5.0)
        if fate == UNKNOWN_LOST:
            return Unknown()
        if to.topic is not None and to.topic not in self.topics:
            return TopicLost()
        return self._unsure(fate, Sent(self._arrive(delivery, to)))

    def _child(self, fate: str, delivery: Delivery, to: Address) -> Outcome:
        answers: dict[str, Outcome] = {
            BLOCKED: Blocked(),
            FAILED: Failed("refused"),
            LATER: Later(5.0),
            UNKNOWN_LOST: Unknown(),
        }
        return answers.get(fate) or self._unsure(fate, Sent(self._arrive(delivery, to)))

    def _unsure(self, fate: str, outcome: Outcome) -> Outcome:
        return Unknown() if fate == UNKNOWN_SENT else outcome

    def _arrive(self, delivery: Delivery, to: Address) -> int | None:
        """It is on somebody's screen now. A repeat that does not say so is noted."""
        if self.seen[delivery.id] and not delivery.possible_repeat and not to.staff:
            self.unmarked.append(delivery.id)
        self.seen[delivery.id] += 1
        number, text = next(self._ids), str(delivery.new.payload.get("text", ""))
        match delivery.new.method:
            case Method.OPEN_TOPIC:
                self.topics[number] = delivery.new.case or ""
            case Method.DELETE | Method.RENAME_TOPIC:
                return None
            case _ if to.staff:
                self.posts[to.topic].append((number, text))
                self.told.append(text)
            case _:
                self.chats[to.chat_id].append(text)
        return number

    def delete_topic(self, topic: int) -> None:
        """Somebody deletes a topic by hand, with all that stood in it."""
        self.topics.pop(topic, None)
        self.posts.pop(topic, None)
