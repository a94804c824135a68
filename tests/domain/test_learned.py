"""/insights: a chart with a short text, and a table; anonymous, the small numbers covered."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from bot.domain.effects import Audit, FileForStaff, Form
from bot.domain.inputs import StaffCommanded
from bot.domain.speech import Message, speak
from bot.domain.support.learned import learned
from content.schema import Lesson
from tests.domain.build import STAFF, STRANGERS, moment, state
from tests.domain.learning.counted import COUNTS, PLENTY
from tests.domain.test_roster import commanded
from tests.domain.tiny_content import texts, world

CAPTION = 1024
"""Characters that Telegram takes under a picture."""


def files(counts: Mapping[str, int]) -> list[FileForStaff]:
    return commanded("insights", who=STAFF, counts=counts).all(FileForStaff)


def words(message: Message) -> str:
    return speak(message, ("en",), texts()).text


def test_it_answers_with_a_chart_and_a_table() -> None:
    assert [one.form for one in files(COUNTS)] == [Form.CHART, Form.TABLE]


def test_both_answer_the_one_who_asked() -> None:
    assert [one.reply_to for one in files(COUNTS)] == [60, 60]


def test_the_text_tells_the_totals() -> None:
    text = words(files(COUNTS)[0].message)
    assert "02.12.2025 to 01.03.2026" in text
    assert "Lessons begun ≥40 · finished ≥30" in text
    assert "Learned 75\u00a0% of what was still to learn" in text
    assert "Stories begun 30 · practice finished ≥18" in text


def test_the_text_names_the_hardest_questions() -> None:
    assert "• first en — text of q1 · 59\u00a0%" in words(files(COUNTS)[0].message)


def test_without_any_count_it_says_that_there_is_too_little() -> None:
    text = words(files({})[0].message)
    assert "Lessons begun – · finished –" in text
    assert texts().say("en", "insights-gain-unknown") in text


def test_nothing_else_is_told() -> None:
    assert not [one for one in files(COUNTS) if "777" in words(one.message) or "777" in str(one.figures)]


def test_it_is_audited() -> None:
    assert commanded("insights", who=STAFF, counts=COUNTS).audited == ["insights_read"]


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_text_fits_under_a_picture(language: str) -> None:
    """With the longest titles, questions and beliefs that content may have, and a mark of a repeat."""
    lessons = {one.id: long_winded(one) for one in world().content.lessons[language].values()}
    content = replace(world().content, lessons={**world().content.lessons, language: lessons})
    wide = replace(world(), content=content, policy=replace(world().policy, staff_language=language))
    chart, _ = learned(StaffCommanded(STAFF.ref, 60, None, "insights"), state(counts=PLENTY), wide, moment())
    text = speak(chart.message, (language,), texts()).text
    assert text.count("x" * 40) == 6
    assert len(text) < CAPTION - 40


def long_winded(one: Lesson) -> Lesson:
    """Titles of 32 columns may have 50 letters, with the marks above and below them."""
    steps = tuple(step.model_copy(update={"text": "x" * 400}) for step in one.steps)
    beliefs = dict.fromkeys(
        ("thinks_bad", "thinks_worse", "thinks_no", "thinks_true", "thinks_go"), "x" * 120
    )
    return one.model_copy(update={"title": "t" * 50, "steps": steps, "misconceptions": beliefs})


@pytest.mark.parametrize("staff", STRANGERS)
def test_a_stranger_sees_no_number(staff: str | None) -> None:
    done = commanded("insights", who=None, staff=staff, counts=COUNTS)
    assert done.staff_keys == ["refused-not-on-roster"]
    assert not done.has(FileForStaff)
    assert [one.action for one in done.all(Audit)] == ["command_refused"]
