"""The outbox's statements.

`DUE` is the heart. Rows that wait for a topic or a card are left out first, so that they never hold up the
row that makes the topic. Of the others the oldest of each order key is its head, and the head is as urgent as
the most urgent row behind it. All that is answered by the index `ix_outbox_queue` alone.
"""

from sqlalchemy import and_, delete, exists, func, insert, literal, not_, null, or_, select, update

from db import tables
from db.deliveries import ALERTS_BELOW, OutboxState
from db.types import param

_t = tables.outbox.c
_c = tables.cases.c
_PENDING = literal(OutboxState.PENDING.value)
_ATTEMPTING = literal(OutboxState.ATTEMPTING.value)
_UNSETTLED = _t.settled_at.is_(None)

_VALUES = {
    "ref": param("ref_"),
    "payload": param("payload_"),
    "method": param("method_"),
    "chat": param("chat_"),
    "priority": param("priority_"),
    "case_ref": param("case_ref_"),
    "needs_topic": param("needs_topic_"),
    "needs_card": param("needs_card_"),
    "purpose": param("purpose_"),
}

ADD = (
    insert(tables.outbox)
    .values(
        order_key=param("order_key_"),
        replace_key=param("replace_key_"),
        created_at=param("now"),
        state=_PENDING,
        attempts=0,
        possible_repeat=False,
        **_VALUES,
    )
    .returning(_t.id)
)
REPLACE = (
    update(tables.outbox)
    .where(_t.replace_key == param("replace_key_"), _UNSETTLED, _t.state == _PENDING)
    .values(_VALUES)
    .returning(_t.id)
)

_TOPIC_THERE = exists().where(_c.ref == _t.case_ref, _c.topic.is_not(None))
_CARD_THERE = exists().where(_c.ref == _t.case_ref, _c.card.is_not(None))
HEADS = (
    select(func.min(_t.id).label("id"), func.min(_t.priority).label("urgency"))
    .where(_UNSETTLED, or_(not_(_t.needs_topic), _TOPIC_THERE), or_(not_(_t.needs_card), _CARD_THERE))
    .group_by(_t.order_key)
)
_HEADS = HEADS.cte("heads")
_BUSY = param("busy", expanding=True)
DUE = (
    select(tables.outbox, _c.topic, _c.card)
    .join(_HEADS, _HEADS.c.id == _t.id)
    .join(tables.cases, _c.ref == _t.case_ref, isouter=True)
    .where(
        _t.state == _PENDING,
        or_(_t.not_before.is_(None), _t.not_before <= param("now")),
        _t.order_key.not_in(_BUSY),
        _t.chat.not_in(_BUSY),
    )
    .order_by(_HEADS.c.urgency, _t.id)
    .limit(param("limit"))
    # PostgreSQL only (SQLite has one writer): a second sender takes other rows instead of waiting for these.
    .with_for_update(skip_locked=True, of=tables.outbox)
)
NEXT_DUE = (
    select(func.coalesce(_t.not_before, _t.created_at).label("at"))
    .join(_HEADS, _HEADS.c.id == _t.id)
    .where(_t.state == _PENDING)
    .order_by("at")
    .limit(1)
)
OLDEST_ALERT = (
    select(_t.created_at).where(_UNSETTLED, _t.priority < ALERTS_BELOW).order_by(_t.created_at).limit(1)
)

ATTEMPT = (
    update(tables.outbox)
    .where(_t.id.in_(param("ids", expanding=True)), _t.state == _PENDING)
    .values(state=_ATTEMPTING, attempts=_t.attempts + 1)
)
SETTLE = (
    update(tables.outbox)
    .where(_t.id == param("id_"), _UNSETTLED)
    .values(state=param("state_"), payload=null(), reason=param("reason_"), settled_at=param("now"))
)
AGAIN = (
    update(tables.outbox)
    .where(_t.id == param("id_"), _UNSETTLED)
    .values(
        state=_PENDING,
        not_before=param("not_before_"),
        possible_repeat=or_(_t.possible_repeat, param("repeat", type_=_t.possible_repeat.type)),
    )
)
RECOVER = (
    update(tables.outbox)
    .where(_UNSETTLED, _t.state == _ATTEMPTING)
    .values(state=_PENDING, possible_repeat=True)
)
FAIL_CHAT = (
    update(tables.outbox)
    .where(and_(_t.chat == param("chat_"), _UNSETTLED, _t.state == _PENDING))
    .values(
        state=OutboxState.FAILED.value,
        payload=null(),
        reason=param("reason_"),
        settled_at=param("now"),
    )
    .returning(_t.id, _t.purpose, _t.case_ref)
)
COUNTS = select(_t.state, func.count().label("n")).group_by(_t.state)
PURGE = delete(tables.outbox).where(_t.settled_at < param("before"))
