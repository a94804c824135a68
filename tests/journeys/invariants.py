"""Rules that hold whatever was recorded of a journey. Written by hand; `--update` leaves them alone.

`ALWAYS` hold in every journey. `NAMED`, in `asked.py`, are asked for by a journey's `checks`.
"""

from collections.abc import Callable

from tests import outside
from tests.journeys.asked import NAMED
from tests.journeys.looking import (
    CHILDREN,
    became_graver,
    contains,
    neutral,
    of_children,
    shown_to,
    texts_of,
    to_staff,
    written,
)
from tests.journeys.played import Played
from tests.simulation import STAFF_ROOM

LIVE = 15 * 60.0
"""Seconds after a child's act within which an answer is no surprise on the screen."""

LONGEST_LINES = 24
"""Lines in one language: a small phone shows about this many without scrolling twice."""

Check = Callable[[Played], None]


def nothing_waits(played: Played) -> None:
    """At the end no update and no message is left over, and none was unreadable."""
    assert played.stored.inbox == {"waiting": 0, "dead": 0}
    assert played.stored.outbox.get("pending") == 0
    assert "attempting" not in played.stored.outbox


def every_tap_is_answered(played: Played) -> None:
    """No button is left spinning."""
    assert all(one.answered for one in played.sim.world.callbacks.values())


def nothing_is_fetched_or_passed_as_it_is(played: Played) -> None:
    """No file is asked for; nothing is forwarded or copied."""
    used = {call.method for call in played.sim.calls()}
    assert not used & {"getFile", "forwardMessage", "forwardMessages", "copyMessage", "copyMessages"}


def staff_posts_are_protected(played: Played) -> None:
    """What staff read cannot be forwarded or saved; files hold anonymous numbers, made to be shown."""
    for beat in played.beats:
        for shown in to_staff(played, beat):
            assert shown.protected != bool(shown.file), shown.text


def nothing_of_a_profile_reaches_staff(played: Played) -> None:
    """No name, user name or id of a child is in anything sent to the staff group or another group."""
    secrets = set[str]()
    for who in CHILDREN:
        person = played.sim.world.person(played.people[who])
        secrets |= {person.name, str(person.id), f"@{person.username}"}
    for call in played.sim.calls():
        if int(call.params.get("chat_id", 0)) < 0:
            told = str(call.params.get("text", "")) + str(call.params.get("name", ""))
            assert not [secret for secret in secrets if secret in told], told


def staff_stay_unknown_to_children(played: Played) -> None:
    """No name, label or id of a staff member is in anything sent to a child."""
    people = [played.sim.world.person(played.people[who]) for who in ("staff", "second_staff")]
    secrets = {one.name for one in people} | {str(one.id) for one in people} | texts_of(played, "first-lead")
    for _, _, shown in of_children(played):
        assert not [secret for secret in secrets if secret in shown.text], shown.text


def grave_words_reach_staff_and_bring_numbers(played: Played) -> None:
    """What opens or raises an urgent case stands in its topic, and the child reads a number, in that turn."""
    contacts = {one.contact for one in played.content.helplines}
    for beat in played.beats:
        who = beat.step.who
        if who not in CHILDREN or not written(beat) or beat.step.act.get("in") == "group":
            continue
        if became_graver(beat, who):
            assert any(written(beat) in shown.text for shown in to_staff(played, beat)), beat.step.title()
            assert any(contains(shown, contacts) for shown in shown_to(played, beat, who)), beat.step.title()


def help_is_one_tap_away(played: Played) -> None:
    """Every message to a child ends with a way to help, but neutral lines."""
    for beat, _, shown in of_children(played):
        if not neutral(played, shown):
            assert "help" in shown.data, f"{beat.step.title()}: {shown.text}"


def the_unprompted_is_neutral(played: Played) -> None:
    """Who wrote or tapped nothing for a while is sent one of the neutral lines, and nothing else."""
    acted: dict[str, float] = {}
    for beat in played.beats:
        acted |= {beat.step.who: beat.at}
        for who in CHILDREN:
            late = who != beat.step.who and beat.at - acted.get(who, 0.0) > LIVE
            for shown in shown_to(played, beat, who) if late else ():
                lines = [*texts_of(played, "neutral-news"), *texts_of(played, "neutral-reminder")]
                assert shown.text in lines, shown.text


def groups_hear_one_line(played: Played) -> None:
    """In an ordinary group the bot says the same line to everything."""
    private = {*played.people.values(), STAFF_ROOM}
    lines = {
        one.shown.text
        for beat in played.beats
        for one in beat.changes
        if one.shown.place[0] not in private and one.shown.from_bot and not played.story.settings
    }
    assert len(lines) <= 1, lines


def one_language_once_it_is_chosen(played: Played) -> None:
    """Who has chosen a language is not spoken to in two."""
    both = {" · ".join(played.content.texts.say(one, "button-menu") for one in played.content.languages)}
    for beat, who, shown in of_children(played):
        learner = beat.before.learners.get(who)
        if learner is not None and learner.language is not None:
            assert not both & {label for row in shown.buttons for label in row}, shown.text


def messages_fit_a_small_phone(played: Played) -> None:
    """No message to a child is longer than a small phone can show."""
    for beat, who, shown in of_children(played):
        learner = beat.after.learners.get(who)
        languages = 1 if learner is not None and learner.language else len(played.content.languages)
        if not contains(shown, texts_of(played, "from-staff")):
            assert len(shown.text.splitlines()) <= LONGEST_LINES * languages, shown.text


def the_disk_tells_nothing(played: Played) -> None:
    """Nothing that a person wrote, and no id or name, is readable in the database file."""
    content = b"".join(one.read_bytes() for one in played.database.parent.glob("bot.db*"))
    said = {written(beat) for beat in played.beats if len(written(beat)) > 7}
    secrets = said | {str(person) for person in played.people.values()}
    assert not [one for one in secrets if one.encode() in content]


def another_library_reads_every_call(played: Played) -> None:
    """The models of aiogram, written by others for a newer Bot API, accept all requests and answers."""
    assert outside.faults(played.sim.calls()) == []


ALWAYS: tuple[Check, ...] = (
    nothing_waits,
    every_tap_is_answered,
    nothing_is_fetched_or_passed_as_it_is,
    staff_posts_are_protected,
    nothing_of_a_profile_reaches_staff,
    staff_stay_unknown_to_children,
    grave_words_reach_staff_and_bring_numbers,
    help_is_one_tap_away,
    the_unprompted_is_neutral,
    groups_hear_one_line,
    one_language_once_it_is_chosen,
    messages_fit_a_small_phone,
    the_disk_tells_nothing,
    another_library_reads_every_call,
)


def hold(played: Played) -> None:
    """Raises AssertionError for the first rule that this journey breaks."""
    for check in ALWAYS:
        check(played)
    for name, value in played.story.checks:
        NAMED[name](played, value)
