"""The twin: what the bot must know after each event, as plain dicts. It hears of events, never of the bot."""

from typing import Any

Known = dict[str, Any]

CALM, CONCERN, URGENT, EMERGENCY = range(4)
RANK = {"calm": CALM, "concern": CONCERN, "urgent": URGENT, "emergency": EMERGENCY}
UNREAD = ("foreign", "broken")
"""Words that no machine understands: urgent until a person has read them."""

WAITS, ANSWERED, READ, CLOSED = "waits", "answered", "read", "closed"
TOLD_AT_ONCE = ("urgent", "emergency", *UNREAD)
SILENT = ("case:claim:x", "nonsense", "hide:maybe", "helped:gone")
"""Taps that change nothing: forged ones."""


class Twin:
    """What is known of each child and of the roster."""

    def __init__(self, children: int, roster: dict[str, str]) -> None:
        self.learners: list[Known | None] = [None] * children
        self.cases: list[Known | None] = [None] * children
        self.media = [0] * children
        self.roster = dict(roster)

    # the child

    def says(self, child: int, kind: str) -> bool:
        """Words of a kind; whether they go to staff."""
        asked = self._back(child)["asked"]
        self._back(child)["asked"] = False
        if kind in UNREAD:
            return self._brought(child, URGENT)
        rank = RANK[kind]
        if rank >= URGENT or asked or self._open(child):
            return self._brought(child, max(rank, CONCERN))
        return False

    def shows(self, child: int, caption: str | None) -> bool:
        """A picture, perhaps with words under it; whether the words go to staff."""
        told = self.says(child, caption) if caption else False
        learner = self._back(child)
        if self._open(child) or learner["asked"]:
            learner["asked"] = False
            self._brought(child, CONCERN)
            self.media[child] += 1
        return told

    def asks_for_person(self, child: int, *, wrote_just_now: bool) -> bool:
        """Somebody shall read this; whether what was just written goes along."""
        learner = self._back(child)
        if self._open(child):
            return False
        if not wrote_just_now:
            learner["asked"] = True
            return False
        return self._brought(child, CONCERN)

    def reads(self, child: int, *, letters: bool) -> None:
        """The child opens what staff wrote."""
        self._back(child)
        case = self._open(child)
        if letters and case and case["state"] == ANSWERED:
            case["state"] = READ

    def taps(self, child: int, data: str) -> None:
        """Any other button."""
        if data in SILENT:
            return
        learner, (word, *more) = self._back(child), data.split(":")
        if word in ("language", "age"):
            learner[word] = None if more == ["skip"] else more[0]

    def hides(self, child: int) -> None:
        """Nothing unprompted until the child is back."""
        self._back(child).update(hidden=True, asked=False)
        case = self.cases[child]
        if case is not None:
            case["safe"] = False

    def deletes(self, child: int) -> None:
        """All is forgotten, but for an open case that is urgent."""
        self.learners[child] = None
        case = self._open(child)
        if case is None or case["severity"] < URGENT:
            self.cases[child] = None

    def reachable(self, child: int, *, now: bool) -> None:
        """The bot was blocked, or let in again."""
        for known in (self.learners[child], self.cases[child]):
            if known is not None:
                known["reachable"] = now

    def reply_lost(self, child: int) -> None:
        """A reply did not arrive: the case waits on."""
        case = self._open(child)
        if case and case["state"] == ANSWERED:
            case["state"] = WAITS

    # staff

    def replies(self, who: str, child: int) -> bool:
        """A reply to the child's own words; whether it is taken."""
        case = self._open(child)
        if who not in self.roster or case is None or not case["reachable"]:
            return False
        case.update(state=ANSWERED, claimed=case["claimed"] or who)
        return True

    def presses(self, who: str, verb: str, child: int) -> None:
        """A button of the case's card."""
        case = self.cases[child]
        if who not in self.roster or case is None:
            return
        match verb:
            case "claim" if case["state"] != CLOSED and case["claimed"] is None:
                case.update(state=WAITS, claimed=who)
            case "release" if case["state"] != CLOSED and case["claimed"] is not None:
                case.update(state=WAITS, claimed=None)
            case "reopen" if case["state"] == CLOSED:
                case.update(state=WAITS, claimed=who)
            case "resolve" | "falsealarm" | "handon" if case["state"] != CLOSED:
                self._closes(who, child, case)

    def _closes(self, who: str, child: int, case: Known) -> None:
        """An emergency takes two people, if there are two."""
        others = set(self.roster) - {who}
        if case["severity"] == EMERGENCY and others and case["closing"] not in others:
            case["closing"] = who
            return
        case.update(state=CLOSED, closing=None)
        if self.learners[child] is None:
            self.cases[child] = None

    def adds(self, who: str, whom: str) -> None:
        """A lead puts somebody on the roster."""
        if self.roster.get(who) == "lead":
            self.roster.setdefault(whom, "staff")

    def removes(self, who: str, whom: str) -> None:
        """A lead takes somebody off the roster; their open cases are there for all again."""
        leads = [one for one, role in self.roster.items() if role == "lead"]
        if self.roster.get(who) != "lead" or whom not in self.roster or leads == [whom]:
            return
        del self.roster[whom]
        for child in range(len(self.cases)):
            case = self._open(child)
            if case and case["claimed"] == whom:
                case["claimed"] = None

    # parts

    def _back(self, child: int) -> Known:
        """Whoever does something is back: not hidden, not blocked."""
        fresh: Known = {"language": None, "age": None, "asked": False}
        learner = self.learners[child] = self.learners[child] or fresh
        learner.update(hidden=False, reachable=True)
        return learner

    def _open(self, child: int) -> Known | None:
        case = self.cases[child]
        return case if case and case["state"] != CLOSED else None

    def _brought(self, child: int, severity: int) -> bool:
        case = self._open(child)
        fresh: Known = {"severity": severity, "state": WAITS, "claimed": None}
        if case is None:
            case = self.cases[child] = fresh
        case["severity"] = max(case["severity"], severity)
        case.update(state=WAITS, closing=None, safe=True, reachable=True)
        return True
