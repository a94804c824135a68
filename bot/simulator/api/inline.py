"""Inline mode."""

from bot.simulator import taps
from bot.simulator.api import messages
from bot.simulator.errors import bad
from bot.simulator.model import Json
from bot.simulator.taps import INLINE_SECONDS
from bot.simulator.world import World


def answer_inline_query(world: World, p: Json) -> bool:
    """Telegram's answerInlineQuery."""
    asked = world.inline.get(p["inline_query_id"])
    if asked is None or world.now() - asked.at > INLINE_SECONDS:
        raise bad("query is too old and response timeout expired or query ID is invalid")
    if len({one["id"] for one in p["results"]}) < len(p["results"]):
        raise bad("RESULT_ID_DUPLICATE")
    asked.results = [offered(one) for one in p["results"]]
    taps.show_inline(world, asked, p.get("next_offset", ""), p.get("button"))
    return True


def offered(result: Json) -> Json:
    """One result as it is kept until somebody chooses it."""
    content = result["input_message_content"]
    text, entities = messages.body_of(content, "message_text")
    return {
        "id": result["id"],
        "title": result["title"],
        "description": result.get("description"),
        "text": text,
        "entities": entities,
        "buttons": (result.get("reply_markup") or {}).get("inline_keyboard", []),
    }


METHODS = {"answerInlineQuery": answer_inline_query}
