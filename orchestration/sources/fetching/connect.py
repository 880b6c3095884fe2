"""Connections that go only where they may, and last no longer than they may.

Belongs here: resolving a host, checking every address, connecting to the very address that was checked (a host cannot name another one
in between), and the time limit that covers every byte sent and received. Does not: HTTP (fetch.py).
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Final

import httpcore
import httpx

from orchestration.sources.fetching.addresses import IPAddress, Policy
from orchestration.sources.fetching.errors import FetchError

MAX_ADDRESSES: Final = 4
"""So many addresses of one host are tried."""

Resolver = Callable[[str, int], list[IPAddress]]

_LIMIT = threading.local()


def resolve(host: str, port: int) -> list[IPAddress]:
    """The addresses of a host by the system's resolver.

    Raises:
        OSError: the name is not known.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(ipaddress.ip_address(str(entry[4][0]).partition("%")[0]) for entry in found))


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """All that this thread sends and receives inside the block must be done in so many seconds."""
    _LIMIT.deadline = time.monotonic() + seconds
    try:
        yield
    finally:
        _LIMIT.deadline = None


class CheckedTransport(httpx.HTTPTransport):
    """HTTP over connections that `may_reach` allows; no proxy, because that would choose the address."""

    def __init__(self, may_reach: Policy, n_connections: int, resolver: Resolver = resolve) -> None:
        super().__init__(trust_env=False)
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(),
            max_connections=n_connections,
            max_keepalive_connections=n_connections,
            keepalive_expiry=15,
            network_backend=_CheckedBackend(may_reach, resolver),
        )


class _CheckedBackend(httpcore.SyncBackend):
    def __init__(self, may_reach: Policy, resolver: Resolver) -> None:
        self._may_reach = may_reach
        self._resolve = resolver

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        problem: Exception = httpcore.ConnectError(f"{host} has no address")
        for address in self._checked(host, port)[:MAX_ADDRESSES]:
            try:
                stream = super().connect_tcp(str(address), port, _seconds_left(timeout), local_address, socket_options)
                return _LimitedStream(stream)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                problem = error
        raise problem

    def connect_unix_socket(self, *_: Any, **__: Any) -> httpcore.NetworkStream:
        raise FetchError("disallowed", "sockets of this machine are not fetched from")

    def _checked(self, host: str, port: int) -> list[IPAddress]:
        try:
            addresses = self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"{host} cannot be resolved: {error}") from error
        for address in addresses:
            if not self._may_reach(address):
                named = host if host.strip("[]") == str(address) else f"{host} ({address})"
                raise FetchError(
                    "disallowed", f"{named} is no public address; allow_private = true lets a source reach it"
                )
        return addresses


class _LimitedStream(httpcore.NetworkStream):
    """A stream that ends with the thread's time limit, however slowly it drips."""

    def __init__(self, stream: httpcore.NetworkStream) -> None:
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _seconds_left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _seconds_left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _LimitedStream(self._stream.start_tls(ssl_context, server_hostname, _seconds_left(timeout)))

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _seconds_left(timeout: float | None) -> float | None:
    deadline: float | None = getattr(_LIMIT, "deadline", None)
    if deadline is None:
        return timeout
    left = deadline - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout("it took longer than deadline_seconds")
    return left if timeout is None else min(timeout, left)
