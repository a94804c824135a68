"""Whoever takes the disk finds nothing of a child: not what was typed, not who it was."""

import base64
import struct
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.domain.learning.progress import Progress
from bot.domain.state import Author, CaseStatus, Learner, Role, Sign, StaffMember
from content.schema import Category
from db import tables
from db.chats import ChatKind
from db.keys import KeyRing
from db.sealing import Box, Sealer
from db.store import Store, UnitOfWork
from db.tables import metadata
from tests.db.samples import a_case, a_delivery, a_message, a_post, a_suggestion
from tests.storage import MASTER, NOW, opened, sealer

CHILD_ID, STAFF_ID, GROUP_ID = 7_184_255_063_914, 6_920_811_447_322, -1_009_284_415_377
WORDS = [f"planted{n:03d} ช่วยหนูด้วย{n:03d}" for n in range(60)]
NAMES = ["Somying Plantedname", "@planted_username", "พี่ปลูก จากสำนักงาน"]
DAY = timedelta(days=1)


def _forms(planted: str | int) -> Iterator[bytes]:
    plain = str(planted)
    if isinstance(planted, int):
        for layout in ("<q", ">q"):
            yield struct.pack(layout, planted)
    for part in plain.split():
        yield from (part.encode("utf-8"), part.encode("utf-16-le"), part.encode("utf-16-be"))
        for shift in range(3):  # base64 shows a text in three shapes, after where it begins
            yield base64.b64encode(b"\0" * shift + part.encode())[4:-4]


def _everything() -> list[str | int]:
    return [*WORDS, *NAMES, CHILD_ID, STAFF_ID, GROUP_ID]


def _disk(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file())


def _found(folder: Path) -> list[str | int]:
    disk = _disk(folder)
    return [planted for planted in _everything() if any(form in disk for form in _forms(planted))]


async def _use_inbox(uow: UnitOfWork, words: Iterator[str]) -> None:
    raw = f'{{"id":{CHILD_ID},"name":"{NAMES[0]}","username":"{NAMES[1]}","text":"{next(words)}"}}'.encode()
    await uow.inbox.store([(1, raw), (2, raw), (3, raw)], NOW)
    await uow.inbox.done(1, NOW)
    await uow.inbox.failed(2, "ValueError", NOW)
    await uow.inbox.dead(3, raw, "ValueError", NOW)


async def _use_outbox(uow: UnitOfWork, child: str, words: Iterator[str]) -> None:
    payload = {"text": next(words), "chat_id": CHILD_ID, "nickname": next(words)}
    numbers = [await uow.outbox.add(a_delivery(child, payload=payload), NOW) for _ in range(3)]
    await uow.outbox.sent(numbers[0], NOW)
    await uow.outbox.failed(numbers[1], "Forbidden", NOW)
    for _ in range(2):
        post = a_post(payload={"text": next(words), "title": next(words)}, replace_key="card")
        await uow.outbox.add(post, NOW)


async def _use_case(uow: UnitOfWork, child: str, staff: str, words: Iterator[str]) -> None:
    signs = (Sign(next(words), Category.VIOLENCE, next(words)),)
    case = a_case(child=child, why=(next(words), next(words)), about=next(words), claimed_by=staff)
    case = replace(case, signs=signs, examples=(next(words),))
    await uow.cases.save(case, NOW)
    for ref, author in (("m1", Author.CHILD), ("m2", Author.STAFF), ("m3", Author.MACHINE)):
        await uow.cases.record(a_message(ref, author=author, text=next(words), staff=staff, opened=False))
    await uow.cases.save(replace(case, why=(next(words),), status=CaseStatus.RESOLVED), NOW)


async def _use_people(uow: UnitOfWork, child: str, staff: str, words: Iterator[str]) -> None:
    await uow.learners.save(Learner(ref=child, lesson=next(words), progress={next(words): Progress()}), NOW)
    await uow.chats.remember(child, ChatKind.PRIVATE, CHILD_ID, NOW)
    await uow.chats.remember("staff", ChatKind.STAFF, STAFF_ID, NOW)
    await uow.chats.remember("group", ChatKind.GROUP, GROUP_ID, NOW)
    await uow.roster.save(StaffMember(staff, NAMES[2], Role.LEAD), NOW)
    await uow.audit.add("claim", staff, "case1", f"{NAMES[2]} {STAFF_ID}", NOW)
    await uow.messages.add(child, 5, NOW)
    await uow.pictures.keep("first:1", "file", NOW)
    await uow.suggestions.add(a_suggestion(text=next(words), answer=next(words), patterns=(next(words),)))
    for number, text in enumerate(words):
        await uow.words.add(child, text, number, NOW)


async def _use_everything(store: Store) -> str:
    child, staff = store.sealer.pseudonym("person", CHILD_ID), store.sealer.pseudonym("person", STAFF_ID)
    words = iter(WORDS)
    async with store.begin() as uow:
        await _use_inbox(uow, words)
        await _use_outbox(uow, child, words)
        await _use_case(uow, child, staff, words)
        await _use_people(uow, child, staff, words)
        await uow.commit()
    return child


class _Plain(Sealer):
    """A sealer that seals nothing: the deliberate break that shows that the search finds things."""

    __slots__ = ()

    def seal(self, plaintext: bytes, *, context: str) -> bytes:  # noqa: ARG002
        return plaintext

    def open(self, sealed: bytes, *, context: str) -> bytes:  # noqa: ARG002
        return sealed


async def test_it_shows_nothing_planted_while_the_store_is_open(tmp_path: Path) -> None:
    async with opened(tmp_path) as store:
        await _use_everything(store)
        assert _found(tmp_path) == []


async def test_it_shows_nothing_planted_after_a_checkpoint(tmp_path: Path) -> None:
    async with opened(tmp_path) as store:
        await _use_everything(store)
        await store.checkpoint()
        assert _found(tmp_path) == []


async def test_it_would_find_words_ids_and_names_that_are_not_sealed(tmp_path: Path) -> None:
    async with opened(tmp_path, keys=_Plain(KeyRing.of(MASTER))) as store:
        await _use_everything(store)
        assert {WORDS[0], WORDS[-1], CHILD_ID, STAFF_ID, GROUP_ID, *NAMES} <= set(_found(tmp_path))


async def test_it_uses_every_table_in_this_search(tmp_path: Path) -> None:
    async with opened(tmp_path) as store:
        await _use_everything(store)
        async with store.engine.connect() as connection:
            for table in set(metadata.tables.values()) - {tables.timers, tables.counters}:
                rows = await connection.execute(select(func.count()).select_from(table))
                assert rows.scalar_one() > 0, table.name


@pytest.fixture
def sealed(monkeypatch: pytest.MonkeyPatch) -> dict[bytes, str]:
    """Every value that was sealed in the test, and its place."""
    values: dict[bytes, str] = {}
    seal = Box.seal

    def noting(self: Box, plaintext: bytes, *, context: str) -> bytes:
        value = seal(self, plaintext, context=context)
        values[value] = context
        return value

    monkeypatch.setattr(Box, "seal", noting)
    return values


def _left(folder: Path, sealed: dict[bytes, str]) -> set[str]:
    """Places of sealed values of which any 24 bytes are still on the disk."""
    disk = _disk(folder)
    pieces = (
        (value[at : at + 24], place) for value, place in sealed.items() for at in range(0, len(value), 24)
    )
    return {place.rsplit(":", 1)[0] for piece, place in pieces if len(piece) == 24 and piece in disk}


async def _forget_everything(store: Store, child: str) -> None:
    async with store.begin() as uow:
        for number in (2, 3):
            await uow.inbox.done(number, NOW)
        while due := await uow.outbox.due(NOW, 100):
            for delivery in due:
                await uow.outbox.sent(delivery.id, NOW)
        for number in range(1, 10):
            await uow.outbox.failed(number, "forgotten", NOW)
        await uow.inbox.purge(settled_before=NOW, dead_before=NOW + DAY)
        await uow.cases.expire(NOW + 2 * DAY, DAY)
        await uow.learners.forget(child, keep_chat=False)
        await uow.commit()
    assert await store.checkpoint()


async def test_it_leaves_no_byte_of_what_was_forgotten(tmp_path: Path, sealed: dict[bytes, str]) -> None:
    async with opened(tmp_path) as store:
        child = await _use_everything(store)
        await _forget_everything(store, child)
        assert _left(tmp_path, sealed) == {"chats:chat_id", "roster:body", "audit:detail", "suggestions:body"}


async def test_it_leaves_no_byte_of_expired_words(tmp_path: Path, sealed: dict[bytes, str]) -> None:
    async with opened(tmp_path) as store:
        await _use_everything(store)
        async with store.begin() as uow:
            await uow.words.expire(NOW + DAY)
            await uow.commit()
        await store.checkpoint()
        assert "words:recent" not in _left(tmp_path, sealed)


async def test_it_would_find_forgotten_words_in_the_log_without_a_checkpoint(
    tmp_path: Path, sealed: dict[bytes, str]
) -> None:
    async with opened(tmp_path) as store:
        await _use_everything(store)
        async with store.begin() as uow:
            await uow.words.expire(NOW + DAY)
            await uow.commit()
        assert "words:recent" in _left(tmp_path, sealed)


def test_it_cannot_be_asked_who_a_pseudonym_is_without_the_key() -> None:
    other = sealer(bytes([7] * 32))
    wanted = sealer().pseudonym("person", CHILD_ID)
    assert all(other.pseudonym("person", CHILD_ID + n) != wanted for n in range(-500, 500))
