"""What invariants look at: who was shown what in a journey."""

from collections.abc import Iterator

from bot.domain.state import CaseStatus
from content.schema import Severity
from tests.journeys.phones import Shown
from tests.journeys.played import Beat, Played
from tests.simulation import STAFF_ROOM

CHILDREN = ("child", "other_child", "peer")
TALKING = (CaseStatus.CLAIMED, CaseStatus.ANSWERED, CaseStatus.WAITING_FOR_CHILD)


def shown_to(played: Played, beat: Beat, who: str) -> list[Shown]:
    """New and changed messages of the bot in somebody's private chat."""
    mine = (one for one in beat.changes if one.shown.place[0] == played.people[who])
    return [one.shown for one in mine if one.kind != "gone" and one.shown.from_bot]


def to_staff(played: Played, beat: Beat) -> list[Shown]:
    """New and changed messages of the bot in the staff group, also where that is an ordinary one."""
    mine = (one for one in beat.changes if one.kind != "gone" and one.shown.from_bot)
    ordinary = "staff_room" in played.story.settings
    return [
        one.shown for one in mine if one.shown.place[0] == STAFF_ROOM or (ordinary and one.shown.place[0] < 0)
    ]


def of_children(played: Played) -> Iterator[tuple[Beat, str, Shown]]:
    """Every message of the bot to a child, with its beat and the child."""
    for beat in played.beats:
        for who in CHILDREN:
            yield from ((beat, who, shown) for shown in shown_to(played, beat, who))


def written(beat: Beat) -> str:
    """The words that were written in this step."""
    return str(beat.step.act.get("say") or beat.step.act.get("to") or beat.step.act.get("caption") or "")


def texts_of(played: Played, key: str, **args: str) -> set[str]:
    """The words of a key, in each language."""
    texts = played.content.texts
    return {texts.say(language, key, **args) for language in played.content.languages}


def contains(shown: Shown, wanted: set[str]) -> bool:
    """Whether one of these words stands in the message."""
    return any(words in shown.text for words in wanted)


def neutral(played: Played, shown: Shown) -> bool:
    """A line that tells nothing, and so has no way to help under it."""
    keys = ("neutral-news", "deleted")
    return shown.text in {words for key in keys for words in texts_of(played, key)}


def became_graver(beat: Beat, who: str) -> bool:
    """Whether in this step an urgent case was opened, opened again, or became worse."""
    before, after = beat.before.cases.get(who), beat.after.cases.get(who)
    if after is None or not after.status.open or after.severity.rank < Severity.URGENT.rank:
        return False
    return before is None or not before.status.open or before.severity.rank < after.severity.rank
