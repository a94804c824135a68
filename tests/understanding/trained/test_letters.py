"""Character n-grams are counted by buckets, weighted, and summed up to scores."""

import zlib
from itertools import product
from typing import Any

import numpy as np
import pytest

from bot.understanding.trained.letters import BUCKETS, UNSEEN, Letters, buckets, weighted
from bot.understanding.trained.letters import counted as counted_rows

A, B = 0x3BE43, 0x2EFF9
"""The buckets of "a" and "b": the last 18 bits of their CRC-32, 0xE8B7BE43 and 0x71BEEFF9."""


def layer(rows: dict[int, tuple[float, list[float]]], longest: int = 1) -> dict[str, Any]:
    """Arrays of a layer of two classes: for each bucket its rarity and what it says of each class."""
    places = np.full(BUCKETS, UNSEEN, np.int32)
    places[list(rows)] = np.arange(len(rows))
    return {
        "one.places": places,
        "one.rarity": np.array([rarity for rarity, _ in rows.values()], np.float16),
        "one.w": np.array([said for _, said in rows.values()], np.float16).reshape(-1, 2),
        "one.b": np.array([0.25, -0.25]),
        "one.longest": np.array(longest),
    }


def scores(arrays: dict[str, Any], text: str) -> list[float]:
    layer = Letters(arrays, "one")
    return [float(score) for score in layer.scores(buckets(text, layer.longest))]


def counted(text: str, longest: int) -> dict[int, int]:
    found, times = counted_rows(buckets(text, longest))
    return dict(zip(found.tolist(), times.astype(int).tolist(), strict=True))


def bucket(gram: str) -> int:
    return int(buckets(gram, len(gram))[-1][0])


def test_the_number_of_an_n_gram_never_changes() -> None:
    assert counted("a", 5) == {A: 1}
    assert counted("b", 5) == {B: 1}


def test_an_n_gram_is_numbered_by_the_checksum_of_its_bytes() -> None:
    for gram in ("พ่อตี", "a b", "ก"):
        assert bucket(gram) == zlib.crc32(gram.encode()) % BUCKETS


def test_n_grams_stand_by_length_in_their_order() -> None:
    assert [row.tolist() for row in buckets("ab", 5)] == [[A, B], [bucket("ab")]]


def test_a_layer_reads_no_longer_n_grams_than_it_knows() -> None:
    arrays = layer({A: (2.0, [1.0, -1.0]), bucket("aa"): (2.0, [9.0, -9.0])})
    assert [float(score) for score in Letters(arrays, "one").scores(buckets("aa", 5))] == [1.25, -1.25]


def test_n_grams_of_all_lengths_are_counted() -> None:
    assert sorted(counted("aba", 3).values()) == [1, 1, 1, 1, 2]
    assert sum(counted("พ่อตี", 5).values()) == 5 + 4 + 3 + 2 + 1
    assert counted("aba", 1) == {A: 2, B: 1}


def test_a_text_shorter_than_an_n_gram_has_none_of_them() -> None:
    assert counted("", 5) == {}
    assert len(counted("ab", 5)) == 3


def test_two_n_grams_of_one_bucket_are_counted_together() -> None:
    first: dict[int, str] = {}
    grams = map("".join, product("abcdefghijklmnopqrstuvwxyz", repeat=4))
    one = next(gram for gram in grams if first.setdefault(bucket(gram), gram) != gram)
    assert counted(f"{one} {first[bucket(one)]}", 4)[bucket(one)] == 2


def test_without_a_known_n_gram_the_layer_says_what_it_says_of_nothing() -> None:
    arrays = layer({A: (2.0, [1.0, -1.0])})
    assert scores(arrays, "") == scores(arrays, "xyz") == [0.25, -0.25]


def test_a_known_n_gram_adds_what_it_says() -> None:
    assert scores(layer({A: (2.0, [1.0, -1.0])}), "a") == [1.25, -1.25]


def test_unseen_n_grams_change_nothing() -> None:
    arrays = layer({A: (2.0, [1.0, -1.0])})
    assert scores(arrays, "axyz") == scores(arrays, "a")


def test_a_rarer_n_gram_counts_for_more() -> None:
    said = scores(layer({A: (3.0, [1.0, 0.0]), B: (4.0, [0.0, 1.0])}), "ab")
    assert said == pytest.approx([0.25 + 0.6, -0.25 + 0.8], abs=1e-3)


def test_weights_make_a_row_of_length_1_in_which_repetition_counts_little() -> None:
    row = weighted(np.array([1, 8], np.float32), np.array([1, 1], np.float32))
    assert float(np.linalg.norm(row)) == pytest.approx(1)
    assert float(row[1] / row[0]) == pytest.approx(1 + np.log(8))


def test_a_row_without_weight_stays_empty() -> None:
    assert not weighted(np.array([1], np.float32), np.array([0], np.float32)).any()


@pytest.mark.parametrize("part", ["places", "rarity", "w", "b", "longest"])
def test_a_missing_array_is_told(part: str) -> None:
    arrays = layer({A: (1.0, [1.0, 0.0])})
    del arrays[f"one.{part}"]
    with pytest.raises(KeyError, match=part):
        Letters(arrays, "one")
