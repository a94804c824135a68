"""The files of the trained judge: checked by their sums, loaded, and tried on sentences of known reading."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bot.understanding.distress.weighing import Weights
from bot.understanding.trained import known, trial
from bot.understanding.trained.judge import Encodes, Judge, Reads

FOLDER = Path(__file__).parent / "model"
ENCODER, PIECES, LAYERS, WEIGHING, GOLDEN, SUMS = (
    "encoder.onnx",
    "pieces.model",
    "layers.npz",
    "weighing.json",
    "golden.json",
    "sums.json",
)
FILES = (ENCODER, PIECES, LAYERS, WEIGHING, GOLDEN)


class UnusableError(Exception):
    """The judge cannot be used here; says why."""


@dataclass(frozen=True, slots=True)
class Trained:
    """A judge ready to read. `mode` names the way of reading: with the encoder, or by letters alone."""

    judge: Reads
    weights: Weights
    topics: tuple[str, ...]
    mode: str


def best(folder: Path = FOLDER) -> tuple[Trained | None, tuple[str, ...]]:
    """The best judge that works here, and why better ones do not. None: patterns must read alone."""
    troubles: list[str] = []
    for load in (with_encoder, letters_only):
        try:
            return load(folder), tuple(troubles)
        except UnusableError as error:
            troubles.append(str(error))
    return None, tuple(troubles)


def with_encoder(folder: Path = FOLDER) -> Trained:
    """The whole judge.

    Raises:
        UnusableError: a file is missing or changed, cannot be run here, or reads known sentences otherwise.
    """
    return _loaded(folder, "trained", FILES)


def letters_only(folder: Path = FOLDER) -> Trained:
    """The judge without its encoder: needs no onnxruntime, 80 MB less, and finds less.

    Raises:
        UnusableError: as above.
    """
    return _loaded(folder, "letters", (LAYERS, WEIGHING, GOLDEN))


def _loaded(folder: Path, mode: str, files: tuple[str, ...]) -> Trained:
    try:
        _check_sums(folder, files)
        with np.load(folder / LAYERS, allow_pickle=False) as layers:
            arrays = dict(layers)
        encoder = _encoder(folder) if ENCODER in files else None
        weighing = _json(folder / WEIGHING)[mode]
        topics = tuple(str(topic) for topic in arrays["topics"])
        trained = Trained(Judge(arrays, encoder), Weights(**weighing), topics, mode)
        _check_golden(trained, _json(folder / GOLDEN)[mode])
    except UnusableError:
        raise
    except Exception as error:
        # Whatever a library raises for a file that it cannot use: staff are told, and the next mode is tried.
        raise UnusableError(f"{mode}: {type(error).__name__}: {error}") from error
    return trained


def _encoder(folder: Path) -> Encodes:
    # Imported here: the mode without an encoder must work where onnxruntime does not.
    from bot.understanding.trained.encoder import Encoder

    trial.survives(folder / ENCODER)
    return Encoder(folder / ENCODER, folder / PIECES)


def _check_sums(folder: Path, files: tuple[str, ...]) -> None:
    wanted = _json(folder / SUMS)
    for name in files:
        if hashlib.sha256((folder / name).read_bytes()).hexdigest() != wanted[name]:
            raise UnusableError(f"{name} is not the file that was trained")


def _check_golden(trained: Trained, golden: Mapping[str, known.Parts]) -> None:
    for text, wanted in golden.items():
        if not known.alike(trained.judge.read(text), trained.topics, wanted):
            raise UnusableError(f"{trained.mode}: a known sentence is read otherwise on this machine")


def _json(path: Path) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return value
