"""Promise 15 must notice when somebody gets authority that they do not have."""

from dataclasses import replace
from typing import Any

import pytest

from bot.domain import route
from bot.domain.state import Role, StaffMember, State
from bot.domain.support import relay
from bot.telegram import parse_staff
from tests.promises.promise_15_only_staff import prove
from tests.promises.staff_scene import LEAD


def _everybody_is_staff(staff: str | None, state: State, *_: Any) -> State:
    return replace(state, staff=StaffMember(staff or "nobody", "Somebody", Role.LEAD))


def _whoever_telegram_names(message: Any, person: Any) -> str | None:
    """Anonymous admins and channels count as the lead."""
    return str(person(LEAD.id if message.sender_chat else message.from_user.id))


def _no_copies(*_: Any) -> str | None:
    return None


@pytest.mark.parametrize(
    ("owner", "name", "broken"),
    [
        (route, "_with_authority", _everybody_is_staff),
        (parse_staff, "_writer", _whoever_telegram_names),
        (relay, "_refusal", _no_copies),
    ],
    ids=["everybody is on the roster", "anonymous senders are trusted", "replies are not checked"],
)
def test_it_notices_authority_that_nobody_gave(
    monkeypatch: pytest.MonkeyPatch, owner: Any, name: str, broken: Any
) -> None:
    monkeypatch.setattr(owner, name, broken)
    assert not _proved()


def _proved() -> bool:
    """An error of the broken product counts as noticed."""
    try:
        return prove(False).ok  # noqa: FBT003
    except AssertionError:
        return False
