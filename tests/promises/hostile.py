"""Values that somebody might put into an update: strange texts, ids at the edge, forged buttons."""

from collections.abc import Callable
from random import Random

CHILDREN = (510_000_001, 510_000_002, 520_000_001, *range(600_000_000, 600_000_040), 1, 2**31, 2**52 - 1)
"""Private chats: the demo cast, newcomers, and the smallest and largest ids that Telegram allows."""

STAFF, STAFF_ROOM, FRIENDS, STRANGE_GROUP = (
    530_000_001,
    -1_004_200_000_001,
    -4_100_000_001,
    -1_009_999_999_999,
)
CHANNEL = -1_007_700_000_007
TONES = "\u0e48\u0e49\u0e4a\u0e4b\u0e31\u0e34\u0e4c\u0e38"
ALPHABETS = (
    "กขคงจชซญดตถทธนบปผพฟมยรลวศษสหอฮะาเแโใไ",
    "abcdefghijklmnopqrstuvwxyz ",
    "مرحبا שלום ",
    "😀👨‍👩‍👧‍👦🏳️‍🌈1️⃣",
    "\u202e\u202d\u200b\u200f\u2066\ufeff",
    "\ud83d\udc00\udfff",
    "\x00\x01\x1b\x7f\t\n",
    "{}%$\\'\"<>&;--",
)
PHRASES = (
    "he is beating me now",
    "what is grooming",
    "/start",
    "/start lesson_tricked",
    "/start " + "A" * 64,
    "/help he hurts me every night",
    "/delete@phuean_demo_bot",
    "/hide",
    "/privacy \x00",
    "พ่อตีหนูทุกวัน",
    "ช่วยด้วย",
    "ก\u0e48\u0e49\u0e4a\u0e4b" * 40,
    " ",
    "\u200b",
    "\ud83d",
    "\x00",
    "💔" * 2000,
    "A" * 4096,
    "\u202e'; DROP TABLE inbox; --",
)
BUTTONS = (
    "menu",
    "help",
    "language:th",
    "language:xx",
    "age:skip",
    "age:99",
    "lessons",
    "lesson:tricked",
    "lesson:no_such",
    "s:1:next",
    "s:999999999999999999999:next",
    "s:-1:answer:x",
    "s:1:answer:made_to_beg",
    "faq:what_is_grooming",
    "faq:../../etc",
    "person",
    "inbox",
    "open",
    "only",
    "hide:yes",
    "delete:yes",
    "case:claim:" + "0" * 32,
    "case:resolve:" + "f" * 32,
    ":" * 64,
    "\x00",
    "\ud83d",
    "ก" * 21,
    "menu:" * 12,
)


def text(random: Random) -> str:
    """A message's text, 1 to 4,096 characters."""
    makers: tuple[Callable[[Random], str], ...] = (phrase, phrase, noise, mixed, zalgo)
    return random.choice(makers)(random)[:4096]


def phrase(random: Random) -> str:
    return random.choice(PHRASES)


def noise(random: Random) -> str:
    alphabet = random.choice(ALPHABETS)
    return "".join(random.choices(alphabet, k=random.choice((1, 3, 20, 80, 400))))


def mixed(random: Random) -> str:
    return phrase(random) + noise(random) + phrase(random)


def zalgo(random: Random) -> str:
    """Thai letters under heaps of marks."""
    letters = random.choices(ALPHABETS[0], k=random.choice((2, 10, 30)))
    return "".join(letter + "".join(random.choices(TONES, k=random.randrange(20))) for letter in letters)


def button(random: Random) -> str:
    """Callback data, 1 to 64 bytes as far as JSON can tell."""
    return random.choice((random.choice(BUTTONS), noise(random)[:16]))


def number(random: Random) -> int:
    """An integer of no special meaning."""
    return random.choice((0, 1, 2, 5, 17, 2**31 - 1, random.randrange(10**6)))


def moment(random: Random) -> int:
    """A date, Unix seconds."""
    return random.choice((1, 1_700_000_000, 1_772_000_000, 2**31 - 1))


ODD: tuple[object, ...] = (
    None,
    True,
    0,
    -1,
    2**52,
    2**63,
    10**400,
    1.5,
    float("inf"),
    "",
    "\ud83d",
    "12",
    [],
    {},
    [[]],
    {"id": 1},
)
"""Values of a wrong kind or size."""
