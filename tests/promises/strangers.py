"""Everybody who must not act as staff, and how each would try."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.machine.people import Person, by_anonymous_admin, by_channel, forwarded_from
from tests.promises.staff_scene import (
    BUTTONS,
    EXPIRED,
    FORMER,
    LEAD,
    OTHER_CHILD,
    OUTSIDER,
    STAFF,
    THIRD_CHILD,
    Scene,
)
from tests.telegram.updates import CHANNEL_ID, Json, group, staff_chat


@dataclass(frozen=True, slots=True)
class Tried:
    """The update. `staff_action`: whether it is one at all, or only words somewhere else."""

    update: Json
    staff_action: bool = True


Attempt = Callable[[Scene, str], Tried | None]
"""None: Telegram gives this stranger no way to try this."""


def _in_staff_group(scene: Scene, action: str, who: Person, **sender: Any) -> Json:
    """The action as a member of the staff group does it."""
    if action in BUTTONS:
        return scene.tap(who, action, scene.case.ref)
    if action == "reply":
        return scene.updates.staff(who, "an answer", topic=scene.case.topic, reply_to=scene.words, **sender)
    target = scene.updates.message(STAFF, staff_chat(), text="here I am")
    text = f"/{action} A new label" if action == "add" else f"/{action}"
    return scene.updates.staff(who, text, reply_to_message=target, **sender)


def lead(scene: Scene, action: str) -> Tried:
    """Nobody's stranger: shows that the action works."""
    return Tried(_in_staff_group(scene, action, LEAD))


def former_staff(scene: Scene, action: str) -> Tried:
    """Removed by the lead, still in the group."""
    return Tried(_in_staff_group(scene, action, FORMER))


def expired_staff(scene: Scene, action: str) -> Tried:
    """On the roster until an hour ago."""
    return Tried(_in_staff_group(scene, action, EXPIRED))


def member_not_on_roster(scene: Scene, action: str) -> Tried:
    """Somebody whom an admin let into the staff group."""
    return Tried(_in_staff_group(scene, action, OUTSIDER))


def child_in_staff_group(scene: Scene, action: str) -> Tried:
    """Another child who found a way into the staff group."""
    return Tried(_in_staff_group(scene, action, OTHER_CHILD))


def anonymous_admin(scene: Scene, action: str) -> Tried | None:
    """Writes in the group's name. Taps show who it is, so they are tried by the others."""
    if action in BUTTONS:
        return None
    return Tried(_in_staff_group(scene, action, OUTSIDER, **by_anonymous_admin()))


def channel(scene: Scene, action: str) -> Tried | None:
    """A channel that writes in the group; channels cannot tap."""
    if action in BUTTONS:
        return None
    return Tried(_in_staff_group(scene, action, OUTSIDER, **by_channel(CHANNEL_ID)))


def child_in_private(scene: Scene, action: str) -> Tried:
    """Another child, from the own chat: a forged button, or the words of a command or a reply."""
    if action in BUTTONS:
        return Tried(scene.updates.tap(THIRD_CHILD, f"case:{action}:{scene.case.ref}", 1001))
    return Tried(scene.updates.text(THIRD_CHILD, "calm an answer"), staff_action=False)


def former_staff_in_private(scene: Scene, action: str) -> Tried | None:
    """Somebody who knows the buttons' data, in a private chat."""
    if action not in BUTTONS:
        return None
    return Tried(scene.updates.tap(FORMER, f"case:{action}:{scene.case.ref}", 1001))


def lead_in_other_group(scene: Scene, action: str) -> Tried:
    """Even a lead has no authority outside the staff group."""
    if action in BUTTONS:
        return Tried(scene.updates.tap(LEAD, f"case:{action}:{scene.case.ref}", 1001, group()))
    text = "an answer" if action == "reply" else f"/{action}@PhueanBot A new label"
    target = {"reply_to_message": scene.updates.message(STAFF, group(), text="here I am")}
    return Tried(scene.updates.text(LEAD, text, chat=group(), **target), staff_action=False)


def forwarded_by_outsider(scene: Scene, action: str) -> Tried | None:
    """A copy of what a colleague wrote, put into the topic by somebody else."""
    if action in BUTTONS:
        return None
    copy = _in_staff_group(scene, action, OUTSIDER, **forwarded_from(STAFF))
    return Tried(copy, staff_action=action == "reply")


def forwarded_by_lead(scene: Scene, action: str) -> Tried | None:
    """A copy is not the lead's own word: it goes to no child and commands nothing."""
    if action in BUTTONS:
        return None
    copy = _in_staff_group(scene, action, LEAD, **forwarded_from(STAFF))
    return Tried(copy, staff_action=action == "reply")


def lead_with_forged_ref(scene: Scene, action: str) -> Tried | None:
    """A button in one case's topic that names another case."""
    return Tried(scene.tap(LEAD, action, scene.other.ref)) if action in BUTTONS else None


def outsider_with_forged_ref(scene: Scene, action: str) -> Tried | None:
    """The same by somebody without authority."""
    return Tried(scene.tap(OUTSIDER, action, scene.other.ref)) if action in BUTTONS else None


STRANGERS: dict[str, Attempt] = {
    attempt.__name__: attempt
    for attempt in (
        former_staff,
        expired_staff,
        member_not_on_roster,
        child_in_staff_group,
        anonymous_admin,
        channel,
        child_in_private,
        former_staff_in_private,
        lead_in_other_group,
        forwarded_by_outsider,
        forwarded_by_lead,
        lead_with_forged_ref,
        outsider_with_forged_ref,
    )
}
