"""Carries out what a decision changes, inside the turn's transaction."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import assert_never

from bot.domain import effects as e
from bot.domain.world import World
from bot.turns.posting import as_delivery
from db.session import JSON
from db.store import UnitOfWork


class Storing:
    """Stores effects in one unit of work. `chat_ids` are the chats that this turn knows already."""

    def __init__(self, uow: UnitOfWork, world: World, now: datetime, chat_ids: Mapping[str, int]) -> None:
        self._uow = uow
        self._world = world
        self._now = now
        self._chat_ids = dict(chat_ids)

    async def store(self, effect: e.Change | e.Durable) -> None:
        """Store one effect: a row of the outbox, or a change of what is known."""
        if isinstance(effect, e.Durable):
            await self._post(effect)
        else:
            await self._change(effect)

    async def _post(self, effect: e.Durable) -> None:
        """A child's chat id goes into the sealed row: the child may be forgotten before it is sent."""
        delivery = as_delivery(effect, self._world)
        if isinstance(effect, e.ToChild):
            more: dict[str, JSON] = {"chat_id": await self._chat_id(effect.child)}
            if isinstance(effect, e.DeleteForChild):
                more["message_ids"] = list(await self._uow.messages.recent(effect.child, self._now))
            delivery = replace(delivery, payload={**delivery.payload, **more})
        await self._uow.outbox.add(delivery, self._now)

    async def _chat_id(self, child: str) -> int | None:
        if child not in self._chat_ids:
            known = await self._uow.chats.chat_id(child)
            if known is None:
                return None
            self._chat_ids[child] = known
        return self._chat_ids[child]

    async def _change(self, effect: e.Change) -> None:
        uow, now = self._uow, self._now
        match effect:
            case e.SaveLearner(learner):
                await uow.learners.save(learner, now)
            case e.ForgetLearner(child, keep_chat):
                await uow.learners.forget(child, keep_chat=keep_chat)
            case e.RememberWords(child, message_id, text):
                await uow.words.add(child, text, message_id, now)
            case e.ForgetRecentWords(child):
                await uow.words.forget(child)
            case e.Audit(action, actor, subject, detail):
                await uow.audit.add(action, actor, subject, detail, now)
            case e.Count(name):
                await uow.counters.add(name, now)
            case e.KeepSuggestion(suggestion):
                await uow.suggestions.add(suggestion)
            case e.SaveStaff(member):
                await uow.roster.save(member, now)
            case e.RemoveStaff(staff):
                await uow.roster.remove(staff, now)
            case _:
                await self._change_case(effect)

    async def _change_case(self, effect: e.CaseChange) -> None:
        uow = self._uow
        match effect:
            case e.SaveCase(case):
                await uow.cases.save(case, self._now)
            case e.RecordInCase(message):
                await uow.cases.record(message)
            case e.MarkOpened(messages):
                await uow.cases.mark_opened(messages)
            case e.StartTimer(kind, subject, due, number):
                await uow.timers.start(kind, subject, due, number)
            case e.StopTimers(subject):
                await uow.timers.stop(subject)
            case _:
                assert_never(effect)
