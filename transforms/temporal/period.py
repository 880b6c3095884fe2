"""Calendar periods counted by whole numbers: the arithmetic behind every resolved date.

Belongs here: what a period of a unit is, how it moves, its TIMEX3 value and its days. Does not: words, contexts, choices of direction.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import MAXYEAR, date, timedelta
from functools import lru_cache
from typing import Final, NamedTuple

from transforms.temporal.interval import Interval, Precision

# a year begins in its winter: the winter of 1941 is December 1940 to February 1941, so that seasons follow each other in order
SEASONS: Final = {"winter": 0, "spring": 1, "summer": 2, "autumn": 3}
_SEASON_CODES: Final = ("WI", "SP", "SU", "FA")
CACHED_PERIODS: Final = 16_384
YEARS_OF: Final = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}
MONTHS_OF: Final = {
    "month": 1,
    "quarter": 3,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
    "millennium": 12000,
}
RANKS: Final = {
    "day": 0,
    "week": 1,
    "weekend": 1,
    "fortnight": 1,
    "month": 2,
    "quarter": 3,
    "season": 3,
    "half": 4,
    "year": 5,
    "decade": 6,
    "century": 7,
    "millennium": 8,
}
_PARTS_OF_YEAR: Final = {"season": 4, "quarter": 4, "half": 2, "month": 12}
_DAYS_OF: Final = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}


class Period(NamedTuple):
    """The `number`-th period of a unit: days and weeks since the calendar began, months since year 0, and so on.

    A day counts as `date.toordinal`; a week or weekend as the ordinal of its Monday over 7; months, quarters, halves and seasons from
    January of year 0; decades and centuries are years over 10 and 100.
    """

    unit: str
    number: int

    @classmethod
    def of(cls, unit: str, day: date) -> Period:
        """The period of a unit that holds a day."""
        if unit == "day":
            return cls(unit, day.toordinal())
        if unit in ("week", "weekend"):
            return cls(unit, (day.toordinal() - 1) // 7)
        if unit == "season":
            return cls(unit, day.year * 4 + day.month // 3)
        if unit in _PARTS_OF_YEAR:
            parts = _PARTS_OF_YEAR[unit]
            return cls(unit, day.year * parts + (day.month - 1) * parts // 12)
        return cls(unit, day.year // YEARS_OF[unit])

    @property
    def first_year(self) -> int:
        """The year it begins in."""
        if self.unit in YEARS_OF:
            return self.number * YEARS_OF[self.unit]
        if self.unit in _PARTS_OF_YEAR:
            return self.number // _PARTS_OF_YEAR[self.unit]
        return self.start.year

    @property
    def rank(self) -> int:
        """How coarse the unit is: 0 for days, 8 for millennia."""
        return RANKS[self.unit]

    @property
    def start(self) -> date:
        """Its first day.

        Raises:
            ValueError: it begins before year 1 or after year 9999.
        """
        if self.unit == "day":
            return date.fromordinal(self.number)
        if self.unit == "week":
            return date.fromordinal(self.number * 7 + 1)
        if self.unit == "weekend":
            return date.fromordinal(self.number * 7 + 6)
        if self.unit == "season":
            return date(self.first_month // 12, self.first_month % 12 + 1, 1)
        if self.unit in _PARTS_OF_YEAR:
            parts = _PARTS_OF_YEAR[self.unit]
            return date(self.number // parts, self.number % parts * 12 // parts + 1, 1)
        return date(max(self.first_year, 1), 1, 1)

    @property
    def end(self) -> date:
        """Its last day."""
        if self.unit == "day":
            return self.start
        if self.unit == "weekend":
            return self.start + timedelta(days=1)
        following = Period(self.unit, self.number + 1)
        if following.first_year > MAXYEAR:
            return date.max
        return following.start - timedelta(days=1)

    @property
    def interval(self) -> Interval | None:
        """Its days; null outside the years 1 to 9999."""
        return _interval(self)

    @property
    def value(self) -> str:
        """Its TIMEX3 value: `2023-03-20`, `2023-W12`, `2023-W12-WE`, `2023-03`, `2023-Q1`, `2023-H1`, `2023-SU`, `2023`, `202`, `20`."""
        return _value(self)

    def shifted(self, amount: int) -> Period:
        """The period `amount` periods later (earlier when negative)."""
        return Period(self.unit, self.number + amount)

    @property
    def first_month(self) -> int:
        """Its first month, counted from January of year 0; works for years before 1 too."""
        if self.unit == "season":
            return self.number * 3 - 1
        if self.unit in MONTHS_OF:
            return self.number * MONTHS_OF[self.unit]
        start = self.start
        return start.year * 12 + start.month - 1

    def within(self, unit: str) -> Period:
        """The period of another unit that holds its first day.

        Raises:
            ValueError: it begins outside the years 1 to 9999 and days or weeks are asked for.
        """
        if unit == self.unit:
            return self
        if unit == "season":
            return Period(unit, (self.first_month + 1) // 3)
        if unit in MONTHS_OF:
            return Period(unit, self.first_month // MONTHS_OF[unit])
        return Period.of(unit, self.start)


def _signed(number: int, digits: int) -> str:
    """A year, decade or century with its leading zeros; before year 1 with `BC` (TIMEX3)."""
    return f"{number:0{digits}d}" if number >= 0 else f"BC{-number:0{digits}d}"


_PART_CODES: Final[dict[str, Callable[[int], str]]] = {
    "month": lambda part: f"-{part + 1:02d}",
    "quarter": lambda part: f"-Q{part + 1}",
    "half": lambda part: f"-H{part + 1}",
    "season": lambda part: f"-{_SEASON_CODES[part]}",
}
_PRECISIONS: Final = {
    "day": Precision.DAY,
    "weekend": Precision.DAYS,
    "week": Precision.WEEK,
    "month": Precision.MONTH,
    "quarter": Precision.QUARTER,
    "season": Precision.SEASON,
    "half": Precision.HALF,
    "year": Precision.YEAR,
    "decade": Precision.DECADE,
    "century": Precision.CENTURY,
    "millennium": Precision.UNKNOWN,
}


@lru_cache(maxsize=CACHED_PERIODS)
def _interval(period: Period) -> Interval | None:
    try:
        return Interval(period.start, period.end, _PRECISIONS[period.unit])
    except (ValueError, OverflowError):
        return None


@lru_cache(maxsize=CACHED_PERIODS)
def _value(period: Period) -> str:
    unit, number = period.unit, period.number
    if unit == "day":
        return period.start.isoformat()
    if unit in ("week", "weekend"):
        year, week, _ = date.fromordinal(number * 7 + 1).isocalendar()
        return f"{year:04d}-W{week:02d}" + ("-WE" if unit == "weekend" else "")
    if unit in _PARTS_OF_YEAR:
        year, part = divmod(number, _PARTS_OF_YEAR[unit])
        return _signed(year, 4) + _PART_CODES[unit](part)
    digits = 5 - len(str(YEARS_OF[unit]))
    return _signed(number if number >= 0 or unit == "year" else number + 1, digits)


def day_after(day: date, unit: str, amount: int) -> date:
    """The day `amount` units after a day; a day that the month does not have becomes its last one.

    Raises:
        ValueError: outside the years 1 to 9999.
        OverflowError: likewise.
    """
    if unit in _DAYS_OF:
        return day + timedelta(days=amount * _DAYS_OF[unit])
    month = Period.of("month", day).shifted(amount * MONTHS_OF[unit])
    return min(month.start + timedelta(days=day.day - 1), month.end)
