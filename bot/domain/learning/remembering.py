"""When a question comes back: spaced repetition by FSRS. Pure; keys name a question as `lesson/question`."""

from collections.abc import Mapping
from datetime import datetime

from fsrs import Card, Rating, Scheduler, State

from bot.domain.learning.progress import Memory

_SCHEDULER = Scheduler(learning_steps=(), relearning_steps=(), maximum_interval=180, enable_fuzzing=False)
"""Whole days from the first answer on, at most half a year, and the same for everybody."""


def key_of(lesson: str, question: str) -> str:
    """The key of a question."""
    return f"{lesson}/{question}"


def remembered(before: Memory | None, now: datetime, *, right: bool) -> Memory:
    """What is remembered after an answer. `right`: at the first try; what is missed comes back soon."""
    card, _ = _SCHEDULER.review_card(_card(before, now), Rating.Good if right else Rating.Again, now)
    if card.stability is None or card.difficulty is None:
        raise ValueError("FSRS gives every reviewed card a stability and a difficulty")
    return Memory(card.stability, card.difficulty, card.due, now)


def _card(memory: Memory | None, now: datetime) -> Card:
    if memory is None:
        return Card(card_id=0, due=now)
    return Card(
        card_id=0,
        state=State.Review,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=memory.due,
        last_review=memory.last,
    )


def due(memories: Mapping[str, Memory], now: datetime) -> tuple[str, ...]:
    """Keys of what is due, the longest waiting first."""
    waiting = [key for key, memory in memories.items() if memory.due <= now]
    return tuple(sorted(waiting, key=lambda key: (memories[key].due, key)))


def next_due(memories: Mapping[str, Memory]) -> datetime | None:
    """The moment at which the next question is due, or None when nothing was learned yet."""
    return min((memory.due for memory in memories.values()), default=None)
