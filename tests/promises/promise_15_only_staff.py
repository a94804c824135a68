"""Only staff can act as staff: every staff action, tried by everybody who must not, is refused and audited.

Each cell of the matrix begins on a fresh copy of one scene, goes through the real parser and turns as an
update of Telegram's, and is compared with the state before. A lead does every action first, to show that it
would have worked.
"""

import asyncio
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.machine.fast_store import place
from tests.promises.figure import Figure
from tests.promises.staff_scene import ACTIONS, Changed, Scene, prepare
from tests.promises.strangers import STRANGERS, Attempt, lead
from tests.storage import database_file

FEWEST_CELLS = 90


@dataclass(frozen=True, slots=True)
class Cell:
    """One attempt: by whom, what, and what is wrong with how it ended (nothing, if all is well)."""

    stranger: str
    action: str
    audited: bool
    staff_action: bool
    fault: str = ""


def prove(long: bool) -> Figure:  # noqa: ARG001, FBT001 - the matrix is the same in both forms
    """0 cells in which something changed, was told, or left no trace."""
    cells, controls = asyncio.run(_matrix())
    faults = [f"{cell.stranger}/{cell.action}: {cell.fault}" for cell in cells if cell.fault]
    useless = [action for action, works in controls.items() if not works]
    attempts = [cell for cell in cells if cell.staff_action]
    text = (
        f"{len(ACTIONS)} staff actions x {len(STRANGERS)} strangers = {len(cells)} attempts: "
        f"{len(cells) - len(faults)} refused, "
        f"{sum(cell.audited for cell in attempts)} of {len(attempts)} staff actions audited; "
        f"{len(cells) - len(attempts)} were plain words elsewhere and did nothing"
    )
    told = "".join(f"; {one}" for one in (*faults[:5], *(f"a lead cannot {one}" for one in useless)))
    return Figure(15, text + told, ok=not faults and not useless and len(cells) >= FEWEST_CELLS)


async def _matrix() -> tuple[list[Cell], dict[str, bool]]:
    with tempfile.TemporaryDirectory(dir=place()) as first:
        scene = await prepare(Path(first))
        await scene.machine.stop()
        controls = {action: (await _tried(scene, action, lead)).fault == "" for action in ACTIONS}
        tried = [
            await _tried(scene, action, who)
            for action in ACTIONS
            for who in STRANGERS.values()
            if who(scene, action) is not None
        ]
    return tried, controls


async def _tried(scene: Scene, action: str, who: Attempt) -> Cell:
    with tempfile.TemporaryDirectory(dir=place()) as folder:
        shutil.copy(database_file(scene.machine.folder), database_file(Path(folder)))
        here = await scene.moved_to(Path(folder))
        try:
            return await _outcome(here, action, who)
        finally:
            await here.machine.stop()


async def _outcome(scene: Scene, action: str, who: Attempt) -> Cell:
    await scene.arrange(action)
    tried = who(scene, action)
    if tried is None:
        raise ValueError("this stranger cannot even try that")
    before = await scene.snapshot()
    await scene.machine.take(tried.update)
    changed = (await scene.snapshot()).since(before)
    if who is lead:
        return Cell(
            "lead", action, changed.audited, tried.staff_action, "" if changed.anything else "no effect"
        )
    return Cell(
        who.__name__, action, changed.audited, tried.staff_action, _fault(changed, tried.staff_action)
    )


def _fault(changed: Changed, staff_action: bool) -> str:  # noqa: FBT001
    if changed.state:
        return f"changed {', '.join(changed.state)}"
    if changed.told:
        return f"was told {changed.told[0]!r}"
    return "left no trace" if staff_action and not changed.audited else ""
