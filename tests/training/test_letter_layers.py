"""Layers over n-grams are written as the bot reads them, and the weights of evidence follow the voices."""

import numpy as np
import pytest

pytest.importorskip("sklearn", reason="needs requirements/train.txt")

from bot.training.examples import CATEGORIES, Taught
from bot.training.letter_layers import FEWEST, LONGEST, Spread, layers
from bot.training.measuring import BIAS, FALSE_ALARMS, Read, at_false_alarms, figures, weighing
from bot.understanding.trained.judge import Judge
from bot.understanding.trained.letters import BUCKETS, UNSEEN, buckets
from bot.understanding.trained.reading import Reading

TOPICS = ("apples", "pears", "none")
WORDS = ("calm", "sad", "hurt", "blood")
"""One for each severity."""


def told(severity: int) -> list[Taught]:
    """Messages of a severity, two for each category."""
    return [
        Taught("v", f"{WORDS[severity]} {number} {kind}", severity, (kind,) if severity else (), None)
        for number, kind in enumerate((*CATEGORIES, *CATEGORIES))
    ]


TAUGHT = [
    *(one for severity in range(4) for one in told(severity)),
    *(Taught("v", f"ask {topic} {number}", None, (), topic) for topic in TOPICS for number in range(6)),
]


@pytest.fixture(scope="module")
def judge() -> Judge:
    heads = {
        f"{name}.{part}": np.zeros((1, 1) if part == "w" else 1)
        for name in ("severity", "category", "topic")
        for part in "wb"
    }
    return Judge({**layers(TAUGHT, TOPICS), **heads}, None)


@pytest.mark.parametrize("severity", range(4))
def test_the_bot_reads_the_severity_that_was_learned(judge: Judge, severity: int) -> None:
    assert judge.read(f"{WORDS[severity]} 3").severities.argmax() == severity


@pytest.mark.parametrize("place", range(len(CATEGORIES)))
def test_the_bot_reads_the_category_that_was_learned(judge: Judge, place: int) -> None:
    assert judge.read(f"hurt 3 {CATEGORIES[place]}").categories.argmax() == place


@pytest.mark.parametrize("place", range(len(TOPICS)))
def test_the_bot_reads_the_topic_that_was_learned(judge: Judge, place: int) -> None:
    assert judge.read(f"ask {TOPICS[place]}").topics.argmax() == place


def test_each_layer_names_the_length_of_its_n_grams() -> None:
    made = layers(TAUGHT, TOPICS)
    assert {name: int(made[f"letters.{name}.longest"]) for name in LONGEST} == LONGEST


def test_n_grams_of_too_few_texts_are_not_seen() -> None:
    spread = Spread(["ab", "ab", "ac"], longest=1, fewest=2)
    assert spread.places.shape == (BUCKETS,)
    assert [int(spread.places[buckets(gram, 1)[0][0]]) != UNSEEN for gram in "abc"] == [True, True, False]


def test_a_text_is_a_row_of_length_1() -> None:
    rows = Spread(["ab", "ab", "ac"], longest=2, fewest=1).rows.toarray()
    assert np.linalg.norm(rows, axis=1) == pytest.approx([1, 1, 1])
    assert np.array_equal(rows[0], rows[1])


def test_an_n_gram_counts_from_a_number_of_texts_for_each_layer() -> None:
    assert {*FEWEST} == {*LONGEST} == {"severity", "category", "topic"}


def heard(severity: int, grave: float, likely: float = 0.5) -> Read:
    """A held-out message, and the chances that the judge gave to its being grave and to its category."""
    rest = 1 - grave
    reading = Reading(np.array([rest, 0, grave, 0]), np.full(8, likely), np.array([0.7, 0.2, 0.1]))
    return Read(Taught(f"voice_{severity}", "x", severity, (), None), reading, ())


RANDOM = np.random.default_rng(3)
HEARD = [
    *(heard(0, chance) for chance in RANDOM.beta(1, 6, 400)),
    *(heard(2, chance) for chance in RANDOM.beta(6, 1, 200)),
    *(heard(1, chance) for chance in RANDOM.beta(3, 3, 50)),
]


def test_no_more_quiet_messages_alarm_than_was_wanted() -> None:
    weights = at_false_alarms(HEARD, weighing(HEARD, "trained"))
    quiet = [one for one in HEARD if one.taught.severity == 0]
    alarms = sum(weights.score(one.reading, ()) > 0 for one in quiet)
    assert alarms / len(quiet) == pytest.approx(FALSE_ALARMS, abs=1 / len(quiet))


def test_what_the_judge_says_weighs_and_nothing_weighs_against_harm() -> None:
    weights = weighing(HEARD, "trained")
    assert weights.judge > 0
    assert weights.bias == BIAS["trained"]
    assert min(weights.category, weights.strong, weights.found, weights.hint) >= 0


def test_a_likely_category_weighs_where_it_tells_harm_from_what_sounds_like_it() -> None:
    unclear = [heard(severity, 0.6, likely) for severity, likely in ((0, 0.1), (2, 0.8)) for _ in range(50)]
    assert weighing([*HEARD, *unclear], "trained").category > weighing(HEARD, "trained").category


def test_concerns_with_a_clear_category_make_it_weigh_less() -> None:
    unclear = [heard(severity, 0.6, likely) for severity, likely in ((0, 0.1), (2, 0.8)) for _ in range(50)]
    worried = [heard(1, 0.6, 0.8)] * 50
    told = weighing([*HEARD, *unclear], "trained"), weighing([*HEARD, *unclear, *worried], "trained")
    assert 0 < told[1].category < told[0].category


def test_figures_name_their_counts_for_all_and_for_each_voice() -> None:
    told_ = figures(HEARD, at_false_alarms(HEARD, weighing(HEARD, "trained")), TOPICS)
    assert str(told_["escalation_recall"]).endswith("/200)")
    assert str(told_["false_alarms"]) == "2.5 % (10/400)"
    voices = told_["voices"]
    assert isinstance(voices, dict)
    assert voices["voice_0"]["escalation_recall"] == "- (0/0)"
    assert voices["voice_2"]["false_alarms"] == "- (0/0)"
