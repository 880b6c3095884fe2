"""Join the events that single articles tell into the events of the world: those that have a date.

Belongs here: which dated groups of one type are compared, in which order, and how sure the agreement must be. Does not: undated ones (undated.py), the
comparison itself (agreement.py).

Groups are taken in the canonical order, the most precise and most telling first, and each joins the best fitting event formed so far or founds its own.
An event's core is what its founder tells, so that vague reports never chain two events together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from transforms.merge.agreement import Judge
from transforms.merge.cells import Index, KeyBook
from transforms.merge.choosing import Fitting, choose, fitting, joined
from transforms.merge.groups import Group, Ledger
from transforms.merge.mentions import LONGEST_SPAN_DAYS
from transforms.merge.undated import CLEAR_LEAD, join_undated, month_of

# Points that a day, a span up to a month and a longer span need.
DAY_POINTS = 1.5
SINGULAR_DAY_POINTS = 1.0
SAME_TOWN_POINTS = 1.0
# Two persons, or a person and what they did it to, on one day: an event that was split by a doubtful place is still the right one.
SURE_POINTS = 3.0
MONTH_POINTS = 1.5
YEAR_POINTS = 2.5
# "A three-day visit" is told of the event that begins on its first day.
BEGUN_TOGETHER_POINTS = 1.0
# Reports of the month that fit several days alike fit each other better.
SAME_SPAN_POINTS = 1.0
MONTH_DAYS = 31
YEAR_DAYS = 366


def join_across(reports: Sequence[Group], judge: Judge, ledger: Ledger) -> list[Group]:
    """The events of one type.

    reports: the groups that single articles gave (within.py); they are changed, and the ledger notes who was taken in. Days first, each day by itself;
    then longer spans; then undated reports.
    """
    ordered = sorted(reports, key=Group.rank)
    book = KeyBook(judge)
    events = _join_days([report for report in ordered if report.dated and report.n_days == 1], book, judge, ledger)
    events = _join_spans(
        [report for report in ordered if report.dated and report.n_days > 1], events, book, judge, ledger
    )
    if judge.traits.whole:
        events = _absorb_days(events, judge, ledger)
    return join_undated([report for report in ordered if not report.dated], events, book, judge, ledger)


def _join_days(days: Sequence[Group], book: KeyBook, judge: Judge, ledger: Ledger) -> list[Group]:
    by_day: dict[int, list[Group]] = defaultdict(list)
    for report in days:
        by_day[report.start].append(report)
    events: list[Group] = []
    least = SINGULAR_DAY_POINTS if judge.traits.singular else DAY_POINTS
    for day, reports in by_day.items():
        index = Index(book)
        for report in reports:
            same = index.same(report)
            found = fitting(report, [same], judge, least, SAME_TOWN_POINTS) if same else []
            found = found or fitting(report, index.candidates(report, (day,)), judge, least, SAME_TOWN_POINTS)
            if not joined(report, choose(found, 0.0, SURE_POINTS), "same day", judge, ledger):
                index.add(report, (day,))
                events.append(report)
    return events


def _join_spans(
    spans: Sequence[Group], events: list[Group], book: KeyBook, judge: Judge, ledger: Ledger
) -> list[Group]:
    index = Index(book, book.wanted(spans, _months))
    for event in events:
        index.add(event, _months(event))
    for report in spans:
        months = _months(report)
        candidates = [
            event for event in index.candidates(report, months) if event.overlaps(report) and _comparable(event, report)
        ]
        found = fitting(report, candidates, judge, MONTH_POINTS if report.n_days <= MONTH_DAYS else YEAR_POINTS)
        if not joined(report, choose(_with_time(report, found, judge), CLEAR_LEAD), "overlapping dates", judge, ledger):
            index.add(report, months)
            events.append(report)
    return events


def _absorb_days(events: Sequence[Group], judge: Judge, ledger: Ledger) -> list[Group]:
    """The events without those of days that lie within the known span of another: these are parts of it, and join it."""
    by_day: dict[int, list[Group]] = defaultdict(list)
    for event in events:
        if event.span is not None:
            for day in range(event.span[0], event.span[1] + 1):
                by_day[day].append(event)
    kept = []
    for event in events:
        spans = by_day.get(event.start, ()) if event.span is None else ()
        around = [span for span in spans if span.span is not None and event.end <= span.span[1]]
        found = choose(fitting(event, around, judge, DAY_POINTS), CLEAR_LEAD)
        if not joined(event, found, "a day of its known span", judge, ledger):
            kept.append(event)
    return kept


def _with_time(report: Group, found: Fitting, judge: Judge) -> Fitting:
    """The same with an advantage for events of the same span, and, where the event can last, for the one that begins on the first day of a short span."""
    lasting = judge.traits.lasting and report.n_days <= LONGEST_SPAN_DAYS
    return [(event, told._replace(points=told.points + _same_time(report, event, lasting))) for event, told in found]


def _same_time(report: Group, event: Group, lasting: bool) -> float:
    if (event.start, event.end) == (report.start, report.end):
        return SAME_SPAN_POINTS
    return BEGUN_TOGETHER_POINTS if lasting and event.start == report.start else 0.0


def _comparable(event: Group, report: Group) -> bool:
    """Spans beyond a year say too little to be joined with anything but the same span."""
    return report.n_days <= YEAR_DAYS or (event.start, event.end) == (report.start, report.end)


def _months(group: Group) -> Sequence[int]:
    """The months of an interval, counted from year 1; only the first and last of one beyond a year."""
    first, last = month_of(group.start), month_of(group.end)
    return range(first, last + 1) if group.n_days <= YEAR_DAYS else (first, last)
