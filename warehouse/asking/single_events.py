"""Single events, by the indexes of the marts.

Belongs here: the conditions for which an index is used: constants alone are looked up. Does not: what is read of the events (warehouse/queries.py).
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import md5

from warehouse.ddl import literal


def one_of(event_ids: Iterable[str]) -> str:
    """The SQL condition that a row of any mart belongs to one of these events."""
    ids = ", ".join(literal(event_id) for event_id in event_ids)
    return f"event_id in ({ids})" if ids else "false"


def row_of_any(event_ids: Iterable[str]) -> str:
    """The SQL condition that a row of the mart `timeline` is that of one of these events: numbers are found in half of the time."""
    keys = ", ".join(str(event_key(event_id)) for event_id in event_ids)
    return f"event_key in ({keys})" if keys else "false"


def event_key(event_id: str) -> int:
    """The number of an event, as the mart `timeline` makes it from its id."""
    return int.from_bytes(md5(event_id.encode(), usedforsecurity=False).digest()[8:], "little")
