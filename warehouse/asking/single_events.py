"""Single events, by the indexes of the marts.

Belongs here: the conditions for which an index is used: constants alone are looked up. Does not: what is read of the events (warehouse/queries.py).
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import md5
from typing import Final

from warehouse.ddl import literal

LOOKUP_KEYS: Final = 1 << 24  # as the mart `timeline` has them


def one_of(event_ids: Iterable[str]) -> str:
    """The SQL condition that a row of any mart belongs to one of these events."""
    ids = ", ".join(literal(event_id) for event_id in event_ids)
    return f"event_id in ({ids})" if ids else "false"


def has_any(keys: Iterable[int]) -> str:
    """The SQL condition that a row of the mart `timeline`, all of which are looked through, is that of an event with one of these numbers."""
    listed = ", ".join(map(str, keys))
    return f"event_key in ({listed})" if listed else "false"


def may_be_any(keys: Iterable[int]) -> str:
    """The SQL condition that an index finds the row of the mart `timeline` of an event with one of these numbers, and hardly another one."""
    listed = ", ".join(str(key % LOOKUP_KEYS) for key in keys)
    return f"lookup_key in ({listed})" if listed else "false"


def event_key(event_id: str) -> int:
    """The number of an event, as the mart `timeline` makes it from its id."""
    return int.from_bytes(md5(event_id.encode(), usedforsecurity=False).digest()[8:], "little")
