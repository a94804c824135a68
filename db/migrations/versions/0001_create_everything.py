"""Create everything."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = sa.BigInteger


def _rows(condition: str) -> dict[str, Any]:
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}


_UNSETTLED = _rows("settled_at IS NULL")
_SETTLED = _rows("settled_at IS NOT NULL")


def upgrade() -> None:
    _create_meta_and_audit()
    _create_inbox()
    _create_outbox()
    _create_people()
    _create_cases()
    _create_case_messages()
    _create_memory()
    _create_timers_and_counters()


def _create_meta_and_audit() -> None:
    op.create_table(
        "meta",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
    op.create_table(
        "audit",
        sa.Column("id", _NUMBER, primary_key=True, autoincrement=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("actor", sa.Text),
        sa.Column("subject", sa.Text),
        sa.Column("detail", sa.LargeBinary, nullable=False),
        sa.Column("chain", sa.LargeBinary, nullable=False),
    )


def _create_inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("update_id", _NUMBER, primary_key=True, autoincrement=False),
        sa.Column("raw", sa.LargeBinary),
        sa.Column("received_at", _MOMENT, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("reason", sa.Text),
        sa.Column("settled_at", _MOMENT),
    )
    op.create_index("ix_inbox_waiting", "inbox", ["received_at", "update_id"], **_UNSETTLED)
    op.create_index("ix_inbox_settled_at", "inbox", ["settled_at"], **_SETTLED)
    op.create_table(
        "dead_letters",
        sa.Column("ref", sa.Text, primary_key=True),
        sa.Column("update_id", _NUMBER),
        sa.Column("raw", sa.LargeBinary, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("died_at", _MOMENT, nullable=False),
    )
    op.create_index("ix_dead_letters_died_at", "dead_letters", ["died_at"])


def _create_outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", _NUMBER, primary_key=True),
        sa.Column("ref", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("method", sa.Text, nullable=False),
        sa.Column("chat", sa.Text, nullable=False),
        sa.Column("order_key", sa.Text, nullable=False),
        sa.Column("priority", sa.Integer, nullable=False),
        sa.Column("payload", sa.LargeBinary),
        sa.Column("case_ref", sa.Text),
        sa.Column("needs_topic", sa.Boolean, nullable=False),
        sa.Column("needs_card", sa.Boolean, nullable=False),
        sa.Column("replace_key", sa.Text),
        sa.Column("purpose", sa.Text, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("possible_repeat", sa.Boolean, nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("not_before", _MOMENT),
        sa.Column("settled_at", _MOMENT),
        sa.Column("reason", sa.Text),
        sqlite_autoincrement=True,
    )
    queue = ["order_key", "id", "priority", "needs_topic", "needs_card", "case_ref", "settled_at"]
    op.create_index("ix_outbox_queue", "outbox", queue, **_UNSETTLED)
    op.create_index("ix_outbox_chat", "outbox", ["chat"], **_UNSETTLED)
    op.create_index("ix_outbox_replace_key", "outbox", ["replace_key"], **_UNSETTLED)
    op.create_index("ix_outbox_settled_at", "outbox", ["settled_at"], **_SETTLED)


def _create_people() -> None:
    op.create_table(
        "chats",
        sa.Column("ref", sa.Text, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("chat_id", sa.LargeBinary, nullable=False),
        sa.Column("noted_at", _MOMENT, nullable=False),
    )
    op.create_table(
        "learners",
        sa.Column("ref", sa.Text, primary_key=True),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("saved_at", _MOMENT, nullable=False),
    )
    op.create_index("ix_learners_saved_at", "learners", ["saved_at"])
    op.create_table(
        "roster",
        sa.Column("ref", sa.Text, primary_key=True),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("expires_at", _MOMENT),
        sa.Column("saved_at", _MOMENT, nullable=False),
    )


def _create_cases() -> None:
    op.create_table(
        "cases",
        sa.Column("ref", sa.Text, primary_key=True),
        sa.Column("child", sa.Text),
        sa.Column("name", sa.Text),
        sa.Column("body", sa.LargeBinary),
        sa.Column("topic", sa.BigInteger),
        sa.Column("card", sa.BigInteger),
        sa.Column("opened_at", _MOMENT, nullable=False),
        sa.Column("closed_at", _MOMENT),
    )
    op.create_index("ix_cases_topic", "cases", ["topic"])
    op.create_index("ix_cases_closed_at", "cases", ["closed_at"])
    op.create_index("ix_cases_child_opened_at", "cases", ["child", "opened_at"])


def _create_case_messages() -> None:
    op.create_table(
        "case_keys",
        sa.Column("case_ref", sa.Text, sa.ForeignKey("cases.ref"), primary_key=True),
        sa.Column("wrapped", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "case_messages",
        sa.Column("id", _NUMBER, primary_key=True),
        sa.Column("ref", sa.Text, nullable=False, unique=True),
        sa.Column("case_ref", sa.Text, sa.ForeignKey("cases.ref"), nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("topic_message", sa.BigInteger),
        sa.Column("opened", sa.Boolean, nullable=False),
    )
    op.create_index("ix_case_messages_case_ref_topic_message", "case_messages", ["case_ref", "topic_message"])


def _create_memory() -> None:
    op.create_table(
        "words",
        sa.Column("child", sa.Text, primary_key=True),
        sa.Column("recent", sa.LargeBinary, nullable=False),
        sa.Column("expires_at", _MOMENT, nullable=False),
    )
    op.create_index("ix_words_expires_at", "words", ["expires_at"])
    op.create_table(
        "messages",
        sa.Column("child", sa.Text, primary_key=True),
        sa.Column("message_id", _NUMBER, primary_key=True, autoincrement=False),
        sa.Column("at", _MOMENT, nullable=False),
    )
    op.create_index("ix_messages_at", "messages", ["at"])


def _create_timers_and_counters() -> None:
    op.create_table(
        "timers",
        sa.Column("id", _NUMBER, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("due", _MOMENT, nullable=False),
        sa.Column("round", sa.Integer, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_timers_subject", "timers", ["subject"])
    op.create_index("ix_timers_due", "timers", ["due"])
    op.create_table(
        "counters",
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("n", sa.BigInteger, nullable=False),
    )
