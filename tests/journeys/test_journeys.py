from pathlib import Path

import pytest

from bot.understanding import Understanding
from content.content import Content
from tests.journeys.invariants import hold
from tests.journeys.runner import Player
from tests.journeys.stored import summary
from tests.journeys.story import read, render, stories
from tests.journeys.transcript import transcript


@pytest.mark.parametrize("file", stories(), ids=lambda file: file.stem)
async def test_it_goes_as_it_is_written(
    file: Path, content: Content, reader: Understanding, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    story = read(file)
    async with Player(story, content, reader, tmp_path) as player:
        played = await player.play()
        recorded = render(transcript(played), summary(played.stored, player.clock.now()))
    if request.config.getoption("--update", default=False):
        story.rewrite(recorded)
    hold(played)
    assert recorded == read(file).recorded, "read the difference; keep it with --update"
