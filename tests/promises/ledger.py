"""Compares what children and staff were shown under attack with what they were to be shown.

A child's chat is compared post by post with a calm run of the same script. A cry for help carries a number of
its own, which must be found among the staff's posts. A repeat is marked by a line of the shipped texts.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tests import shared
from tests.promises.crowd import Child
from tests.promises.killing import Evidence
from tests.promises.watching import Post
from tests.simulation import STAFF_ROOM


@dataclass(slots=True)
class Account:
    """Of one recipient: posts that never came, unmarked duplicates, marked repeats, posts nobody expected."""

    lost: int = 0
    unmarked: int = 0
    marked: int = 0
    strange: int = 0

    def add(self, other: "Account") -> None:
        """Sum up."""
        self.lost += other.lost
        self.unmarked += other.unmarked
        self.marked += other.marked
        self.strange += other.strange


@dataclass(frozen=True, slots=True)
class Verdict:
    """A whole run. `excess`: marked repeats beyond one for each time that a message was cut off."""

    lost: int
    unmarked: int
    marked: int
    strange: int
    cut_off: int
    excess: int


@cache
def marks() -> tuple[str, ...]:
    """The lines that mark a possible repeat."""
    content = shared.content()
    return tuple(content.texts.say(language, "possible-repeat") for language in content.languages)


def unmarked(text: str) -> str | None:
    """The text without its mark; None where it has none."""
    return next((text.removeprefix(mark).lstrip() for mark in marks() if text.startswith(mark)), None)


def judge(evidence: Evidence) -> Verdict:
    """Sum up all recipients."""
    total, excess, cut_off = Account(), 0, 0
    accounts = [(child.id, account_of_child(child, evidence)) for child in evidence.children]
    for chat, account in [*accounts, (STAFF_ROOM, account_of_staff(evidence))]:
        times = cuts(chat, evidence)
        excess += max(0, account.marked - times)
        cut_off += times
        total.add(account)
    lost = total.lost + len(evidence.pushed - evidence.records.settled)
    return Verdict(lost, total.unmarked, total.marked, total.strange, cut_off, excess)


def cuts(chat: int, evidence: Evidence) -> int:
    """How often a message to this chat was on its way when the bot died, or got no answer."""
    name = evidence.pseudonyms.get(chat, "staff")
    return sum(death.attempting[name] for death in evidence.deaths) + evidence.swallowed[chat]


def account_of_child(child: Child, evidence: Evidence) -> Account:
    """What one child was shown, against what was to be shown."""
    shown = [post for post in evidence.posts if post.chat == child.id]
    return compare(shown, evidence.expected[child.kind])


def compare(shown: Sequence[Post], expected: Sequence[Post]) -> Account:
    """Walk along both. A repeat stands right after its original, since one chat gets one post at a time."""
    account, wanted, at = Account(), [(post.method, post.text) for post in expected], 0
    for post in shown:
        text = unmarked(post.text)
        key = (post.method, post.text if text is None else text)
        if key in wanted[at : at + 1]:
            at += 1
        elif at and key == wanted[at - 1]:
            count_repeat(account, post, marked=text is not None)
        elif key in wanted[at:]:
            place = wanted.index(key, at)
            account.lost += place - at
            at = place + 1
        else:
            account.strange += 1
    account.lost += len(wanted) - at
    return account


def count_repeat(account: Account, post: Post, *, marked: bool) -> None:
    """A post that came again; an edit that shows the same once more is no repeat to anyone's eye."""
    if marked:
        account.marked += 1
    elif post.method != "editMessageText":
        account.unmarked += 1


def account_of_staff(evidence: Evidence) -> Account:
    """Every cry for help, once; topics and all other posts by their number."""
    account = Account()
    posts = [post for post in evidence.posts if post.chat == STAFF_ROOM and post.method != "editMessageText"]
    plain = [post for post in posts if unmarked(post.text) is None]
    words = "\n".join(post.text for post in plain if post.method == "sendMessage")
    repeated = "\n".join(post.text for post in posts if unmarked(post.text) is not None)
    for child in evidence.children:
        for token in child.tokens():
            times = words.count(token)
            account.lost += not times and token not in repeated
            account.unmarked += max(0, times - 1)
    titles = Counter(post.text for post in plain if post.method == "createForumTopic")
    account.unmarked += sum(titles.values()) - len(titles)
    account.unmarked += max(0, len(plain) - evidence.records.staff_posts - account.unmarked)
    account.lost += max(0, evidence.records.staff_posts - len(posts))
    account.marked = max(0, len(posts) - evidence.records.staff_posts)
    return account
