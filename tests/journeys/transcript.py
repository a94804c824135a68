"""A played journey as text: what each phone showed after each step, without what changes by chance."""

import re
from itertools import groupby

from bot.simulator.model import GENERAL
from tests.journeys.phones import Change, Place
from tests.journeys.played import Beat, Played
from tests.simulation import GROUP, STAFF_ROOM

SIGNS = {"new": "+", "changed": "~", "gone": "-"}
MOMENT = re.compile(r"\d\d\.\d\d\.\d{4} \d\d:\d\d")


def transcript(played: Played) -> str:
    """The whole journey."""
    return "\n\n".join(plain(played, _beat(beat, played)) for beat in played.beats)


def plain(played: Played, text: str) -> str:
    """Without invented names of cases and moments."""
    for number, name in enumerate(played.names, start=1):
        text = text.replace(name, f"‹case {number}›")
    return MOMENT.sub("‹moment›", text)


def _beat(beat: Beat, played: Played) -> str:
    shown = [one for one in beat.changes if one.shown.from_bot or one.kind != "new"]
    parts = [f"## {beat.step.title()}"]
    for place, changes in groupby(shown, key=lambda one: one.shown.place):
        parts.append(f"[{_name(place, played)}]")
        parts += _lines(list(changes))
    parts += [f"[toast for {who}] {text}" for who, text in beat.toasts]
    return "\n".join(parts)


def _lines(changes: list[Change]) -> list[str]:
    gone = [one for one in changes if one.kind == "gone"]
    mine = sum(not one.shown.from_bot for one in gone)
    told = [f"- {len(gone)} messages are gone, {mine} of them people's own"] if gone else []
    return told + [_message(one) for one in changes if one.kind != "gone" and one.shown.from_bot]


def _message(change: Change) -> str:
    shown = change.shown
    quoted = [f"(in answer to “{shown.reply_to}”)"] if shown.reply_to else []
    buttons = ["".join(f"[{label}]" for label in row) for row in shown.buttons]
    files = [f"({shown.file})"] if shown.file else []
    first, *others = [*quoted, *files, *shown.text.splitlines(), *buttons]
    return "\n".join([f"{SIGNS[change.kind]} {first}", *(f"  {line}" for line in others)])


def _name(place: Place, played: Played) -> str:
    chat, topic = place
    people = {person: name for name, person in played.people.items()}
    if chat in people:
        return people[chat]
    if chat == GROUP:
        return "group"
    if chat != STAFF_ROOM:
        return "supergroup"
    named = played.topics.get(topic, "a lost topic")
    return "staff room" if topic == GENERAL else f"staff room, {named}"
