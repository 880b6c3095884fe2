"""The days in which something lies that is a length of time before or after something else.

Belongs here: "days after", "two weeks before" as intervals. Does not: finding such phrases.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from transforms.temporal.interval import Interval
from transforms.temporal.period import Period, day_after

# how many days a vague plural of a unit spans at most: "days" is under a week, "weeks" under about a month, "months" under a year
VAGUE_DAYS: Final = {"D": 7, "W": 31, "M": 366, "Y": 3653}
_UNITS: Final = {"D": "day", "W": "week", "M": "month", "Y": "year", "Q": "quarter"}
_VALUE: Final = re.compile(r"P(T)?(X+|\d{1,6})(\.\d+)?([A-Z])")


def window(anchor: Interval, duration_value: str, signal: str) -> Interval | None:
    """The days that lie a duration "before" or "after" an anchor; null when the value is no such duration or the days leave the calendar.

    Vague values (`PXD`) give the whole span next to the anchor: "days before 20 March" is 13 to 19 March. Exact ones give the exact day,
    week, month or year: "two days after 17 March" is 19 March. Hours and minutes give the anchor's own day and the next.
    """
    match = _VALUE.fullmatch(duration_value)
    if match is None or signal not in ("before", "after"):
        return None
    is_clock, amount, fraction, unit = match.groups()
    try:
        if is_clock:
            return _beside(anchor, 1, signal, with_anchor=True)
        if amount.startswith("X"):
            return _beside(anchor, VAGUE_DAYS[unit], signal)
        if unit == "Y" and fraction == ".5":
            return _exactly(anchor, 12 * int(amount) + 6, "month", signal)
        return _exactly(anchor, int(amount), _UNITS[unit], signal)
    except (KeyError, ValueError, OverflowError):
        return None


def _beside(anchor: Interval, n_days: int, signal: str, *, with_anchor: bool = False) -> Interval:
    gap = 0 if with_anchor else 1
    if signal == "after":
        return Interval.of_days(anchor.end + timedelta(days=gap), anchor.end + timedelta(days=n_days))
    return Interval.of_days(anchor.start - timedelta(days=n_days), anchor.start - timedelta(days=gap))


def _exactly(anchor: Interval, amount: int, unit: str, signal: str) -> Interval | None:
    sign = 1 if signal == "after" else -1
    if unit == "day":
        return Interval.of_days(_moved(anchor.start, sign * amount), _moved(anchor.end, sign * amount))
    return Period.of(unit, day_after(anchor.start, unit, sign * amount)).interval


def _moved(day: date, n_days: int) -> date:
    return day + timedelta(days=n_days)
