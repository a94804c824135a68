"""No test reaches the network: only loopback and sockets of this machine are open."""

import ipaddress
import socket
from typing import Any

NAMES = ("localhost", "", None)


class NetworkError(RuntimeError):
    """A test tried to reach another machine."""


def close_network() -> None:
    """From now on every way to another machine raises NetworkError."""
    for name in ("connect", "connect_ex", "sendto"):
        setattr(socket.socket, name, _only_here(name))
    socket.getaddrinfo = _resolving(socket.getaddrinfo)


def _only_here(name: str) -> Any:
    real = getattr(socket.socket, name)

    def guarded(self: socket.socket, *arguments: Any) -> Any:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            _check(arguments[-1][0])
        return real(self, *arguments)

    return guarded


def _resolving(real: Any) -> Any:
    def guarded(host: Any, *arguments: Any, **more: Any) -> Any:
        _check(host)
        return real(host, *arguments, **more)

    return guarded


def _check(host: Any) -> None:
    name = host.decode() if isinstance(host, bytes) else host
    if name in NAMES:
        return
    try:
        here = ipaddress.ip_address(name.partition("%")[0]).is_loopback
    except ValueError:
        here = False
    if not here:
        raise NetworkError("tests reach no machine but this one")
