"""The clock: the only place that asks what time it is.

Belongs here: the present moment. Does not: what is done with it; pure code is given times.
"""

from datetime import UTC, datetime


def utc_now() -> datetime:
    """The present moment."""
    return datetime.now(UTC)
