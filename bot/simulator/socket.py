"""The websocket: what changes on one person's phone."""

import asyncio

from aiohttp import WSMsgType, web

from bot.simulator.botapi import WORLD
from bot.simulator.model import Json
from bot.simulator.world import Event, World

SOCKETS_HEARTBEAT = 20.0


def sees(world: World, event: Event, person: int) -> bool:
    """Whether this person's phone shows the event."""
    if event.person is not None and event.person != person:
        return False
    if person not in world.people:
        return event.name == "reset"
    chat = world.chats.get(event.chat) if event.chat is not None else None
    return event.chat is None or (chat is not None and chat.member(person).present)


async def handle(request: web.Request) -> web.WebSocketResponse:
    """`/sim/ws?person=ID`."""
    world = request.app[WORLD]
    person = world.person(int(request.query.get("person", "0"))).id
    socket = web.WebSocketResponse(heartbeat=SOCKETS_HEARTBEAT)
    await socket.prepare(request)
    waiting: asyncio.Queue[Json] = asyncio.Queue()

    def listen(event: Event) -> None:
        if sees(world, event, person):
            waiting.put_nowait(event.render(person))

    world.listeners.add(listen)
    sender = asyncio.create_task(send_all(socket, waiting))
    try:
        async for message in socket:
            if message.type is WSMsgType.ERROR:
                break
    finally:
        world.listeners.discard(listen)
        sender.cancel()
    return socket


async def send_all(socket: web.WebSocketResponse, waiting: asyncio.Queue[Json]) -> None:
    """Send what waits until the page goes."""
    while not socket.closed:
        await socket.send_json(await waiting.get())
