"""Tests mean something: of small faults in normalising, patterns and deciding, at least 90 % are noticed.

Long: a sample of all faults, equal parts from understanding and deciding, each against all quick tests of its
room. Short: a few planted faults against the tests of their part.
"""

from collections.abc import Sequence

from tests.promises.figure import Figure
from tests.promises.mutation import (
    ROOMS,
    Outcome,
    Room,
    Task,
    all_mutants,
    equivalents,
    judged,
    outcomes,
    sample,
)

SCORE = 0.9
FROM_EACH = 150
PLANTED = {
    "understanding/test_slots": (
        "bot/understanding/slots.py Matcher._near: i in self._negations -> i not in self._negations"
    ),
    "understanding/test_cautions": (
        "bot/understanding/distress/cautions.py negated: "
        "not text.words[at].after_pause -> text.words[at].after_pause"
    ),
    "understanding/test_screen": (
        "bot/understanding/distress/screen.py LexicalScreen._holds: "
        "not _urging(rule, hit, page) -> _urging(rule, hit, page)"
    ),
    "understanding/trained/test_weighing": (
        "bot/understanding/distress/weighing.py needed: not shape.exaggerated -> shape.exaggerated"
    ),
    "domain/test_listening": (
        "bot/domain/listening.py _told_to_people: judgement.severity.rank >= Severity.URGENT.rank "
        "-> judgement.severity.rank > Severity.URGENT.rank"
    ),
    "domain/test_cases": "bot/domain/support/cases.py _call: emergency -> not emergency",
}
"""A fault for each of these tests: what would lose a cry for help, or make it sound like less."""


def prove(long: bool) -> Figure:  # noqa: FBT001
    """Plant faults, one at a time, and see whether a test fails."""
    known = equivalents()
    mutants = [m for room in ROOMS for m in all_mutants(room.files()) if m.name not in known]
    if not long:
        return figure(outcomes(planted(), reading=False), len(mutants), len(known))
    chosen = [m for room in ROOMS for m in sample((m for m in mutants if m.file in room.files()), FROM_EACH)]
    return figure(outcomes(judged(chosen), reading=True), len(mutants), len(known))


def planted() -> list[Task]:
    """The planted faults, each with the tests of its part.

    Raises:
        KeyError: the code has changed there; plant another.
    """
    files = {name.partition(" ")[0] for name in PLANTED.values()}
    known = {mutant.name: mutant for mutant in all_mutants(sorted(files))}
    return [(known[name], (f"tests/{test}.py",)) for test, name in PLANTED.items()]


def figure(tried: Sequence[Outcome], possible: int, equivalent: int) -> Figure:
    """At least 90 % noticed in every room."""
    shares = {room.name: _share(room, tried) for room in ROOMS}
    noticed = sum(one.noticed for one in tried)
    late = sum(one.how == "late" for one in tried)
    survivors = sorted(str(one.mutant) for one in tried if not one.noticed)
    text = (
        f"{noticed / len(tried):.1%} of faults noticed ({noticed} of {len(tried)}, {late} by never ending; "
        f"{', '.join(f'{name} {share:.1%}' for name, share in shares.items())}), "
        f"drawn from {possible}; {equivalent} known to change nothing"
    )
    told = f"; NOT NOTICED: {'; '.join(survivors)}" if survivors else ""
    return Figure(19, text + told, ok=all(share >= SCORE for share in shares.values()))


def _share(room: Room, tried: Sequence[Outcome]) -> float:
    here = [one for one in tried if one.mutant.file in room.files()]
    return sum(one.noticed for one in here) / max(1, len(here))
