"""Promise 19 must notice tests that notice nothing, and tests that cannot judge."""

import pytest

from tests.promises import promise_19_mutants
from tests.promises.mutation import Outcome, Task, UselessError, outcomes
from tests.promises.promise_19_mutants import figure, planted, prove


def _judged_by(test: str) -> list[Task]:
    return [(mutant, (f"tests/{test}.py",)) for mutant, _ in planted()[:2]]


def test_it_notices_tests_that_look_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(promise_19_mutants, "planted", lambda: _judged_by("domain/test_timers"))
    broken = prove(False)  # noqa: FBT003
    assert not broken.ok
    assert all(str(mutant) in broken.text for mutant, _ in _judged_by("domain/test_timers"))


def test_it_judges_by_no_test_that_fails_anyway() -> None:
    with pytest.raises(UselessError, match="without a mutant"):
        outcomes(_judged_by("domain/test_that_is_not_there"), reading=False)


def test_it_needs_its_score_in_every_room() -> None:
    """All of one room and none of the other is half of what was promised, not enough of it."""
    tried = [Outcome(mutant, "killed", 1.0) for mutant, _ in planted()]
    assert figure(tried, 9, 0).ok
    assert not figure([one for one in tried if "/domain/" in one.mutant.file], 9, 0).ok
