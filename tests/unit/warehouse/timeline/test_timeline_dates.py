"""Dates for people, EDTF and ISO agree with the interval and its precision."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.temporal.interval import Interval, Precision
from transforms.temporal.period import Period
from warehouse.timeline.dates import MONTHS, UNDATED, When

SEASON_STARTS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, 1)} | {
    name[:3]: n for n, name in enumerate(MONTHS, 1)
}


@pytest.mark.parametrize(
    ("start", "end", "precision", "approximate", "basis", "words", "short"),
    [
        ("2023-03-20", "2023-03-20", "day", False, "relative", "20 March 2023", "20 Mar 2023"),
        ("2023-03-17", "2023-03-17", "day", True, "explicit", "about 17 March 2023", "about 17 Mar 2023"),
        ("2023-03-20", "2023-03-22", "days", False, "relative", "20-22 March 2023", "20-22 Mar 2023"),
        ("2023-03-30", "2023-04-02", "days", False, "relative", "30 March - 2 April 2023", "30 Mar - 2 Apr 2023"),
        ("2022-12-30", "2023-01-02", "days", False, "relative", "30 December 2022 - 2 January 2023", "30 Dec 2022 - 2 Jan 2023"),
        ("2023-03-13", "2023-03-20", "days", False, "event", "between 13 and 20 March 2023", "between 13 and 20 Mar 2023"),
        ("2023-02-26", "2023-03-04", "days", False, "event", "between 26 February and 4 March 2023", "between 26 Feb and 4 Mar 2023"),
        ("2023-03-19", "2023-03-19", "day", False, "event", "19 March 2023", "19 Mar 2023"),
        ("2023-03-13", "2023-03-19", "week", False, "relative", "week of 13 March 2023", "week of 13 Mar 2023"),
        ("2023-03-01", "2023-03-31", "month", False, "explicit", "March 2023", "Mar 2023"),
        ("2023-03-01", "2023-03-31", "month", True, "explicit", "about March 2023", "about Mar 2023"),
        ("2023-03-01", "2023-03-10", "month", True, "explicit", "early March 2023", "early Mar 2023"),
        ("2023-03-11", "2023-03-20", "month", True, "explicit", "mid-March 2023", "mid-Mar 2023"),
        ("2023-03-21", "2023-03-31", "month", True, "explicit", "late March 2023", "late Mar 2023"),
        ("2023-03-21", "2023-03-31", "month", False, "explicit", "between 21 and 31 March 2023", "between 21 and 31 Mar 2023"),
        ("2023-01-01", "2023-02-28", "month", False, "relative", "January - February 2023", "Jan - Feb 2023"),
        ("2022-12-01", "2023-01-31", "month", False, "relative", "December 2022 - January 2023", "Dec 2022 - Jan 2023"),
        ("2023-01-01", "2023-03-31", "quarter", False, "explicit", "first quarter of 2023", "Q1 2023"),
        ("2022-03-01", "2022-05-31", "season", False, "explicit", "spring 2022", "spring 2022"),
        ("2022-12-01", "2023-02-28", "season", False, "explicit", "winter 2022/23", "winter 2022/23"),
        ("2022-07-01", "2022-12-31", "half", False, "explicit", "second half of 2022", "H2 2022"),
        ("2014-01-01", "2014-12-31", "year", False, "explicit", "2014", "2014"),
        ("2014-01-01", "2016-12-31", "year", False, "explicit", "2014 - 2016", "2014 - 2016"),
        ("2014-01-01", "2016-12-31", "unknown", False, "event", "between 2014 and 2016", "between 2014 and 2016"),
        ("2014-09-01", "2014-12-31", "year", True, "explicit", "late 2014", "late 2014"),
        ("1990-01-01", "1999-12-31", "decade", False, "explicit", "the 1990s", "the 1990s"),
        ("1990-01-01", "1993-12-31", "decade", True, "explicit", "the early 1990s", "the early 1990s"),
        ("2013-01-01", "2022-12-31", "decade", False, "relative", "between 2013 and 2022", "between 2013 and 2022"),
        ("1801-01-01", "1900-12-31", "century", False, "explicit", "the 19th century", "the 19th century"),
        ("1900-01-01", "1999-12-31", "century", False, "explicit", "the 20th century", "the 20th century"),
        ("2001-01-01", "2100-12-31", "century", False, "explicit", "the 21st century", "the 21st century"),
        ("0079-10-24", "0079-10-24", "day", False, "explicit", "24 October AD 79", "24 Oct AD 79"),
    ],
)  # fmt: skip
def test_dates_read_as_people_write_them(start, end, precision, approximate, basis, words, short):
    when = When(date.fromisoformat(start), date.fromisoformat(end), precision, approximate, basis)
    assert (when.words, when.short) == (words, short)


def test_what_has_no_date_says_so_in_every_form():
    when = When.of_columns(None, None, "unknown", None, None)
    assert (when.words, when.short, when.edtf, when.iso) == (UNDATED, UNDATED, None, None)


def test_approximate_is_read_from_the_edtf_column():
    when = When.of_columns(date(2023, 3, 17), date(2023, 3, 17), "day", "2023-03-17~", "explicit")
    assert (when.words, when.edtf) == ("about 17 March 2023", "2023-03-17~")


@pytest.mark.parametrize(
    ("when", "is_window", "is_exact"),
    [
        (When(date(2023, 3, 13), date(2023, 3, 20), "days", basis="event"), True, False),
        (When(date(2023, 3, 20), date(2023, 3, 22), "days", basis="relative"), False, True),
        (When(date(2023, 3, 20), date(2023, 3, 20), "day", basis="event"), False, True),
        (When(date(2023, 3, 1), date(2023, 3, 31), "month", basis="event"), False, False),
        (When(date(2023, 3, 20), date(2023, 3, 20), "day", approximate=True), False, False),
    ],
)
def test_a_window_is_told_from_a_span_that_the_event_filled(when, is_window, is_exact):
    assert (when.is_window, when.is_exact) == (is_window, is_exact)


DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
WHENS = st.builds(
    lambda one, other, precision, approximate, basis: When(
        min(one, other), max(one, other), precision.value, approximate, basis
    ),
    DAYS,
    DAYS,
    st.sampled_from(list(Precision)),
    st.booleans(),
    st.sampled_from(["explicit", "relative", "narrative", "event", "inherited", "published", None]),
)


def _unit(kind: str, year: int, index: int) -> Interval:
    first = date(year, index, 3)
    if kind == "days":
        return Interval.of_days(first, first + timedelta(days=index))
    interval = Period.of(kind, first).interval
    assert interval is not None
    return interval


UNITS = st.builds(
    _unit,
    st.sampled_from(["day", "month", "quarter", "half", "year", "decade", "week", "days"]),
    st.integers(10, 9990),
    st.integers(1, 12),
)


@given(WHENS)
def test_words_of_any_interval_name_days_that_its_ends_allow(when: When):
    """Every year and every day number in the words belongs to the interval: nothing is invented."""
    for words in (when.words, when.short):
        read = read_words(words)
        assert read is not None, words
        assert read[0] <= when.end and when.start <= read[1], words
        if not re.search(r"early|mid-|late", words):
            assert read == (when.start, when.end), words


@given(UNITS, st.booleans())
def test_words_of_a_calendar_unit_say_exactly_that_unit(interval: Interval, approximate: bool):
    when = When(interval.start, interval.end, interval.precision.value, approximate, "explicit")
    assert read_words(when.words) == (interval.start, interval.end)
    assert read_words(when.short) == (interval.start, interval.end)
    assert when.words.startswith("about ") == approximate


@given(WHENS)
def test_a_day_stands_in_the_words_only_when_an_end_of_the_interval_is_that_day(when: When):
    numbers = {
        int(day)
        for day in re.findall(
            r"\b(\d{1,2})(?= |-)(?! ?(?:th|st|nd|rd))", re.sub(r"AD \d+|\d{3,4}s?(?:/\d\d)?", "", when.words)
        )
    }
    assert numbers <= {when.start.day, when.end.day}


@given(WHENS)
def test_edtf_and_iso_hold_the_interval(when: When):
    assert when.iso == (when.start.isoformat() if when.start == when.end else f"{when.start}/{when.end}")
    assert when.edtf == Interval(when.start, when.end, Precision(when.precision), when.approximate).edtf


# An independent reader of the words: what days does a reader understand?
_YEAR = r"(?:AD )?(\d{1,4})"
_DAY = rf"(\d{{1,2}}) ([A-Z][a-z]+) {_YEAR}"


def read_words(words: str) -> tuple[date, date] | None:
    words = words.removeprefix("about ")
    for pattern, reader in _READERS:
        if match := re.fullmatch(pattern, words):
            return reader(*match.groups())
    return None


def _date(day: str, month: str, year: str) -> date:
    return date(int(year), MONTH_NUMBERS[month], int(day))


def _last(year: int, month: int) -> date:
    return date.max if (year, month) == (9999, 12) else date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _months(year: int, first: int, count: int) -> tuple[date, date]:
    last = first + count - 1
    return date(year, first, 1), _last(year + (last - 1) // 12, (last - 1) % 12 + 1)


def _years(first: str | int, last: str | int) -> tuple[date, date]:
    return date(int(first), 1, 1), date(int(last), 12, 31)


def _century(number: str) -> tuple[date, date]:
    # news says 1900..1999 as well as 1901..2000; the caller's interval decides which of both is meant
    return _Either(
        _years((int(number) - 1) * 100 + 1, int(number) * 100),
        _years(max((int(number) - 1) * 100, 1), int(number) * 100 - 1),
    )


class _Either(tuple):
    def __new__(cls, one, other):
        made = super().__new__(cls, one)
        made.other = other
        return made

    def __eq__(self, value):
        return tuple(self) == value or self.other == value

    __hash__ = tuple.__hash__


def _ordinal(word: str) -> int:
    return ("first", "second", "third", "fourth").index(word)


_READERS = [
    (_DAY, lambda d, m, y: (_date(d, m, y),) * 2),
    (rf"(?:between )?(\d+)(?:-| and ){_DAY}", lambda a, d, m, y: (_date(a, m, y), _date(d, m, y))),
    (rf"(?:between )?(\d+) ([A-Z][a-z]+)(?: - | and ){_DAY}", lambda a, b, d, m, y: (_date(a, b, y), _date(d, m, y))),
    (rf"(?:between )?{_DAY}(?: - | and ){_DAY}", lambda a, b, c, d, m, y: (_date(a, b, c), _date(d, m, y))),
    (rf"week of {_DAY}", lambda d, m, y: (_date(d, m, y), _date(d, m, y) + timedelta(days=6))),
    (rf"([A-Z][a-z]+) {_YEAR}", lambda m, y: _months(int(y), MONTH_NUMBERS[m], 1)),
    (rf"([A-Z][a-z]+) - ([A-Z][a-z]+) {_YEAR}", lambda a, b, y: (date(int(y), MONTH_NUMBERS[a], 1), _last(int(y), MONTH_NUMBERS[b]))),
    (rf"([A-Z][a-z]+) {_YEAR} - ([A-Z][a-z]+) {_YEAR}", lambda a, x, b, y: (date(int(x), MONTH_NUMBERS[a], 1), _last(int(y), MONTH_NUMBERS[b]))),
    (rf"(?:early |late |mid-)([A-Z][a-z]+) {_YEAR}", lambda m, y: _months(int(y), MONTH_NUMBERS[m], 1)),
    (rf"(?:early |late |mid-){_YEAR}", lambda y: _years(y, y)),
    (r"the (?:early |late |mid-)(\d+)s", lambda y: _years(max(int(y), 1), int(y) + 9)),
    (rf"(\w+) quarter of {_YEAR}", lambda q, y: _months(int(y), 3 * _ordinal(q) + 1, 3)),
    (rf"Q(\d) {_YEAR}", lambda q, y: _months(int(y), 3 * int(q) - 2, 3)),
    (rf"(\w+) half of {_YEAR}", lambda h, y: _months(int(y), 6 * _ordinal(h) + 1, 6)),
    (rf"H(\d) {_YEAR}", lambda h, y: _months(int(y), 6 * int(h) - 5, 6)),
    (rf"([a-z]+) {_YEAR}(?:/\d\d)?", lambda s, y: _months(int(y), SEASON_STARTS[s], 3)),
    (_YEAR, lambda y: _years(y, y)),
    (rf"(?:between )?{_YEAR}(?: - | and ){_YEAR}", _years),
    (r"the (\d+)s", lambda y: _years(y, int(y) + 9)),
    (r"the (\d+)(?:st|nd|rd|th) century", _century),
]  # fmt: skip
