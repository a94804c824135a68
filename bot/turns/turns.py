"""The one way through: load state, decide, commit everything that follows, then answer the tap."""

import secrets
from collections.abc import Callable, Mapping
from typing import Protocol

from bot.clock import Clock
from bot.domain.effects import Effect, Toast
from bot.domain.inputs import CommandReceived, Input, MediaReceived, TextReceived
from bot.domain.judgement import Judgement
from bot.domain.route import decide
from bot.domain.speech import Message, speak
from bot.domain.world import Moment, World
from bot.origin import FromTimer, FromUpdate, Origin
from bot.outcome import Settled
from bot.turns.judging import Judge, words_in
from bot.turns.loading import load_state
from bot.turns.settling import settle_row
from bot.turns.storing import Storing
from db.chats import ChatKind
from db.deliveries import Delivery
from db.store import Store, UnitOfWork

SEED_BYTES = 16


class Answering(Protocol):
    """Answers a tap, once; see `bot.telegram.ephemeral`."""

    async def answer(self, query: str, text: str | None = None, *, alert: bool = False) -> None:
        """Stop the button's spinner, with a short line if there is one."""


class Turns:
    """Runs turns. `committed` is called after each one, so that the sender wakes."""

    def __init__(
        self,
        store: Store,
        world: World,
        judge: Judge,
        clock: Clock,
        answering: Answering,
        committed: Callable[[], None],
    ) -> None:
        self._store = store
        self._world = world
        self._judge = judge
        self._clock = clock
        self._answering = answering
        self._committed = committed

    @property
    def world(self) -> World:
        """What stays the same from turn to turn."""
        return self._world

    def adopt(self, world: World, judge: Judge) -> None:
        """Another content, and the reader that belongs to it, from the next turn on."""
        self._world, self._judge = world, judge

    async def run(self, received: Input, *, origin: Origin) -> None:
        """One turn. Everything that follows is committed together with the mark that the input is done.

        Raises:
            StorageFailedError: nothing was kept; the input will come again.
        """
        judgement = await self._judged(received, origin)
        async with self._store.begin() as uow:
            await self._mark_done(uow, received, origin)
            toasts = await self._turn(uow, received, judgement, _chat_ids(origin))
            await uow.commit()
        self._committed()
        for toast in toasts:
            await self._answer(toast)

    async def settle(self, delivery: Delivery, outcome: Settled) -> None:
        """A row of the outbox ended: mark it and carry out what follows, in one transaction."""
        async with self._store.begin() as uow:
            now = self._clock.now()
            for consequence in await settle_row(uow, delivery, outcome, now):
                await self._turn(uow, consequence, None, {})
            await uow.commit()
        self._committed()

    async def _judged(self, received: Input, origin: Origin) -> Judgement | None:
        words = words_in(received)
        if words is None or not isinstance(received, TextReceived | MediaReceived):
            return None
        if isinstance(origin, FromUpdate) and origin.last:
            return Judgement.failed()
        async with self._store.begin() as uow:
            recent = await uow.words.recent(received.child, self._clock.now())
        return await self._judge.judge(words, recent)

    async def _turn(
        self, uow: UnitOfWork, received: Input, judgement: Judgement | None, chat_ids: Mapping[str, int]
    ) -> list[Toast]:
        moment = Moment(self._clock.now(), secrets.token_bytes(SEED_BYTES))
        state = await load_state(uow, received, moment.now)
        world = self._world
        effects = decide(received, state, world, judgement, moment)
        return await self._store_all(Storing(uow, world, moment.now, chat_ids), effects)

    async def _store_all(self, storing: Storing, effects: tuple[Effect, ...]) -> list[Toast]:
        toasts: list[Toast] = []
        for effect in effects:
            if isinstance(effect, Toast):
                toasts.append(effect)
            else:
                await storing.store(effect)
        return toasts

    async def _mark_done(self, uow: UnitOfWork, received: Input, origin: Origin) -> None:
        now = self._clock.now()
        match origin:
            case FromUpdate(update_id, chat):
                await uow.inbox.done(update_id, now)
                if chat is not None:
                    await uow.chats.remember(chat.ref, chat.kind, chat.chat_id, now)
                if isinstance(received, TextReceived | CommandReceived | MediaReceived):
                    await uow.messages.add(received.child, received.message_id, now)
            case FromTimer(timer_id):
                await uow.timers.done(timer_id)

    async def _answer(self, toast: Toast) -> None:
        texts = self._world.content.texts
        words = speak(Message((toast.words,)), toast.languages, texts).text if toast.words else None
        await self._answering.answer(toast.query, words, alert=toast.alert)


def _chat_ids(origin: Origin) -> Mapping[str, int]:
    chat = origin.chat if isinstance(origin, FromUpdate) else None
    return {chat.ref: chat.chat_id} if chat is not None and chat.kind is ChatKind.PRIVATE else {}
