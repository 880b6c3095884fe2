"""Where on the axis of time the story is.

Belongs here: the stretch of days that a drawing shows first, and how many events each part of a stretch holds. Does not: drawing.
Background from decades ago stands in many reports; drawn to scale it would squeeze the story itself into one pixel.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from warehouse.timeline.entries import Entry

STORY_SHARE: Final = 0.65  # of the importance of all dated entries; the shortest stretch with so much is the story
NEAR: Final = 0.6  # of the story's length; what lies nearer to it than that belongs to it
SEASON: Final = 100  # days; a whole that is no longer is always shown whole
MONTH: Final = 31  # days; an entry that is no longer can belong to any story
WORTH_ZOOMING: Final = 3.0  # times; a whole that is at most so much longer than the story is shown whole


class Stretch(NamedTuple):
    """The days `start`..`end`, inclusive."""

    start: date
    end: date

    @property
    def n_days(self) -> int:
        """Length in days."""
        return (self.end - self.start).days + 1


def whole(entries: Sequence[Entry]) -> Stretch | None:
    """First to last day of all dated entries; None without any."""
    starts = [entry.start_date for entry in entries if entry.start_date]
    ends = [entry.end_date for entry in entries if entry.end_date]
    return Stretch(min(starts), max(ends)) if starts else None


def story(entries: Sequence[Entry]) -> Stretch | None:
    """The shortest stretch that holds most of what matters, or the whole when that is not much longer; None without dated entries."""
    everything = whole(entries)
    if everything is None:
        return None
    weighed = sorted(_weighed(entries))
    main = _with_neighbours(_shortest(weighed), weighed)
    is_short = everything.n_days <= max(WORTH_ZOOMING * main.n_days, SEASON)
    return everything if is_short else main


def density(entries: Sequence[Entry], stretch: Stretch, n_parts: int) -> list[float]:
    """Events in each of `n_parts` equal parts of a stretch; an event of many days counts in each part by its share."""
    parts = [0.0] * n_parts
    width = stretch.n_days / n_parts
    for entry in entries:
        if entry.start_date and entry.end_date:
            first = (entry.start_date - stretch.start).days / width
            last = ((entry.end_date - stretch.start).days + 1) / width
            _spread(parts, first, last)
    return parts


def _weighed(entries: Sequence[Entry]) -> list[tuple[date, date, float]]:
    return [(e.start_date, e.end_date, e.importance or 0.01) for e in entries if e.start_date and e.end_date]


def _shortest(weighed: list[tuple[date, date, float]]) -> Stretch:
    """Two pointers over entries ordered by first day: the stretch from one first day to another's last with enough weight."""
    enough = STORY_SHARE * sum(weight for _, _, weight in weighed)
    best = Stretch(weighed[0][0], max(end for _, end, _ in weighed))
    held, first = 0.0, 0
    for start, _, weight in weighed:
        held += weight
        while held - weighed[first][2] >= enough:
            held -= weighed[first][2]
            first += 1
        # ends of long entries do not stretch the story: a decade that begins in it is not shown whole
        if held >= enough and (start - weighed[first][0]).days + 1 < best.n_days:
            best = Stretch(weighed[first][0], start)
    return best


def _with_neighbours(main: Stretch, weighed: list[tuple[date, date, float]]) -> Stretch:
    """The stretch with the entries that lie near it; entries longer than the stretch are background."""
    near = round(NEAR * main.n_days)
    start, end = main
    for first, last, _ in weighed:
        # counted from day to day: the calendar may end beside the stretch
        is_near = (main.start - last).days <= near and (first - main.end).days <= near
        if (last - first).days < max(main.n_days, MONTH) and is_near:
            start, end = min(start, first), max(end, last)
    return Stretch(start, end)


def _spread(parts: list[float], first: float, last: float) -> None:
    for part in range(max(0, int(first)), min(len(parts), int(last) + 1)):
        overlap = min(last, part + 1) - max(first, part)
        if overlap > 0:
            parts[part] += overlap / (last - first)
