"""Intervals of days: the one value that says when.

Belongs here: the interval, its precision and its EDTF form. Does not: words (find.py), meaning of expressions (resolve).
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final


class Precision(StrEnum):
    """How exactly an interval is known."""

    DAY = "day"
    DAYS = "days"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    UNKNOWN = "unknown"


# known to the day, each of several days counted
OF_DAYS: Final = frozenset({Precision.DAY, Precision.DAYS})


class Basis(StrEnum):
    """How a date is known."""

    EXPLICIT = "explicit"
    RELATIVE = "relative"
    NARRATIVE = "narrative"
    EVENT = "event"
    INHERITED = "inherited"
    PUBLISHED = "published"


_MONTHS: Final = {Precision.MONTH: 1, Precision.QUARTER: 3, Precision.HALF: 6, Precision.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Interval:
    """The days `start`..`end`, inclusive, known to `precision`; `approximate` for "about", "early", "late"."""

    start: date
    end: date
    precision: Precision
    approximate: bool = False

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"interval ends before it starts: {self.start}..{self.end}")

    @classmethod
    def of_day(cls, day: date) -> Interval:
        """One day."""
        return cls(day, day, Precision.DAY)

    @classmethod
    def of_days(cls, start: date, end: date) -> Interval:
        """A span of days; a single day when both ends are equal."""
        return cls(start, end, Precision.DAYS if start != end else Precision.DAY)

    @classmethod
    def of_week(cls, day: date) -> Interval:
        """The ISO week, Monday to Sunday, that holds the day."""
        monday = day - timedelta(days=day.weekday())
        return cls(monday, monday + timedelta(days=6), Precision.WEEK)

    @classmethod
    def of_month(cls, year: int, month: int) -> Interval:
        """A calendar month."""
        return cls(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), Precision.MONTH)

    @classmethod
    def of_year(cls, year: int) -> Interval:
        """A calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)

    @property
    def n_days(self) -> int:
        """Length in days; 1 for a single day."""
        return (self.end - self.start).days + 1

    @property
    def edtf(self) -> str:
        """The interval in EDTF level 1 (ISO 8601-2): `2023-03-20`, `2023-02`, `2023-33` (quarter), `202X`, `2023-03-20/2023-03-22`.

        An approximate one ends in `~`; in a span each end does: `2023-03-20~/2023-03-22~`.
        """
        return "/".join(part + ("~" if self.approximate else "") for part in _edtf(self).split("/"))


def _is_whole(interval: Interval) -> bool:
    """Whether the days are those of the calendar unit that the precision names, and no part of it such as "late May"."""
    start, end = interval.start, interval.end
    n_months = _MONTHS[interval.precision]
    last = start.month + n_months - 1
    return (
        start.day == 1
        and last <= _MONTHS[Precision.YEAR]
        and end == date(start.year, last, calendar.monthrange(start.year, last)[1])
    )


def _edtf(interval: Interval) -> str:
    start = interval.start
    match interval.precision:
        case Precision.DAY:
            return start.isoformat()
        case Precision.MONTH if _is_whole(interval):
            return f"{start.year:04d}-{start.month:02d}"
        case Precision.YEAR if _is_whole(interval):
            return f"{start.year:04d}"
        case Precision.QUARTER if _is_whole(interval):
            return f"{start.year:04d}-{33 + (start.month - 1) // 3}"
        case Precision.HALF if _is_whole(interval):
            return f"{start.year:04d}-{40 + (start.month > 6)}"
        case Precision.DECADE if start.year % 10 == 0:
            return f"{start.year // 10:03d}X"
        case Precision.CENTURY if start.year % 100 in (0, 1):
            return f"{start.year // 100:02d}XX"
        case _:
            return f"{start.isoformat()}/{interval.end.isoformat()}"
