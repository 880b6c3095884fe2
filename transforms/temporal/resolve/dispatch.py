"""Choose how a meaning is resolved.

Belongs here: one entry per kind of meaning. Does not: the rules (calendar_dates.py, counted.py, parts.py).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from transforms.temporal.context import Context, Span
from transforms.temporal.meaning import Kind, Meaning
from transforms.temporal.resolve import calendar_dates, counted, parts
from transforms.temporal.resolve.resolved import UNRESOLVED, Resolved

_RESOLVERS: Final[dict[Kind, Callable[[Meaning, Context, Span], Resolved]]] = {
    Kind.VALUE: lambda meaning, _context, _span: Resolved(None, meaning.value, None, "as written"),
    Kind.EXPLICIT: calendar_dates.resolve_explicit,
    Kind.MONTH: calendar_dates.resolve_month,
    Kind.DAY_OF_MONTH: calendar_dates.resolve_day_of_month,
    Kind.WEEKDAY: calendar_dates.resolve_weekday,
    Kind.HOLIDAY: calendar_dates.resolve_holiday,
    Kind.OFFSET: counted.resolve_offset,
    Kind.NARRATIVE_OFFSET: counted.resolve_narrative_offset,
    Kind.TIME: counted.resolve_time,
    Kind.YEAR_BEFORE: parts.resolve_year_before,
    Kind.PART: parts.resolve_part,
    Kind.LATEST: parts.resolve_latest,
}


def resolve(meaning: Meaning, context: Context, span: Span) -> Resolved:
    """The period and value of a meaning at its place in the text.

    Days that do not exist ("30 February") and dates outside the calendar stay unresolved: nothing is invented.
    """
    try:
        return _RESOLVERS[meaning.kind](meaning, context, span)
    except (ValueError, OverflowError, KeyError):
        return UNRESOLVED
