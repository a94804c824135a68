"""A tiny valid lesson and a tiny valid story, as files."""

WORDS = {
    "th": {
        "title": "คุยอย่างปลอดภัย",
        "line": "เล่าให้คนที่ไว้ใจฟังได้เสมอ",
        "right": "บอกผู้ใหญ่",
        "wrong": "เก็บไว้คนเดียว",
    },
    "en": {
        "title": "Safe talk",
        "line": "You can always tell",
        "right": "Tell an adult",
        "wrong": "Keep it inside",
    },
}


def lesson(language: str) -> str:
    """The file of a lesson with each kind of question."""
    words = WORDS[language]
    head = f"""id: safe_talk
order: 1
title: {words["title"]}
summary: {words["line"]}
goal: {words["line"]}
cover_alt: {words["line"]}
closing: {words["line"]}
endings:
  - {{id: seed, from_share: 0, text: {words["line"]}, onward: cards}}
  - {{id: tree, from_share: 0.8, text: {words["line"]}, onward: story, story: stranger}}
misconceptions:
  keeps_it: {words["line"]}
sources: [invented for this test]
review: {{state: draft}}
steps:
"""
    pairs = "".join(pair(number, words) for number in range(1, 4))
    cards = "".join(card(number, words["line"]) for number in range(1, 7))
    choices = "".join(choice(number, words) for number in range(1, 6))
    others = several(words) + truth(words) + order(words) + situation(words)
    return f"{head}{cards}{choices}{others}pairs:\n{pairs}"


def pair(number: int, words: dict[str, str]) -> str:
    """A question before and one after."""
    probes = "".join(
        f"""    {when}:
      text: {words["line"]} {number}
      options:  # {when} {number}
        - {{id: tell_{number}, text: {words["right"]}, right: true}}
        - {{id: keep_{number}, text: {words["wrong"]}}}
        - {{id: wait_{number}, text: {words["line"]}}}
"""
        for when in ("before", "after")
    )
    return f"  - id: pair_{number}\n{probes}"


def card(number: int, line: str) -> str:
    """One card of two lines."""
    return f"""  - kind: card
    id: card_{number}
    goal: {line}
    text: |
      {line}
      {line}
"""


def _asked(kind: str, words: dict[str, str], level: str = "full") -> str:
    return f"""  - kind: {kind}
    id: {kind}_1
    text: {words["line"]}?
    hint: {words["line"]}
    card: card_1
    level: {level}
"""


def choice(number: int, words: dict[str, str]) -> str:
    """One question with a right and a wrong option."""
    return f"""  - kind: choice
    id: choice_{number}
    text: {words["line"]}?
    hint: {words["line"]}
    card: card_{number}
    level: easy
    options:
      - id: tell_{number}
        text: {words["right"]}
        right: true
        because: {words["line"]}
      - id: keep_{number}
        text: {words["wrong"]}
        because: {words["line"]}
        misconception: keeps_it
"""


def _mistaken(line: str) -> str:
    return f"    because: {line}\n    mistaken: {line}\n    misconception: keeps_it\n"


def several(words: dict[str, str]) -> str:
    """A question with several right answers."""
    line = words["line"]
    return f"""{_asked("several", words)}    because: {line}
    options:  # several
      - {{id: first, text: {words["right"]}, right: true, because: {line}}}
      - {{id: second, text: {words["wrong"]}, because: {line}, misconception: keeps_it}}
      - {{id: third, text: {line}, right: true, because: {line}}}
"""


def truth(words: dict[str, str]) -> str:
    """A statement."""
    return f"{_asked('truth', words)}    right: false\n{_mistaken(words['line'])}"


def order(words: dict[str, str]) -> str:
    """Three things in their order."""
    return f"""{_asked("order", words)}    items:
      - {{id: one, text: {words["right"]}}}
      - {{id: two, text: {words["wrong"]}}}
      - {{id: three, text: {words["line"]}}}
{_mistaken(words["line"])}"""


def situation(words: dict[str, str]) -> str:
    """Two ways of acting."""
    line = words["line"]
    return f"""{_asked("situation", words)}    ways:
      - {{id: talk, text: {words["right"]}, fit: good, then: {line}}}
      - {{id: hold, text: {words["wrong"]}, fit: risky, then: {line}, misconception: keeps_it}}
"""


def story(language: str) -> str:
    """Two ways from the first scene, one back to it, and three ends."""
    line = WORDS[language]["line"]
    return f"""id: stranger
order: 1
title: {WORDS[language]["title"]}
summary: {line}
cover_alt: {line}
lesson: safe_talk
start: hello
way_out: out
flags:
  gift: {line}
sources: [invented for this test]
review: {{state: draft}}
scenes:
  - id: hello
    text: {line}
    choices:
      - {{id: chat, text: {WORDS[language]["right"]}, to: more}}
      - {{id: block, text: {WORDS[language]["wrong"]}, to: safe}}
  - id: more
    text: {line}
    flags: [gift]
    choices:
      - {{id: back, text: {WORDS[language]["right"]}, to: hello}}
      - {{id: send, text: {WORDS[language]["wrong"]}, to: hurt}}
  - id: hurt
    text: {line}
    choices:
      - {{id: tell, text: {WORDS[language]["right"]}, to: helped}}
      - {{id: hide, text: {WORDS[language]["wrong"]}, to: more}}
  - {{id: safe, text: {line}, end: safe}}
  - {{id: helped, text: {line}, end: helped}}
  - {{id: out, text: {line}, end: think}}
"""
