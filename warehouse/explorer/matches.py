"""Which events a filter lets through, how they lie in time, and how many there are of each kind.

Belongs here: counting over positions of the catalogue. Does not: what a filter means (warehouse/asking/filters.py), drawing (pages/strip.py, templates).
A filter is worked out once per version of the warehouse; its pages, counts and density are then slices of the answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import duckdb
import polars as pl

from warehouse.asking.filters import EventFilter, actor_names, condition_of, several, types_asked
from warehouse.asking.user_sql import missing_marts
from warehouse.explorer.catalogue import CODED, Catalogue

MAX_BARS: Final = 160
# So small a share of the events may stand outside of the strip at either end, where showing them would squeeze the rest.
OUTLIERS: Final = 0.05
MIDDLE: Final = 0.25  # of the events
SQUEEZED: Final = 3  # times as long as without outliers


@dataclass(frozen=True, slots=True)
class Unit:
    """A length of time that one bar stands for: its most days, and either polars' name of it or whole years."""

    name: str
    days: int
    every: str = ""
    years: int = 0

    def start(self, day: pl.Expr) -> pl.Expr:
        """The first day of the unit that a day lies in."""
        if self.years:
            return pl.date((day.dt.year() // self.years * self.years).clip(1), 1, 1)
        return day.dt.truncate(self.every)

    def last_day(self, start: pl.Expr) -> pl.Expr:
        """The last day of the unit that begins on a day."""
        if self.years:
            last_year = start.dt.year() // self.years * self.years + self.years - 1
            return pl.date(last_year.clip(upper_bound=date.max.year), 12, 31)
        is_last = start > date.max - timedelta(days=self.days)
        # nothing is counted from the last unit of the calendar: there is no next one
        next_one = pl.when(~is_last).then(start).dt.offset_by(self.every)
        return pl.when(is_last).then(date.max).otherwise(next_one - pl.duration(days=1))


UNITS: Final = (
    Unit("day", 1, every="1d"),
    Unit("week", 7, every="1w"),
    Unit("month", 31, every="1mo"),
    Unit("quarter", 92, every="1q"),
    Unit("year", 366, years=1),
    Unit("decade", 3653, years=10),
    Unit("century", 36525, years=100),
)


@dataclass(frozen=True, slots=True)
class Bar:
    """Events that began in one unit of time, first to last day: `n_events` known to the unit, `n_rough` known less exactly."""

    first: date
    last: date
    n_events: int
    n_rough: int


@dataclass(frozen=True, slots=True)
class Density:
    """How many events lie where in time. `bars` are the units with events, in order; earlier and later events stand outside.

    middle: the day by which MIDDLE of the events had begun: where the story is on its way.
    """

    unit: str
    first: date
    last: date
    bars: tuple[Bar, ...]
    n_earlier: int
    n_later: int
    middle: date


@dataclass(frozen=True, slots=True)
class Matches:
    """The positions of the events that a filter lets through, in order of time; n_dated of them come first and have a date.

    facets: for each of CODED, the values that occur and how often, most frequent first.
    """

    positions: pl.Series
    n_dated: int
    density: Density | None
    facets: dict[str, tuple[tuple[str, int], ...]]

    @property
    def n_events(self) -> int:
        """How many events match."""
        return self.positions.len()


def find_matches(db: duckdb.DuckDBPyConnection, catalogue: Catalogue, filter: EventFilter) -> Matches:
    """The events of a filter; only words and places are asked of the warehouse, which must have the catalogue's version. The catalogue knows the rest.

    Raises:
        WarehouseError: an event type that nobody knows, or the marts were never built.
    """
    with missing_marts():
        actors = actor_names(db, filter, catalogue.names)
        said = EventFilter(query=filter.query, place=filter.place)
        parts = [] if actors is None else [catalogue.positions_of(actors)]
        if said != EventFilter():
            parts.append(_asked(db, catalogue, said))
    positions = _in_all(parts)
    if conditions := list(_conditions(catalogue, filter)):
        holds = pl.all_horizontal(conditions).fill_null(False)
        among = catalogue.events if positions is None else catalogue.events.select(_COMPARED)[positions]
        found = among.select(pl.arg_where(holds)).to_series().cast(pl.UInt32)
        positions = found if positions is None else positions.gather(found)
    return all_matches(catalogue) if positions is None else count(catalogue, positions)


def _asked(db: duckdb.DuckDBPyConnection, catalogue: Catalogue, filter: EventFilter) -> pl.Series:
    condition, parameters = condition_of(db, filter)
    rows = db.sql(f"select rowid as row from main.timeline where {condition}", params=parameters).pl()["row"]
    return catalogue.positions.gather(rows).sort()


def _in_all(parts: list[pl.Series]) -> pl.Series | None:
    """The positions that stand in all of these, in order; None without any."""
    if len(parts) < 2:
        return parts[0] if parts else None
    one, other = parts
    return other.filter(other.is_in(one.implode()))


_TYPES_OFFERED: Final = "the filter Type and /api/types list them"
_COMPARED: Final = (*CODED, "start_date", "end_date", "n_sources")


def _conditions(catalogue: Catalogue, filter: EventFilter) -> Iterator[pl.Expr]:
    """What a filter asks beside words, places and actors, as `condition_of` says it in SQL."""
    if filter.event_type:
        yield pl.col("event_type").is_in(types_asked(catalogue.event_types, filter, _TYPES_OFFERED))
    for column, asked in (("status", filter.status), ("date_basis", filter.basis), ("precision", filter.precision)):
        if asked:
            yield pl.col(column).is_in(several(asked))
    if filter.since:
        yield pl.col("end_date") >= filter.since
    if filter.until:
        yield pl.col("start_date") <= filter.until
    if filter.min_sources is not None:
        yield pl.col("n_sources") >= filter.min_sources


def all_matches(catalogue: Catalogue) -> Matches:
    """What no filter leaves out."""
    return count(catalogue, pl.int_range(catalogue.n_events, dtype=pl.UInt32, eager=True))


def count(catalogue: Catalogue, positions: pl.Series) -> Matches:
    """Count the events at these positions."""
    n_dated = int(positions.search_sorted(catalogue.n_dated))
    chosen = catalogue.events.select("start_date", "end_date", *CODED)
    if positions.len() < catalogue.n_events:
        chosen = chosen[positions]
    facets = {name: _facet(chosen[name]) for name in CODED}
    return Matches(positions, n_dated, density_of(chosen.head(n_dated)), facets)


def _facet(values: pl.Series) -> tuple[tuple[str, int], ...]:
    counted = values.drop_nulls().value_counts(name="n").rows()
    return tuple(sorted(((str(value), n) for value, n in counted), key=lambda pair: (-pair[1], pair[0])))


def density_of(dated: pl.DataFrame) -> Density | None:
    """Count events by the unit of time they began in; None when none has a date.

    dated: `start_date`, `end_date`, in order of start_date.
    """
    if not dated.height:
        return None
    first, last = _span(dated["start_date"])
    unit = next((unit for unit in UNITS if (last - first).days / unit.days < MAX_BARS), UNITS[-1])
    first, last = _in_whole_units(unit, first, last, dated["start_date"])
    inside = dated.filter(pl.col("start_date").is_between(first, last))
    known = (pl.col("end_date") - pl.col("start_date")).dt.total_days() < unit.days
    bars = (
        inside.group_by(unit.start(pl.col("start_date")).alias("unit"))
        .agg(known.sum().alias("n_events"), known.not_().sum().alias("n_rough"))
        .sort("unit")
        .select("unit", unit.last_day(pl.col("unit")).alias("last"), "n_events", "n_rough")
    )
    return Density(
        unit.name,
        first,
        last,
        tuple(Bar(*row) for row in bars.iter_rows()),
        int((dated["start_date"] < first).sum()),
        int((dated["start_date"] > last).sum()),
        dated["start_date"][int(dated.height * MIDDLE)],
    )


def _in_whole_units(unit: Unit, first: date, last: date, days: pl.Series) -> tuple[date, date]:
    """First and last day that are shown: of a unit that an outlier lies in with others, all events are."""
    first, last = pl.select(unit.start(pl.lit(first)), last=unit.last_day(unit.start(pl.lit(last)))).row(0)
    return max(first, days[0]), min(last, days[-1])


def _span(days: pl.Series) -> tuple[date, date]:
    """First and last day, without outliers where these would squeeze the rest. The days are in order."""
    n_outliers = int(days.len() * OUTLIERS)
    first, last = days[0], days[-1]
    inner_first, inner_last = days[n_outliers], days[-1 - n_outliers]
    if (last - first).days > SQUEEZED * max((inner_last - inner_first).days, 30):
        return inner_first, inner_last
    return first, last
