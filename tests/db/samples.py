"""Invented people and cases for the tests of db/."""

from typing import Any

from bot.domain.state import Author, Case, CaseMessage, Suggestion, SuggestionKind
from content.schema import Severity
from db.deliveries import STAFF_CHAT, Method, NewDelivery
from tests.storage import NOW


def a_case(ref: str = "case1", **changes: Any) -> Case:
    """An open case of child1."""
    values: dict[str, Any] = {"name": f"name of {ref}", "child": "child1", "severity": Severity.URGENT}
    return Case(ref=ref, **({"opened_at": NOW} | values | changes))


def a_message(ref: str = "message1", **changes: Any) -> CaseMessage:
    """A message of child1 in case1."""
    values: dict[str, Any] = {"case": "case1", "author": Author.CHILD, "text": "words", "at": NOW}
    return CaseMessage(ref=ref, **(values | changes))


def a_suggestion(ref: str = "suggestion1", **changes: Any) -> Suggestion:
    """A question that should have an answer."""
    values: dict[str, Any] = {"kind": SuggestionKind.FAQ, "author": "staff1", "at": NOW, "language": "th"}
    return Suggestion(ref=ref, **(values | changes))


def a_delivery(chat: str = "child1", priority: int = 20, **changes: Any) -> NewDelivery:
    """A message to a child."""
    values: dict[str, Any] = {"method": Method.SEND, "order_key": chat, "payload": {"text": "hello"}}
    return NewDelivery(chat=chat, priority=priority, **(values | changes))


def a_post(case: str = "case1", priority: int = 1, **changes: Any) -> NewDelivery:
    """A post in the topic of a case."""
    values: dict[str, Any] = {"order_key": f"case:{case}", "case": case, "needs_topic": True}
    return a_delivery(STAFF_CHAT, priority, **(values | changes))
