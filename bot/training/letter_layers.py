"""Logistic regressions over character n-grams, by scikit-learn, in the form in which the bot reads them."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.multiclass import OneVsRestClassifier

from bot.training.examples import CATEGORIES, Taught
from bot.understanding.trained.letters import BUCKETS, UNSEEN, Buckets, Times, buckets, counted, weighted

Arrays = dict[str, NDArray[np.generic]]

LONGEST = {"severity": 5, "category": 5, "topic": 4}
"""Characters of the longest n-gram; chosen on voices that were held out."""
FEWEST = {"severity": 3, "category": 3, "topic": 2}
"""Texts in which an n-gram must stand to count."""
SOFTNESS = {"severity": 8.0, "category": 8.0, "topic": 20.0}
"""Inverse strength of regularisation."""


class Spread:
    """Texts as sparse rows over the n-grams that stand in enough of them."""

    def __init__(self, texts: Sequence[str], longest: int, fewest: int) -> None:
        grams = [counted(buckets(text, longest)) for text in texts]
        spread = np.bincount(np.concatenate([found for found, _ in grams]), minlength=BUCKETS)
        kept = np.flatnonzero(spread >= fewest)
        self.places = np.full(BUCKETS, UNSEEN, np.int32)
        self.places[kept] = np.arange(len(kept), dtype=np.int32)
        often = spread[kept].astype(np.float32)
        self.rarity = (np.log((1 + len(texts)) / (1 + often)) + 1).astype(np.float16)
        self.rows = self._sparse(grams, len(kept))

    def _sparse(self, grams: Sequence[tuple[Buckets, Times]], width: int) -> csr_matrix:
        values, columns, ends = [], [], [0]
        for found, times in grams:
            places = self.places[found]
            columns.append(places[places != UNSEEN])
            values.append(weighted(times[places != UNSEEN], self.rarity[columns[-1]].astype(np.float32)))
            ends.append(ends[-1] + len(columns[-1]))
        return csr_matrix((np.concatenate(values), np.concatenate(columns), ends), (len(grams), width))


def layers(taught: Sequence[Taught], topics: Sequence[str]) -> Arrays:
    """The arrays of all three layers, under the names that `Letters` reads."""
    told = [one for one in taught if one.severity is not None]
    asked = [one for one in taught if one.topic is not None]
    severities = np.array([one.severity for one in told])
    categories = np.array([[name in one.categories for name in CATEGORIES] for one in told])
    places = {topic: place for place, topic in enumerate(topics)}
    chosen = np.array([places[one.topic or ""] for one in asked])
    return {
        **_layer("severity", [one.text for one in told], severities),
        **_layer("category", [one.text for one in told], categories),
        **_layer("topic", [one.text for one in asked], chosen),
    }


def _layer(name: str, texts: Sequence[str], wanted: NDArray[np.generic]) -> Arrays:
    spread = Spread(texts, LONGEST[name], FEWEST[name])
    regression = LogisticRegression(C=SOFTNESS[name], max_iter=300)
    model = OneVsRestClassifier(regression) if wanted.ndim > 1 else regression
    model.fit(spread.rows, wanted)
    parts = model.estimators_ if wanted.ndim > 1 else [model]
    matrix = np.concatenate([part.coef_ for part in parts])
    return {
        f"letters.{name}.places": spread.places,
        f"letters.{name}.rarity": spread.rarity,
        f"letters.{name}.w": np.ascontiguousarray(matrix.T).astype(np.float16),
        f"letters.{name}.b": np.concatenate([part.intercept_ for part in parts]).astype(np.float64),
        f"letters.{name}.longest": np.array(LONGEST[name]),
    }
