"""Put entries in the order of time.

Belongs here: what comes before what, and the headings under which entries stand. Does not: choosing (choose.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from transforms.temporal.interval import Precision
from warehouse.timeline.dates import MONTHS
from warehouse.timeline.entries import Entry

_WHOLE_YEARS = frozenset({Precision.YEAR, Precision.DECADE, Precision.CENTURY})


class Month(NamedTuple):
    """The entries of one month; `name` is empty for what is known only to the year or longer."""

    name: str
    entries: list[Entry]


class Year(NamedTuple):
    """The entries that begin in one year, month by month."""

    name: str
    months: list[Month]


def in_order(entries: Iterable[Entry]) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """Dated entries by first day, and undated ones by their first report.

    Of entries that begin together the wider ones come first: a month stands before its days. Ties go to importance, then to the id.
    """
    everything = list(entries)
    dated = sorted((entry for entry in everything if entry.start_date), key=_by_time)
    undated = sorted((entry for entry in everything if not entry.start_date), key=_by_report)
    return tuple(dated), tuple(undated)


def by_year_and_month(entries: Sequence[Entry]) -> list[Year]:
    """Ordered dated entries under headings: year, then month. What is known only to the year stands first in it, without a month."""
    return [Year(name, list(_months(list(group)))) for name, group in groupby(entries, key=_year_name)]


def _months(entries: list[Entry]) -> Iterator[Month]:
    whole = [entry for entry in entries if _month_name(entry) == ""]
    if whole:
        yield Month("", whole)
    for name, group in groupby((entry for entry in entries if _month_name(entry)), key=_month_name):
        yield Month(name, list(group))


def _by_time(entry: Entry) -> tuple[date, int, float, str]:
    start, end = entry.start_date or date.min, entry.end_date or date.min
    return start, -(end - start).days, -entry.importance, entry.event_id


def _by_report(entry: Entry) -> tuple[date, float, str]:
    return entry.first_reported_date or date.max, -entry.importance, entry.event_id


def _year_name(entry: Entry) -> str:
    start = entry.start_date or date.min
    return str(start.year)


def _month_name(entry: Entry) -> str:
    start = entry.start_date or date.min
    if entry.precision in _WHOLE_YEARS and (start.month, start.day) == (1, 1):
        return ""
    return MONTHS[start.month - 1]
