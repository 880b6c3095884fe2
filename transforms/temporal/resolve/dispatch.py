"""Choose how a meaning is resolved.

Belongs here: one entry per kind of meaning. Does not: the rules (calendar_dates.py, weekdays.py, counted.py, parts.py, times.py).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from transforms.temporal.context import Context, Span
from transforms.temporal.meaning import Kind, Meaning
from transforms.temporal.resolve import calendar_dates, counted, parts, times, weekdays
from transforms.temporal.resolve.resolved import UNRESOLVED, Resolved

CACHED_MEANINGS: Final = 65_536
_FIXED: Final = frozenset({Kind.VALUE, Kind.EXPLICIT})
_RESOLVERS: Final[dict[Kind, Callable[[Meaning, Context, Span], Resolved]]] = {
    Kind.MONTH: calendar_dates.resolve_month,
    Kind.DAY_OF_MONTH: calendar_dates.resolve_day_of_month,
    Kind.WEEKDAY: weekdays.resolve_weekday,
    Kind.HOLIDAY: calendar_dates.resolve_holiday,
    Kind.OFFSET: counted.resolve_offset,
    Kind.NARRATIVE_OFFSET: counted.resolve_narrative_offset,
    Kind.TIME: times.resolve_time,
    Kind.YEAR_BEFORE: parts.resolve_year_before,
    Kind.PART: parts.resolve_part,
    Kind.LATEST: parts.resolve_latest,
}


def resolve(meaning: Meaning, context: Context, span: Span) -> Resolved:
    """The period and value of a meaning at its place in the text.

    Days that do not exist ("30 February") and dates outside the calendar stay unresolved: nothing is invented.
    """
    if meaning.kind in _FIXED:
        return _resolved_anywhere(meaning)
    try:
        return _RESOLVERS[meaning.kind](meaning, context, span)
    except (ValueError, OverflowError, KeyError):
        return UNRESOLVED


@lru_cache(maxsize=CACHED_MEANINGS)
def _resolved_anywhere(meaning: Meaning) -> Resolved:
    """What a meaning stands for that needs no context."""
    if meaning.kind is Kind.VALUE:
        return Resolved(None, meaning.value, None, "as written")
    try:
        return calendar_dates.resolve_explicit(meaning)
    except (ValueError, OverflowError):
        return UNRESOLVED
