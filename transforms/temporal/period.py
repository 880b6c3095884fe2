"""Calendar periods counted by whole numbers: the arithmetic behind every resolved date.

Belongs here: what a period of a unit is, how it moves, its TIMEX3 value and its days. Does not: words, contexts, choices of direction.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from typing import Final

from transforms.temporal.interval import Interval, Precision

SEASONS: Final = {"spring": 0, "summer": 1, "autumn": 2, "winter": 3}
_SEASON_CODES: Final = ("SP", "SU", "FA", "WI")
_SEASON_MONTHS: Final = (3, 6, 9, 12)
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
_PARTS_OF_YEAR: Final = {"season": 4, "quarter": 4, "half": 2, "month": 12}
_DAYS_OF: Final = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}


@dataclass(frozen=True, slots=True)
class Period:
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
            return cls(unit, day.year * 4 + (day.month // 3 - 1 if day.month > 2 else -1))
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
            return date(self.number // 4, _SEASON_MONTHS[self.number % 4], 1)
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
        try:
            return Interval(self.start, self.end, _PRECISIONS[self.unit])
        except (ValueError, OverflowError):
            return None

    @property
    def value(self) -> str:
        """Its TIMEX3 value: `2023-03-20`, `2023-W12`, `2023-W12-WE`, `2023-03`, `2023-Q1`, `2023-H1`, `2023-SU`, `2023`, `202`, `20`."""
        unit, number = self.unit, self.number
        if unit == "day":
            return self.start.isoformat()
        if unit in ("week", "weekend"):
            year, week, _ = date.fromordinal(number * 7 + 1).isocalendar()
            return f"{year:04d}-W{week:02d}" + ("-WE" if unit == "weekend" else "")
        if unit == "month":
            return f"{number // 12:04d}-{number % 12 + 1:02d}"
        if unit == "quarter":
            return f"{number // 4:04d}-Q{number % 4 + 1}"
        if unit == "half":
            return f"{number // 2:04d}-H{number % 2 + 1}"
        if unit == "season":
            return f"{number // 4:04d}-{_SEASON_CODES[number % 4]}"
        return f"{number:0{5 - len(str(YEARS_OF[unit]))}d}"

    def shifted(self, amount: int) -> Period:
        """The period `amount` periods later (earlier when negative)."""
        return Period(self.unit, self.number + amount)

    def within(self, unit: str) -> Period:
        """The period of another unit that holds its first day."""
        return self if unit == self.unit else Period.of(unit, self.start)


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
