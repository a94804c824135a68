"""A stolen disk tells nothing: a thousand planted strings and ids, and none of them in any file of the bot.

The bot runs as a process of its own and is killed in the middle of its work. Then every file but the key is
searched, in every form in which a program might have written what it was told, and the pseudonyms are tried
against all ids of a range that holds the planted ones.
"""

import asyncio
import hashlib
import hmac
import re
import tempfile
from base64 import b32encode
from collections.abc import Callable, Iterator
from pathlib import Path

from pydantic import ValidationError

from bot.settings import Settings
from db.keys import read_key_file
from db.sealing import Sealer
from tests.machine.fast_store import place
from tests.promises.figure import Figure
from tests.promises.household import TALKS, Home, Household, bot_process
from tests.promises.planting import Planter
from tests.simulation import Simulation

SHORT, LONG = 36, 150
"""Children; each plants 29 strings and ids."""

FEWEST = 1_000
AROUND = 300
"""Ids tried on each side of a planted one."""

PSEUDONYM = re.compile(rb"(?<![a-z2-7])[a-z2-7]{32}(?![a-z2-7])")
SEED = 11


def prove(long: bool) -> Figure:  # noqa: FBT001
    """0 planted strings in any file; no id found by trying all."""
    with tempfile.TemporaryDirectory(dir=place()) as folder:
        home, planter = Home(Path(folder)), Planter(SEED)
        home.make()
        loaded = asyncio.run(_use(home, planter, LONG if long else SHORT))
        return _searched(home, planter, loaded)


async def _use(home: Home, planter: Planter, children: int, *process: str) -> str:
    """Use the bot in every way, then kill it; how loaded it was."""
    async with Simulation() as sim, bot_process(home, sim, *process):
        house = Household(sim, home, planter)
        colleagues = [await house.colleague() for _ in range(TALKS)]
        await house.until(home.database.exists, "the bot starts")
        for colleague in colleagues:
            await house.talk(house.child(), colleague)
        for _ in range(children):
            house.send_all(house.child())
        await house.taken_in()
        house.send_all(house.child())
        await asyncio.sleep(0.15)
    return f"killed with {_left(home)}"


def _left(home: Home) -> str:
    unsettled = "SELECT count(*) FROM {} WHERE settled_at IS NULL"
    waiting, unsent = (home.ask(unsettled.format(table)) for table in ("inbox", "outbox"))
    return f"{waiting} updates and {unsent} messages under way"


def _searched(home: Home, planter: Planter, loaded: str) -> Figure:
    home.back_up()
    loot = home.loot()
    found = {name: planter.needles.found_in(content) for name, content in loot.items()}
    shown = {needle for needles in found.values() for needle in needles}
    guesses, hits, control = _guessed(home, planter, loot)
    beside = _key_may_lie_beside_database()
    text = (
        f"{len(planter.needles)} planted strings of {len(planter.kinds)} kinds, {len(loot)} files, "
        f"{sum(map(len, loot.values())) // 1024} KiB ({loaded}): {len(shown)} readable; "
        f"{guesses} guesses at ids without the key: {hits} hits ({control} with it); "
        f"a key beside the database is {'taken' if beside else 'refused'}"
    )
    where = "".join(f"; in {name}: {len(needles)}" for name, needles in found.items() if needles)
    ok = not shown and not hits and control > 0 and not beside and len(planter.needles) >= FEWEST
    return Figure(11, text + where, ok=ok)


def _guessed(home: Home, planter: Planter, loot: dict[str, bytes]) -> tuple[int, int, int]:
    """How many guesses were made, how many hit a pseudonym, and how many hit with the key."""
    stolen = {match for content in loot.values() for match in PSEUDONYM.findall(content)}
    ids = sorted({one + step for one in planter.ids[:40] for step in range(-AROUND, AROUND + 1)})
    made = [guess for one in ids for guess in _guesses(f"person:{one}".encode(), str(one).encode())]
    sealer = Sealer(read_key_file(home.folder / "keys" / "master.key"))
    known = [sealer.pseudonym("person", one).encode() for one in planter.ids]
    return len(made), len(stolen.intersection(made)), len(stolen.intersection(known))


def _guesses(*plain: bytes) -> Iterator[bytes]:
    """Plain hashes, and keyed ones with keys that somebody might guess."""
    for text in plain:
        for hashed in (hashlib.sha256(text).digest(), *map(_mac(text), GUESSABLE)):
            yield b32encode(hashed[:20]).lower()


def _mac(text: bytes) -> Callable[[bytes], bytes]:
    return lambda key: hmac.digest(key, text, "sha256")


GUESSABLE = (b"", b"\0" * 32, b"phuean", b"pseudonyms", b"phuean:pseudonyms")


def _key_may_lie_beside_database() -> bool:
    """Whether the settings for the real Telegram take a key file in the database's folder."""
    try:
        Settings(
            _env_file=None,
            bot_token="123456:ABC-token-of-nobody",
            database_url="sqlite+aiosqlite:////srv/phuean/phuean.db",
            master_key_file=Path("/srv/phuean/keys/master.key"),
            staff_chat_id=-1,
            staff_lead_id=1,
            organisation="Nobody",
        )
    except ValidationError as error:
        return not any(one["loc"] == ("master_key_file",) for one in error.errors())
    return True
