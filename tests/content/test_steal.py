"""`python -m content steal`: what a wording would take from other topics."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from content.__main__ import app
from content.stealing import Asked, strayed, taken
from tests.content.tiny_tree import plant

MINE, YOURS = "my_topic", "your_topic"
HEADING = "topic,text,reviewer,reviewed_on\n"


def asked(topic: str | None, *texts: str) -> list[Asked]:
    return [Asked(topic, text, f"{topic}:{line}") for line, text in enumerate(texts, start=1)]


FAQ = [
    *asked(MINE, "how do i block someone", "can i block a stranger"),
    *asked(YOURS, "who reads what i write", "does anyone read what i write"),
    *asked(None, "what is the weather today"),
]


def texts(drawn: object) -> list[str]:
    return [one.asked.text for one in drawn]  # type: ignore[attr-defined]


def test_a_new_wording_takes_the_question_that_it_is_nearest_to() -> None:
    (one,) = taken(FAQ, MINE, asked(MINE, "who reads what i wrote"))
    assert one.asked.text == "who reads what i write"
    assert one.by.asked.text == "who reads what i wrote"
    assert one.before is not None
    assert one.before.asked.text == "does anyone read what i write"
    assert one.by.similarity > one.before.similarity


def test_spaces_and_capitals_do_not_hide_a_likeness() -> None:
    assert texts(taken(FAQ, MINE, asked(MINE, "WHO READS, WHATIWRITE?"))) == ["who reads what i write"]


def test_a_wording_of_the_topic_itself_takes_nothing() -> None:
    assert taken(FAQ, YOURS, asked(YOURS, "who reads what i wrote")) == []


def test_an_out_of_scope_question_can_be_taken_too() -> None:
    (one,) = taken(FAQ, MINE, asked(MINE, "what is the weather tomorrow"))
    assert (one.asked.topic, one.before) == (None, None)


def test_what_is_hardly_alike_is_not_taken() -> None:
    assert taken(FAQ, MINE, asked(MINE, "xyz qrs")) == []


def test_what_the_topic_has_already_is_not_laid_on_the_new_wording() -> None:
    faq = [*FAQ, *asked(MINE, "who reads what i wrote")]
    assert texts(taken(faq, MINE)) == ["who reads what i write"]
    assert taken(faq, MINE, asked(MINE, "who reads what i writ")) == []


def test_a_wording_whose_nearest_is_of_another_topic_has_strayed() -> None:
    faq = [*FAQ, *asked(MINE, "who reads what i wrote")]
    assert texts(strayed(faq, MINE)) == ["who reads what i wrote"]
    assert strayed(FAQ, MINE) == []


def test_of_new_wordings_only_those_are_judged() -> None:
    faq = [*FAQ, *asked(MINE, "who reads what i wrote")]
    assert strayed(faq, MINE, asked(MINE, "how do i block somebody")) == []
    assert texts(strayed(FAQ, MINE, asked(MINE, "who reads what i wrote"))) == ["who reads what i wrote"]


def test_the_strongest_stands_first() -> None:
    drawn = taken(FAQ, MINE, asked(MINE, "who reads what i wrote", "does anyone read what i writ"))
    assert [one.by.similarity for one in drawn] == sorted((o.by.similarity for o in drawn), reverse=True)
    assert len(drawn) == 2


@pytest.fixture
def faq(root: Path) -> Path:
    """A content folder whose topics have nothing in common."""
    for language in ("th", "en"):
        for number in range(1, 9):
            plant(
                root, f"{language}/faq/help.yaml", f"who_to_tell phrasing {number}", f"{language}{number}" * 9
            )
    folder = root / "understanding" / "questions"
    folder.mkdir(parents=True, exist_ok=True)
    rows = "who_to_tell,whom could i talk to about it,,\n,is it going to rain,,\n"
    (folder / "a_voice.csv").write_text(HEADING + rows, encoding="utf-8")
    return root


def test_the_command_exits_with_1_and_shows_what_would_be_taken(faq: Path) -> None:
    arguments = ["steal", "phone_lines", "--root", str(faq), "--phrasing", "whom could i talk to about that"]
    done = CliRunner().invoke(app, arguments)
    assert done.exit_code == 1, done.output
    assert "would take: 1" in done.output
    assert "who_to_tell (understanding/questions/a_voice.csv:2)" in done.output
    assert "phone_lines (new): whom could i talk to about that" in done.output


def test_the_command_exits_with_0_when_nothing_would_be_taken(faq: Path) -> None:
    arguments = ["steal", "phone_lines", "--root", str(faq), "--phrasing", "phone_lines phrasing 16"]
    done = CliRunner().invoke(app, arguments)
    assert done.exit_code == 0, done.output
    assert "would take: 0" in done.output


def test_without_new_wordings_the_topic_is_looked_at_as_it_is(root: Path) -> None:
    done = CliRunner().invoke(app, ["steal", "phone_lines", "--root", str(root)])
    assert "questions of other topics that phone_lines would take:" in done.output
    assert "\nwordings of phone_lines that are nearer to another topic:" in done.output


def test_an_unknown_topic_is_refused_with_those_that_are_like_it(root: Path) -> None:
    done = CliRunner().invoke(app, ["steal", "phone_line", "--root", str(root)])
    assert done.exit_code == 2
    assert "phone_lines" in done.output


def test_content_that_cannot_be_read_is_refused_with_its_place(root: Path) -> None:
    plant(root, "th/faq/help.yaml", "next: {kind: lesson", "next: {kind: nowhere")
    done = CliRunner().invoke(app, ["steal", "phone_lines", "--root", str(root)])
    assert done.exit_code == 2
    assert "th/faq/help.yaml:" in done.output


def test_taught_rows_that_cannot_be_read_are_refused_with_their_place(faq: Path) -> None:
    file = faq / "understanding" / "questions" / "a_voice.csv"
    file.write_text(HEADING + "who_to_tell,,,\n", encoding="utf-8")
    done = CliRunner().invoke(app, ["steal", "phone_lines", "--root", str(faq)])
    assert done.exit_code == 2
    assert "a_voice.csv:2" in done.output
