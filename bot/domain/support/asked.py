"""What children asked and whether the answers helped, for staff: anonymous numbers, never words."""

from collections.abc import Mapping
from datetime import timedelta

from bot.domain.speech import Joined, Part, line
from bot.domain.world import World

LOOKED_BACK = timedelta(days=30)
"""How far the list looks back."""

_FEWEST = 5
"""Smaller numbers are not told: one or two children could be recognised in them."""

_MOST_LISTED = 8
"""Topics in one list; more would not be read at once."""


def questions_asked(counts: Mapping[str, int], world: World) -> tuple[Part, ...]:
    """Totals, the answers that helped least, and the topics nearest to questions without an answer."""
    totals = line(
        "questions-totals",
        days=LOOKED_BACK.days,
        answered=_shown(_total(counts, "faq:")),
        asked=_shown(counts.get("faq_ask", 0)),
        unanswered=_shown(counts.get("faq_none", 0)),
        helped=_shown(_total(counts, "faq_helped:")),
        not_helped=_shown(_total(counts, "faq_not_helped:")),
        handed=_shown(counts.get("faq_handed_over", 0)),
    )
    return (
        totals,
        *_listed("questions-not-helped", "faq_not_helped:", counts, world),
        *_listed("questions-none-near", "faq_none_near:", counts, world),
    )


def _total(counts: Mapping[str, int], prefix: str) -> int:
    return sum(n for name, n in counts.items() if name.startswith(prefix))


def _shown(number: int) -> str:
    return str(number) if number >= _FEWEST else f"<{_FEWEST}"


def _listed(heading: str, prefix: str, counts: Mapping[str, int], world: World) -> tuple[Part, ...]:
    """Topics with their numbers, the most first; small ones by name, so that the order tells nothing."""
    numbers = {name.removeprefix(prefix): n for name, n in counts.items() if name.startswith(prefix)}
    order = sorted(numbers, key=lambda topic: (-max(numbers[topic], _FEWEST - 1), topic))
    titles = ((_title(topic, world), _shown(numbers[topic])) for topic in order[:_MOST_LISTED])
    lines = tuple(line("questions-topic", question=title, number=number) for title, number in titles)
    return (Joined((line(heading), *lines)),) if lines else ()


def _title(topic: str, world: World) -> str:
    """The question in the language of staff; the bare id of a topic that content no longer has."""
    entry = world.content.answer(world.policy.staff_language, topic)
    return entry.question if entry is not None else topic
