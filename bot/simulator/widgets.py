"""What a phone draws around and below messages: reply keys, inline buttons, polls."""

from typing import Any

from bot.simulator.model import Json, Poll

ASKS = {
    "request_contact": "contact",
    "request_location": "location",
    "request_poll": "poll",
    "request_users": "users",
    "request_chat": "chat",
}


def keyboard(markup: Json | None) -> Json | None:
    """The reply keyboard below the text field."""
    if markup is None:
        return None
    return {
        "rows": [[key(one) for one in row] for row in markup["keyboard"]],
        "one_time": bool(markup.get("one_time_keyboard")),
        "persistent": bool(markup.get("is_persistent")),
        "placeholder": markup.get("input_field_placeholder"),
    }


def key(button: Json) -> Json:
    """Key."""
    asks = next((word for field, word in ASKS.items() if button.get(field)), None)
    return {"text": button["text"], "style": button.get("style"), "asks": asks}


def button(one: Json) -> Json:
    """Button."""
    kinds = {
        "callback_data": "callback",
        "url": "url",
        "copy_text": "copy",
        "switch_inline_query_current_chat": "inline_here",
        "switch_inline_query": "inline",
        "switch_inline_query_chosen_chat": "inline",
        "web_app": "web_app",
    }
    field = next((name for name in kinds if name in one), "")
    return {
        "text": one["text"],
        "style": one.get("style"),
        "kind": kinds.get(field, "other"),
        "data": one.get("callback_data"),
        "url": one.get("url"),
        "copy": one.get("copy_text", {}).get("text"),
        "query": inline_text(one, field) if kinds.get(field, "").startswith("inline") else None,
    }


def inline_text(one: Json, field: str) -> str:
    """What a button puts behind the bot's name."""
    value: Any = one[field]
    return str(value.get("query", "") if isinstance(value, dict) else value)


def poll(which: Poll, viewer: int) -> Json:
    """Poll; results stay hidden until this person has answered or it has closed."""
    answered = viewer in which.voters
    told = answered or which.closed
    total = len(which.voters)
    return {
        "id": which.id,
        "question": which.question,
        "type": which.type,
        "anonymous": which.anonymous,
        "multiple": which.multiple,
        "revoting": which.revoting,
        "closed": which.closed,
        "answered": answered,
        "total": total,
        "options": [
            {
                "text": option.text,
                "votes": len(option.voters) if told else 0,
                "percent": round(100 * len(option.voters) / total) if told and total else 0,
                "chosen": viewer in option.voters,
                "correct": index in which.correct if told and which.type == "quiz" else None,
            }
            for index, option in enumerate(which.options)
        ],
        "explanation": which.explanation if told else None,
        "explanation_entities": which.explanation_entities if told else [],
        "close_date": which.close_date,
    }
