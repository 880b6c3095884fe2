"""The dates that a text has mentioned so far, and which of them an expression goes on from.

Belongs here: what is remembered and asked of it. Does not: what stands between two dates (joints.py), tense (context.py), what an expression then means (resolve/).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Final

from transforms.temporal.beside import SENTENCE_BREAK
from transforms.temporal.calendars import western_year
from transforms.temporal.joints import (
    ends_range,
    heads_entry,
    is_beside,
    is_next_in_row,
    opens_entry,
    parts_year,
    tells_weekday,
    year_behind,
)
from transforms.temporal.lexicon import LANGUAGES
from transforms.temporal.period import RANKS, Period

SENTENCE_REACH: Final = 400  # characters between a date and what is compared with it
ENTRY_REACH: Final = 1_500  # characters between the dates of two entries of a chronicle
CACHED_DAYS: Final = 4096
_N_RANKS: Final = max(RANKS.values()) + 1
_RESULT_LENGTHS: Final = frozenset({"P6M", "P9M"})
_COMPARED: Final = frozenset({"year", "half", "quarter", "month"})


@lru_cache(maxsize=CACHED_DAYS)
def _in_words(reference: date) -> str:
    """The publication day for people."""
    return f"published {reference:%A} {reference}"


@dataclass(slots=True)
class Mentioned:
    """A text's reference day (null when unknown), whether it is a narrative or an essay, and the dates it mentioned so far.

    `today` is the reference day as a period, `published` the same in words for people.
    """

    lower: str
    lang: str
    reference: date | None
    is_narrative: bool
    quarter: Period | None = None
    is_essay: bool = False
    # of a narrative: where dates that say their year start, and end in months
    written: Sequence[tuple[int, float]] = ()
    today: Period | None = field(init=False)
    published: str = field(init=False)
    ahead: set[int] = field(default_factory=set)  # weekdays that the text has told of as lying ahead
    _newest: Period | None = None
    _newest_end: int = 0
    _aside: Period | None = None
    _aside_end: int = 0
    _entry: Period | None = None
    _entry_end: int = 0
    _last: list[Period | None] = field(default_factory=lambda: [None] * _N_RANKS)

    def __post_init__(self) -> None:
        self.today = Period("day", self.reference.toordinal()) if self.reference is not None else None
        self.published = _in_words(self.reference) if self.reference is not None else ""

    def remember(self, period: Period, end: int) -> None:
        """Note a date that the text mentioned up to an offset; a year that only repeats the year of a finer date adds nothing."""
        self._newest, self._newest_end = period, end
        if period.unit in ("day", "month") and heads_entry(self.lower, end):
            self._entry, self._entry_end = period, end
        finer = self._last[RANKS["month"]]
        if (
            period.unit == "year"
            and finer is not None
            and finer.interval is not None
            and finer.first_year == period.number
            and finer == self._last[RANKS["half"]]
        ):
            return
        rank = RANKS[period.unit]
        self._last[rank:] = [period] * (_N_RANKS - rank)
        if period.unit == "quarter" and self._is_reported(period):
            self.quarter = period

    def _is_reported(self, quarter: Period) -> bool:
        """Whether results of a quarter can be what a report compares with: it has begun, and no later one that is over was named before."""
        if quarter.interval is None:
            return False  # "Q3 31 BC"
        if self.today is None:
            return True
        if quarter.start > self.today.start:
            return False
        known = self.quarter
        return (
            known is None
            or known.end >= self.today.start
            or known.number <= quarter.number
            and quarter.end < self.today.start
        )

    def remember_length(self, value: str) -> None:
        """Note a length of time: results of nine months are compared with those of the year before, not with a quarter (6 of 8 in the news)."""
        if value in _RESULT_LENGTHS:
            self.quarter = None

    def remember_aside(self, period: Period, end: int) -> None:
        """Note a date that a narrative names in passing: only what is said right behind counts from it."""
        self._aside, self._aside_end = period, end

    def aside_before(self, unit: str, start: int) -> Period | None:
        """The date named in passing behind which an expression stands, when it is known to the unit: "declassified in 2005. [Two years later]"."""
        aside = self._aside
        is_last = self._newest_end < self._aside_end < start <= self._aside_end + SENTENCE_REACH
        return aside if aside is not None and is_last and aside.rank <= RANKS[unit] else None

    def last(self, unit: str) -> Period | None:
        """The last date mentioned that is known to the unit or better."""
        return self._last[RANKS[unit]]

    def compared_in_sentence(self, start: int) -> Period | None:
        """The year, half, quarter or month named last before an expression, in its sentence or, when it opens one, in the sentence before."""
        newest = self._newest
        return newest if newest is not None and newest.unit in _COMPARED and self._is_near(start) else None

    def near(self, unit: str, start: int) -> Period | None:
        """The last date mentioned, when it is known to the unit and stands in the sentence of an expression, or in the one before when that opens its own."""
        newest = self._newest
        return newest if newest is not None and newest.rank <= RANKS[unit] and self._is_near(start) else None

    def _is_near(self, start: int) -> bool:
        if start - self._newest_end > SENTENCE_REACH:
            return False
        stop = SENTENCE_BREAK.search(self.lower, self._newest_end, start)
        return stop is None or stop.end() == start

    def range_start(self, start: int) -> Period | None:
        """The day or month named right before an expression that ends a span: "from 17 January to [13 October]"."""
        newest = self._newest
        if newest is None or newest.unit not in ("day", "month"):
            return None
        return newest if ends_range(self.lower, self._newest_end, start, is_day=newest.unit == "day") else None

    def named_before(self, unit: str, start: int) -> Period | None:
        """The date of a unit that an expression only says more about: "in 2008, [the year] the bank failed"."""
        newest = self._newest
        if newest is None or newest.unit != unit or self.lower[self._newest_end : start] != ", ":
            return None
        return newest

    def entry_before(self, start: int, end: int) -> Period | None:
        """The day or month of the entry before in a chronicle: "[Oct. 26, 2017] - Police meet. [Nov. 7] - They meet again"."""
        if self._entry is None or start - self._entry_end > ENTRY_REACH or not heads_entry(self.lower, end):
            return None
        return self._entry if opens_entry(self.lower, start) else None

    def year_beside(self, start: int, end: int) -> Period | None:
        """The year that stands right before a month or day, in other languages than those with a vocabulary of their own behind it, too: "[2001], Dec - The union grows", "[1997] March 3"; in a sentence only one long over ("in [1996], January")."""
        newest = self._newest
        if self.lang not in LANGUAGES and (behind := year_behind(self.lower, end)) is not None:
            year = western_year(behind, self.lang)
            return None if year is None else Period("year", year)
        if newest is None or newest.unit != "year":
            return None
        if self.lang not in LANGUAGES and is_beside(self.lower, self._newest_end, start):
            return newest
        if not parts_year(self.lower, self._newest_end, start):
            return None
        is_headed = self._newest_end + 1 == start or heads_entry(self.lower, end)
        is_over = self.today is not None and newest.number < self.today.first_year - 1
        return newest if is_headed or is_over else None

    def day_beside(self, weekday: int, start: int) -> Period | None:
        """The day right before its own weekday: "3 January 2015, [Saturday]"."""
        newest = self._newest
        if newest is None or newest.unit != "day" or newest.interval is None or newest.start.weekday() != weekday:
            return None
        return newest if tells_weekday(self.lower, self._newest_end, start) else None

    def row_start(self, start: int) -> Period | None:
        """The day, today or to come, that is named right before an expression in a row: "on Monday and [Tuesday]"."""
        newest = self._newest
        if newest is None or self.today is None or newest.unit != "day" or newest.number < self.today.number:
            return None
        return newest if is_next_in_row(self.lower, self._newest_end, start) else None

    def row_of_parts(self, unit: str, start: int) -> Period | None:
        """The season or quarter named right before an expression in a row: "in the summer or [early fall]"."""
        newest = self._newest
        if newest is None or newest.unit != unit:
            return None
        return newest if is_next_in_row(self.lower, self._newest_end, start) else None

    def is_today(self, period: Period) -> bool:
        """Whether a period is the reference day."""
        return period is self.today or period == self.today

    def anchor(self, unit: str) -> Period | None:
        """The date that relative expressions of a unit count from: in a narrative the last one mentioned, else the reference day."""
        if self.is_narrative or self.reference is None:
            return self.last(unit) or self.today
        return self.today
