"""Charts: drawings that every reader of SVG takes, with every word escaped."""

from collections.abc import Callable
from datetime import date
from xml.etree import ElementTree

import pytest

from bot.charts.hardest import hardest_chart
from bot.charts.lessons import lessons_chart
from bot.charts.scale import Scale
from bot.charts.stories import stories_chart
from bot.charts.svg import Drawing
from bot.domain.figures import Say, percent, saying
from bot.domain.learning.insights import Counts, Insights, Period, insights
from bot.pictures.drawing import png_of
from tests.domain.learning.counted import COUNTS, PLENTY
from tests.domain.tiny_content import content, texts

Chart = Callable[[Insights, Say], str]
OVER = Period(date(2026, 1, 1), date(2026, 3, 31))
CHARTS: tuple[Chart, ...] = (
    lessons_chart,
    stories_chart,
    lambda figures, say: hardest_chart(figures, say, 5),
)
SVG = "{http://www.w3.org/2000/svg}"


def drawn(chart: Chart, counts: Counts, language: str = "en") -> str:
    figures = insights(counts, content(), language, OVER)
    return chart(figures, saying(texts(), language))


def parsed(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)  # noqa: S314 - drawn here


def words(svg: str) -> list[str]:
    return [one.text or "" for one in parsed(svg).iter(f"{SVG}text")]


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("counts", [COUNTS, PLENTY, {}])
def test_it_becomes_a_picture(chart: Chart, language: str, counts: Counts) -> None:
    assert png_of(drawn(chart, counts, language)).startswith(b"\x89PNG")


@pytest.mark.parametrize("chart", CHARTS)
def test_it_stays_within_its_edges(chart: Chart) -> None:
    root = parsed(drawn(chart, PLENTY))
    bars = [one.attrib for one in root.iter(f"{SVG}rect") if "x" in one.attrib]
    assert bars
    for bar in bars:
        assert float(bar["x"]) + float(bar["width"]) <= float(root.attrib["width"])
        assert float(bar["y"]) + float(bar["height"]) <= float(root.attrib["height"])


def test_it_shows_lessons_with_their_gain() -> None:
    shown = words(drawn(lessons_chart, COUNTS))
    assert "75\u00a0% (30/40)" in shown
    assert "75\u00a0%" in shown


def test_it_covers_a_lesson_of_a_few() -> None:
    shown = words(drawn(lessons_chart, COUNTS))
    assert shown[shown.index("second en") + 1 :][:2] == ["<5", "–"]


def test_it_shows_how_stories_ended() -> None:
    shown = words(drawn(stories_chart, COUNTS))
    assert shown[1:] == ["stranger en", "begun 30", "safe", "12", "with help", "<5", "to think about", "6"]


def test_it_writes_words_as_words() -> None:
    drawing = Drawing(100, 100, "<script>")
    drawing.text(1, 1, "<b> & \"'", anchor='"')
    assert words(str(drawing)) == ["<b> & \"'"]
    assert "<script" not in str(drawing)


def test_what_is_beyond_a_scale_stands_at_its_end() -> None:
    scale = Scale(100, 200, low=-0.5)
    assert [scale.at(value) for value in (-9, -0.5, 1, 2)] == [100, 100, 300, 300]


def test_a_loss_has_a_true_minus() -> None:
    assert percent(-0.123) == "−12\u00a0%"
    assert percent(-0.001) == "0\u00a0%"
