"""Each break here would only change a recording; the rules must see it."""

from pathlib import Path
from typing import Any

import pytest

from bot.domain.effects import SayInGroup
from bot.domain.speech import Button, Message, line
from bot.understanding import Understanding
from content.content import Content
from tests.journeys.asked import NAMED
from tests.journeys.invariants import ALWAYS
from tests.journeys.runner import Player
from tests.journeys.story import FOLDER, read

RULES: dict[str, Any] = {check.__name__: check for check in ALWAYS}


def telling_in_groups(received: Any, world: Any) -> tuple[SayInGroup, ...]:
    """Answers a command otherwise than free text."""
    said = line("menu") if getattr(received, "command", None) else line("group-line", bot="bot")
    return (SayInGroup(received.group, Message((said,)), world.content.languages),)


TELLING = Message((line("person-told"),), ((Button(line("button-open"), "open"),),))
BREAKS = {
    "help_is_one_tap_away": ("what_is_kept", "bot.domain.child.FOOTER", ()),
    "the_unprompted_is_neutral": ("late_reply", "bot.domain.support.relay._NEWS", TELLING),
    "silent_after_hide": ("hide", "bot.domain.support.relay._safe", lambda *_: True),
    "no_menu_in_a_talk": ("concern_to_a_person", "bot.domain.listening.recently_talking", lambda *_: False),
    "groups_hear_one_line": ("group_disclosure", "bot.domain.route._in_group", telling_in_groups),
    "grave_words_reach_staff_and_bring_numbers": (
        "only_asking",
        "bot.domain.support.cases._posted",
        lambda *_: (),
    ),
}


@pytest.mark.parametrize("rule", BREAKS)
async def test_a_broken_rule_is_seen(
    rule: str, content: Content, reader: Understanding, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story, place, broken = BREAKS[rule]
    monkeypatch.setattr(place, broken)
    async with Player(read(FOLDER / f"{story}.yaml"), content, reader, tmp_path) as player:
        played = await player.play()
    with pytest.raises(AssertionError):
        RULES[rule](played) if rule in RULES else NAMED[rule](played, None)
