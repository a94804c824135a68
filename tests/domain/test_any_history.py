"""Any history of children, staff, strangers and time: what is promised holds after every step."""

from dataclasses import replace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.domain.effects import Audit, PostInCase, PostKind, SaveCase, SaveLearner, SaveStaff, SayToChild
from bot.domain.inputs import (
    ButtonTapped,
    ChatBlocked,
    ChatUnblocked,
    CommandReceived,
    MediaKind,
    MediaReceived,
    SendOutcome,
    StaffCommanded,
    StaffTapped,
    StaffWrote,
    TextReceived,
    TopicLost,
)
from bot.domain.judgement import Band, Judgement
from bot.domain.state import Author, CaseStatus
from content.schema import Category, Severity
from tests.domain.build import COLLEAGUE, LEAD, STAFF, judged
from tests.domain.small_world import SmallWorld
from tests.domain.tiny_content import content

QUESTIONS = len(content().lessons["th"]["first"].questions)

children = st.sampled_from(["child-a", "child-b", "child-c"])
insiders = st.sampled_from([LEAD.ref, STAFF.ref, COLLEAGUE.ref])
outsiders = st.sampled_from(["stranger", "child-a", None])
commands = st.sampled_from(["start", "help", "language", "hide", "delete", "privacy", "lessons", "x"])
forged = st.sampled_from(["s:0:next", "s:1:start", "open", "delete:yes", "hide:yes", "case:claim:x", "?"])
judgements = st.one_of(
    st.sampled_from([Judgement.late(), Judgement.failed(), judged(readable=False)]),
    st.builds(
        judged,
        st.sampled_from(list(Severity)),
        band=st.sampled_from(list(Band)),
        topics=st.sampled_from([(), ("safety", "rights"), ("gone",)]),
        categories=st.sampled_from([(), (Category.VIOLENCE,)]),
        about=st.sampled_from([None, "self", "other"]),
        help_word=st.booleans(),
        language=st.sampled_from(["th", "en", "other"]),
    ),
)
KINDS = ("falsealarm", "missed")
GROUP_COMMANDS = ("staff", "status", "questions", "insights", "suggest", "add", "remove", "help")
WAITING = (CaseStatus.NEW, CaseStatus.CLAIMED, CaseStatus.REOPENED)


def alarming(judgement: Judgement) -> bool:
    return not judgement.readable or judgement.severity.rank >= Severity.URGENT.rank


class AnyHistory(RuleBasedStateMachine):
    """Plain dicts as the world; every rule is one input."""

    @initialize()
    def begin(self) -> None:
        self.world = SmallWorld()
        self.said = 0

    def fresh(self, kind: str) -> str:
        self.said += 1
        return f"{kind}-{self.said}"

    @rule(child=children, judgement=judgements)
    def a_child_writes(self, child: str, judgement: Judgement) -> None:
        text = self.fresh("words")
        asked = self.asked(child)
        before = self.world.case_of(child)
        done = self.world.turn(TextReceived(child, self.world.next_id(), text), judgement)
        talking = before is not None and before.status.open
        if alarming(judgement) or talking or asked:
            self.is_with_staff(child, text)
        if alarming(judgement):
            assert any(isinstance(one, SayToChild) for one in done)

    @rule(
        child=children,
        judgement=judgements,
        caption=st.sampled_from(["", "caption"]),
        kind=st.sampled_from(list(MediaKind)),
    )
    def a_child_sends_media(
        self,
        child: str,
        judgement: Judgement,
        caption: str,
        kind: MediaKind,
    ) -> None:
        text = self.fresh(caption) if caption else ""
        asked = self.asked(child)
        self.world.turn(
            MediaReceived(child, self.world.next_id(), kind, text), judgement if caption else None
        )
        if caption and alarming(judgement):
            self.is_with_staff(child, text)
        if asked:
            case = self.world.case_of(child)
            assert case is not None
            assert case.status.open
        assert not self.asked(child)

    @rule(child=children, command=commands, payload=st.sampled_from(["", "lesson_first", "lesson_x"]))
    def a_child_commands(self, child: str, command: str, payload: str) -> None:
        self.world.turn(CommandReceived(child, self.world.next_id(), command, payload))

    @rule(child=children, data=st.data(), times=st.integers(1, 2))
    def a_child_taps(self, child: str, data: st.DataObject, times: int) -> None:
        button = data.draw(forged | st.sampled_from(sorted(self.world.buttons or {"menu"})))
        for _ in range(times):
            self.world.turn(ButtonTapped(child, self.world.next_id(), "query", button))

    @precondition(lambda self: self.world.cases)
    @rule(data=st.data(), button=st.sampled_from(["hide:yes", "delete:yes", "person", "open", "only"]))
    def a_child_with_a_case_taps(self, data: st.DataObject, button: str) -> None:
        child = data.draw(st.sampled_from(sorted(one.child for one in self.world.cases.values())))
        self.world.turn(ButtonTapped(child, self.world.next_id(), "query", button))

    @rule(child=children)
    def a_child_blocks(self, child: str) -> None:
        known = child in self.world.learners
        self.world.turn(ChatBlocked(child))
        assert (child in self.world.learners) is known

    @rule(child=children)
    def a_child_unblocks(self, child: str) -> None:
        self.world.turn(ChatUnblocked(child))

    @precondition(lambda self: self.world.messages)
    @rule(
        who=insiders | insiders | outsiders,
        data=st.data(),
        how=st.sampled_from(["plainly", "plainly", "plainly", "forwarded", "with media", "astray"]),
    )
    def somebody_replies_in_a_topic(
        self,
        who: str | None,
        data: st.DataObject,
        how: str,
    ) -> None:
        target = self.world.messages[data.draw(st.sampled_from(sorted(self.world.messages)))]
        case = self.world.cases[target.case]
        others = [one.topic for one in self.world.cases.values() if one.ref != case.ref]
        topic = others[0] if how == "astray" and others else case.topic
        text = self.fresh("answer")
        wrote = StaffWrote(
            staff=who,
            message_id=self.world.next_id(),
            topic=topic,
            text=text,
            reply_to=target.topic_message,
            forwarded=how == "forwarded",
            has_media=how == "with media",
            replies_to_bot=target.author is Author.CHILD,
        )
        self.world.turn(wrote)
        readers = {child for child, heard in self.world.heard.items() if any(text in one for one in heard)}
        assert readers <= {case.child}
        inside = who in {LEAD.ref, STAFF.ref, COLLEAGUE.ref} and target.author is Author.CHILD
        if not inside or how in ("forwarded", "with media") or topic != case.topic:
            assert not readers
            assert text not in {one.text for one in self.world.messages.values()}

    @precondition(lambda self: self.world.staff_buttons)
    @rule(who=insiders, data=st.data(), times=st.integers(1, 2))
    def staff_tap(self, who: str, data: st.DataObject, times: int) -> None:
        topic, button = data.draw(st.sampled_from(sorted(self.world.staff_buttons)))
        for _ in range(times):
            self.world.turn(StaffTapped(who, 1, topic, "query", button))

    @precondition(lambda self: self.world.staff_buttons)
    @rule(who=outsiders, data=st.data())
    def a_stranger_taps(self, who: str | None, data: st.DataObject) -> None:
        topic, button = data.draw(st.sampled_from(sorted(self.world.staff_buttons)))
        done = self.world.turn(StaffTapped(who, 1, topic, "query", button))
        assert not any(isinstance(one, SaveCase | SaveLearner) for one in done)
        assert any(isinstance(one, Audit) for one in done)

    @rule(
        who=insiders | outsiders,
        command=st.sampled_from(GROUP_COMMANDS),
    )
    def somebody_commands_in_the_group(self, who: str | None, command: str) -> None:
        done = self.world.turn(StaffCommanded(who, 1, None, command, "", None))
        assert not any(isinstance(one, SaveStaff) for one in done)

    @precondition(lambda self: self.world.messages)
    @rule(who=insiders | outsiders, data=st.data(), own=st.booleans(), kind=st.sampled_from(KINDS))
    def somebody_suggests_in_a_topic(
        self, who: str | None, data: st.DataObject, kind: str, *, own: bool
    ) -> None:
        said = self.world.messages[data.draw(st.sampled_from(sorted(self.world.messages)))]
        known = len(self.world.suggestions)
        level = f"{kind} urgent" if kind == "missed" else kind
        text = f"{level} something else" if own else f"{level} {said.text}"
        topic = self.world.cases[said.case].topic
        done = self.world.turn(StaffCommanded(who, 1, topic, "suggest", text, None))
        assert not any(isinstance(one, SayToChild | SaveCase | SaveLearner) for one in done)
        inside = who in {LEAD.ref, STAFF.ref, COLLEAGUE.ref}
        if not inside or (said.author is Author.CHILD and not own):
            assert len(self.world.suggestions) == known
        elif own:
            assert len(self.world.suggestions) == known + 1

    @rule(minutes=st.sampled_from([0.5, 3, 20, 200, 60 * 30]))
    def time_passes(self, minutes: float) -> None:
        self.world.wait(minutes)

    @rule(outcome=st.sampled_from(list(SendOutcome)))
    def a_reply_ends(self, outcome: SendOutcome) -> None:
        self.world.settle(outcome)

    @precondition(lambda self: self.world.cases)
    @rule(data=st.data(), topic=st.none() | st.integers(0, 3))
    def a_topic_is_lost(self, data: st.DataObject, topic: int | None) -> None:
        case = self.world.cases[data.draw(st.sampled_from(sorted(self.world.cases)))]
        written = [one for one in self.world.messages.values() if one.case == case.ref]
        done = self.world.turn(TopicLost(case.ref, topic or case.topic or 0))
        again = [one for one in done if isinstance(one, PostInCase) and one.kind is PostKind.CHILD_WORDS]
        children_words = [one for one in written if one.author is Author.CHILD]
        assert len(again) == (0 if topic else len(children_words))

    def asked(self, child: str) -> bool:
        known = self.world.learners.get(child)
        return known is not None and known.asked_for_person

    def is_with_staff(self, child: str, text: str) -> None:
        case = self.world.case_of(child)
        assert case is not None
        assert case.status.open
        kept = [one for one in self.world.messages.values() if one.text == text]
        assert [one.case for one in kept] == [case.ref]
        assert self.world.posted[text] >= 1

    @invariant()
    def every_case_that_waits_has_one_timer(self) -> None:
        for case in self.world.cases.values():
            waiting = case.status in WAITING
            assert len(self.world.timers.get(case.ref, [])) == (1 if waiting else 0), case.status

    @invariant()
    def no_child_has_answered_more_than_was_asked(self) -> None:
        for learner in self.world.learners.values():
            for at in learner.progress.values():
                assert len(at.right) + len(at.missed) + at.skipped <= QUESTIONS

    @invariant()
    def no_hidden_child_is_written_to_first(self) -> None:
        for learner in self.world.learners.values():
            if learner.hidden:
                case = self.world.case_of(learner.ref)
                assert case is None or not case.safe_to_write
                assert replace(learner, asked_for_person=False) == learner


AnyHistory.TestCase.settings = settings(max_examples=200, stateful_step_count=50, deadline=None)
TestAnyHistory = AnyHistory.TestCase
