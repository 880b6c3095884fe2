"""What the picture shows of each entry: its row, its stretch of time, its kind of mark.

Belongs here: choosing and measuring. Does not: colours and shapes (marks.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from warehouse.timeline import focus
from warehouse.timeline.entries import Entry, Timeline
from warehouse.timeline.render.marks import DAY, NO_DATE, STATUS_MARKS, VAGUE, precision_mark
from warehouse.timeline.render.plain import plain

MOST_ROWS: Final = 60  # entries; more can not be read in one picture, so the most important ones are drawn
LABEL_LENGTH: Final = 66  # characters
MS_PER_DAY: Final = 86_400_000
MARGIN: Final = 0.03  # of the stretch shown, left free on both sides
PLOT_WIDTH: Final = 620  # pixels that the stretch shown takes up
SHORTEST_BAR: Final = 8  # pixels, so that two days of a decade can be seen
BEFORE: Final = "before"  # kinds of marks for what lies outside of the stretch shown
AFTER: Final = "after"
POINT: Final = "day"
GROUP: Final = "group"  # the kind of a row that names the group of those below it


class Picture(NamedTuple):
    """The rows to draw, the first and last moment shown (milliseconds since 1970; None where nothing has a date), how many entries found no room, and how many have no date."""

    rows: list[dict[str, Any]]
    domain: tuple[int, int] | None
    n_left_out: int
    n_undated: int


def picture_of(timeline: Timeline) -> Picture:
    """The most important dated entries in their order, a row each; where there are groups, group by group below their names."""
    entries = _most_important(timeline.entries)
    stretch = focus.story(entries)
    if stretch is None:
        return Picture([], None, 0, len(timeline.undated))
    first, last = _moment(stretch.start), _moment(stretch.end) + MS_PER_DAY
    margin = max(int((last - first) * MARGIN), MS_PER_DAY // 2)
    domain = (first - margin, last + margin)
    rows = [_row(entry, domain) for entry in entries]
    if timeline.groups:
        rows = list(_under_groups(timeline.groups, entries, rows))
    numbered = [{**row, "row": number} for number, row in enumerate(rows)]
    return Picture(numbered, domain, len(timeline.entries) - len(entries), len(timeline.undated))


def _most_important(entries: Sequence[Entry]) -> list[Entry]:
    kept = sorted(entries, key=lambda entry: (-entry.importance, entry.event_id))[:MOST_ROWS]
    ids = {entry.event_id for entry in kept}
    return [entry for entry in entries if entry.event_id in ids]


def _under_groups(
    groups: Sequence[str], entries: Sequence[Entry], rows: Sequence[dict[str, Any]]
) -> Iterator[dict[str, Any]]:
    for name in groups:
        own = [row for entry, row in zip(entries, rows, strict=True) if entry.group == name]
        if own:
            yield heading_row(name, GROUP)
            yield from own


def heading_row(text: str, kind: str = NO_DATE.name) -> dict[str, Any]:
    """A row of words alone."""
    return {
        "when": "",
        "headline": plain(text, LABEL_LENGTH),
        "status": "happened",
        "note": "",
        "kind": kind,
        "start": None,
        "end": None,
    }


def _row(entry: Entry, domain: tuple[int, int]) -> dict[str, Any]:
    mark = precision_mark(entry.dated)
    row = {
        "when": entry.dated.short,
        "headline": plain(entry.headline, LABEL_LENGTH),
        "status": entry.status,
        "note": f"{STATUS_MARKS[entry.status].sign} {entry.status}" if entry.status in STATUS_MARKS else "",
        "kind": NO_DATE.name,
        "start": None,
        "end": None,
    }
    if entry.start_date is None or entry.end_date is None:
        return row
    start, end = _moment(entry.start_date), _moment(entry.end_date) + MS_PER_DAY
    if end < domain[0]:
        return {**row, "kind": BEFORE, "start": domain[0]}
    if start > domain[1]:
        return {**row, "kind": AFTER, "start": domain[1]}
    if mark is DAY:
        return {**row, "kind": POINT, "start": (start + end) // 2}
    is_rough = mark is VAGUE or not entry.dated.is_exact
    first, last = _seen(start, end, domain)
    return {**row, "kind": "rough" if is_rough else "span", "start": first, "end": last}


def _seen(start: int, end: int, domain: tuple[int, int]) -> tuple[int, int]:
    """The bar as far as it lies in the stretch shown, around its middle at least so long that it can be seen."""
    first, last = max(start, domain[0]), min(end, domain[1])
    shortest = SHORTEST_BAR * (domain[1] - domain[0]) // PLOT_WIDTH
    if last - first >= shortest:
        return first, last
    first = min(max((first + last - shortest) // 2, domain[0]), domain[1] - shortest)
    return first, first + shortest


def _moment(day: date) -> int:
    return (day - date(1970, 1, 1)).days * MS_PER_DAY


def year_of(moment: int) -> int:
    """The year of a place on the axis, in milliseconds since 1970; the nearest year of the calendar where it lies outside of it."""
    ordinal = date(1970, 1, 1).toordinal() + moment // MS_PER_DAY
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal())).year
