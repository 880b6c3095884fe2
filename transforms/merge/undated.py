"""Join undated reports to the events that they mean.

Belongs here: which events an undated report may mean, by when it was published. Does not: dated reports (across.py), mentions of one article (within.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

from transforms.merge.agreement import Judge
from transforms.merge.cells import Index, KeyBook
from transforms.merge.choosing import choose, fitting, joined
from transforms.merge.groups import UNKNOWN_DAY, Group, Ledger

# An undated report must agree on more than one actor; less is enough for what the same actors seldom do twice.
UNDATED_POINTS = 3.0
SINGULAR_POINTS = 2.5
SUFFERED_POINTS = 2.0
RARE_POINTS = 1.5
# News tells of what happened at most so many days ago, and for long of what happens once.
NEWS_DAYS = 7
SINGULAR_DAYS = 60
# Reports of one event that none of them dates are published within so many days.
SAME_NEWS_DAYS = 2
# Publication dates and time zones: an event of "tomorrow" may be today's.
ZONE_DAYS = 1
# What each report of an event is worth for another one of a rare type, up to so many.
RENOWN_POINTS = 0.3
WELL_KNOWN = 5
# By how much the best candidate of a report that names no day must lead the next, lest it be a guess.
CLEAR_LEAD = 0.5


def join_undated(
    undated: Sequence[Group], events: list[Group], book: KeyBook, judge: Judge, ledger: Ledger
) -> list[Group]:
    """The events of one type, with the undated reports joined to them or founding their own.

    A report that says nothing of when joins only the single event that fits it clearly: one of the days before its publication (for planned ones: after),
    or an undated one of the same news. Types that the same actors seldom repeat ("the arrest warrant against Putin") may lie further back.
    """
    days = SINGULAR_DAYS if judge.traits.singular else NEWS_DAYS
    least = UNDATED_POINTS
    if judge.traits.singular:
        least = SUFFERED_POINTS if judge.traits.suffered else SINGULAR_POINTS
    if judge.traits.rare:
        least = RARE_POINTS

    def months_asked(report: Group) -> Sequence[int]:
        if report.published_first == UNKNOWN_DAY:
            return ()
        ahead, back = (days, ZONE_DAYS) if report.planned else (ZONE_DAYS, days)
        return range(month_of(report.published_first - back), month_of(report.published_first + ahead) + 1)

    index = Index(book, book.wanted(undated, months_asked))
    for event in events:
        index.add(event, _months_filed(event))
    for report in undated:
        candidates = [
            event for event in index.candidates(report, months_asked(report)) if _may_mean(report, event, days)
        ]
        found = fitting(report, candidates, judge, least)
        if judge.traits.rare:
            found = [(event, told._replace(points=told.points + _renown(event))) for event, told in found]
        if not joined(report, choose(found, CLEAR_LEAD), "undated, fits no other", judge, ledger):
            index.add(report, _months_filed(report))
            events.append(report)
    return events


def _renown(event: Group) -> float:
    """An event that many told is the one that a report means which says of it no more than its kind."""
    return RENOWN_POINTS * (min(event.size, WELL_KNOWN) - 1)


def _may_mean(report: Group, event: Group, days: int) -> bool:
    """Whether an event lies where an undated report of its publication day would have it."""
    published = report.published_first
    if published == UNKNOWN_DAY:
        return False
    if not event.dated:
        near = event.published_first - SAME_NEWS_DAYS <= published <= event.published_last + SAME_NEWS_DAYS
        return event.published_first != UNKNOWN_DAY and near and event.planned == report.planned
    if report.planned:
        return published - ZONE_DAYS <= event.end and event.start <= published + days
    return published - days <= event.end and event.start <= published + ZONE_DAYS


def _months_filed(event: Group) -> Sequence[int]:
    """The months in which an event lies, or in which it was reported when it has no date; the first two of a long stretch."""
    first, last = (event.start, event.end) if event.dated else (event.published_first, event.published_last)
    return range(month_of(first), min(month_of(last), month_of(first) + 1) + 1) if first != UNKNOWN_DAY else ()


@cache
def month_of(day: int) -> int:
    """The month of an ordinal day, counted from year 1."""
    when = date.fromordinal(max(1, day))
    return 12 * when.year + when.month - 1
