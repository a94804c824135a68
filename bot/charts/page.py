"""The report: one page of HTML that prints on A4, with everything in it. Nothing is loaded from elsewhere."""

from base64 import b64encode
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from bot.charts.hardest import hardest_chart
from bot.charts.lessons import lessons_chart
from bot.charts.rows import (
    Table,
    hardest_rows,
    lessons_table,
    practice_table,
    questions_tables,
    stories_table,
)
from bot.charts.stories import stories_chart
from bot.domain.figures import Say, of_gain, of_interval, of_period
from bot.domain.learning.insights import Insights
from content.drawings import FOLDER, FONTS
from content.loader import CONTENT_ROOT

TEMPLATES = Path(__file__).parent / "templates"
HARDEST = 8
"""Questions in the chart of the hardest."""

_LIMITS = (
    *("report-limit-anonymous", "report-limit-covered", "report-limit-pairs", "report-limit-twice"),
    *("report-limit-range", "report-limit-knowing"),
)


def page(figures: Insights, say: Say, language: str, organisation: str) -> str:
    """The whole page; every value is escaped."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html").render(
        language=language,
        title=say("report-title"),
        by=say("report-by", organisation=organisation),
        period=of_period(figures.period, say),
        lead=say("report-lead"),
        tiles=_tiles(figures, say),
        sections=_sections(figures, say),
        annex={"heading": say("report-questions"), "tables": questions_tables(figures, say)},
        limits={"heading": say("report-limits"), "lines": [say(key) for key in _LIMITS]},
        nothing=say("report-nothing-yet"),
        faces=[(weight, _face(name)) for weight, name in ((400, "Mitr-Regular"), (600, "Mitr-SemiBold"))],
    )


def _tiles(figures: Insights, say: Say) -> list[tuple[str, str, str]]:
    """Figure, what it is, and the range that belongs to it."""
    return [
        (str(figures.begun), say("report-tile-begun"), ""),
        (str(figures.finished), say("report-tile-finished"), ""),
        (of_gain(figures.gain), say("report-tile-gain"), of_interval(figures.gain, say)),
        (str(figures.stories_begun), say("report-tile-stories"), ""),
        (str(figures.practised), say("report-tile-practice"), ""),
    ]


def _sections(figures: Insights, say: Say) -> list[dict[str, object]]:
    hardest = hardest_rows(figures, say, HARDEST)
    return [
        _section(
            say("report-lessons"),
            say("report-lessons-how"),
            lessons_chart(figures, say),
            lessons_table(figures, say),
        ),
        _section(
            say("report-hardest"),
            say("report-hardest-how"),
            hardest_chart(figures, say, HARDEST) if hardest.rows else "",
            hardest,
        ),
        _section(
            say("report-stories"),
            say("report-stories-how"),
            stories_chart(figures, say),
            stories_table(figures, say),
        ),
        _section(say("report-practice"), say("report-practice-how"), "", practice_table(figures, say)),
    ]


def _section(heading: str, how: str, chart: str, table: Table) -> dict[str, object]:
    # The charts escape what stands in them.
    return {"heading": heading, "how": how, "chart": Markup(chart), "table": table}  # noqa: S704


def _face(name: str) -> str:
    """A typeface as an address that holds it."""
    content = (CONTENT_ROOT / FOLDER / FONTS / f"{name}.ttf").read_bytes()
    return f"data:font/ttf;base64,{b64encode(content).decode()}"
