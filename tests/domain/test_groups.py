"""In an ordinary group everybody reads the same line, whatever was said."""

import pytest

from bot.domain.effects import Audit, SayInGroup, Toast
from bot.domain.inputs import BotAddedToGroup, GroupAddressed, TappedElsewhere
from tests.domain.build import EMERGENCY, case, decided, learner, state


@pytest.mark.parametrize("command", [None, "help", "start", "delete", "ช่วยด้วย", ""])
def test_every_word_gets_the_same_line(command: str | None) -> None:
    said = decided(GroupAddressed("group", 5, command)).one(SayInGroup)
    assert said == decided(GroupAddressed("group", 5, "lessons")).one(SayInGroup)
    assert said.reply_to == 5


@pytest.mark.parametrize("known", [state(), state(case=case()), state(learner=learner(hidden=True))])
def test_the_line_tells_nothing_of_anybody(known: object) -> None:
    done = decided(GroupAddressed("group", 5), known, EMERGENCY)  # type: ignore[arg-type]
    assert len(done.effects) == 1
    assert done.children == set()


def test_the_line_is_the_same_for_a_new_group() -> None:
    added = decided(BotAddedToGroup("group")).one(SayInGroup)
    assert added.message == decided(GroupAddressed("group", 5)).one(SayInGroup).message
    assert added.reply_to is None


def test_a_tap_where_no_button_belongs_is_answered_and_audited() -> None:
    done = decided(TappedElsewhere("somebody", "query"))
    assert [type(one) for one in done.effects] == [Toast, Audit]
    assert done.one(Audit).actor is None
