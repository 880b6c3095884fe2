"""Parts of a month or year: late July is 21 to 31 July, the end of 2012 its December.

Belongs here: which days of a period an expression names. Does not: what these are for an event (read.py).
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Final

from transforms.temporal import DateExpression, Interval, Precision

_EDGE: Final = re.compile(r"\b(end|beginning|start) of\b", re.IGNORECASE)
# the third of a month, and the months of a year, that "early", "mid" and "late" name
_MONTH_PARTS: Final = {"START": (1, 10), "MID": (11, 20), "END": (21, 31)}
_YEAR_PARTS: Final = {"START": (1, 3), "MID": (5, 8), "END": (10, 12)}


def part_of(chosen: DateExpression, interval: Interval) -> Interval:
    """The part of a month or year that "early", "mid" or "late" names: late July is 21 to 31 July."""
    start, last_day = interval.start, interval.end
    several = start.year != last_day.year or interval.precision is Precision.MONTH and start.month != last_day.month
    if several:
        return interval  # "late January and early February"
    if chosen.mod in _MONTH_PARTS and interval.precision is Precision.MONTH:
        first, last = _MONTH_PARTS[chosen.mod]
        end = start.replace(day=min(last, monthrange(start.year, start.month)[1]))
        return Interval(start.replace(day=first), end, Precision.MONTH, approximate=True)
    edge = _EDGE.search(chosen.text) if interval.precision is Precision.YEAR else None
    if edge is not None:
        return Interval.of_month(start.year, 12 if edge.group(1).lower() == "end" else 1)
    if chosen.mod in _YEAR_PARTS and interval.precision is Precision.YEAR:
        first, last = _YEAR_PARTS[chosen.mod]
        end = date(start.year, last, monthrange(start.year, last)[1])
        return Interval(date(start.year, first, 1), end, Precision.YEAR, approximate=True)
    return interval
