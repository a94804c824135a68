"""The picture of a story: every scene, every choice, and nothing covers anything."""

from itertools import combinations
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from content.preview.graph import arrows_of, layered
from content.preview.picture import BOX_HEIGHT, picture
from content.preview.placing import BOX_WIDTH, GAP
from content.schema import EndKind, Scene, Story, StoryChoice
from tests.content.preview_site import Page, pages

NAMES = [f"scene_{number}" for number in range(8)]
TARGETS = st.lists(st.lists(st.sampled_from(NAMES), max_size=4), min_size=8, max_size=8)


def story(*targets: list[str]) -> Story:
    """A story whose scenes lead there; a scene that leads nowhere is an end."""
    scenes = [
        Scene(
            id=name,
            text="words",
            choices=tuple(StoryChoice(id=f"c{nth}", text="go", to=to) for nth, to in enumerate(some)),
            end=None if some else EndKind.SAFE,
        )
        for name, some in zip(NAMES, targets, strict=False)
    ]
    scenes += [Scene(id=name, text="words", end=EndKind.THINK) for name in NAMES[len(scenes) :]]
    named = dict.fromkeys(("title", "summary", "cover_alt"), "words")
    return Story(
        id="told", order=1, lesson="some", start=NAMES[0], way_out=NAMES[-1], flags={}, sources=("invented",),
        scenes=tuple(scenes), **named,
    )  # fmt: skip


@given(TARGETS)
def test_it_draws_every_scene_and_every_choice(targets: list[list[str]]) -> None:
    told = story(*targets)
    drawn = picture(told)
    assert [box.scene for box in drawn.boxes] == list(told.scenes)
    assert sorted(map(repr, arrows_of(told))) == sorted(repr(line.arrow) for line in drawn.lines)
    assert len(drawn.lines) == sum(map(len, targets))


@given(TARGETS)
def test_it_keeps_boxes_apart_and_inside(targets: list[list[str]]) -> None:
    drawn = picture(story(*targets))
    for one, other in combinations(drawn.boxes, 2):
        assert one.y != other.y or abs(one.x - other.x) >= BOX_WIDTH + GAP - 0.2
    for box in drawn.boxes:
        assert 0 <= box.x <= drawn.width - BOX_WIDTH
        assert 0 <= box.y <= drawn.height - BOX_HEIGHT


@given(TARGETS)
def test_it_leads_down_wherever_a_choice_does_not_lead_back(targets: list[list[str]]) -> None:
    drawn = picture(story(*targets))
    height = {box.scene.id: box.y for box in drawn.boxes}
    for line in drawn.lines:
        source, target = line.arrow.source, line.arrow.target
        assert source == target or (height[source] > height[target]) == line.back
        assert source == target or height[source] != height[target]


def test_it_begins_with_the_start_on_top() -> None:
    assert layered(story(["scene_1"], ["scene_2"])).layers[0] == ("scene_0",)


def test_it_marks_a_way_back() -> None:
    chains = layered(story(["scene_1"], ["scene_0", "scene_2"])).chains
    assert [chain.back for chain in chains] == [False, True, False]


def test_it_bends_a_long_way_around_the_layers_between() -> None:
    chain = layered(story(["scene_1", "scene_2"], ["scene_2"])).chains[1]
    assert chain.nodes == ("scene_0", (1, 1), "scene_2")


def test_it_leaves_out_a_choice_that_leads_nowhere() -> None:
    assert arrows_of(story(["scene_99", "scene_1"]))[0].target == "scene_1"


def test_it_draws_a_story_of_very_many_scenes() -> None:
    scenes = tuple(
        Scene(id=f"s{n}", text="words", choices=(StoryChoice(id="on", text="on", to=f"s{n + 1}"),))
        for n in range(1500)
    )
    told = story().model_copy(update={"scenes": scenes, "start": "s0"})
    assert len(layered(told).layers) == 1500


def graph_of(page: Page) -> tuple[list[str], list[str]]:
    return page.values("data-scene"), page.values("data-choice")


def test_a_page_holds_the_whole_graph(root: Path) -> None:
    scenes, choices = graph_of(pages(root)["story-stranger.html"])
    assert scenes == ["hello", "more", "hurt", "safe", "helped", "out"]
    assert sorted(choices) == [
        "hello 1 more", "hello 2 safe", "hurt 1 helped", "hurt 2 more", "more 1 hello", "more 2 hurt",
    ]  # fmt: skip


def test_a_page_says_the_graph_in_words(root: Path) -> None:
    page = pages(root)["story-stranger.en.html"]
    assert "6 scenes, 6 choices. It starts with scene hello." in page.text
    assert "safe end: 1, end with help: 1, end to think about: 1" in page.text
    names = [attrs["aria-label"] for tag, attrs in page.tags if tag == "a" and "data-scene" in attrs]
    assert names[3].split() == ["Scene", "4", "safe", "safe", "end"]
