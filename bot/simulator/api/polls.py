"""Polls and quizzes."""

from bot.simulator import taps, views
from bot.simulator.api import access, messages
from bot.simulator.entities import complete, formatted
from bot.simulator.errors import bad
from bot.simulator.model import Json, Option, Poll
from bot.simulator.world import World

CLOSE_RANGE = (5, 2_628_000)
"""Seconds ahead that `close_date` may lie (Bot API, sendPoll)."""


def send_poll(world: World, p: Json) -> Json:
    """Telegram's sendPoll."""
    chat = access.writable(world, p)
    access.may_send(world, chat, "can_send_polls", "polls")
    poll = made(world, p)
    return views.message(world, messages.send(world, chat, p, poll=poll))


def made(world: World, p: Json) -> Poll:
    """The poll. Raises ApiError (400) for what Telegram refuses beyond the table."""
    quiz = p.get("type") == "quiz"
    poll = Poll(
        world.token_id(),
        plain(p, "question"),
        options_of(p["options"]),
        "quiz" if quiz else "regular",
        anonymous=p.get("is_anonymous", True),
        multiple=p.get("allows_multiple_answers", False),
        revoting=p.get("allows_revoting", not quiz),
        closed=p.get("is_closed", False),
    )
    poll.description = plain(p, "description", required=False) or None
    if quiz:
        set_answers(poll, p)
    set_end(world, poll, p)
    return poll


def options_of(given: list[Json]) -> list[Option]:
    """The answers, with ids of their own."""
    options = [Option(str(index), one["text"].strip()) for index, one in enumerate(given)]
    if any(not option.text for option in options):
        raise bad("text must be non-empty")
    return options


def plain(p: Json, field: str, *, required: bool = True) -> str:
    """A text whose markup is parsed and dropped, as in questions."""
    text, _ = formatted(p.get(field, ""), p.get(f"{field}_parse_mode"), p.get(f"{field}_entities"))
    if required and not text:
        raise bad("text must be non-empty")
    return text


def set_answers(poll: Poll, p: Json) -> None:
    """Right answers and explanation of a quiz; the old `correct_option_id` still counts."""
    old = [p["correct_option_id"]] if "correct_option_id" in p else []
    poll.correct = p.get("correct_option_ids", old)
    ordered = sorted(set(poll.correct)) == poll.correct
    if not poll.correct or not ordered or poll.correct[-1] >= len(poll.options):
        raise bad("wrong correct option ID specified")
    if len(poll.correct) > 1 and not poll.multiple:
        raise bad("wrong correct option ID specified")
    text, entities = formatted(
        p.get("explanation", ""), p.get("explanation_parse_mode"), p.get("explanation_entities")
    )
    if len(text) > 200 or text.count("\n") > 2:
        raise bad("explanation is too long" if len(text) > 200 else "explanation has too many line feeds")
    poll.explanation, poll.explanation_entities = text or None, complete(text, entities)


def set_end(world: World, poll: Poll, p: Json) -> None:
    """When the poll closes by itself."""
    if "open_period" in p and "close_date" in p:
        raise bad("open_period and close_date can't be used together")
    if "open_period" in p:
        poll.open_period = p["open_period"]
        poll.close_date = world.date() + p["open_period"]
    elif "close_date" in p:
        if not CLOSE_RANGE[0] <= p["close_date"] - world.date() <= CLOSE_RANGE[1]:
            raise bad("invalid close_date specified")
        poll.close_date = p["close_date"]


def stop_poll(world: World, p: Json) -> Json:
    """Telegram's stopPoll."""
    chat = access.editable(world, p)
    message = access.message(chat, p["message_id"], "message with poll to stop")
    if message.poll is None:
        raise bad("message is not a poll")
    if message.sender != world.bot.id:
        raise bad("poll can't be stopped")
    if message.poll.closed:
        raise bad("poll has already been closed")
    message.poll.closed = True
    message.buttons = [row for row in (p.get("reply_markup") or {}).get("inline_keyboard", []) if row]
    taps.told(world, message)
    return views.poll(message.poll)


METHODS = {"sendPoll": send_poll, "stopPoll": stop_poll}
