"""A tiny valid content tree, written by hand so that tests can plant one fault in it."""

import shutil
from pathlib import Path

from content.drawings import CERTIFICATE, CERTIFICATE_SIZE, COVER_SIZE, NAMESPACE, PLACES
from content.loader import CONTENT_ROOT
from content.schema import Category
from tests.content.tiny_lesson import WORDS, lesson, story

LEAST = {"th": 15, "en": 8}
"""Phrasings of an answer."""
INTERFACE = {
    "th": """# ทดสอบ
greeting = สวัสดี { $name }
button-next = ไปต่อ
toast-saved = เก็บไว้แล้วนะ
command-help = ขอความช่วยเหลือ
points =
    { $count ->
       *[other] ได้ { $count } แต้ม
    }
long-words =
    บรรทัดแรก
    บรรทัดที่สอง
    บรรทัดที่สาม
""",
    "en": """# test
greeting = Hello { $name }
button-next = Go on
toast-saved = Saved
command-help = Ask for help
points =
    { $count ->
        [one] { $count } point
       *[other] { $count } points
    }
long-words =
    first line
    second line
    third line
""",
}

HELPLINES = """lines:
  - id: police
    kind: phone
    contact: "191"
    name: {th: ตำรวจ, en: Police}
    who_answers: {th: ตำรวจ, en: The police}
    hours: {th: ทุกวัน, en: Every day}
    cost: {th: ฟรี, en: Free}
    languages: {th: ไทย, en: Thai}
    severities: [emergency]
    order: 1
    source: invented for this test
    confidence: C2
  - id: samaritans
    kind: phone
    contact: 02-113-6789
    name: {th: สายรับฟัง, en: Listeners}
    who_answers: {th: คนรับฟัง, en: Someone who listens}
    hours: {th: "12:00-22:00", en: "12.00-22.00"}
    cost: {th: ฟรี, en: Free}
    languages: {th: ไทย, en: Thai}
    severities: [urgent]
    order: 2
    source: invented for this test
    confidence: C2
  - id: take_down
    kind: web
    contact: https://takeitdown.ncmec.org
    name: {th: ลบรูป, en: Take it down}
    who_answers: {th: โปรแกรม, en: A program}
    hours: {th: ทุกวัน, en: Every day}
    cost: {th: ฟรี, en: Free}
    languages: {th: ไทย, en: Thai}
    order: 3
    source: invented for this test
    confidence: C2
"""


TAUGHT = {
    "voices.yaml": "plain_girl: a girl of 12 who writes with care\n",
    "messages/plain_girl.csv": """severity,kind,categories,text,reviewer,reviewed_on
emergency,,violence,he is breaking down my door right now,,
urgent,,sexual_abuse self_harm,my uncle touched me last summer,,
concern,,bullying,nobody wants me in their team,,
none,lookalike,,this homework kills me,,
none,ordinary,,we had noodles for lunch,,
""",
    "talks/plain_girl.csv": """severity,kind,categories,earlier,text,reviewer,reviewed_on
emergency,,grooming,"a man from my game lives in Rayong
he drove all the way to see me",his car is outside,,
none,lookalike,,we ordered fried rice,somebody honks at our gate,,
""",
    "questions/plain_girl.csv": """topic,text,reviewer,reviewed_on
who_to_tell,whom could i speak with,,
,how high is the highest mountain,,
""",
}

SCREEN = {
    "words.yaml": """sets:
  me: [i, my, me]
  family: [uncle]
  offender: [stranger, <family>]
  here_now: [here]
  past: [once]
  present: [today]
  now: [tonight]
  kid: [friend]
  filler: [just]
  particle: [really]
  negation: [never]
  not_negation: [not only]
""",
    "slang.yaml": "slang: {u: you}\nlookalikes: {3: e}\nenglish: [the]\nnot_words: [ตัวเรา]\n",
    "romanised.yaml": "romanised_equal:\n  - [ph, p]\nromanised:\n  พ่อ: [phor]\n",
    "help_words.yaml": "words: [help me]\nfillers: [please]\n",
    "cautions.yaml": """figure_of_speech: [dying of]
trifle: [homework]
joke: [just kidding]
not_joke: [not joking]
about_a_topic: [what is]
made_up: [movie]
hypothetical: [what if]
only_asking: [just asking]
condition: [if]
""",
}


def patterns(category: str) -> str:
    """One pattern of the category."""
    done = f"{category.split('_')[0]}ed"
    return f"""category: {category}
sets:
  {category}_done: [{done}]
patterns:
  - id: {category}_told
    severity: urgent
    match:
      - "{{offender}} .. {{{category}_done}} & {{me}}"
    unless: [movie]
    finds: ["my uncle {done} me"]
    leaves: ["nobody is {done} here"]
"""


def build(root: Path) -> Path:
    """Write the tree under `root`, which then loads without a problem."""
    for language in ("th", "en"):
        _write(root, f"{language}/interface/main.ftl", INTERFACE[language])
        _write(root, f"{language}/lessons/safe_talk.yaml", lesson(language))
        _write(root, f"{language}/stories/stranger.yaml", story(language))
        _write(root, f"{language}/faq/help.yaml", _faq(language))
    for category in Category:
        _write(root, f"distress/{category}.yaml", _pack(category))
        _write(root, f"understanding/patterns/{category}.yaml", patterns(category))
    for name in ("safe_talk", "stranger"):
        _write(
            root, f"pictures/{name}.svg", drawing(COVER_SIZE, '<circle id="sun" r="9"/>\n<use href="#sun"/>')
        )
    texts = "\n".join(f'<text id="{place}"/>' for place in sorted(PLACES))
    _write(root, f"pictures/{CERTIFICATE}.svg", drawing(CERTIFICATE_SIZE, texts))
    for file, text in (TAUGHT | SCREEN).items():
        _write(root, f"understanding/{file}", text)
    _write(root, "helplines.yaml", HELPLINES)
    shutil.copy(CONTENT_ROOT / "wording.yaml", root / "wording.yaml")
    return root


def drawing(size: tuple[int, int], shapes: str) -> str:
    """A drawing with these shapes, each on its line."""
    width, height = size
    return f'<svg xmlns="{NAMESPACE}" width="{width}" height="{height}">\n{shapes}\n</svg>\n'


def plant(root: Path, file: str, old: str, new: str) -> None:
    """Replace the one place (or the first of several) where `old` stands; nothing else changes."""
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} does not stand in {file}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def line_of(root: Path, file: str, text: str) -> int:
    """The line (from 1) on which `text` first stands."""
    lines = (root / file).read_text(encoding="utf-8").split("\n")
    return next(number for number, line in enumerate(lines, start=1) if text in line)


def _write(root: Path, file: str, text: str) -> None:
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).write_text(text, encoding="utf-8")


def _faq(language: str) -> str:
    return f"group: help\ntitle: {WORDS[language]['title']}\nentries:\n" + "".join(
        entry(language, topic, other)
        for topic, other in (("who_to_tell", "phone_lines"), ("phone_lines", "who_to_tell"))
    )


def entry(language: str, topic: str, other: str) -> str:
    """One FAQ entry with as many phrasings as it needs."""
    phrasings = "".join(f"      - {topic} phrasing {number}\n" for number in range(1, LEAST[language] + 1))
    return f"""  - id: {topic}
    question: {WORDS[language]["title"]}
    answer: |
      {WORDS[language]["line"]}
      {WORDS[language]["line"]}
    phrasings:
{phrasings}    next: {{kind: lesson, lesson: safe_talk}}
    related: [{other}]
    sources: [invented for this test]
    review: {{state: draft}}
"""


def _pack(category: Category) -> str:
    thai = "".join(phrase(f"{category} thai {number}", "th") for number in range(1, 21))
    english = "".join(phrase(f"{category} english {number}", "en") for number in range(1, 11))
    return f"category: {category}\nreview: {{state: draft}}\nphrases:\n{thai}{english}"


def phrase(text: str, language: str) -> str:
    """One urgent distress phrase."""
    return f"  - {{text: {text}, lang: {language}, severity: urgent}}\n"
