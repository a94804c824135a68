"""Getting updates, by polling or by webhook."""

import time
from urllib.parse import urlsplit

from bot.simulator.errors import ApiError, bad
from bot.simulator.model import Json
from bot.simulator.world import World

ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)


async def get_updates(world: World, p: Json) -> list[Json] | bytes:
    """Telegram's getUpdates: waits up to `timeout` real seconds; what lies before `offset` is forgotten now.

    Raises:
        ApiError: 409 while a webhook is set, or when another poll begins.
    """
    if world.webhook["url"]:
        raise ApiError(409, ACTIVE)
    queue = world.queue
    queue.interrupt()
    remember_allowed(world, p)
    queue.confirm(p.get("offset", 0))
    limit, timeout = p.get("limit", 100), p.get("timeout", 0)
    if world.faults.poll_guard:
        limit, timeout = queue.guard(p.get("offset", 0), limit, timeout)
    end = time.monotonic() + timeout
    while True:
        if queue.raw:
            return queue.raw.pop(0)
        ready = [update.body() for update in queue.ready()[:limit]]
        left = end - time.monotonic()
        if ready or left <= 0:
            return ready
        await queue.wait(left)


def remember_allowed(world: World, p: Json) -> None:
    """The setting sticks until it is given again; an empty list means Telegram's default."""
    if "allowed_updates" in p:
        world.queue.allowed = frozenset(p["allowed_updates"])


def set_webhook(world: World, p: Json) -> bool:
    """Telegram's setWebhook. Telegram wants HTTPS; here plain HTTP is allowed too, to this machine only."""
    url = p.get("url", "")
    if not url:
        return delete_webhook(world, p)
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or parts.hostname not in ("127.0.0.1", "localhost", "::1"):
        raise bad("bad webhook: the simulator only calls this machine")
    remember_allowed(world, p)
    if p.get("drop_pending_updates"):
        world.queue.clear()
    world.webhook = {"url": url, "secret": p.get("secret_token"), "max": p.get("max_connections", 40)}
    world.queue.interrupt("Conflict: terminated by setWebhook request")
    world.queue.wake()
    return True


def delete_webhook(world: World, p: Json) -> bool:
    """Telegram's deleteWebhook."""
    world.webhook = {"url": ""}
    if p.get("drop_pending_updates"):
        world.queue.clear()
    return True


def get_webhook_info(world: World, _: Json) -> Json:
    """Telegram's getWebhookInfo."""
    hook = world.webhook
    info: Json = {"url": hook["url"], "has_custom_certificate": False}
    info["pending_update_count"] = len(world.queue.ready())
    if hook["url"]:
        info |= {"max_connections": hook["max"], "ip_address": "127.0.0.1"}
        info |= {key: hook[key] for key in ("last_error_date", "last_error_message") if key in hook}
    if world.queue.allowed:
        info["allowed_updates"] = sorted(world.queue.allowed)
    return info


METHODS = {
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}
