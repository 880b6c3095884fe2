"""Which addresses of the internet may be reached.

Belongs here: one IP address -> may it be reached. Does not: finding the addresses of a host (connect.py).
"""

from __future__ import annotations

from collections.abc import Callable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Final
from urllib.parse import urlsplit

IPAddress = IPv4Address | IPv6Address
LOCALHOST: Final = "localhost"
Policy = Callable[[IPAddress], bool]

# RFC 6052 and 8215: the last 32 bits are an IPv4 address that a gateway connects to. Elsewhere in 64:ff9b:1::/48 it may stand in other bits: that is not public
_TRANSLATED: Final = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/96"))
# what `ipaddress` takes for global, in some versions of Python at least
_NOT_PUBLIC: Final = (
    IPv6Network("fec0::/10"),  # sites' own, deprecated (RFC 3879) and still routed inside of some
    IPv6Network("3fff::/20"),  # documentation
    IPv6Network("5f00::/16"),  # segment routing
    IPv4Network("192.0.0.0/24"),  # protocols' own: relays, not hosts
    IPv4Network("192.88.99.0/24"),  # relays of 6to4, deprecated
)


def is_anywhere(address: IPAddress) -> bool:
    """Any address: for sources that say `allow_private = true`."""
    return True


def is_public(address: IPAddress) -> bool:
    """Whether an address belongs to the public internet: not private, loopback, link-local, shared, multicast, reserved, nor one of these inside IPv6."""
    if isinstance(address, IPv6Address):
        inner = _inner(address)
        if inner is not None:
            return is_public(inner)
    if any(address in network for network in _NOT_PUBLIC):
        return False
    return address.is_global and not (address.is_multicast or address.is_reserved)


def is_written_private(url: str) -> bool:
    """Whether a web address says by itself, without asking for the addresses of its host, that it is not on the public internet."""
    host = (urlsplit(url).hostname or "").rstrip(".")
    if host == LOCALHOST or host.endswith(f".{LOCALHOST}"):
        return True
    try:
        return not is_public(ip_address(host))
    except ValueError:
        return False


def _inner(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for."""
    if any(address in network for network in _TRANSLATED):
        return IPv4Address(address.packed[-4:])
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
