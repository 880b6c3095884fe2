"""What may be said of whether an event took place.

Belongs here: the statuses. Does not: which one an event has (read.py).
"""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """The statuses of `schema.STATUSES`."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    ALLEGED = "alleged"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"
