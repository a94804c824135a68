"""Buttons, votes and inline queries: what people do that the bot has to answer."""

from bot.simulator import people, posting, views
from bot.simulator.errors import TroubleError
from bot.simulator.model import Callback, InlineQuery, Json, Message, Poll
from bot.simulator.world import World

CALLBACK_SECONDS = 15
"""How long a tap can be answered. Telegram documents no figure; this is the shortest reported."""

INLINE_SECONDS = 30


def tap(world: World, person: int, chat_id: int, message_id: int, data: str) -> Callback:
    """Tap a callback button. The data is not compared with the buttons: apps may be old, or forged.

    Raises:
        TroubleError: 404 when the message does not exist, 403 when it is not the bot's.
    """
    chat = world.seen_by(person, chat_id)
    message = chat.messages.get(message_id)
    if message is None and message_id >= chat.next_id:
        raise TroubleError(404, f"no message {message_id}")
    if message is not None and message.sender != world.bot.id and not message.via_bot:
        raise TroubleError(403, "only the bot's messages have buttons")
    made = Callback(world.token_id(), person, chat_id, message_id, world.now())
    world.callbacks[made.id] = made
    world.queue.push("callback_query", views.callback(world, made, data))
    return made


def button_data(message: Message, row: int, column: int) -> str:
    """The data behind the button at that place."""
    try:
        button = message.buttons[row][column]
    except IndexError:
        raise TroubleError(404, "no button there") from None
    if "callback_data" not in button:
        raise TroubleError(400, "that button sends nothing to the bot")
    return str(button["callback_data"])


def vote(world: World, person: int, chat_id: int, message_id: int, options: list[int]) -> Poll:
    """Answer a poll; an empty list takes the answer back.

    Raises:
        TroubleError: 400 for answers the poll does not allow, 403 when it is closed or answered for good.
    """
    chat = world.seen_by(person, chat_id)
    message = chat.messages.get(message_id)
    if message is None or message.poll is None:
        raise TroubleError(404, f"no poll {message_id}")
    poll = message.poll
    check_vote(poll, person, options)
    for index, option in enumerate(poll.options):
        option.voters = [one for one in option.voters if one != person]
        option.voters += [person] if index in options else []
    told(world, message)
    if not poll.anonymous:
        world.queue.push("poll_answer", poll_answer(world, poll, person, options))
    return poll


def check_vote(poll: Poll, person: int, options: list[int]) -> None:
    """Whether this vote is allowed."""
    if poll.closed:
        raise TroubleError(403, "the poll is closed")
    if person in poll.voters and not poll.revoting:
        raise TroubleError(403, "this answer is final")
    if any(not 0 <= index < len(poll.options) for index in options):
        raise TroubleError(400, "no such option")
    if len(set(options)) > 1 and not poll.multiple:
        raise TroubleError(400, "only one answer")


def poll_answer(world: World, poll: Poll, person: int, options: list[int]) -> Json:
    """PollAnswer."""
    chosen = [poll.options[index].id for index in options]
    answer = {"poll_id": poll.id, "user": views.user(world, person)}
    return answer | {"option_ids": options, "option_persistent_ids": chosen}


def told(world: World, message: Message) -> None:
    """Tell phones and the bot that a poll changed."""
    posting.announce(world, "edited", message)
    if message.poll is not None and message.sender == world.bot.id:
        world.queue.push("poll", views.poll(message.poll))


def close_due(world: World) -> None:
    """Close polls whose time is over."""
    for chat in world.chats.values():
        for message in tuple(chat.messages.values()):
            poll = message.poll
            if poll and not poll.closed and poll.close_date is not None and poll.close_date <= world.now():
                poll.closed = True
                told(world, message)


def ask_inline(world: World, person: int, chat_id: int, text: str, offset: str = "") -> InlineQuery:
    """Type the bot's name and a query into a chat's text field."""
    chat = world.seen_by(person, chat_id)
    asked = InlineQuery(world.token_id(), person, chat_id, text[:256], world.now())
    world.inline[asked.id] = asked
    kind = "sender" if chat.id == person else chat.kind
    query = {"id": asked.id, "from": views.user(world, person), "query": asked.query}
    world.queue.push("inline_query", query | {"offset": offset, "chat_type": kind})
    return asked


def choose_inline(
    world: World, person: int, chat_id: int, query_id: str, result_id: str, topic: int | None = None
) -> Message:
    """Send one of the offered results into the chat."""
    asked = world.inline.get(query_id)
    offered = asked.results if asked and asked.person == person else []
    result = next((one for one in offered if one["id"] == result_id), None)
    if asked is None or result is None:
        raise TroubleError(404, "no such result")
    chat = people.may_write(world, person, chat_id)
    message = posting.new(world, chat, person, text=result["text"], entities=result["entities"], via_bot=True)
    message.topic, _ = people.place(chat, person, topic, None)
    chosen = {"result_id": result_id, "from": views.user(world, person), "query": asked.query}
    if result["buttons"]:
        message.buttons, message.inline_id = result["buttons"], f"inline-{world.token_id()}"
        world.inline_messages[message.inline_id] = (chat.id, message.id)
        chosen["inline_message_id"] = message.inline_id
    people.arrive(world, chat, message)
    world.queue.push("chosen_inline_result", chosen)
    return message


def inline_message(world: World, inline_id: str) -> Message | None:
    """The message that was sent by choosing an inline result."""
    chat_id, message_id = world.inline_messages.get(inline_id, (0, 0))
    chat = world.chats.get(chat_id)
    return chat.messages.get(message_id) if chat else None


def show_answer(world: World, query: Callback, text: str, *, alert: bool, url: str | None) -> None:
    """The toast or box that ends a tap."""
    body = {"event": "toast", "chat": query.chat, "message": query.message, "query": query.id}
    body |= {"text": text, "alert": alert, "url": url}
    world.announce("toast", lambda _: body, query.chat, query.person)


def show_inline(world: World, asked: InlineQuery, next_offset: str, button: Json | None) -> None:
    """The list of results above the text field."""
    shown = [{key: one[key] for key in ("id", "title", "description", "text")} for one in asked.results]
    body: Json = {"event": "inline_results", "query_id": asked.id, "query": asked.query, "results": shown}
    body |= {"next_offset": next_offset, "button": button}
    world.announce("inline_results", lambda _: body, None, asked.person)
