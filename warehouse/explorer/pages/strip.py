"""The density strip: how many events begin when, as bars that lead to their time.

Belongs here: where bars stand. Does not: counting (matches.py), drawing (strip.html).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, NamedTuple

from markupsafe import Markup

from warehouse.explorer.html import render
from warehouse.explorer.matches import Bar, Density
from warehouse.explorer.params import FilterParams
from warehouse.explorer.store import Store
from warehouse.timeline.dates import period_in_words
from warehouse.timeline.render.marks import counted
from warehouse.timeline.render.notes import day_words

WIDTH: Final = 1000.0
HEIGHT: Final = 72.0
GAP: Final = 0.12  # of a bar's width
LEAST: Final = 3.0  # height of the lowest bar, so that one event is seen beside thousands
TICKS: Final = 8
# Shares of the width; a label further right would stick out.
LAST_TICK: Final = 88.0
LAST_YEAR: Final = 94.0
YEAR: Final = 366
MONTH: Final = 31


class StripBar(NamedTuple):
    """One bar in a drawing of WIDTH times HEIGHT; `height` is that of the exactly known part, `rough` of the rest on top of it.

    The template takes bars apart in this order.
    """

    x: float
    width: float
    height: float
    rough: float
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class Strip:
    """The whole drawing: bars, labelled years or days at shares (0 to 100) of its width, and what stands outside."""

    bars: tuple[StripBar, ...]
    ticks: tuple[tuple[float, str], ...]
    unit: str
    first: date
    last: date
    outside: str


def kept_strip(store: Store, filter: FilterParams) -> Markup:
    """The density strip of a filter, drawn once."""
    catalogue, matches = store.matches(filter.filter())

    def draw() -> Markup:
        return Markup(render("strip.html", strip=strip_of(matches.density, filter)))

    return store.kept(("strip", filter.address()), catalogue, draw)


def strip_of(density: Density | None, params: FilterParams) -> Strip | None:
    """The strip for a density; bars lead to the timeline with the same filter and their own period, in which earlier events may go on."""
    if density is None:
        return None
    first, last = density.bars[0].first, density.bars[-1].last
    n_days = (last - first).days + 1
    most = max(bar.n_events + bar.n_rough for bar in density.bars)
    address = params.address(**{"from": None, "to": None})
    bars = tuple(_bar(bar, density.unit, first, n_days, most, address) for bar in density.bars)
    outside = [
        f"{counted(density.n_earlier, 'event')} before {day_words(density.first)}" if density.n_earlier else "",
        f"{counted(density.n_later, 'event')} after {day_words(density.last)}" if density.n_later else "",
    ]
    return Strip(bars, _ticks(first, last), density.unit, first, last, " and ".join(part for part in outside if part))


def _bar(bar: Bar, unit: str, first: date, n_days: int, most: int, address: str) -> StripBar:
    x = (bar.first - first).days / n_days * WIDTH
    width = ((bar.last - bar.first).days + 1) / n_days * WIDTH
    n_events = bar.n_events + bar.n_rough
    whole = max(n_events / most * HEIGHT, LEAST)
    height = whole * bar.n_events / n_events
    rough = f", {bar.n_rough:,} of them known only roughly" if bar.n_rough else ""
    # the list that it leads to also holds what began earlier and lasted until then
    title = f"{period_in_words(bar.first, bar.last, [unit])}: {counted(n_events, 'event')} {'begins' if n_events == 1 else 'begin'}{rough}; show all of this time"
    href = f"/?{address}{'&' if address else ''}from={bar.first}&to={bar.last}"
    return StripBar(round(x, 2), round(width * (1 - GAP), 2), round(height, 2), round(whole - height, 2), title, href)  # fmt: skip


def _ticks(first: date, last: date) -> tuple[tuple[float, str], ...]:
    n_days = (last - first).days + 1
    if n_days > 2 * YEAR:
        step = max(round((last.year - first.year) / TICKS), 1)
        days = [date(year, 1, 1) for year in range(first.year + 1, last.year + 1) if year % step == 0]
        labels = [str(day.year) for day in days]
    elif n_days > 3 * MONTH:
        months = range(first.year * 12 + first.month, last.year * 12 + last.month)
        days = [date(month // 12, month % 12 + 1, 1) for month in months[:: max(len(months) // TICKS, 1)]]
        labels = [day_words(day).partition(" ")[2] for day in days]
    else:
        days = [first + timedelta(days=n) for n in range(0, n_days, max(n_days // TICKS, 1))]
        labels = [day_words(day).rpartition(" ")[0] for day in days]
    last_tick = LAST_YEAR if n_days > 2 * YEAR else LAST_TICK
    shares = [(day - first).days / n_days * 100 for day in days]
    return tuple((round(share, 2), label) for share, label in zip(shares, labels, strict=True) if share < last_tick)
