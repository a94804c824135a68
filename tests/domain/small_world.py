"""The whole bot as plain dicts: loads a state, decides, and applies what follows. No database, no Telegram.

What must hold after every turn is checked while the effects are applied.
"""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.domain import effects as e
from bot.domain.inputs import (
    ButtonTapped,
    ChatBlocked,
    ChatUnblocked,
    CommandReceived,
    Input,
    MediaReceived,
    ReplySettled,
    SendOutcome,
    StaffCommanded,
    StaffTapped,
    StaffWrote,
    TextReceived,
    TimerDue,
    TopicLost,
)
from bot.domain.judgement import Judgement
from bot.domain.route import decide
from bot.domain.speech import Message, speak
from bot.domain.state import Author, Case, CaseMessage, Learner, State, Suggestion
from bot.domain.world import Moment
from tests.domain.build import NOW, ROSTER, buttons_of, keys_of, verbatim_of
from tests.domain.tiny_content import texts, world

FROM_CHILD = TextReceived | CommandReceived | ButtonTapped | MediaReceived | ChatBlocked | ChatUnblocked
FROM_STAFF = StaffWrote | StaffCommanded | StaffTapped
NEUTRAL = (["neutral-news"], ["deleted"])
"""What tells nothing to whoever holds the phone; under all else that a child reads stands Help."""


@dataclass
class SmallWorld:
    """Everything that is known, and everything that was sent."""

    now: datetime = NOW
    turns: int = 0
    learners: dict[str, Learner] = field(default_factory=dict)
    cases: dict[str, Case] = field(default_factory=dict)
    messages: dict[str, CaseMessage] = field(default_factory=dict)
    words: dict[str, list[str]] = field(default_factory=dict)
    timers: dict[str, list[e.StartTimer]] = field(default_factory=dict)
    buttons: set[str] = field(default_factory=set)
    staff_buttons: set[tuple[int, str]] = field(default_factory=set)
    posted: Counter[str] = field(default_factory=Counter)
    alerts: int = 0
    heard: dict[str, list[str]] = field(default_factory=dict)
    suggestions: list[Suggestion] = field(default_factory=list)
    unsettled: list[CaseMessage] = field(default_factory=list)
    ids: int = 1000

    def turn(self, received: Input, judgement: Judgement | None = None) -> tuple[e.Effect, ...]:
        """One input from beginning to end."""
        self.turns += 1
        state = self.load(received)
        moment = Moment(self.now, self.turns.to_bytes(16, "big"))
        done = decide(received, state, world(), judgement, moment)
        self.check_addresses(received, state, done)
        # What is sent leaves after the turn is committed.
        for effect in sorted(done, key=lambda one: isinstance(one, e.Durable)):
            self.apply(effect)
        self.check_cases()
        return done

    def load(self, received: Input) -> State:
        match received:
            case ButtonTapped(child, data=data) if data.startswith("s:"):
                return State(learner=self.learners.get(child))
            case ButtonTapped(child, data=data) if data.startswith("ask_person"):
                state = self._of_child(child)
                return replace(state, log=self._messages_of(state.case))
            case _ if isinstance(received, FROM_CHILD):
                return self._of_child(received.child)
            case _ if isinstance(received, FROM_STAFF):
                return self._of_staff(received)
            case TimerDue(subject=ref) | TopicLost(ref):
                return self._of_case(ref, None)
            case ReplySettled(ref, message):
                return self._of_case(ref, message)
            case _:
                return State()

    def _of_child(self, child: str) -> State:
        case = self.case_of(child)
        return State(
            learner=self.learners.get(child),
            case=case,
            roster=ROSTER,
            unopened=self.unopened(child) if case else (),
            recent_words=tuple(self.words.get(child, ())),
            names_in_use=frozenset() if case else frozenset(one.name for one in self.cases.values()),
        )

    def _of_staff(self, received: StaffWrote | StaffCommanded | StaffTapped) -> State:
        case = next((one for one in self.cases.values() if one.topic == received.topic), None)
        case = case if received.topic is not None else None
        reply_to = received.reply_to if isinstance(received, StaffWrote) else None
        of_case = [one for one in self.messages.values() if case and one.case == case.ref]
        open_cases = tuple(one for one in self.cases.values() if one.status.open)
        return State(
            learner=self.learners.get(case.child) if case else None,
            case=case,
            staff=next((one for one in ROSTER if one.ref == received.staff), None),
            roster=ROSTER,
            open_cases=open_cases if isinstance(received, StaffCommanded) else (),
            replied_to=next((one for one in of_case if reply_to and one.topic_message == reply_to), None),
            unopened=self.unopened(case.child) if case else (),
            log=self._log(case, received),
        )

    def _log(self, case: Case | None, received: Input) -> tuple[CaseMessage, ...]:
        suggests = isinstance(received, StaffCommanded) and received.command == "suggest"
        return self._messages_of(case) if suggests else ()

    def _messages_of(self, case: Case | None) -> tuple[CaseMessage, ...]:
        return tuple(one for one in self.messages.values() if case is not None and one.case == case.ref)

    def _of_case(self, ref: str, message: str | None) -> State:
        case = self.cases.get(ref)
        if case is None:
            return State()
        return State(
            learner=self.learners.get(case.child),
            case=case,
            roster=ROSTER,
            replied_to=self.messages.get(message) if message else None,
            log=tuple(one for one in self.messages.values() if one.case == ref) if message is None else (),
        )

    def case_of(self, child: str) -> Case | None:
        found = [one for one in self.cases.values() if one.child == child]
        return max(found, key=lambda one: one.opened_at, default=None)

    def unopened(self, child: str) -> tuple[CaseMessage, ...]:
        theirs = {one.ref for one in self.cases.values() if one.child == child}
        found = (one for one in self.messages.values() if one.case in theirs)
        return tuple(one for one in found if one.author is Author.STAFF and not one.opened)

    def check_addresses(self, received: Input, state: State, done: tuple[e.Effect, ...]) -> None:
        """Nobody but the acting child, or the child of the case, is written to, deleted or forgotten."""
        allowed = {received.child} if isinstance(received, FROM_CHILD) else set()
        allowed |= {state.case.child} if state.case and not allowed else set()
        for effect in done:
            if isinstance(effect, e.ToChild | e.ForgetLearner):
                assert effect.child in allowed
            if isinstance(effect, e.SayToChild) and isinstance(received, FROM_STAFF):
                self.check_unprompted(effect, state.case)
            if isinstance(effect, e.SaveLearner):
                assert effect.learner.ref in allowed
            if isinstance(effect, e.SaveCase) and state.case is not None and allowed:
                assert effect.case.child in allowed

    def check_unprompted(self, said: e.SayToChild, case: Case | None) -> None:
        """Nothing to a child who hid the chat; to one who does not wait for it, a neutral line."""
        assert case is not None
        assert case.safe_to_write
        learner = self.learners.get(said.child)
        assert learner is None or not learner.hidden
        waited = case.last_child_at is not None and self.now - case.last_child_at < timedelta(minutes=15)
        if not waited or case.discreet or learner is None:
            assert keys_of(said.message) == ["neutral-news"]
            assert verbatim_of(said.message) == []

    def check_cases(self) -> None:
        """One child has at most one case, and no two cases have one name."""
        children = Counter(one.child for one in self.cases.values())
        assert max(children.values(), default=0) <= 1
        assert len({one.name for one in self.cases.values()}) == len(self.cases)

    def apply(self, effect: e.Effect) -> None:
        match effect:
            case e.SayToChild() | e.ShowPicture() | e.EditForChild():
                self._to_child(effect.child, effect.message, effect.languages)
                if isinstance(effect, e.SayToChild) and effect.reply is not None:
                    self.unsettled.append(effect.reply)
            case e.OpenTopic(case):
                self.cases[case.ref] = replace(self.cases[case.ref], topic=self.next_id())
            case e.RenameTopic(case, title):
                known = self.cases.get(case.ref)
                self._staff_reads(Message((title,)), known.topic if known else None)
            case e.PostInCase():
                self._in_topic(effect)
            case e.EditCard(case, message):
                known = self.cases.get(case.ref)
                self._staff_reads(message, known.topic if known else None)
            case e.PostToStaff(message):
                self._staff_reads(message, None)
                self.alerts += 1
            case e.SayInGroup() | e.FileForStaff() | e.DeleteForChild() | e.Toast() | e.Audit() | e.Count():
                pass
            case e.KeepSuggestion(suggestion):
                self.suggestions.append(suggestion)
            case _:
                self._change(effect)

    def _change(self, effect: e.Effect) -> None:
        match effect:
            case e.SaveLearner(learner):
                self.learners[learner.ref] = learner
            case e.ForgetLearner(child):
                self._forget(child)
            case e.RememberWords(child, _, text):
                self.words[child] = [*self.words.get(child, []), text][-5:]
            case e.ForgetRecentWords(child):
                self.words.pop(child, None)
            case _:
                self._change_case(effect)

    def _change_case(self, effect: e.Effect) -> None:
        match effect:
            case e.SaveCase(case):
                known = self.cases.get(case.ref)
                assert known is None or known.child == case.child
                self.cases[case.ref] = case
            case e.RecordInCase(message):
                assert message.ref not in self.messages
                assert message.case in self.cases
                self.messages[message.ref] = message
            case e.MarkOpened(refs):
                for ref in refs:
                    self.messages[ref] = replace(self.messages[ref], opened=True)
            case e.StartTimer(subject=subject):
                self.timers.setdefault(subject, []).append(effect)
            case e.StopTimers(subject):
                self.timers.pop(subject, None)
            case _:
                raise AssertionError(effect)

    def _forget(self, child: str) -> None:
        self.learners.pop(child, None)
        self.words.pop(child, None)
        closed = [one.ref for one in self.cases.values() if one.child == child and not one.status.open]
        for ref in closed:
            del self.cases[ref]
            self.messages = {key: one for key, one in self.messages.items() if one.case != ref}

    def _to_child(self, child: str, message: Message, languages: tuple[str, ...]) -> None:
        assert keys_of(message) in NEUTRAL or "help" in {one.data for one in buttons_of(message)}, message
        spoken = speak(message, languages, texts())
        self.heard.setdefault(child, []).append(spoken.text)
        self.buttons |= {button.data for row in spoken.rows for button in row}

    def _in_topic(self, post: e.PostInCase) -> None:
        case = self.cases.get(post.case.ref)
        number = self.next_id()
        self._staff_reads(post.message, case.topic if case else None)
        if case is not None and post.kind is e.PostKind.CARD:
            self.cases[case.ref] = replace(case, card=number)
        if post.record is not None:
            self.posted[post.record.text] += 1
            self.messages[post.record.ref] = replace(self.messages[post.record.ref], topic_message=number)

    def _staff_reads(self, message: Message, topic: int | None) -> None:
        spoken = speak(message, ("en",), texts())
        if topic is not None:
            self.staff_buttons |= {(topic, button.data) for row in spoken.rows for button in row}

    def next_id(self) -> int:
        self.ids += 1
        return self.ids

    def wait(self, minutes: float) -> None:
        """Time passes; timers whose moment came are handled."""
        self.now += timedelta(minutes=minutes)
        for subject in list(self.timers):
            due = [one for one in self.timers.get(subject, []) if one.due <= self.now]
            for timer in due:
                self.timers[subject].remove(timer)
                self.turn(TimerDue(timer.kind, timer.subject, timer.round))

    def settle(self, outcome: SendOutcome) -> None:
        """The oldest reply under way ends."""
        if self.unsettled:
            reply = self.unsettled.pop(0)
            self.turn(ReplySettled(reply.case, reply.ref, outcome))
