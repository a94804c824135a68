"""Ordinary talk that sounds like distress."""

from pathlib import Path

import pytest

from bot.understanding import Understanding
from content.schema import Severity

LINES = Path(__file__).with_name("lookalikes.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", LINES)
def test_ordinary_talk_does_not_alarm(reader: Understanding, line: str) -> None:
    judgement = reader.judge(line)
    assert judgement.severity.rank <= Severity.CONCERN.rank, judgement.reasons


def test_ordinary_talk_rarely_causes_a_concern(reader: Understanding) -> None:
    concerned = [line for line in LINES if reader.judge(line).severity is Severity.CONCERN]
    assert len(concerned) <= 0.06 * len(LINES), concerned
