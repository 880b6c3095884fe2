"""Dates for people and for machines: the one place that puts an interval into words.

Belongs here: people's words, short forms, EDTF and ISO of an interval at its precision, what a basis means. Does not: finding or resolving dates (transforms.temporal).
No form ever says more than the interval does: a precision whose interval is not the calendar unit it names is told by its first and last day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from transforms.temporal.interval import Interval, Precision

UNDATED: Final = "undated"
MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
ORDINALS: Final = ("first", "second", "third", "fourth")
# Meteorological seasons of the northern hemisphere, by the month they begin in.
SEASONS: Final = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
WEEK_DAYS: Final = 7
# What a basis means, for people; the words of the README.
BASES: Final = {
    "explicit": "written out",
    "relative": "counted from publication",
    "narrative": "counted from another date",
    "event": "placed by another event",
    "inherited": "from the paragraph or headline",
    "published": "day of the report",
}
_SHORT: Final = 3  # letters of a month's name in short forms
_BIG: Final = {Precision.DECADE: 10, Precision.CENTURY: 100}  # years


@dataclass(frozen=True, slots=True)
class When:
    """When something was, how exactly that is known, and how.

    `start` and `end` are inclusive days, both None when undated. `approximate` stands for "about". `basis` is one of DATE_BASES.
    """

    start: date | None = None
    end: date | None = None
    precision: str = Precision.UNKNOWN.value
    approximate: bool = False
    basis: str | None = None

    @classmethod
    def of_columns(
        cls, start: date | None, end: date | None, precision: str | None, edtf: str | None, basis: str | None
    ) -> When:
        """The value that the columns start_date, end_date, precision, edtf and date_basis of one row hold."""
        if start is None or end is None:
            return cls()
        known = precision or Precision.UNKNOWN.value
        return cls(start, end, known, approximate=bool(edtf) and "~" in str(edtf), basis=basis)

    @property
    def interval(self) -> Interval | None:
        """The interval; None when undated."""
        if self.start is None or self.end is None:
            return None
        return Interval(self.start, self.end, Precision(self.precision), self.approximate)

    @property
    def is_exact(self) -> bool:
        """Whether both ends are known to the day: a day, or a span that the event filled."""
        return self.precision in (Precision.DAY, Precision.DAYS) and not self.is_window and not self.approximate

    @property
    def is_window(self) -> bool:
        """Whether the event lies somewhere inside the interval, which another event gave, and does not fill it."""
        return self.basis == "event" and self.start != self.end and self.precision not in _NAMED_UNITS

    @property
    def words(self) -> str:
        """For people: `20 March 2023`, `March 2023`, `between 13 and 20 March 2023`, `undated`."""
        return in_words(self, short=False)

    @property
    def short(self) -> str:
        """For a narrow column, the same with short month names: `20-22 Mar 2023`."""
        return in_words(self, short=True)

    @property
    def edtf(self) -> str | None:
        """EDTF (ISO 8601-2); None when undated."""
        interval = self.interval
        return interval.edtf if interval else None

    @property
    def iso(self) -> str | None:
        """ISO 8601: one day, or first and last day with a slash between; None when undated."""
        if self.start is None or self.end is None:
            return None
        return self.start.isoformat() if self.start == self.end else f"{self.start.isoformat()}/{self.end.isoformat()}"


_NAMED_UNITS: Final = frozenset(
    {Precision.MONTH, Precision.QUARTER, Precision.SEASON, Precision.HALF, Precision.YEAR, Precision.DECADE, Precision.CENTURY}
)  # fmt: skip


def in_words(when: When, *, short: bool) -> str:
    """The date for people; `short` cuts month names to three letters."""
    interval = when.interval
    if interval is None:
        return UNDATED
    named = None if when.is_window else _NAMERS[interval.precision](interval, short)
    if named:
        return f"about {named}" if when.approximate else named
    return (when.approximate and _part(interval, short)) or _between(interval, short)


def period_in_words(first: date, last: date, units: Iterable[str]) -> str:
    """Whole days for people: as the first of these units (precisions) that they fill, else by the first and the last one."""
    for unit in units:
        named = _NAMERS[Precision(unit)](Interval(first, last, Precision(unit)), False)
        if named:
            return named
    return When(first, last, Precision.DAYS).words


def _between(interval: Interval, short: bool) -> str:
    if interval.start == interval.end:
        return _day(interval, short) or ""
    if _starts_and_ends_years(interval) and interval.start.year != interval.end.year:
        return f"between {_year(interval.start.year)} and {_year(interval.end.year)}"
    return f"between {_span(interval.start, interval.end, ' and ', short)}"


def _part(interval: Interval, short: bool) -> str | None:
    """`early March 2023`, `mid-2023`, `late 1990s`: an approximate piece of one month, year or decade."""
    start, end = interval.start, interval.end
    if interval.precision is Precision.MONTH and (start.year, start.month) == (end.year, end.month):
        return _early_mid_late(
            start.day == 1, _is_last_of_month(end), f"{_month_name(start, short)} {_year(start.year)}"
        )
    if interval.precision is Precision.YEAR and start.year == end.year:
        return _early_mid_late((start.month, start.day) == (1, 1), (end.month, end.day) == (12, 31), _year(start.year))
    if interval.precision is Precision.DECADE and start.year // 10 == end.year // 10:
        return "the " + _early_mid_late(start.year % 10 == 0, end.year % 10 == 9, f"{start.year // 10 * 10}s")
    return None


def _early_mid_late(from_its_start: bool, to_its_end: bool, unit: str) -> str:
    if from_its_start == to_its_end:
        return f"mid-{unit}"
    return f"early {unit}" if from_its_start else f"late {unit}"


def _day(interval: Interval, short: bool) -> str | None:
    if interval.start != interval.end:
        return None
    return _full(interval.start, short)


def _days(interval: Interval, short: bool) -> str | None:
    if interval.start == interval.end:
        return _full(interval.start, short)
    joint = "-" if interval.start.month == interval.end.month and interval.start.year == interval.end.year else " - "
    return _span(interval.start, interval.end, joint, short)


def _week(interval: Interval, short: bool) -> str | None:
    if interval.n_days != WEEK_DAYS:
        return None
    return f"week of {_full(interval.start, short)}"


def _month(interval: Interval, short: bool) -> str | None:
    if not _starts_and_ends_months(interval):
        return None
    start, end = interval.start, interval.end
    if (start.year, start.month) == (end.year, end.month):
        return f"{_month_name(start, short)} {_year(start.year)}"
    if start.year == end.year:
        return f"{_month_name(start, short)} - {_month_name(end, short)} {_year(end.year)}"
    return f"{_month_name(start, short)} {_year(start.year)} - {_month_name(end, short)} {_year(end.year)}"


def _quarter(interval: Interval, short: bool) -> str | None:
    if not _is_months(interval, 3) or interval.start.month % 3 != 1:
        return None
    quarter = (interval.start.month - 1) // 3
    return (
        f"Q{quarter + 1} {_year(interval.start.year)}"
        if short
        else f"{ORDINALS[quarter]} quarter of {_year(interval.start.year)}"
    )


def _season(interval: Interval, short: bool) -> str | None:
    season = SEASONS.get(interval.start.month)
    if season is None or not _is_months(interval, 3):
        return None
    if interval.start.year == interval.end.year:
        return f"{season} {_year(interval.start.year)}"
    return f"{season} {_year(interval.start.year)}/{interval.end.year % 100:02d}"


def _half(interval: Interval, short: bool) -> str | None:
    if not _is_months(interval, 6) or interval.start.month not in (1, 7):
        return None
    half = (interval.start.month - 1) // 6
    return (
        f"H{half + 1} {_year(interval.start.year)}"
        if short
        else f"{ORDINALS[half]} half of {_year(interval.start.year)}"
    )


def _years(interval: Interval, short: bool) -> str | None:
    if not _starts_and_ends_years(interval):
        return None
    if interval.start.year == interval.end.year:
        return _year(interval.start.year)
    return f"{_year(interval.start.year)} - {_year(interval.end.year)}"


def _decade(interval: Interval, short: bool) -> str | None:
    if not _is_years(interval, _BIG[Precision.DECADE]) or interval.start.year % 10:
        return None
    return f"the {interval.start.year}s"


def _century(interval: Interval, short: bool) -> str | None:
    years = _BIG[Precision.CENTURY]
    if not _starts_and_ends_years(interval):
        return None
    # 1801..1900, its news usage 1800..1899, and the first century, which has no year 0
    number = (interval.end.year - 1) // years + 1
    if interval.start.year == (number - 1) * years + 1 and interval.end.year == number * years:
        return f"the {_ordinal(number)} century"
    if interval.start.year == max((number - 1) * years, 1) and interval.end.year == number * years - 1:
        return f"the {_ordinal(number)} century"
    return None


def _unknown(interval: Interval, short: bool) -> str | None:
    return None


_NAMERS: Final[dict[Precision, Callable[[Interval, bool], str | None]]] = {
    Precision.DAY: _day,
    Precision.DAYS: _days,
    Precision.WEEK: _week,
    Precision.MONTH: _month,
    Precision.QUARTER: _quarter,
    Precision.SEASON: _season,
    Precision.HALF: _half,
    Precision.YEAR: _years,
    Precision.DECADE: _decade,
    Precision.CENTURY: _century,
    Precision.UNKNOWN: _unknown,
}


def _full(day: date, short: bool) -> str:
    return f"{day.day} {_month_name(day, short)} {_year(day.year)}"


def _span(start: date, end: date, joint: str, short: bool) -> str:
    if start.year != end.year:
        return f"{_full(start, short)}{joint}{_full(end, short)}"
    if start.month != end.month:
        return f"{start.day} {_month_name(start, short)}{joint}{_full(end, short)}"
    return f"{start.day}{joint}{_full(end, short)}"


def _month_name(day: date, short: bool) -> str:
    name = MONTHS[day.month - 1]
    return name[:_SHORT] if short else name


def _year(year: int) -> str:
    # "20 March 90" reads as 1990
    return str(year) if year >= 1000 else f"AD {year}"


def _ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def _starts_and_ends_months(interval: Interval) -> bool:
    return interval.start.day == 1 and _is_last_of_month(interval.end)


def _starts_and_ends_years(interval: Interval) -> bool:
    start, end = interval.start, interval.end
    return (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)


def _is_last_of_month(day: date) -> bool:
    return day == date.max or (day + timedelta(days=1)).day == 1


def _is_months(interval: Interval, n_months: int) -> bool:
    start, end = interval.start, interval.end
    return _starts_and_ends_months(interval) and (end.year - start.year) * 12 + end.month - start.month + 1 == n_months


def _is_years(interval: Interval, n_years: int) -> bool:
    return _starts_and_ends_years(interval) and interval.end.year - interval.start.year + 1 == n_years
