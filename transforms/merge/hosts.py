"""Find for each core of an event the more precise one of which it tells: its host. A core with no host, and all that it hosts, is an event.

Belongs here: who looks for a host, where, in which order, and how sure the agreement must be. Does not: reports of one interval (cores.py), the comparison
itself (agreement.py).

A core looks only at cores whose turn comes before its own, and takes the one that fits best, by what its founder and its own reports tell; being a host
changes nothing for others. So vague reports never chain two events together, and what a core decides depends on the cores in its cells alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from enum import IntEnum
from functools import cache
from typing import NamedTuple

from transforms.merge.agreement import Agreement, Judge
from transforms.merge.cells import PUBLISHED, CellIndex, KeyBook, cells_of
from transforms.merge.choosing import (
    CLEAR_LEAD,
    Fitting,
    best_recalled,
    choose,
    fitting,
    fitting_span,
    fitting_undated,
    may_fit_undated,
    reason,
    with_renown,
)
from transforms.merge.cores import DAY_POINTS, MONTH_POINTS, least_of_span
from transforms.merge.echoes import days_of_echo, echoed, may_echo
from transforms.merge.groups import UNDATED, UNKNOWN_DAY, Group
from transforms.merge.mentions import LONGEST_SPAN_DAYS
from transforms.merge.once import befell_same, recalls

# "A three-day visit" is told of the event that begins on its first day.
BEGUN_TOGETHER_POINTS = 1.0
# Spans beyond a year say too little to be joined with anything but the same span.
YEAR_DAYS = 366
# Nothing that is looked for in a year is a year itself.
LEAST_YEAR_DAYS = 365
# A longer stretch says too little to be what an undated report means.
LONGEST_MEANT_DAYS = 62
# News tells of what happened at most so many days ago, and for long of what happens once.
NEWS_DAYS = 7
SINGULAR_DAYS = 60
# Reports of one event that none of them dates are published within so many days.
SAME_NEWS_DAYS = 2
# Publication dates and time zones: an event of "tomorrow" may be today's.
ZONE_DAYS = 1


class Turn(IntEnum):
    """When a core looks for its host: known spans of what holds its days, those days, spans of days, days on which something earlier is spoken of, reports without a date."""

    WHOLE = 0
    PART = 1
    SPAN = 2
    ECHO = 3
    UNDATED = 4


class Host(NamedTuple):
    """The core that was chosen, by its leader, and why."""

    leader: int
    why: str


def turn_of(core: Group, judge: Judge) -> Turn | None:
    """When a core looks for its host; None when it never does."""
    if not core.dated:
        return None if core.published_first == UNKNOWN_DAY else Turn.UNDATED
    if judge.traits.whole and core.span is not None:
        return Turn.WHOLE
    if core.n_days == 1:
        return Turn.PART if judge.traits.whole else Turn.ECHO if may_echo(core, judge) else None
    return Turn.SPAN if core.n_days <= YEAR_DAYS else None


def order(core: Group, turn: Turn) -> tuple[object, ...]:
    """Sorts cores as they look for their hosts."""
    return (turn, *core.rank())


def filed_cells(core: Group, book: KeyBook) -> list[int]:
    """The cells in which others find a core."""
    if core.dated and core.n_days >= LEAST_YEAR_DAYS:
        return book.befallen(core) if core.n_days <= YEAR_DAYS else []
    keys = book.keys(core)
    months = _months(*_days(core))
    if core.dated:
        return cells_of(keys.filed + keys.filed_here, months) + book.befallen(core)
    # those without a date find each other in the news of some days: of all times there would be too many
    return cells_of(keys.filed + keys.filed_here + book.said(core), [PUBLISHED | each for each in months])


def asked_cells(core: Group, book: KeyBook, judge: Judge) -> list[int]:
    """The cells in which a core looks for its host."""
    if turn_of(core, judge) is None:
        return []
    first, last = _days(core)
    if not core.dated:
        days = news_days(judge)
        ahead, back = (days, ZONE_DAYS) if core.planned else (ZONE_DAYS, days)
        first, last = core.published_first - max(back, SAME_NEWS_DAYS), core.published_last + max(ahead, SAME_NEWS_DAYS)
    elif may_echo(core, judge):
        first -= days_of_echo(core)
    keys = book.keys(core)
    months = [*_months(first, last)]
    around = [] if core.dated else [PUBLISHED | each for each in _months_of_news(core)]
    cells = cells_of(keys.asked + keys.asked_here, months + around)
    if not core.dated or may_echo(core, judge):
        cells += book.befallen(core)
    return cells + cells_of(book.said(core), around) if core.wordings and around else cells


def _months_of_news(core: Group) -> Sequence[int]:
    """The months in which reports of the same news are published."""
    return _months(core.published_first - SAME_NEWS_DAYS, core.published_last + SAME_NEWS_DAYS)


def _days(core: Group) -> tuple[int, int]:
    """The days on which others look for a core: of its known span, of its interval, else of its publication."""
    if not core.dated:
        return core.published_first, core.published_last
    first, last = core.span or (core.start, core.end)
    return min(first, core.start), max(last, core.end)


def _months(first: int, last: int) -> Sequence[int]:
    return range(month_of(first), month_of(last) + 1) if first != UNKNOWN_DAY else ()


@cache
def month_of(day: int) -> int:
    """The month of an ordinal day, counted from year 1."""
    when = date.fromordinal(min(max(1, day), date.max.toordinal()))
    return 12 * when.year + when.month - 1


def news_days(judge: Judge) -> int:
    """How far back an undated report of a type may reach."""
    return SINGULAR_DAYS if judge.traits.singular else NEWS_DAYS


def cells_of_cores(cores: Sequence[Group], book: KeyBook, judge: Judge) -> tuple[list[list[int]], list[list[int]]]:
    """The cells in which others find each core, and those in which it looks for its host."""
    return [filed_cells(core, book) for core in cores], [asked_cells(core, book, judge) for core in cores]


def all_hosts(
    cores: Sequence[Group], filed: Sequence[Sequence[int]], asked: Sequence[Sequence[int]], judge: Judge
) -> dict[int, Host]:
    """The hosts of all cores of one type that have one, by leader; filed, asked: as `cells_of_cores` gives them."""
    return some_hosts(cores, filed, asked, {core.leader for core in cores}, {}, (), judge)


def some_hosts(
    cores: Sequence[Group],
    filed: Sequence[Sequence[int]],
    asked: Sequence[Sequence[int]],
    asking: Collection[int],
    hosts: Mapping[int, Host],
    crowded: Collection[int],
    judge: Judge,
) -> dict[int, Host]:
    """The hosts of the cores `asking`, by leader, where the others have the hosts that are given.

    cores: those asking and all that stand in the cells in which they look, unless these cells are `crowded`; of others the host may be any leader.
    filed, asked: the cells of each core, as `filed_cells` and `asked_cells` give them.
    """
    looking = {core.leader: cells for core, cells in zip(cores, asked, strict=True) if core.leader in asking}
    index = CellIndex({cell for cells in looking.values() for cell in cells}, crowded)
    for core, cells in zip(cores, filed, strict=True):
        index.add(core, cells)
    found = {leader: host for leader, host in hosts.items() if leader not in asking}
    _ask([core for core in cores if core.leader in asking], looking, index, judge, found)
    return {leader: found[leader] for leader in asking if leader in found}


def _ask(
    asking: Iterable[Group], asked: Mapping[int, Sequence[int]], index: CellIndex, judge: Judge, hosts: dict[int, Host]
) -> None:
    turns = [(order(core, turn), turn, core) for core in asking if (turn := turn_of(core, judge)) is not None]
    for place, turn, core in sorted(turns, key=lambda item: item[0]):
        if turn is Turn.UNDATED and not may_fit_undated(core, judge):
            continue
        candidates = index.candidates(asked.get(core.leader, ()))
        found = _fitting(core, turn, place, candidates, judge)
        of_events = _by_event(found, hosts)
        chosen = choose(of_events, CLEAR_LEAD) or (
            best_recalled(core, of_events, judge) if turn is Turn.UNDATED else None
        )
        if chosen is not None:
            host, agreement = chosen
            hosts[core.leader] = Host(host.leader, reason(agreement, _when(turn), judge))


def root_of(leader: int, hosts: Mapping[int, Host]) -> int:
    """The core that stands for the event of a core."""
    while (host := hosts.get(leader)) is not None:
        leader = host.leader
    return leader


def _by_event(found: Fitting, hosts: Mapping[int, Host]) -> Fitting:
    """The best fitting core of each event."""
    best: dict[int, tuple[Group, Agreement]] = {}
    for core, told in sorted(found, key=lambda pair: (-pair[1].points, pair[0].leader)):
        best.setdefault(root_of(core.leader, hosts), (core, told))
    return list(best.values())


def _when(turn: Turn) -> str:
    if turn is Turn.UNDATED:
        return "undated, fits no other"
    if turn is Turn.ECHO:
        return "a day on which it is spoken of"
    return "a day of its known span" if turn is Turn.PART else "overlapping dates"


def _fitting(core: Group, turn: Turn, place: tuple[object, ...], candidates: Iterable[Group], judge: Judge) -> Fitting:
    if turn is Turn.UNDATED:
        meant = _meant(core, place, candidates, judge)
        found = _done_where_told_so(core, fitting_undated(core, meant, judge))
        if judge.traits.suffered:  # who accuses or arrests somebody does so to many
            found = [
                (other, told)
                for other, told in found
                if told.same_words
                or befell_same(core, other, judge)
                or not (told.silent or judge.moved_on(core, other))
            ]
        return with_renown(found, judge)
    if turn is Turn.PART:
        around = [o for o in candidates if o.span is not None and o.span[0] <= core.start and core.end <= o.span[1]]
        return fitting(core, around, judge, DAY_POINTS)
    if turn is Turn.ECHO:
        return with_renown(echoed(core, candidates, judge), judge)
    start, end, width = core.start, core.end, core.end - core.start
    shorter = [o for o in candidates if start <= o.start and o.end <= end and o.end - o.start < width]
    if turn is Turn.WHOLE:
        return fitting(core, [other for other in shorter if other.span is not None], judge, MONTH_POINTS)
    return _around_days(core, shorter, candidates, judge)


def _around_days(core: Group, shorter: Iterable[Group], candidates: Iterable[Group], judge: Judge) -> Fitting:
    """The fitting cores of the days within a span."""
    found = fitting_span(core, shorter, judge, least_of_span(core, judge))
    if judge.traits.suffered:
        return with_renown(_of_its_kind(core, found), judge)
    if judge.traits.unnamed:  # "the flood of October" is the one of that month that most tell of
        spoken_of = [] if found or not may_echo(core, judge) else echoed(core, candidates, judge)
        return with_renown(found or spoken_of, judge)
    if not judge.traits.lasting or core.n_days > LONGEST_SPAN_DAYS:
        return found
    return [
        (o, told._replace(points=told.points + BEGUN_TOGETHER_POINTS * (o.start == core.start))) for o, told in found
    ]


def _of_its_kind(core: Group, found: Fitting) -> Fitting:
    """The fitting cores of the very kind of a report ("pleaded guilty in March" is the plea and no hearing of that month), done where it is told as done; all where none is."""
    of_kind = [(o, told) for o, told in found if o.kind == core.kind] or found
    return [(o, told) for o, told in of_kind if o.planned == core.planned] or of_kind


def _done_where_told_so(core: Group, found: Fitting) -> Fitting:
    """Of the fitting cores those that were done, for a report of what was done, where there are any."""
    return [(other, told) for other, told in found if core.planned or not other.planned] or found


def _meant(core: Group, place: tuple[object, ...], candidates: Iterable[Group], judge: Judge) -> list[Group]:
    """Those of other cores that lie where an undated report of its publication day would have them, or that it recalls."""
    days = news_days(judge)
    ahead, back = (days, ZONE_DAYS) if core.planned else (ZONE_DAYS, days)
    first, last = core.published_first - back, core.published_first + ahead
    return [
        o
        for o in candidates
        if (
            o.start <= last
            and first <= o.end
            and o.end - o.start < LONGEST_MEANT_DAYS
            and (core.planned or not o.planned or o.n_days <= NEWS_DAYS)
            if o.start != UNDATED
            else _is_same_news(core, place, o)
        )
        or _recalled(core, place, o, judge)
    ]


def _recalled(core: Group, place: tuple[object, ...], other: Group, judge: Judge) -> bool:
    known = other.start <= core.published_first + ZONE_DAYS if other.dated else order(other, Turn.UNDATED) < place
    return known and recalls(core, other, judge)


def _is_same_news(core: Group, place: tuple[object, ...], other: Group) -> bool:
    near = abs(other.published_first - core.published_first) <= SAME_NEWS_DAYS
    return near and other.planned == core.planned and order(other, Turn.UNDATED) < place
