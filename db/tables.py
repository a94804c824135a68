"""Every table. README.md says for each one what it holds, who reads it and how long it is kept.

A column of type LargeBinary holds a sealed value (or the audit's checksum), always. Clear are only:
pseudonyms and random refs, states, moments, counts, ids of updates and messages, and the
invented names of cases, names of drawings with the ids under which Telegram keeps them.
"""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

from db.types import Moment, Number

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _index_part(name: str, rows: ColumnElement[bool], *columns: Column[Any]) -> None:
    Index(name, *columns, sqlite_where=rows, postgresql_where=rows)


meta = Table(
    "meta",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

inbox = Table(
    "inbox",
    metadata,
    Column("update_id", Number, primary_key=True, autoincrement=False),
    Column("raw", LargeBinary),
    Column("received_at", Moment, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("reason", Text),
    Column("settled_at", Moment),
)
_index_part("ix_inbox_waiting", inbox.c.settled_at.is_(None), inbox.c.received_at, inbox.c.update_id)
_index_part("ix_inbox_settled_at", inbox.c.settled_at.is_not(None), inbox.c.settled_at)

dead_letters = Table(
    "dead_letters",
    metadata,
    Column("ref", Text, primary_key=True),
    Column("update_id", Number),
    Column("raw", LargeBinary, nullable=False),
    Column("reason", Text, nullable=False),
    Column("died_at", Moment, nullable=False, index=True),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", Number, primary_key=True),
    Column("ref", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("method", Text, nullable=False),
    Column("chat", Text, nullable=False),
    Column("order_key", Text, nullable=False),
    Column("priority", Integer, nullable=False),
    Column("payload", LargeBinary),
    Column("case_ref", Text),
    Column("needs_topic", Boolean, nullable=False),
    Column("needs_card", Boolean, nullable=False),
    Column("replace_key", Text),
    Column("purpose", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("possible_repeat", Boolean, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("not_before", Moment),
    Column("settled_at", Moment),
    Column("reason", Text),
    sqlite_autoincrement=True,
)
_UNSETTLED = outbox.c.settled_at.is_(None)
# Everything that `due` needs to find the head of each queue, so that it never touches the rows behind it.
_index_part(
    "ix_outbox_queue",
    _UNSETTLED,
    outbox.c.order_key,
    outbox.c.id,
    outbox.c.priority,
    outbox.c.needs_topic,
    outbox.c.needs_card,
    outbox.c.case_ref,
    outbox.c.settled_at,
)
_index_part("ix_outbox_chat", _UNSETTLED, outbox.c.chat)
_index_part("ix_outbox_replace_key", _UNSETTLED, outbox.c.replace_key)
_index_part("ix_outbox_settled_at", outbox.c.settled_at.is_not(None), outbox.c.settled_at)

chats = Table(
    "chats",
    metadata,
    Column("ref", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("chat_id", LargeBinary, nullable=False),
    Column("noted_at", Moment, nullable=False),
)

learners = Table(
    "learners",
    metadata,
    Column("ref", Text, primary_key=True),
    Column("body", LargeBinary, nullable=False),
    Column("saved_at", Moment, nullable=False, index=True),
)

cases = Table(
    "cases",
    metadata,
    Column("ref", Text, primary_key=True),
    Column("child", Text),
    Column("name", Text),
    Column("body", LargeBinary),
    Column("topic", BigInteger, index=True),
    Column("card", BigInteger),
    Column("opened_at", Moment, nullable=False),
    Column("closed_at", Moment, index=True),
)
Index("ix_cases_child_opened_at", cases.c.child, cases.c.opened_at)

case_keys = Table(
    "case_keys",
    metadata,
    Column("case_ref", ForeignKey(cases.c.ref), primary_key=True),
    Column("wrapped", LargeBinary, nullable=False),
)

case_messages = Table(
    "case_messages",
    metadata,
    Column("id", Number, primary_key=True),
    Column("ref", Text, nullable=False, unique=True),
    Column("case_ref", ForeignKey(cases.c.ref), nullable=False),
    Column("author", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("at", Moment, nullable=False),
    Column("topic_message", BigInteger),
    Column("opened", Boolean, nullable=False),
)
Index("ix_case_messages_case_ref_topic_message", case_messages.c.case_ref, case_messages.c.topic_message)

roster = Table(
    "roster",
    metadata,
    Column("ref", Text, primary_key=True),
    Column("body", LargeBinary, nullable=False),
    Column("expires_at", Moment),
    Column("saved_at", Moment, nullable=False),
)

timers = Table(
    "timers",
    metadata,
    Column("id", Number, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False, index=True),
    Column("due", Moment, nullable=False, index=True),
    Column("round", Integer, nullable=False),
    sqlite_autoincrement=True,
)

audit = Table(
    "audit",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("action", Text, nullable=False),
    Column("actor", Text),
    Column("subject", Text),
    Column("detail", LargeBinary, nullable=False),
    Column("chain", LargeBinary, nullable=False),
)

counters = Table(
    "counters",
    metadata,
    Column("day", Date, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("n", BigInteger, nullable=False),
)

suggestions = Table(
    "suggestions",
    metadata,
    Column("ref", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("at", Moment, nullable=False, index=True),
)

words = Table(
    "words",
    metadata,
    Column("child", Text, primary_key=True),
    Column("recent", LargeBinary, nullable=False),
    Column("expires_at", Moment, nullable=False, index=True),
)

messages = Table(
    "messages",
    metadata,
    Column("child", Text, primary_key=True),
    Column("message_id", Number, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False, index=True),
)

pictures = Table(
    "pictures",
    metadata,
    Column("key", Text, primary_key=True),
    Column("file_id", Text, nullable=False),
    Column("kept_at", Moment, nullable=False),
)
