"""Name a timeline after what was asked for.

Belongs here: a filter in people's words. Does not: what a filter lets through (warehouse/queries.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from warehouse.timeline.dates import When

if TYPE_CHECKING:
    from warehouse.queries import EventFilter

EVERYTHING: Final = "Timeline"


def title_of(filter: EventFilter) -> str:
    """`Xi Jinping or Vladimir Putin, visit, in Moscow, 1 March 2023 - 30 April 2023`; `Timeline` when nothing was asked for."""
    types = [name.replace("_", " ") for name in _several(filter.event_type)]
    parts = [
        " or ".join(_several(filter.actor)),
        " or ".join(types),
        f"in {' or '.join(_several(filter.place))}" if filter.place else "",
        f"“{filter.query}”" if filter.query else "",
        _period(filter.since, filter.until),
    ]
    title = ", ".join(part for part in parts if part) or EVERYTHING
    return title[0].upper() + title[1:]


def _several(value: str | Sequence[str] | None) -> list[str]:
    return [value] if isinstance(value, str) else list(value or ())


def _period(since: date | None, until: date | None) -> str:
    if since and until:
        return _span(since, until)
    if since:
        return f"from {When(since, since, 'day').words}"
    return f"up to {When(until, until, 'day').words}" if until else ""


def _span(since: date, until: date) -> str:
    """The period as a year or months where it is whole ones, else as days."""
    for precision in ("year", "month"):
        words = When(since, until, precision).words
        if not words.startswith("between"):
            return words
    return When(since, until, "days").words
