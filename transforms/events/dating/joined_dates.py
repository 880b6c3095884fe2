"""Days that two expressions beside each other give together: `26 and 27 November`, `between 2000 and 2005`.

Belongs here: which of them belong together. Does not: ranges that are one expression (transforms.temporal), what days mean for a hit (read.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from transforms.events.clauses.placed_dates import PlacedDate
from transforms.events.clauses.sentence import Sentence
from transforms.events.dating.parts_of_dates import part_of
from transforms.temporal import Interval, Precision
from transforms.vocabulary import word_set

MAX_SPAN_DAYS: Final = 31
_TO: Final = (["to"], ["until"], ["through"], ["-"], ["–"])
_DASHES: Final = (["-"], ["–"])  # "the 1918-19 pandemic"
_LISTING: Final = ([","], ["and"], [",", "and"])
_AND: Final = (["and"], [",", "and"])  # "between May 2, 2001, and June 3, 2004"
_TO_END: Final = (["to"], ["until"], ["till"], ["through"])
_MOVED: Final = word_set("clauses", "moved_dates")
_MOVED_REACH: Final = 6  # tokens before a date in which it is said to have been moved
_ROW: Final = 3  # days of a list
_YEAR_DAYS: Final = 366
_EVER: Final = 36_600  # days
_RANGE_WORDS: Final = frozenset({"and", "-", "–", "to", "/", "\\"})


def joined(
    sentence: Sentence, nearest: PlacedDate, dates: Sequence[PlacedDate], *, lasts: bool = False
) -> Interval | None:
    """An expression's days together with the one beside it: `26 and 27 November`, `June 28-29`; of what lasts also the years: `the 1918-19 pandemic`."""
    interval = _in_row(sentence, nearest, dates) or nearest.expression.interval
    for other in dates:
        beside = other.expression.interval
        if interval is None or beside is None or other is nearest:
            continue
        first, last = (nearest, other) if nearest.start < other.start else (other, nearest)
        between = sentence.words[first.end : last.start]
        bounded = _is_bounded(sentence, first, between)
        if interval.precision is Precision.MONTH and beside.precision is Precision.MONTH:
            if bounded or between in _TO or between == ["and"] and _follow(interval, beside):
                parts = part_of(nearest.expression, interval), part_of(other.expression, beside)
                interval = _months(*parts, longest=_EVER if bounded else _YEAR_DAYS)
        elif bounded or lasts and between in _DASHES and interval.precision is beside.precision is Precision.YEAR:
            interval = _between(interval, beside)
        elif interval.precision is not Precision.DAY:
            continue
        elif beside.precision is Precision.DAY and len(between) <= 1 and set(between) <= _RANGE_WORDS:
            start, end = sorted((interval.start, beside.start))
            if (end - start).days <= (1 if "and" in between else MAX_SPAN_DAYS):
                interval = Interval.of_days(start, end)
    return interval


def _is_bounded(sentence: Sentence, first: PlacedDate, between: list[str]) -> bool:
    """Whether the words before and between two dates make them the ends of a span: `between 1992 and 1995`, `from May 3, 2001 to June 4, 2003`, but not `postponed from May to June`."""
    before = sentence.words[max(0, first.start - _MOVED_REACH) : first.start]
    if before[-1:] == ["between"]:
        return between in _AND
    return before[-1:] == ["from"] and between in _TO_END and _MOVED.isdisjoint(before)


def _in_row(sentence: Sentence, nearest: PlacedDate, dates: Sequence[PlacedDate]) -> Interval | None:
    """The days of a list of at least three, each the one after the day before it: `May 3, 4 and 5`."""
    row: list[PlacedDate] = []
    for item in dates:
        if row and not _goes_on(sentence, row[-1], item):
            if nearest in row:
                break
            row = []
        row.append(item)
    first, last = (row[end].expression.interval for end in (0, -1)) if row else (None, None)
    if nearest not in row or len(row) < _ROW or first is None or last is None:
        return None
    return Interval.of_days(first.start, last.end)


def _goes_on(sentence: Sentence, before: PlacedDate, item: PlacedDate) -> bool:
    """Whether a day is the one after the day before it in a list."""
    one, other = before.expression.interval, item.expression.interval
    if one is None or other is None or one.precision is not Precision.DAY or other.precision is not Precision.DAY:
        return False
    return (other.start - one.start).days == 1 and sentence.words[before.end : item.start] in _LISTING


def _follow(one: Interval, other: Interval) -> bool:
    """Whether the later of two periods begins when the other has ended: `in March and April`."""
    first, last = sorted((one, other), key=lambda item: item.start)
    return (last.start - first.end).days == 1


def _between(one: Interval, other: Interval) -> Interval:
    """All days from one day or year to the other: `between Friday and Sunday`, `between 2000 and 2005`."""
    first, last = sorted((one, other), key=lambda item: item.start)
    return _spanning(first, last) if one.precision is other.precision else one


def _months(one: Interval, other: Interval, longest: int) -> Interval:
    """All days from one month to the other, where they are no more than so many: `from January to March 2020`, `late June and early July`."""
    first, last = sorted((one, other), key=lambda month: month.start)
    return _spanning(first, last) if (last.end - first.start).days <= longest else one


def _spanning(first: Interval, last: Interval) -> Interval:
    """All days from one period to another, known as exactly as they are."""
    if first.precision is Precision.DAY:
        return Interval.of_days(first.start, last.end)
    return Interval(first.start, last.end, first.precision, first.approximate or last.approximate)
