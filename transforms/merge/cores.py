"""Join the reports of one type that give one and the same interval, or that give none and were published on one day: the cores of events.

Belongs here: which reports are compared within such a set, in which order, and how sure the agreement must be. Does not: sets of different intervals
(hosts.py), the comparison itself (agreement.py).

Reports are taken in the canonical order, the most telling first, and each joins the best fitting core formed so far or founds its own. Then the cores of a
set are compared once more, by what all their reports tell. Each set is worked out by itself: a report changes no other set than its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import nlargest

from transforms.merge.agreement import Agreement, Judge
from transforms.merge.cells import KeyBook, Meets, Roll, meets
from transforms.merge.choosing import (
    CLEAR_LEAD,
    FAR_MORE,
    WELL_KNOWN,
    Fitting,
    choose,
    fitting,
    fitting_span,
    fitting_undated,
    joined,
    standing_out,
    with_renown,
)
from transforms.merge.groups import UNKNOWN_DAY, UNKNOWN_STORY, Group, Ledger
from transforms.merge.places import PlaceRelation
from transforms.merge.vocabulary import merging_words

# Points that a day, a span up to a month and a longer span need.
DAY_POINTS = 1.5
SINGULAR_DAY_POINTS = 1.0
SAME_TOWN_POINTS = 1.0
# Two persons, or a person and what they did it to, on one day: an event that was split by a doubtful place is still the right one.
SURE_POINTS = 3.0
MONTH_POINTS = 1.5
YEAR_POINTS = 2.5
# Kind and country, for what strikes a country and not a town.
WIDE_YEAR_POINTS = 2.0
# The kind alone, for what goes on for months and names no country.
LONG_YEAR_POINTS = 1.0
MONTH_DAYS = 31

Fits = Callable[[Group, Iterable[Group]], Fitting]

# The first and last day, or the day of publication twice for reports without a date.
Interval = tuple[bool, int, int]


def interval_of(report: Group) -> Interval:
    """What all reports of one set have in common."""
    if report.dated:
        return True, report.start, report.end
    return False, report.published_first, report.published_first


def join_cores(reports: Sequence[Group], book: KeyBook, judge: Judge, ledger: Ledger) -> list[Group]:
    """The cores of one type, in the canonical order of their founders.

    reports: the groups that single articles gave (within.py); they are changed, and the ledger notes who was taken in.
    """
    sets: dict[Interval, list[Group]] = defaultdict(list)
    for report in sorted(reports, key=Group.rank):
        sets[interval_of(report)].append(report)
    cores: list[Group] = []
    for (dated, first, last), members in sets.items():
        if not dated and first == UNKNOWN_DAY:
            cores.extend(members)
        elif not dated:
            cores.extend(_join_undated(members, book, judge, ledger))
        elif first == last:
            cores.extend(_join_day(members, book, judge, ledger))
        else:
            cores.extend(_join_span(members, book, judge, ledger))
    for core in cores:
        core.story = UNKNOWN_STORY
    return cores


def keys_to_meet(reports: Sequence[Group], book: KeyBook) -> dict[int, Meets]:
    """By leader, the keys by which each report meets others of its set, before it is joined to any.

    Two reports of a set have no part in what becomes of each other unless one finds the other, or they are joined by a chain of such.
    """
    return {report.leader: meets(report, book) if _may_meet(report) else Meets((), ()) for report in reports}


def keys_of_cores(met: Mapping[int, Meets], ledger: Ledger) -> dict[int, Meets]:
    """By leader, the keys by which any report of a core meets others."""
    of_core: dict[int, list[Meets]] = defaultdict(list)
    for leader, keys in met.items():
        of_core[ledger.founder(leader)].append(keys)
    return {
        leader: each[0]
        if len(each) == 1
        else Meets(*(tuple(sorted(set().union(*keys))) for keys in zip(*each, strict=True)))
        for leader, each in of_core.items()
    }


def _may_meet(report: Group) -> bool:
    return report.dated or report.published_first != UNKNOWN_DAY


def least_of_span(report: Group, judge: Judge) -> float:
    """The points that a span of days needs."""
    if report.n_days <= MONTH_DAYS:
        return MONTH_POINTS
    return WIDE_YEAR_POINTS if judge.traits.unnamed and report.kind in merging_words().wide else YEAR_POINTS


def _join_day(reports: Sequence[Group], book: KeyBook, judge: Judge, ledger: Ledger) -> list[Group]:
    least = SINGULAR_DAY_POINTS if judge.traits.singular else DAY_POINTS

    def fits(report: Group, cores: Iterable[Group]) -> Fitting:
        found = fitting(report, cores, judge, least, SAME_TOWN_POINTS)
        # "the quake of that day": of several known by their country, the one that most tell of
        return with_renown(found, judge) if judge.traits.unnamed and not judge.lands(report) else found

    events: list[Group] = []
    roll = Roll(book, judge)
    for report in reports:
        same = roll.same(report)
        found = (same and fits(report, [same])) or fits(report, roll.candidates(report))
        _place(report, choose(found, 0.0, SURE_POINTS), "same day", events, roll, judge, ledger)
    return _gathered(events, roll, fits, judge, ledger)


def _place(
    report: Group,
    found: tuple[Group, Agreement] | None,
    when: str,
    events: list[Group],
    roll: Roll,
    judge: Judge,
    ledger: Ledger,
) -> None:
    """Join a report to the event that was found for it, else let it found one."""
    if not joined(report, found, when, judge, ledger):
        roll.add(report)
        events.append(report)
    if report.wordings:
        roll.hear(found[0] if found else report, report.wordings)


def _gathered(events: list[Group], roll: Roll, fits: Fits, judge: Judge, ledger: Ledger) -> list[Group]:
    """The cores of one interval, with those joined that are one by what their reports tell by now: the smaller one to the greater one.

    By what their founders told alone they were found to be two, or one fitted several; of several, a core joins the one that stands out.
    """
    taken: set[int] = set()
    known = _well_known(events, judge)
    for core in sorted(events, key=Group.weight):
        greater = [o for o in roll.others(core) if o.leader not in taken and o.weight() > core.weight()]
        found = standing_out(fits(core, greater)) if greater else None
        found = found or _best_known(core, known, judge)
        if joined(core, found, "same dates", judge, ledger):
            taken.add(core.leader)
    return [event for event in events if event.leader not in taken]


def _best_known(core: Group, known: Mapping[str, Group], judge: Judge) -> tuple[Group, Agreement] | None:
    """The well-known event of its kind, for a core of which no report tells where: "the explosion of April 20"."""
    event = known.get(core.kind) if core.place < 0 and not judge.lands(core) else None
    agreement = judge.agreement(event, core) if event and event is not core else None
    return (event, agreement) if event and agreement else None


def _well_known(events: Iterable[Group], judge: Judge) -> dict[str, Group]:
    """By kind, the event of it of which far more reports tell than of the others, for what is known by kind and country."""
    if not judge.traits.unnamed:
        return {}
    of_kind: dict[str, list[Group]] = defaultdict(list)
    for event in events:
        if event.kind and event.size >= WELL_KNOWN and judge.lands(event):
            of_kind[event.kind].append(event)
    ranked = {kind: nlargest(2, alike, key=Group.weight) for kind, alike in of_kind.items()}
    return {
        kind: alike[0] for kind, alike in ranked.items() if alike[0].size >= FAR_MORE * sum(e.size for e in alike[1:])
    }


def _join_span(reports: Sequence[Group], book: KeyBook, judge: Judge, ledger: Ledger) -> list[Group]:
    def fits(report: Group, cores: Iterable[Group]) -> Fitting:
        return _fitting_span(report, cores, judge)

    events: list[Group] = []
    roll = Roll(book, judge)
    for report in reports:
        same = roll.same(report)
        # reports that tell the very same are one, or none of them could join any more
        found = choose(fits(report, [same]), 0.0) if same else None
        found = found or _of_span(report, fits(report, roll.candidates(report)), judge)
        _place(report, found, "same dates", events, roll, judge, ledger)
    return _gathered(events, roll, fits, judge, ledger)


def _fitting_span(report: Group, events: Iterable[Group], judge: Judge) -> Fitting:
    """The events of the same days that a report may tell."""
    least = least_of_span(report, judge)
    if least != WIDE_YEAR_POINTS:
        return fitting_span(report, events, judge, least)
    near = [event for event in events if not _is_in_another_town(event, report, judge)]
    if _is_anywhere(report, judge):
        return with_renown(fitting(report, near, judge, LONG_YEAR_POINTS), judge)
    return fitting(report, near, judge, least)


def _of_span(report: Group, found: Fitting, judge: Judge) -> tuple[Group, Agreement] | None:
    """The event of the same days that a report tells, of those that it may tell."""
    least = least_of_span(report, judge)
    if least != WIDE_YEAR_POINTS:
        return choose(found, CLEAR_LEAD)
    return choose(found, 0.0) if _is_anywhere(report, judge) else choose(found, CLEAR_LEAD, sure=least)


def _is_anywhere(report: Group, judge: Judge) -> bool:
    """Whether a report tells of what goes on for months, and names no country."""
    return report.kind in merging_words().long and not judge.lands(report)


def _is_in_another_town(event: Group, report: Group, judge: Judge) -> bool:
    """Whether two tell two places of one country; of two countries, one is only near in the sentence, for what struck a land in both struck it there."""
    places = judge.places
    if places.relation(event.place, report.place) is not PlaceRelation.APART:
        return False
    lands, others = places.lands[event.place], places.lands[report.place]
    return not (lands and others and lands.isdisjoint(others))


def _join_undated(reports: Sequence[Group], book: KeyBook, judge: Judge, ledger: Ledger) -> list[Group]:
    events: list[Group] = []
    roll = Roll(book, judge)
    for report in reports:
        here = (event for event in roll.candidates(report) if not judge.moved_on(report, event))
        alike = [event for event in here if event.planned == report.planned]
        found = with_renown(fitting_undated(report, alike, judge), judge)
        _place(report, choose(found, CLEAR_LEAD), "undated, published the same day", events, roll, judge, ledger)
    return events
