"""Rules that a journey asks for by name under `checks`; one that takes a value gets it."""

from collections.abc import Callable
from typing import Any

from bot.simulator.model import GENERAL
from tests.journeys.looking import (
    CHILDREN,
    TALKING,
    became_graver,
    contains,
    of_children,
    shown_to,
    texts_of,
    to_staff,
    written,
)
from tests.journeys.played import Played

Asked = Callable[[Played, Any], None]


def cases_are(played: Played, number: int) -> None:
    """So many cases were opened in all, and each has one topic at most at the end."""
    opened = sum(1 for one in played.stored.audit if one.action == "case_opened")
    assert opened == number, f"{opened} cases"
    assert len(played.sim.staff_room.topics) <= number


def uploads_are(played: Played, number: int) -> None:
    """So many pictures were uploaded; all others were only named."""
    sent = [call.params["photo"] for call in played.sim.calls("sendPhoto")]
    assert sum(not isinstance(one, str) for one in sent) == number, sent


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
        graver = became_graver(beat, beat.step.who)
        if case is None or case.status not in TALKING or beat.step.verb != "say" or graver:
            continue
        talked = True
        for shown in shown_to(played, beat, beat.step.who):
            assert "menu" not in shown.data, shown.text
    assert talked, "nobody talked"


def silent_after_hide(played: Played, _: None) -> None:
    """From Hide until the child comes back, the chat holds the quiz card and nothing comes."""
    hidden, quiet = False, 0
    for beat in played.beats:
        if beat.step.who == "child":
            hidden = beat.after.learners["child"].hidden if "child" in beat.after.learners else hidden
        elif hidden:
            quiet += 1
            assert not shown_to(played, beat, "child"), beat.step.title()
    assert quiet, "nothing happened while the chat was hidden"


def only_this_is_left(played: Played, key: str) -> None:
    """After hiding or deleting, the child's chat holds nothing but this text."""
    wiped = [one for one in played.beats if any(change.kind == "gone" for change in one.changes)]
    assert wiped
    left = shown_to(played, wiped[0], "child")
    assert [shown.text in texts_of(played, key) for shown in left] == [True]
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
    calls = [shown for beat in played.beats for shown in to_staff(played, beat) if "\n⏰" in shown.text]
    assert played.stored.cases["child"].raised == times
    assert len([one for one in calls if one.place[1] == GENERAL]) == times
    assert len([one for one in calls if one.place[1] != GENERAL]) == times


def nobody_is_answered_by(played: Played, who: str) -> None:
    """Nothing that this person does reaches a child or changes a case."""
    acts = [beat for beat in played.beats if beat.step.who == who]
    assert acts
    for beat in acts:
        assert not [shown for child in CHILDREN for shown in shown_to(played, beat, child)], beat.step.title()
        assert beat.before.cases == beat.after.cases, beat.step.title()


def staff_are_told(played: Played, key: str) -> None:
    """Staff read these words of ours, word for word."""
    wanted = played.content.texts.say("th", key)
    assert any(wanted in shown.text for beat in played.beats for shown in to_staff(played, beat))


def stays_inside(played: Played, words: str) -> None:
    """These words were said in the staff group and never reached a child."""
    assert any(words in written(beat) for beat in played.beats)
    assert not [shown.text for _, _, shown in of_children(played) if words in shown.text]


def reaches_the_child(played: Played, words: str) -> None:
    """These words of staff are shown to the child, once, marked as a person's."""
    found = [shown for beat, who, shown in of_children(played) if who == "child" and words in shown.text]
    assert len({shown.id for shown in found}) == 1, f"{len(found)} times"
    assert contains(found[0], texts_of(played, "from-staff"))


def staff_read(played: Played, words: list[str]) -> None:
    """Each of these is posted in the staff group exactly once as the child's words."""
    posts = [
        shown for beat in played.beats for shown in to_staff(played, beat) if shown.text.startswith("🧒")
    ]
    for one in words:
        assert len({(shown.place, shown.id) for shown in posts if one in shown.text}) == 1, one


def staff_hear_nothing(played: Played, _: None) -> None:
    """Nothing was posted in the staff group."""
    assert not [shown.text for beat in played.beats for shown in to_staff(played, beat)]


def repeats_are_marked(played: Played, number: int) -> None:
    """So many messages stand twice, and each second one says so."""
    marks = texts_of(played, "possible-repeat")
    marked = [
        one.shown
        for beat in played.beats
        for one in beat.changes
        if one.kind == "new" and contains(one.shown, marks)
    ]
    assert len(marked) == number
    everything = [one.shown.text for beat in played.beats for one in beat.changes if one.kind == "new"]
    for shown in marked:
        bare = shown.text.partition("\n\n")[2]
        assert bare in everything, shown.text


def both_languages_before_a_choice(played: Played, _: None) -> None:
    """The first answer is in every language."""
    first = next(shown for beat in played.beats for shown in shown_to(played, beat, "child"))
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
        uploads_are,
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
