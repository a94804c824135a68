"""What children asked and whether the answers helped, for staff: anonymous numbers, never words."""

from collections.abc import Mapping
from datetime import timedelta

from bot.domain.learning.cells import FEWEST, Cell, Sign, told
from bot.domain.speech import Joined, Part, line
from bot.domain.world import World

LOOKED_BACK = timedelta(days=30)
"""How far the list looks back."""

_MOST_LISTED = 8
"""Topics in one list; more would not be read at once."""

_ANSWERED, _ASKED = "faq:", "faq_ask:"
_HELPED, _NOT_HELPED = "faq_helped:", "faq_not_helped:"
_NEAR = "faq_none_near:"

Counts = Mapping[str, int]
"""Numbers by name; of a topic's the name is a kind and the topic."""


def questions_asked(counts: Counts, world: World) -> tuple[Part, ...]:
    """Totals, the topics asked most, the answers that helped least, and what is nearest to open questions."""
    return (
        _totals(counts),
        *_most_asked(counts, world),
        *_listed("questions-not-helped", _NOT_HELPED, counts, world),
        *_listed("questions-none-near", _NEAR, counts, world),
    )


def _totals(counts: Counts) -> Part:
    return line(
        "questions-totals",
        days=LOOKED_BACK.days,
        answered=_sum(_by_topic(counts, _ANSWERED)),
        asked=_whole(counts.get("faq_ask", 0), _by_topic(counts, _ASKED)),
        unanswered=_whole(counts.get("faq_none", 0), _by_topic(counts, _NEAR)),
        helped=_sum(_by_topic(counts, _HELPED)),
        not_helped=_sum(_by_topic(counts, _NOT_HELPED)),
        handed=str(told(counts.get("faq_handed_over", 0))),
    )


def _by_topic(counts: Counts, kind: str) -> Counts:
    return {name.removeprefix(kind): n for name, n in counts.items() if name.startswith(kind)}


def _sum(topics: Counts) -> str:
    return _whole(sum(topics.values()), topics)


def _whole(number: int, topics: Counts) -> str:
    """A total beside the numbers of its topics; a bound, where the covered ones add up to so little."""
    known = sum(n for n in topics.values() if n >= FEWEST)
    return str(Cell(Sign.AT_LEAST, known) if known and 0 < number - known < FEWEST else told(number))


def _most_asked(counts: Counts, world: World) -> tuple[Part, ...]:
    """The topics with most traffic and their numbers; where all of them are small, a topic is left out."""
    answered, asked = _by_topic(counts, _ANSWERED), _by_topic(counts, _ASKED)
    traffic = {
        topic: _ordering(answered.get(topic, 0)) + _ordering(asked.get(topic, 0))
        for topic in answered.keys() | asked.keys()
        if max(answered.get(topic, 0), asked.get(topic, 0)) >= FEWEST
    }
    order = sorted(traffic, key=lambda topic: (-traffic[topic], topic))[:_MOST_LISTED]
    lines = tuple(_asked_of(topic, counts, world) for topic in order)
    return (Joined((line("questions-most-asked"), *lines)),) if lines else ()


def _asked_of(topic: str, counts: Counts, world: World) -> Part:
    kinds = {"answered": _ANSWERED, "asked": _ASKED, "helped": _HELPED, "not_helped": _NOT_HELPED}
    numbers = {name: str(told(counts.get(f"{kind}{topic}", 0))) for name, kind in kinds.items()}
    return line("questions-asked-of", question=_title(topic, world), **numbers)


def _listed(heading: str, kind: str, counts: Counts, world: World) -> tuple[Part, ...]:
    """Topics with their numbers, the most first."""
    numbers = _by_topic(counts, kind)
    order = sorted(numbers, key=lambda topic: (-_ordering(numbers[topic]), topic))
    titles = ((_title(topic, world), str(told(numbers[topic]))) for topic in order[:_MOST_LISTED])
    lines = tuple(line("questions-topic", question=title, number=number) for title, number in titles)
    return (Joined((line(heading), *lines)),) if lines else ()


def _ordering(number: int) -> int:
    """What a number weighs in the order of a list: small ones the same, so that the order tells nothing."""
    return max(number, FEWEST - 1)


def _title(topic: str, world: World) -> str:
    """The question in the language of staff; the bare id of a topic that content no longer has."""
    entry = world.content.answer(world.policy.staff_language, topic)
    return entry.question if entry is not None else topic
