"""`make train`: from taught messages and questions to the files that the bot loads."""

import hashlib
import json
import os
import shutil
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Annotated

import numpy as np
import sentencepiece
import typer
from numpy.typing import NDArray

from bot.training import (
    borrowed,
    conversion,
    measuring,
    naming,
    renewing,
    tuning,
    vocabulary,
)
from bot.training.assembling import with_talks
from bot.training.cutting import with_pieces
from bot.training.examples import CATEGORIES, SEVERITIES, Taught, collected, split, topics, tried
from bot.training.letter_layers import layers
from bot.training.network import Weights
from bot.understanding import Understanding
from bot.understanding.trained import artefact, known
from bot.understanding.trained.encoder import Encoder, ids_of
from bot.understanding.trained.judge import Judge
from content.loader import load

EVERY = 6
"""To measure, every sixth voice is held out."""
MADE = Path(".venv-train") / "made"
"""Where the encoder that learned from all voices waits."""
MEASURED = Path(".venv-train") / "measured"

app = typer.Typer(no_args_is_help=True, add_completion=False)
Core = Annotated[int | None, typer.Option(help="Keep to this core, beside another run.")]
Arrays = dict[str, NDArray[np.generic]]


@app.command()
def make(apart: Annotated[Path, typer.Option()] = MADE, core: Core = None) -> None:
    """Tune an encoder on all voices, and keep it apart until another one has been measured."""
    _keep_to(core)
    taught = _taught()
    apart.mkdir(exist_ok=True)
    _write_encoder(tune(_everything(taught), topics(taught), apart), apart)


@app.command()
def measure(apart: Annotated[Path, typer.Option()] = MEASURED, core: Core = None) -> None:
    """Learn from five voices of six and read the sixth: weights of evidence, and figures.

    `apart`: where they are left, with the model that was measured, to try what less data would do.
    """
    _keep_to(core)
    patterns = Understanding(load())
    taught = collected(load(), patterns.plain)
    learned, unheard = split(taught, EVERY)
    weighed, told = {}, {}
    for mode, judge in _learned(learned, topics(taught), apart).items():
        read = [measuring.Read(one, judge.read(one.text), patterns.patterns(one.text)) for one in unheard]
        weights = measuring.weighing(read, mode)
        weighed[mode] = {name: round(getattr(weights, name), 4) for name in weights.__slots__}
        told[mode] = measuring.figures(read, measuring.at_false_alarms(read, weights), topics(taught))
    _write(apart / artefact.WEIGHING, {**weighed, "held_out": told})
    _seal(apart)
    typer.echo(json.dumps(told, ensure_ascii=False, indent=1))


@app.command()
def finish(
    folder: Annotated[Path, typer.Option()] = artefact.FOLDER,
    made: Annotated[Path, typer.Option()] = MADE,
    measured: Annotated[Path, typer.Option()] = MEASURED,
) -> None:
    """Write the model that the bot loads.

    Its encoder is the one that was made, its heads and letters learn from all voices, and its weights of
    evidence are those that were measured.
    """
    parts = {artefact.ENCODER: made, artefact.PIECES: made, artefact.WEIGHING: measured}
    for name, source in parts.items():
        shutil.copyfile(source / name, folder / name)
    renew(folder)


@app.command()
def renew(folder: Annotated[Path, typer.Option()] = artefact.FOLDER) -> None:
    """Learn heads and letters anew from all voices, over the encoder that is there.

    The weights of evidence stay, too, but for their bias.
    """
    taught = _taught()
    texts, names = _everything(taught), topics(taught)
    encoder = Encoder(folder / artefact.ENCODER, folder / artefact.PIECES)
    rows = renewing.vectors(encoder, [one.text for one in texts])
    learned = renewing.heads(rows, [_example(one, (), names) for one in texts], _sizes(names))
    weighing = json.loads((folder / artefact.WEIGHING).read_text(encoding="utf-8"))
    for mode in measuring.BIAS:
        weighing[mode]["bias"] = measuring.BIAS[mode]
    _write(folder / artefact.WEIGHING, weighing)
    _finished(taught, {**_arrays(learned), **layers(texts, names), "topics": np.array(names)}, folder)


def _everything(taught: Sequence[Taught]) -> list[Taught]:
    """All that is learned from: what was written, and what is made of it."""
    return with_talks(with_pieces(taught))


def _keep_to(core: int | None) -> None:
    if core is not None:
        os.sched_setaffinity(0, {core})


def _taught() -> tuple[Taught, ...]:
    content = load()
    return collected(content, Understanding(content).plain)


def _learned(taught: Sequence[Taught], names: tuple[str, ...], folder: Path) -> dict[str, Judge]:
    """Write a whole model into the folder; the judge of each mode."""
    folder.mkdir(exist_ok=True)
    texts = _everything(taught)
    tuned = tune(texts, names, folder)
    _write_encoder(tuned, folder)
    heads = {name: array for name, array in tuned.items() if not naming.of_encoder(name)}
    return _finished(taught, {**heads, **layers(texts, names), "topics": np.array(names)}, folder)


def _finished(taught: Sequence[Taught], arrays: Arrays, folder: Path) -> dict[str, Judge]:
    """Write all that stands beside an encoder: layers, known readings, sums."""
    np.savez_compressed(folder / artefact.LAYERS, allow_pickle=False, **arrays)
    encoder = Encoder(folder / artefact.ENCODER, folder / artefact.PIECES)
    judges = dict(zip(measuring.BIAS, (Judge(arrays, encoder), Judge(arrays, None)), strict=True))
    texts, names = tried(taught), [str(topic) for topic in arrays["topics"]]
    golden = {
        mode: {text: known.written(judge.read(text), names) for text in texts}
        for mode, judge in judges.items()
    }
    _write(folder / artefact.GOLDEN, golden)
    _seal(folder)
    return judges


def _write_encoder(weights: Mapping[str, NDArray[np.float32]], folder: Path) -> None:
    """The encoder's file that the bot loads."""
    conversion.write_encoder(weights, borrowed.read(borrowed.bundled()), folder / artefact.ENCODER)


def tune(taught: Sequence[Taught], names: tuple[str, ...], folder: Path) -> Mapping[str, NDArray[np.float32]]:
    """The weights of a tuned encoder and of its heads; its pieces are written into the folder."""
    source = borrowed.read(borrowed.bundled())
    model, places = vocabulary.trimmed(source.pieces, source.scores.tolist(), [one.text for one in taught])
    (folder / artefact.PIECES).write_bytes(model)
    pieces = sentencepiece.SentencePieceProcessor(model_proto=model)
    weights = {
        **conversion.trimmed_weights(source, places),
        **tuning.fresh_heads(source.width, _sizes(names)),
    }
    examples = [_example(one, ids_of(pieces, one.text), names) for one in taught]
    tuned = tuning.tune(weights, examples, tuning.Plan(), source.heads, source.epsilon, _reporter())
    return _arrays(tuned)


def _sizes(names: tuple[str, ...]) -> dict[str, int]:
    """How many outputs each head has."""
    return {"severity": len(SEVERITIES), "category": len(CATEGORIES), "topic": len(names)}


def _arrays(tensors: Weights) -> dict[str, NDArray[np.float32]]:
    return {name: np.asarray(tensor, np.float32) for name, tensor in tensors.items()}


def _example(one: Taught, ids: Sequence[int], names: tuple[str, ...]) -> tuning.Example:
    return tuning.Example(
        ids=tuple(ids),
        severity=tuning.UNKNOWN if one.severity is None else one.severity,
        categories=None if one.severity is None else tuple(float(c in one.categories) for c in CATEGORIES),
        topic=tuning.UNKNOWN if one.topic is None else names.index(one.topic),
    )


def _reporter() -> Callable[[int, int, float], None]:
    start = time.monotonic()

    def report(step: int, steps: int, loss: float) -> None:
        if step % 100 == 0 or step == steps:
            typer.echo(f"step {step} of {steps}, loss {loss:.3f}, {time.monotonic() - start:.0f} s")

    return report


def _seal(folder: Path) -> None:
    """The sums of all files that are there: only files of these sums are loaded."""
    files = (folder / name for name in artefact.FILES)
    sums = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files if file.exists()}
    _write(folder / artefact.SUMS, sums)


def _write(file: Path, value: object) -> None:
    file.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    app()
