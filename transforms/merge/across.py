"""Join the events that single articles tell into the events of the world.

Belongs here: which groups of one type are compared, in which order, and how sure the agreement must be. Does not: the comparison itself (agreement.py).

Groups are taken in the canonical order, the most precise and most telling first, and each joins the best fitting event formed so far or founds its own.
An event's core is what its founder tells, so that vague reports never chain two events together. Events are looked up in cells (actor or place, time);
of a crowded cell only the part with the same place, or the very same report, is looked at: work grows with the number of reports, not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from transforms.merge.agreement import Agreement, Judge
from transforms.merge.groups import UNKNOWN_DAY, Group, Ledger

# Points that a day, a span up to a month and a longer span need; and an undated report, which must agree on more than the actor.
DAY_POINTS = 1.5
SAME_TOWN_POINTS = 1.0
MONTH_POINTS = 1.5
YEAR_POINTS = 2.5
UNDATED_POINTS = 3.0
# "A three-day visit" is told of the event that begins on its first day.
BEGUN_TOGETHER_POINTS = 1.0
LONGEST_SPAN_DAYS = 14
# By how much the best candidate of a report that names no day must lead the next, lest it be a guess.
CLEAR_LEAD = 0.5
MONTH_DAYS = 31
YEAR_DAYS = 366
# An undated report belongs to an event that was reported at most so many days before or after it.
UNDATED_DAYS = 2
# Cells with more events than this are crowded.
CROWD = 48

Cell = tuple[str, int]
Buckets = Callable[[Group], Sequence[int]]


class Index:
    """Events by cell: an actor or place key and a time bucket. Only cells that somebody will ask for are kept."""

    def __init__(self, judge: Judge, wanted: set[Cell] | None = None) -> None:
        self._judge = judge
        self._wanted = wanted
        self._cells: dict[Cell, list[Group]] = defaultdict(list)
        self._narrow: dict[tuple[str, int, int], list[Group]] = defaultdict(list)
        self._exact: dict[tuple[object, ...], Group] = {}

    def add(self, event: Group, buckets: Iterable[int]) -> None:
        """File an event under its actors and place in some time buckets."""
        self._exact.setdefault(_signature(event), event)
        keys = file_keys(event, self._judge)
        for bucket in buckets:
            for key in keys:
                if self._wanted is None or (key, bucket) in self._wanted:
                    self._file(key, bucket, event)

    def candidates(self, report: Group, buckets: Sequence[int]) -> list[Group]:
        """The events that may be the one reported."""
        found: dict[int, Group] = {}
        same = self._exact.get(_signature(report))
        if same is not None:
            found[same.leader] = same
        for key in ask_keys(report, self._judge):
            for bucket in buckets:
                for event in self._cell(key, bucket, report.place):
                    found[event.leader] = event
        return list(found.values())

    def _file(self, key: str, bucket: int, event: Group) -> None:
        cell = self._cells[key, bucket]
        cell.append(event)
        if len(cell) == CROWD:
            for earlier in cell[:-1]:
                self._narrow[key, bucket, earlier.place].append(earlier)
        if len(cell) >= CROWD:
            self._narrow[key, bucket, event.place].append(event)

    def _cell(self, key: str, bucket: int, place: int) -> Sequence[Group]:
        cell = self._cells.get((key, bucket), ())
        if len(cell) < CROWD:
            return cell
        return self._narrow.get((key, bucket, place), [])[:CROWD] if place >= 0 else ()


def join_across(reports: Sequence[Group], judge: Judge, ledger: Ledger) -> list[Group]:
    """The events of one type.

    reports: the groups that single articles gave (within.py); they are changed, and the ledger notes who was taken in. Days first, each day by itself; then longer spans; then undated reports.
    """
    ordered = sorted(reports, key=Group.rank)
    days = [report for report in ordered if report.dated and report.n_days == 1]
    spans = [report for report in ordered if report.dated and report.n_days > 1]
    undated = [report for report in ordered if not report.dated]
    events = _join_days(days, judge, ledger)
    events = _join_spans(spans, events, judge, ledger)
    return _join_undated(undated, events, judge, ledger)


def _join_days(days: Sequence[Group], judge: Judge, ledger: Ledger) -> list[Group]:
    by_day: dict[int, list[Group]] = defaultdict(list)
    for report in days:
        by_day[report.start].append(report)
    events: list[Group] = []
    for day, reports in by_day.items():
        index = Index(judge)
        for report in reports:
            found = _choose(_agreeing(report, index.candidates(report, (day,)), judge, DAY_POINTS), 0.0)
            if not _joined(report, found, "same day", judge, ledger):
                index.add(report, (day,))
                events.append(report)
    return events


def _join_spans(spans: Sequence[Group], events: list[Group], judge: Judge, ledger: Ledger) -> list[Group]:
    index = Index(judge, _wanted(spans, judge, _months))
    for event in events:
        index.add(event, _months(event))
    for report in spans:
        months = _months(report)
        candidates = [
            event for event in index.candidates(report, months) if event.overlaps(report) and _comparable(event, report)
        ]
        least = MONTH_POINTS if report.n_days <= MONTH_DAYS else YEAR_POINTS
        found = _choose(_begun_together(report, _agreeing(report, candidates, judge, least), judge), CLEAR_LEAD)
        if not _joined(report, found, "overlapping dates", judge, ledger):
            index.add(report, months)
            events.append(report)
    return events


def _join_undated(undated: Sequence[Group], events: list[Group], judge: Judge, ledger: Ledger) -> list[Group]:
    index = Index(judge, _wanted(undated, judge, _days_around))
    for event in events:
        index.add(event, _days_published(event))
    for report in undated:
        if report.published_first == UNKNOWN_DAY:
            events.append(report)
            continue
        candidates = [event for event in index.candidates(report, _days_around(report)) if _near(event, report)]
        found = _choose(_agreeing(report, candidates, judge, UNDATED_POINTS), CLEAR_LEAD)
        if not _joined(report, found, "undated, reported in the same days", judge, ledger):
            index.add(report, _days_published(report))
            events.append(report)
    return events


def _agreeing(report: Group, events: Sequence[Group], judge: Judge, least: float) -> list[tuple[Group, Agreement]]:
    found = []
    for event in events:
        agreement = judge.agreement(event, report)
        if agreement is not None and agreement.points >= _least(agreement, event, judge, least):
            found.append((event, agreement))
    return found


def _least(agreement: Agreement, event: Group, judge: Judge, least: float) -> float:
    """The points needed: fewer where both tell the same town and day and one of them names nobody."""
    town = agreement.same_place and agreement.silent and not judge.is_country(event.place)
    return SAME_TOWN_POINTS if town and least == DAY_POINTS else least


def _begun_together(
    report: Group, fitting: list[tuple[Group, Agreement]], judge: Judge
) -> list[tuple[Group, Agreement]]:
    """The same with an advantage for the event that begins on the first day of a short span, where the event itself can last."""
    if not judge.traits.lasting or report.n_days > LONGEST_SPAN_DAYS:
        return fitting
    return [
        (event, told._replace(points=told.points + BEGUN_TOGETHER_POINTS * (event.start == report.start)))
        for event, told in fitting
    ]


def _choose(fitting: Sequence[tuple[Group, Agreement]], lead: float) -> tuple[Group, Agreement] | None:
    """The best fitting event, unless others fit as well: then a report joins none rather than a guessed one."""
    if not fitting:
        return None
    ranked = sorted(fitting, key=lambda pair: (-pair[1].points, pair[0].leader))
    if len(ranked) > 1 and ranked[0][1].points - ranked[1][1].points <= lead:
        return None
    return ranked[0]


def _joined(report: Group, found: tuple[Group, Agreement] | None, when: str, judge: Judge, ledger: Ledger) -> bool:
    if found is None:
        return False
    event, agreement = found
    shared = f"{judge.actors[agreement.actor].name} in both" if agreement.actor >= 0 else "same place"
    ledger.join(event, report, f"same type, {when}, {shared}", judge.is_country(event.place))
    return True


def _comparable(event: Group, report: Group) -> bool:
    """Spans beyond a year say too little to be joined with anything but the same span."""
    return report.n_days <= YEAR_DAYS or (event.start, event.end) == (report.start, report.end)


def _near(event: Group, report: Group) -> bool:
    return (
        event.published_first - UNDATED_DAYS <= report.published_first <= event.published_last + UNDATED_DAYS
        and event.planned == report.planned
    )


def _wanted(reports: Sequence[Group], judge: Judge, buckets: Buckets) -> set[Cell]:
    return {(key, bucket) for report in reports for key in ask_keys(report, judge) for bucket in buckets(report)}


def _months(group: Group) -> Sequence[int]:
    """The months of an interval, counted from year 1; only the first and last of one beyond a year."""
    first, last = _month(group.start), _month(group.end)
    return range(first, last + 1) if group.n_days <= YEAR_DAYS else (first, last)


def _month(day: int) -> int:
    when = date.fromordinal(day)
    return 12 * when.year + when.month - 1


def _days_published(group: Group) -> Sequence[int]:
    """The days from the first report to the last; of a long stretch the first ones."""
    if group.published_first == UNKNOWN_DAY:
        return ()
    return range(group.published_first, min(group.published_last, group.published_first + MONTH_DAYS) + 1)


def _days_around(group: Group) -> Sequence[int]:
    return range(group.published_first - UNDATED_DAYS, group.published_last + UNDATED_DAYS + 1)


def file_keys(group: Group, judge: Judge) -> set[str]:
    """The keys under which an event is filed."""
    return _keys(group, judge, asking=False)


def ask_keys(group: Group, judge: Judge) -> set[str]:
    """The keys under which a report looks for its event."""
    return _keys(group, judge, asking=True)


def _keys(group: Group, judge: Judge, asking: bool) -> set[str]:
    keys: set[str] = set()
    for number in group.acting + group.targets:
        actor = judge.actors[number]
        keys.update(actor.asks if asking else actor.keys)
    if group.place >= 0:
        keys.update(f"at {word}" for word in judge.places.words[group.place])
    return keys


def _signature(group: Group) -> tuple[object, ...]:
    return (group.start, group.end, group.acting, group.targets, group.place)
