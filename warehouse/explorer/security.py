"""What keeps other sites and hostile words in articles away from the reader.

Belongs here: headers of every answer, and which names the explorer answers to. Does not: escaping (Jinja2 does it), SQL (warehouse/asking/user_sql.py).
"""

from __future__ import annotations

from collections.abc import Collection
from ipaddress import ip_address
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types explorer"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
LOCAL_NAMES: Final = frozenset({"localhost"})


class SafeHeaders:
    """Adds the headers to every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", "no-cache")
            await send(message)

        await self.app(scope, receive, sending)


class KnownHosts:
    """Refuses requests whose Host header is a name that the explorer was not started under.

    A page on the internet can make its own name point to this machine and then read what is served here (DNS rebinding). The browser sends that
    name along: whatever is no address in numbers, not `localhost` and not one of `names` is refused.
    """

    def __init__(self, app: ASGIApp, names: Collection[str] = ()) -> None:
        self.app = app
        self.names = LOCAL_NAMES | {name.lower() for name in names}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or self.knows(Headers(scope=scope).get("host", "")):
            await self.app(scope, receive, send)
            return
        refusal = PlainTextResponse(
            "This name is not one that the explorer answers to: open it as localhost, or start it with --allow-host NAME.\n", 400
        )  # fmt: skip
        await refusal(scope, receive, send)

    def knows(self, host: str) -> bool:
        """Whether a Host header is allowed."""
        name = host_name(host)
        return name in self.names or is_address(name)


def host_name(host: str) -> str:
    """The name in a Host header, without the port: `[::1]:8000` is `::1`."""
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    return host.rpartition(":")[0].lower() if ":" in host else host.lower()


def is_address(name: str) -> bool:
    """Whether a name is an address in numbers."""
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
