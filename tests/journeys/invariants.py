"""Rules that hold whatever the recorded part of a journey says. Written by hand; `--update` never touches them.

`ALWAYS` hold in every journey. `NAMED` are asked for by a journey's `checks`; one that takes a value gets it.
"""

from collections.abc import Callable, Iterator
from typing import Any

from bot.domain.state import CaseStatus
from bot.simulator.model import GENERAL
from content.schema import Severity
from tests.journeys.phones import Shown
from tests.journeys.runner import Beat, Played
from tests.simulation import STAFF_ROOM

CHILDREN = ("child", "other_child", "peer")
TALKING = (CaseStatus.CLAIMED, CaseStatus.ANSWERED, CaseStatus.WAITING_FOR_CHILD)
LIVE = 15 * 60.0
"""Seconds after a child's act within which an answer is no surprise on the screen."""

LONGEST_LINES = 24
"""Lines in one language: a small phone shows about this many without scrolling twice."""

Check = Callable[[Played], None]
Asked = Callable[[Played, Any], None]


# looking


def _to(played: Played, beat: Beat, who: str) -> list[Shown]:
    """New and changed messages of the bot in somebody's private chat."""
    mine = (one for one in beat.changes if one.shown.place[0] == played.people[who])
    return [one.shown for one in mine if one.kind != "gone" and one.shown.from_bot]


def _to_staff(played: Played, beat: Beat) -> list[Shown]:
    """New and changed messages of the bot in the staff group, also where that is an ordinary one."""
    mine = (one for one in beat.changes if one.kind != "gone" and one.shown.from_bot)
    ordinary = "staff_room" in played.story.settings
    return [one.shown for one in mine if one.shown.place[0] == STAFF_ROOM or (ordinary and one.shown.place[0] < 0)]


def _of_children(played: Played) -> Iterator[tuple[Beat, str, Shown]]:
    """Every message of the bot to a child, with its beat and the child."""
    for beat in played.beats:
        for who in CHILDREN:
            yield from ((beat, who, shown) for shown in _to(played, beat, who))


def _written(beat: Beat) -> str:
    """The words that were written in this step."""
    return str(beat.step.act.get("say") or beat.step.act.get("to") or beat.step.act.get("caption") or "")


def _words(played: Played, key: str, **args: str) -> set[str]:
    texts = played.content.texts
    return {texts.say(language, key, **args) for language in played.content.languages}


def _contains(shown: Shown, wanted: set[str]) -> bool:
    return any(words in shown.text for words in wanted)


def _in_talk(played: Played, shown: Shown) -> bool:
    """A line of a talk with a person: it stands without buttons."""
    keys = ("passed-on", "from-staff", "reply-again", "media-not-opened")
    return not shown.buttons and any(_contains(shown, _words(played, key)) for key in keys)


def _neutral(played: Played, shown: Shown) -> bool:
    keys = ("neutral-news", "deleted")
    return shown.text in {words for key in keys for words in _words(played, key)}


# always


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
    """What staff read cannot be forwarded or saved."""
    for beat in played.beats:
        for shown in _to_staff(played, beat):
            assert shown.protected, shown.text


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
    secrets = {one.name for one in people} | {str(one.id) for one in people} | _words(played, "first-lead")
    for _, _, shown in _of_children(played):
        assert not [secret for secret in secrets if secret in shown.text], shown.text


def grave_words_reach_staff_and_bring_numbers(played: Played) -> None:
    """What opens or raises an urgent case stands in its topic, and the child reads a number, in that turn."""
    contacts = {one.contact for one in played.content.helplines}
    for beat in played.beats:
        who = beat.step.who
        if who not in CHILDREN or not _written(beat) or beat.step.act.get("in") == "group":
            continue
        if _became_graver(beat, who):
            assert any(_written(beat) in shown.text for shown in _to_staff(played, beat)), beat.step.title()
            assert any(_contains(shown, contacts) for shown in _to(played, beat, who)), beat.step.title()


def _became_graver(beat: Beat, who: str) -> bool:
    before, after = beat.before.cases.get(who), beat.after.cases.get(who)
    if after is None or not after.status.open or after.severity.rank < Severity.URGENT.rank:
        return False
    return before is None or not before.status.open or before.severity.rank < after.severity.rank


def help_is_one_tap_away(played: Played) -> None:
    """Every message to a child ends with a way to help, but in a talk with a person and in neutral lines."""
    for beat, _, shown in _of_children(played):
        if not _in_talk(played, shown) and not _neutral(played, shown):
            assert "help" in shown.data, f"{beat.step.title()}: {shown.text}"


def the_unprompted_is_neutral(played: Played) -> None:
    """Who wrote or tapped nothing for a while is sent the one neutral line, and nothing else."""
    acted: dict[str, float] = {}
    for beat in played.beats:
        acted |= {beat.step.who: beat.at}
        for who in CHILDREN:
            late = who != beat.step.who and beat.at - acted.get(who, 0.0) > LIVE
            for shown in _to(played, beat, who) if late else ():
                assert shown.text in _words(played, "neutral-news"), shown.text


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
    for beat, who, shown in _of_children(played):
        learner = beat.before.learners.get(who)
        if learner is not None and learner.language is not None:
            assert not both & {label for row in shown.buttons for label in row}, shown.text


def messages_fit_a_small_phone(played: Played) -> None:
    """No message to a child is longer than a small phone can show."""
    for beat, who, shown in _of_children(played):
        learner = beat.after.learners.get(who)
        languages = 1 if learner is not None and learner.language else len(played.content.languages)
        if not _contains(shown, _words(played, "from-staff")):
            assert len(shown.text.splitlines()) <= LONGEST_LINES * languages, shown.text


def the_disk_tells_nothing(played: Played) -> None:
    """Nothing that a person wrote, and no id or name, is readable in the database file."""
    content = b"".join(one.read_bytes() for one in played.database.parent.glob("bot.db*"))
    said = {_written(beat) for beat in played.beats if len(_written(beat)) > 7}
    secrets = said | {str(person) for person in played.people.values()}
    assert not [one for one in secrets if one.encode() in content]


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
)


# named


def cases_are(played: Played, number: int) -> None:
    """So many cases were opened in all, and each has one topic at most at the end."""
    opened = sum(1 for one in played.stored.audit if one.action == "case_opened")
    assert opened == number, f"{opened} cases"
    assert len(played.sim.staff_room.topics) <= number


def audit_holds(played: Played, actions: list[str]) -> None:
    """These actions are in the audit, in this order."""
    noted = iter(one.action for one in played.stored.audit)
    missing = [action for action in actions if action not in noted]
    assert not missing, f"{missing} missing in {[one.action for one in played.stored.audit]}"


def no_menu_in_a_talk(played: Played, _: None) -> None:
    """While a person talks with the child, the child's ordinary words bring no menu."""
    talked = False
    for beat in played.beats:
        case = beat.before.cases.get(beat.step.who)
        graver = _became_graver(beat, beat.step.who)
        if case is None or case.status not in TALKING or beat.step.verb != "say" or graver:
            continue
        talked = True
        for shown in _to(played, beat, beat.step.who):
            assert not shown.buttons, shown.text
    assert talked, "nobody talked"


def silent_after_hide(played: Played, _: None) -> None:
    """From Hide until the child comes back, the chat holds the quiz card and nothing comes."""
    hidden, quiet = False, 0
    for beat in played.beats:
        if beat.step.who == "child":
            hidden = beat.after.learners["child"].hidden if "child" in beat.after.learners else hidden
        elif hidden:
            quiet += 1
            assert not _to(played, beat, "child"), beat.step.title()
    assert quiet, "nothing happened while the chat was hidden"


def only_this_is_left(played: Played, key: str) -> None:
    """After hiding or deleting, the child's chat holds nothing but this text."""
    wiped = [one for one in played.beats if any(change.kind == "gone" for change in one.changes)]
    assert wiped
    left = [shown for shown in _to(played, wiped[0], "child")]
    assert [shown.text in _words(played, key) for shown in left] == [True]
    gone = {one.shown.id for one in wiped[0].changes if one.kind == "gone"}
    assert all(key not in gone for key in (shown.id for shown in left))


def nothing_is_known_of_the_child(played: Played, _: None) -> None:
    """No learner, no readable case, no recent words of the child are left."""
    stored = played.stored
    assert "child" not in stored.learners
    assert "child" not in stored.cases
    assert stored.words["child"] == 0


def the_case_is_kept(played: Played, severity: str) -> None:
    """The child's case is still open and readable, with this severity."""
    case = played.stored.cases["child"]
    assert case.status.open
    assert case.severity == severity


def the_case_is_closed(played: Played, _: None) -> None:
    """The child's case is closed at the end, and nothing will raise it."""
    assert not played.stored.cases["child"].status.open
    assert not played.stored.timers


def raised(played: Played, times: int) -> None:
    """An unanswered case was raised so often, each time in its topic and in General."""
    calls = [shown for beat in played.beats for shown in _to_staff(played, beat) if shown.text.startswith("⏰")]
    assert played.stored.cases["child"].raised == times
    assert len([one for one in calls if one.place[1] == GENERAL]) == times
    assert len([one for one in calls if one.place[1] != GENERAL]) == times


def nobody_is_answered_by(played: Played, who: str) -> None:
    """Nothing that this person does reaches a child or changes a case."""
    acts = [beat for beat in played.beats if beat.step.who == who]
    assert acts
    for beat in acts:
        assert not [shown for child in CHILDREN for shown in _to(played, beat, child)], beat.step.title()
        assert beat.before.cases == beat.after.cases, beat.step.title()


def staff_are_told(played: Played, key: str) -> None:
    """Staff read these words of ours, word for word."""
    wanted = played.content.texts.say("th", key)
    assert any(wanted in shown.text for beat in played.beats for shown in _to_staff(played, beat))


def stays_inside(played: Played, words: str) -> None:
    """These words were said in the staff group and never reached a child."""
    assert any(words in _written(beat) for beat in played.beats)
    assert not [shown.text for _, _, shown in _of_children(played) if words in shown.text]


def reaches_the_child(played: Played, words: str) -> None:
    """These words of staff are shown to the child, once, marked as a person's."""
    found = [shown for beat, who, shown in _of_children(played) if who == "child" and words in shown.text]
    assert len({shown.id for shown in found}) == 1, f"{len(found)} times"
    assert _contains(found[0], _words(played, "from-staff"))


def staff_read(played: Played, words: list[str]) -> None:
    """Each of these is posted in the staff group exactly once as the child's words."""
    posts = [shown for beat in played.beats for shown in _to_staff(played, beat) if shown.text.startswith("🧒")]
    for one in words:
        assert len({(shown.place, shown.id) for shown in posts if one in shown.text}) == 1, one


def staff_hear_nothing(played: Played, _: None) -> None:
    """Nothing was posted in the staff group."""
    assert not [shown.text for beat in played.beats for shown in _to_staff(played, beat)]


def repeats_are_marked(played: Played, number: int) -> None:
    """So many messages stand twice, and each second one says so."""
    marks = _words(played, "possible-repeat")
    marked = [
        one.shown
        for beat in played.beats
        for one in beat.changes
        if one.kind == "new" and _contains(one.shown, marks)
    ]
    assert len(marked) == number
    everything = [one.shown.text for beat in played.beats for one in beat.changes if one.kind == "new"]
    for shown in marked:
        bare = shown.text.partition("\n\n")[2]
        assert bare in everything, shown.text


def both_languages_before_a_choice(played: Played, _: None) -> None:
    """The first answer is in every language."""
    first = next(_to(played, beat, "child") for beat in played.beats if _to(played, beat, "child"))[0]
    for language in played.content.languages:
        assert played.content.texts.say(language, "staff-told") in first.text


def the_child_speaks(played: Played, language: str) -> None:
    """The child has chosen this language at the end."""
    assert played.stored.learners["child"].language == language


def severity_never_falls(played: Played, _: None) -> None:
    """Whatever a child says or taps, an open case does not become less urgent."""
    for beat in played.beats:
        for who, before in beat.before.cases.items():
            after = beat.after.cases.get(who)
            if after is not None and before.status.open:
                assert after.severity.rank >= before.severity.rank, beat.step.title()


def closing_took_two(played: Played, _: None) -> None:
    """The first wish to close an emergency left it open."""
    wishes = [one for one in played.beats if one.step.act.get("tap") == "button-case-resolve"]
    assert wishes[0].after.cases["child"].status.open
    assert len({one.step.who for one in wishes}) > 1


NAMED: dict[str, Asked] = {
    check.__name__: check
    for check in (
        cases_are,
        audit_holds,
        no_menu_in_a_talk,
        silent_after_hide,
        only_this_is_left,
        nothing_is_known_of_the_child,
        the_case_is_kept,
        the_case_is_closed,
        raised,
        nobody_is_answered_by,
        staff_are_told,
        stays_inside,
        reaches_the_child,
        staff_read,
        staff_hear_nothing,
        repeats_are_marked,
        both_languages_before_a_choice,
        the_child_speaks,
        severity_never_falls,
        closing_took_two,
    )
}


def hold(played: Played) -> None:
    """Raises AssertionError for the first rule that this journey breaks."""
    for check in ALWAYS:
        check(played)
    for name, value in played.story.checks:
        NAMED[name](played, value)
